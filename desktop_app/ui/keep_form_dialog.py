"""What a recognised form is to be called, and how often it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.lines import Line

_PERIODS = {"每年一次": "year", "每月一次": "month", "要时才报": "none"}


class KeepFormDialog(QDialog):
    """``title`` and ``period`` tell what was typed once the dialog was accepted."""

    def __init__(self, title: str, code: str, period: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("保存为自己的表")
        self.resize(480, 220)
        self.name, self.often = Line(), QComboBox()
        self.name.setText(title)
        for words, value in _PERIODS.items():
            self.often.addItem(words, value)
        self.often.setCurrentIndex(self.often.findData(period))
        said = QLabel(f"表号 {code}。保存后在“做表”的“上级下发”里，可以打印、报送；明年选新的期间再出一次。")
        said.setProperty("role", "hint")
        said.setWordWrap(True)
        rows = QFormLayout()
        rows.addRow("表名", self.name)
        rows.addRow("多久报一次", self.often)
        cancel, keep = QPushButton("取消"), QPushButton("保存")
        keep.setProperty("role", "primary")
        keep.setDefault(True)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        self.name.textChanged.connect(lambda _: keep.setEnabled(bool(self.title)))
        self.name.forward.connect(self.often.setFocus)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(said)
        column.addLayout(rows)
        column.addStretch(1)
        column.addLayout(foot)

    def accept(self) -> None:
        """Close, once the form has a title."""
        if self.title:
            super().accept()
        else:
            self.name.setFocus()

    @property
    def title(self) -> str:
        """What it is to be called."""
        return self.name.text().strip()

    @property
    def period(self) -> str:
        """none, month or year."""
        return str(self.often.currentData())
