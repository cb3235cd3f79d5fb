"""表单上报: the forms, the register of what was handed in, who receives, and a superior's own blank forms."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.services.forms import Asked, Form
from desktop_app.ui.blank_form_board import BlankFormBoard
from desktop_app.ui.context import Context
from desktop_app.ui.finding_board import FindingBoard
from desktop_app.ui.form_desk import FormDesk
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.letter_editor import LetterEditor
from desktop_app.ui.page import Page
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.submission_register import SubmissionRegister

_RECIPIENTS = "登记谁收表：上级工会、人社局、职代会……各要哪些表、什么格式、身份证号和电话露多少。做表时选一下就照着出。"
_HOLDING = (FormDesk, FindingBoard, RecordListView, SubmissionRegister, BlankFormBoard)  # may hold typed work


class FormsPage(Page):
    """做表 first; the other tabs are made when they are looked at."""

    name = "forms"
    title = "表单上报"
    icon = "forms"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.desk = FormDesk(context)
        self.tabs = LazyTabs()
        self.tabs.add("desk", "做表", lambda: self.desk)
        self.tabs.add("check", "逻辑检查", lambda: FindingBoard(context))
        self.tabs.add("submission", "报送台账", lambda: SubmissionRegister(context))
        self.tabs.add("recipient", "接收单位", lambda: RecordListView(context, "recipient", purpose=_RECIPIENTS))
        self.tabs.add("blank", "上级发的空白表", self._make_board)
        self.tabs.currentChanged.connect(lambda _: self._turned())
        self.desk.choices.dropped.connect(self.desk.reload)
        self.desk.findings_wanted.connect(self._show_findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 10)
        column.addWidget(self.tabs)
        self.tabs.content()

    def _make_board(self) -> BlankFormBoard:
        board = BlankFormBoard(self.context)
        board.kept.connect(self._show_own)
        return board

    def _turned(self) -> None:
        """What was typed in the other tabs, such as a new recipient, is offered at once."""
        self.tabs.content()
        self.reload()

    def _show_findings(self, form: Form, asked: Asked) -> None:
        board = self.tabs.open("check")
        if isinstance(board, FindingBoard):
            board.show_form(form, asked)

    def _show_own(self, form: Form) -> None:
        self.tabs.open("desk")
        self.desk.reload()
        self.desk.choose(form.code)

    def reload(self) -> None:
        """Check every form anew and show the present one, or all that is found."""
        view = self.tabs.content()
        if isinstance(view, FormDesk | FindingBoard):
            view.reload()

    def show_record(self, kind: str, record_id: int) -> None:
        """Open a submission, a recipient or 逻辑检查, else the form of that code or about that kind."""
        if kind in ("submission", "recipient"):
            view = self.tabs.open(kind)
            if record_id and isinstance(view, RecordListView | SubmissionRegister):
                view.open_record(record_id)
            return
        self.tabs.open("check" if kind == "finding_note" else "desk")
        self.desk.choose(kind, record_id)

    def search(self) -> None:
        """Ctrl+F: into the list in front."""
        view = self.tabs.content()
        if isinstance(view, RecordListView | SubmissionRegister):
            view.search()
        elif isinstance(view, BlankFormBoard):
            view.picker.setFocus()
        else:
            self.desk.list.setFocus()

    def save(self) -> None:
        """Ctrl+S: keep what is typed."""
        view = self.tabs.content()
        if isinstance(view, RecordListView | SubmissionRegister):
            view.save()
        elif (words := self.desk.findChild(LetterEditor)) and words.isVisible() and words.is_changed:
            words.keep()

    def leave(self) -> bool:
        """Typed work holds the officer."""
        views = [view for view in self.tabs.made() if isinstance(view, _HOLDING)]
        return all(view.leave() for view in views)
