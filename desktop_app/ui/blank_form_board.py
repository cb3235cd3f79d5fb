"""上级发的空白表: what the program recognised on it, drawn over the form, corrected by a click, kept for next year."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import FormRefused
from desktop_app.services import blank_form_view, blank_forms
from desktop_app.services.blank_form_view import Cell, Drawn
from desktop_app.services.blank_forms import Proposal
from desktop_app.services.forms import Form
from desktop_app.ui import theme
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.empty_sheet import EmptySheet
from desktop_app.ui.keep_form_dialog import KeepFormDialog
from desktop_app.ui.name_catalogue import NameCatalogue
from desktop_app.ui.name_picker import NamePicker
from desktop_app.ui.pdf_view import Mark, PdfView

_PURPOSE = (
    "上级发来的空白 Excel 表，不用照着抄：打开它，程序认出每个空格该填什么，您核对一遍，不对的点一下改掉。\n"
    "保存后它就是您自己的一张表，明年换个期间直接出。表里写了 {{单位.名称}} 这样占位符的模板也从这里进来。"
)
_NOTHING = (
    "没有认出“{}”里要填的格子，没有打开。"
    "可以在 WPS 里把 {{{{单位.名称}}}} 这样的名称写进要填的格子（点“名称目录”可复制），存好后再打开。"
)
_FILES = "Excel 表格 (*.xlsx);;所有文件 (*)"  # of an .xls or .et she is told what to do
_COLOURS = {"确定": theme.GOOD, "推断": theme.WARN, "": theme.GREY}


class BlankFormBoard(QWidget):
    """``kept`` carries the form that was saved, to be made, printed and handed in like any other."""

    kept = Signal(Form)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.proposal: Proposal | None = None
        self._is_corrected = False
        self._cells: list[Cell] = []
        self._drawn: Drawn | None = None
        self._make_list()
        self._make_paper()
        self._make_bar()
        self._arrange()

    def begin(self) -> None:
        """Ask for a blank form and recognise it; corrections not yet kept are asked about first."""
        if not self._may_go():
            return
        chosen = self._context.messages.open_file("打开上级发的空白表", _FILES)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, path: Path) -> None:
        """Recognise a blank form and show the proposal over it."""
        self._context.runner.run("正在认表", lambda tick: blank_forms.recognise(path), self._show_proposal)

    def choose_cell(self, number: int) -> None:
        """Put the cursor on a cell of the form: its words are looked for in the catalogue."""
        if 0 <= number < len(self._cells):
            self.cells.setCurrentRow(number)

    def bind(self, name: str) -> None:
        """Let the chosen cell be filled with ``name``; '' leaves it empty."""
        row = self.cells.currentRow()
        if self.proposal is None or not 0 <= row < len(self._cells):
            return
        self.proposal = blank_form_view.corrected(self.proposal, self._cells[row], name)
        self._is_corrected = True
        self._refresh(row)

    def keep(self) -> None:
        """Save the form as corrected among the officer's own forms; one with names that are none is refused."""
        if self.proposal is None:
            return
        try:
            blank_forms.refuse_unknown(self.proposal)
        except FormRefused as fault:
            self._context.messages.warn(str(fault))
            return
        year = self._context.today().year
        code = blank_forms.next_code(self._context.ledger, year)
        dialog = KeepFormDialog(self.proposal.title, code, blank_forms.usual_period(self.proposal.title), self)
        dialog.accepted.connect(lambda: self.keep_as(dialog.title, code, dialog.period))
        dialog.open()

    def keep_as(self, title: str, code: str, period: str) -> None:
        """Save it under that title and code; ``period`` is none, month or year."""
        if self.proposal is None:
            return
        form = blank_forms.save_as_form(
            self._context.ledger, self.proposal, title=title, code=code, year=self._context.today().year, period=period
        )
        self._context.messages.toast(f"已保存为自己的表：{form.title}（{form.code}）")
        self.close_form()
        self.kept.emit(form)

    def put_away(self) -> None:
        """不要了: corrections not yet kept are asked about first."""
        if self._may_go():
            self.close_form()

    def close_form(self) -> None:
        """Put the form away."""
        self.proposal = None
        self._is_corrected = False
        self._stack.setCurrentWidget(self._empty)

    def show_names(self) -> None:
        """名称目录: for placeholders written in WPS."""
        NameCatalogue(self._context, self).show()

    def leave(self) -> bool:
        """Whether the board may be left: a proposal not yet saved is asked about."""
        if self.proposal is None or self._stack.currentWidget() is self._empty:
            return True
        chosen = self._context.messages.choose("这张空白表还没有保存。", "保存为自己的表", "不保存")
        if chosen == "不保存":
            self.close_form()
        elif chosen:
            self.keep()
        return chosen == "不保存"

    # What is shown

    def _may_go(self) -> bool:
        return not self._is_corrected or self.leave()

    def _show_proposal(self, proposal: Proposal) -> None:
        faults = blank_form_view.faults_of(proposal)
        if faults:
            self._context.messages.tell("这张表有几处要留意：\n" + "\n".join(faults))
        if not blank_forms.asks_anything(proposal):
            self._context.messages.tell(_NOTHING.format(proposal.path.name))
            return
        self.proposal, self._is_corrected = proposal, False
        self._stack.setCurrentWidget(self._work)
        self._refresh(0)

    def _refresh(self, row: int) -> None:
        """Draw the proposal anew, with the paper as it would come out."""
        proposal, ledger, on = self.proposal, self._context.ledger, self._context.today()
        if proposal is None:
            return

        def work(tick: Progress) -> tuple[Drawn, bytes | str, dict[str, str]]:
            values = blank_form_view.present_values(ledger, on=on)
            try:
                filled: bytes | str = blank_forms.preview(ledger, proposal, on=on)
            except FormRefused as fault:  # the cells can be corrected all the same
                filled = str(fault)
            return blank_form_view.drawn(proposal), filled, values

        self._context.runner.run("画出这张表", work, lambda made: self._show(made, row))

    def _show(self, made: tuple[Drawn, bytes | str, dict[str, str]], row: int) -> None:
        self._drawn, filled, values = made
        proposal = self.proposal
        if proposal is None:
            return
        self._cells = blank_form_view.cells_of(proposal)
        self.picker.show_values(values)
        self._fill_list(row)
        self._form.show_pdf(self._drawn.pdf)
        if isinstance(filled, bytes):
            self._filled.show_pdf(filled)
        else:
            self._filled.show_words(filled)
        self._turn_to(row)
        bound = sum(1 for each in self._cells if each.text)
        self._said.setText(
            f"{proposal.title}：认出 {bound} 处，留空 {len(self._cells) - bound} 处。点表上的格子或左边的行来改。"
        )

    def _fill_list(self, row: int) -> None:
        self.cells.blockSignals(True)
        self.cells.clear()
        for each in self._cells:
            item = QListWidgetItem(f"{each.cell}　{each.label}\n→ {each.said or '留空'}")
            item.setToolTip(each.reason)
            item.setForeground(self.palette().text() if each.text else self.palette().placeholderText())
            self.cells.addItem(item)
        self.cells.setCurrentRow(min(row, len(self._cells) - 1))
        self.cells.blockSignals(False)

    def _mark(self, row: int) -> None:
        if self._drawn is None:
            return
        places = {(each.sheet, each.cell): each for each in self._drawn.places}
        marks = []
        for each in self._cells:
            place = places.get((each.sheet, each.cell))
            box = (place.page, place.box) if place else (0, (0.0, 0.0, 0.0, 0.0))
            marks.append(Mark(*box, _COLOURS.get(each.certainty, theme.WARN), each.said, each.is_beside_words))
        self._form.show_marks(marks, row)

    def _turn_to(self, row: int) -> None:
        self._mark(row)
        if 0 <= row < len(self._cells):
            self.picker.propose(self._cells[row].label)

    # The parts

    def _make_list(self) -> None:
        self.cells = QListWidget()
        self.cells.setAccessibleName("表上要填的格子")
        self.cells.setWordWrap(True)
        self.cells.currentRowChanged.connect(self._turn_to)
        self.picker = NamePicker(blank_forms.choices())
        self.picker.picked.connect(self.bind)
        self._clear = _button("这一格留空", lambda: self.bind(""))

    def _make_paper(self) -> None:
        self._form, self._filled = PdfView(), PdfView()
        self._form.pointed.connect(self.choose_cell)
        self._paper = QTabWidget()
        self._paper.setDocumentMode(True)
        self._paper.addTab(self._form, "空白表")
        self._paper.addTab(self._filled, "填好的样子")

    def _make_bar(self) -> None:
        self._said = QLabel()
        self._said.setProperty("role", "section")
        self._said.setWordWrap(True)
        self._open = _button("另开一张", self.begin)
        self._put_away = _button("不要了", self.put_away)
        self._names = _button("名称目录", self.show_names)
        self._keep = _button("保存为自己的表", self.keep)
        self._keep.setProperty("role", "primary")

    def _arrange(self) -> None:
        left, self._work = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cells, 3)
        change = QHBoxLayout()
        change.addWidget(QLabel("改成："), 1)
        change.addWidget(self._clear)
        column.addLayout(change)
        column.addWidget(self.picker, 2)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self._paper)
        split.setSizes([320, 640])
        split.setChildrenCollapsible(False)
        bar = QHBoxLayout()
        bar.addWidget(self._said, 1)
        for button in (self._names, self._put_away, self._open, self._keep):
            bar.addWidget(button)
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addLayout(bar)
        work.addWidget(split, 1)
        self._empty = EmptySheet(
            "forms", "上级又发了新表？", _PURPOSE, "打开空白表", self.begin, ("名称目录", self.show_names)
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._work)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


def _button(text: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda: act())
    return button
