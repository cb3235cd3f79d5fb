"""台账密码: what it protects, that nobody can reset it, and the places to set, change or take it away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton

from desktop_app.errors import BanbiantianError, Rejected
from desktop_app.services import locking
from desktop_app.ui.context import Context
from desktop_app.ui.sheet import Sheet, words

_WHAT_FOR = (
    "设了密码，整份台账和以后的备份都加密：文件被拷走、电脑丢失，没有密码谁也读不了。"
    "登记孕产期等特殊时期，必须先设密码。"
)
_WARNING = (
    "忘了密码没有任何人能找回或重置，本程序也没有恢复码：请把密码写在纸上，装信封封好，交工会主席或档案室保管。"
    "导出的表格、打印的纸不加密，请自己收好。"
)


class PasswordSheet(Sheet):
    """``changed`` follows a password that was set, changed or taken away."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__("台账密码", _WHAT_FOR)
        self._context = context
        self.state = words("", "warn")
        self.body.addWidget(self.state)
        self.body.addWidget(words(_WARNING))
        self._make_lines()
        self._make_buttons()
        self.said = words("", "error")
        self.said.hide()
        self.body.addWidget(self.said)
        self.reload()

    def reload(self) -> None:
        """Show whether the ledger is locked; nothing typed stays."""
        is_locked = self._context.ledger.is_locked
        self.state.setText("这份台账已加密。" if is_locked else "这份台账还没有设密码，拿到文件的人都能读。")
        self.state.setProperty("role", "good" if is_locked else "warn")
        self.state.style().polish(self.state)
        self._form.setRowVisible(self.current, is_locked)
        self.set_button.setText("更换密码" if is_locked else "设置密码")
        self.remove_button.setVisible(is_locked)
        for line in (self.current, self.new, self.again):
            line.clear()
        self.said.hide()

    def set_password(self) -> None:
        """Lock the ledger with what was typed twice."""
        ledger, new, again, current = self._context.ledger, self.new.text(), self.again.text(), self.current.text()

        def work(_: object) -> None:
            locking.set_password(ledger, new, again, current=current)

        self._run("正在加密台账", work, "台账已加密。以后打开要输入密码，请把密码写好封存。")

    def remove_password(self) -> None:
        """Unlock the ledger, after asking."""
        ledger, current = self._context.ledger, self.current.text()
        question = "取消密码后，拿到台账文件的人都能读到全部内容。确定取消吗？"
        if self._context.messages.ask(question, "取消密码", "保留密码"):
            self._run("正在解密台账", lambda _: locking.remove_password(ledger, current), "已取消密码，台账不再加密。")

    def _run(self, title: str, work: Callable[[object], None], said: str) -> None:
        def done(_: object) -> None:
            self.reload()
            self._context.changed.emit("setting")
            self.changed.emit()
            self._context.messages.toast(said)
            self._offer_to_delete_backups()

        self._context.runner.run(title, work, done, cancellable=False, failed=self._say)

    def _say(self, fault: Exception) -> None:
        if not isinstance(fault, BanbiantianError):
            raise fault
        self.said.setText(str(fault))
        self.said.show()
        fields = {"password": self.new, "again": self.again, "current": self.current}
        line = fields.get(fault.field) if isinstance(fault, Rejected) else None
        if line is not None:
            line.setFocus()
            line.selectAll()

    def _offer_to_delete_backups(self) -> None:
        readable = locking.readable_backups(self._context.ledger)
        if not readable:
            return
        question = (
            f"“备份”文件夹里还有 {len(readable)} 份设密码以前的备份，没有加密，谁都能读。"
            "现在就做一份加密的备份，再删掉这些旧备份吗？U盘和别的电脑上的旧拷贝，请您自己删除。"
        )
        if self._context.messages.ask(question, f"备份并删掉 {len(readable)} 份", "先不删"):
            ledger = self._context.ledger

            def work(_: object) -> int:
                ledger.back_up()
                return locking.delete_backups(readable)

            self._context.runner.run("正在备份", work, self._tell_deleted, cancellable=False)

    def _tell_deleted(self, count: int) -> None:
        self._context.changed.emit("setting")
        self._context.messages.toast(f"已做好加密的备份，删掉了 {count} 份没有加密的旧备份")

    def _make_lines(self) -> None:
        self.current, self.new, self.again = (QLineEdit(echoMode=QLineEdit.EchoMode.Password) for _ in range(3))
        self.new.setPlaceholderText(f"至少 {locking.SHORTEST} 个字符，可以用汉字")
        self._form = QFormLayout()
        self._form.setSpacing(8)
        for label, line in (("现在的密码", self.current), ("新密码", self.new), ("再输一遍", self.again)):
            line.setAccessibleName(label)
            self._form.addRow(label, line)
        self.again.returnPressed.connect(self.set_password)
        self.body.addLayout(self._form)

    def _make_buttons(self) -> None:
        self.set_button, self.remove_button = QPushButton(), QPushButton("取消密码")
        self.set_button.clicked.connect(self.set_password)
        self.remove_button.clicked.connect(self.remove_password)
        row = QHBoxLayout()
        row.addWidget(self.set_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.body.addLayout(row)
