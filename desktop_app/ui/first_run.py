"""The first page when no ledger is known: new, open, or look at the sample."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.paths import documents_folder
from desktop_app.records.wording import PROVINCES
from desktop_app.ui import theme
from desktop_app.ui.icons import icon, pixmap
from desktop_app.ui.sheet import Sheet, clear, words

if TYPE_CHECKING:
    from desktop_app.ui.context import Messages

LEDGER_FILES = "半边天台账 (*.bbt)"


@dataclass(frozen=True)
class Answers:
    """What the first page asked."""

    unit: str
    operator: str
    phone: str
    path: Path
    province: str = ""


class FirstRun(QScrollArea):
    """Left: the questions for a new ledger. Right: open one that is there, or the sample."""

    create_wanted = Signal(object)
    open_wanted = Signal(object)
    sample_wanted = Signal(object)

    def __init__(self, messages: Messages) -> None:
        super().__init__(widgetResizable=True)
        self._messages = messages
        self._folder = documents_folder()
        body = QWidget()
        self.setWidget(body)
        outer = QVBoxLayout(body)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.setSpacing(18)
        outer.addStretch(1)
        outer.addWidget(self._make_welcome())
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addStretch(1)
        columns.addWidget(self._make_questions(), 6)
        columns.addWidget(self._make_others(), 5)
        columns.addStretch(1)
        outer.addLayout(columns)
        outer.addStretch(2)

    def show_recent(self, ledgers: list[Path]) -> None:
        """List the ledgers opened on this PC before."""
        clear(self._recent)
        self._recent_head.setVisible(bool(ledgers))
        for path in ledgers:
            button = QPushButton(icon("open", theme.ACCENT_DEEP), path.stem)
            button.setProperty("role", "link")
            button.setToolTip(str(path))
            button.clicked.connect(lambda _, chosen=path: self.open_wanted.emit(chosen))
            self._recent.addWidget(button)

    def create_new(self) -> None:
        """Hand over the answers; what is missing is said below its question."""
        unit = self.unit.text().strip()
        self._fault.setVisible(not unit)
        self._fault.setText("请填写单位名称，表头和文件名都要用它。")
        if not unit:
            self.unit.setFocus()
            return
        path = self._folder / f"{_file_name(unit)}.bbt"
        province = str(self.province.currentData())
        answers = Answers(unit, self.operator.text().strip(), self.phone.text().strip(), path, province)
        self.create_wanted.emit(answers)

    def choose_folder(self) -> None:
        """Where the new ledger shall lie."""
        chosen = self._messages.choose_folder("台账放在哪个文件夹")
        if chosen:
            self._folder = Path(chosen)
            self._show_folder()

    def open_existing(self) -> None:
        """Choose a ledger file."""
        chosen = self._messages.open_file("打开已有台账", LEDGER_FILES)
        if chosen:
            self.open_wanted.emit(Path(chosen))

    def open_sample(self) -> None:
        """The sample lies beside the officer's own ledgers."""
        self.sample_wanted.emit(documents_folder() / "示例单位.bbt")

    def _make_welcome(self) -> QWidget:
        welcome = QWidget()
        layout = QHBoxLayout(welcome)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        mark, name = QLabel(), QLabel("半边天　女职工工作台账与表单")
        mark.setPixmap(pixmap("mark", theme.ACCENT, 40, 2.0))
        name.setProperty("role", "title")
        layout.addStretch(1)
        layout.addWidget(mark)
        layout.addWidget(name)
        layout.addStretch(1)
        return welcome

    def _make_questions(self) -> Sheet:
        sheet = Sheet("新建台账", "一个单位一份台账，就是一个文件，放在您自己的电脑上，不联网。")
        form = QFormLayout()
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        self.unit, self.operator, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.unit.setPlaceholderText("与公章一致的全称")
        self.operator.setPlaceholderText("印在“填表人”处，以后可改")
        self.phone.setPlaceholderText("印在“联系电话”处，可以不填")
        form.addRow("单位名称", self.unit)
        self._fault = words("", "error")
        self._fault.hide()
        self.unit.textEdited.connect(self._fault.hide)
        form.addRow("", self._fault)
        form.addRow("省份", self._make_provinces())
        form.addRow("您的姓名", self.operator)
        form.addRow("联系电话", self.phone)
        form.addRow("数据放在", self._make_folder_line())
        sheet.body.addLayout(form)
        sheet.body.addStretch(1)
        create = QPushButton("新建台账")
        create.setProperty("role", "primary")
        create.clicked.connect(self.create_new)
        sheet.body.addWidget(create, 0, Qt.AlignmentFlag.AlignRight)
        for line, following in ((self.unit, self.operator), (self.operator, self.phone)):
            line.returnPressed.connect(following.setFocus)
        self.phone.returnPressed.connect(self.create_new)
        return sheet

    def _make_provinces(self) -> QComboBox:
        self.province = QComboBox()
        self.province.setAccessibleName("省份")
        self.province.addItem("以后再选（先按国家规定）", "")
        for name in PROVINCES:
            self.province.addItem(name, name)
        return self.province

    def _make_folder_line(self) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        self._place = words("")
        change = QPushButton("换个文件夹")
        change.setProperty("role", "quiet")
        change.clicked.connect(self.choose_folder)
        layout.addWidget(self._place, 1)
        layout.addWidget(change)
        self._show_folder()
        return line

    def _make_others(self) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        opened = Sheet("打开已有台账", "从原来的电脑、U盘拷来的台账文件（扩展名 .bbt），拷到本机后打开。")
        opened.body.addWidget(_button("open", "选择台账文件", self.open_existing), 0, Qt.AlignmentFlag.AlignLeft)
        self._recent_head = words("最近打开过")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        opened.body.addWidget(self._recent_head)
        opened.body.addLayout(self._recent)
        sample = Sheet("先看看示例单位", "一份编好的台账，可以随便试，不能上报。看熟了再新建自己的。")
        sample.body.addWidget(_button("sample", "看看示例单位", self.open_sample), 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(opened)
        layout.addWidget(sample)
        layout.addStretch(1)
        return column

    def _show_folder(self) -> None:
        self._place.setText(str(self._folder))


def _button(drawing: str, verb: str, clicked: object) -> QPushButton:
    button = QPushButton(icon(drawing), verb)
    button.setIconSize(QSize(20, 20))
    button.clicked.connect(clicked)
    return button


def _file_name(unit: str) -> str:
    """The unit's name as a file name: without the characters that Windows forbids."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "", unit).strip(". ")[:60] or "台账"
