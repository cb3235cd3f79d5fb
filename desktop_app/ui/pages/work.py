"""工作台账: what was done through the year, each kind in its own list; the yearly figures are counted from here."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.records.registry import record_type
from desktop_app.services import checklists, listing, special_periods
from desktop_app.services.listing import Listing
from desktop_app.ui.context import Context
from desktop_app.ui.page import Page
from desktop_app.ui.place_of import way_to
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.shelf import Shelf

_PURPOSES = {
    "activity": "培训、讲座、竞赛、慰问、读书、交友、托管班，办一次记一次，年度统计表的人次由此算出。"
    "打开一次活动，可以填预算明细和签领。",
    "health_check": "女职工体检、“两癌”筛查，一批记一次。只填人数，不登记个人的检查结果。",
    "visit": "女职工来访、来信、来电，一件记一次：反映了什么、怎样办、她是否满意。名单里不显示姓名和内容。",
    "benefit": "卫生费、困难帮扶、节日和生育慰问，一人或一批记一次。",
    "honour": "女职工个人和集体得到的荣誉，一项记一次。",
    "bulletin": "报给上级的女职工工作信息，采用了就打勾，年终由此计数。",
    "protection_check": "按“开始自查”，各个项目和依据先列好，逐条填符合或不符合。",
    "hazard_post": "法律禁止女职工（或孕期、哺乳期、经期女职工）从事的岗位，一个岗位一行，并书面告知每一名在岗女职工。",
    "supervision_letter": "工会发给单位的提示函、监督意见书，一份一行；登记了答复和整改，就不再提醒。",
    "stated_figure": "年度统计表里台账算不出的数，写在这里并注明来源；填了的，以这里为准。",
    "handover": "换人时移交的文件、印章、账号和未办事项，一件一行，打印出来三方签字。",
}
_COLUMNS = {  # beside the names there is room for six; the place is found by searching
    "activity": ("held_on", "name", "category", "attendee_count", "woman_count", "expense"),
}


class WorkPage(Page):
    """A list for each kind of work, one in front."""

    name = "work"
    title = "工作台账"
    icon = "work"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.shelf = Shelf()
        for kind in _PURPOSES:
            self.shelf.tabs.add(kind, record_type(kind).label, partial(self._list_of, kind))
        self.shelf.tabs.currentChanged.connect(self._show_tab)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 12)
        column.addWidget(self.shelf)

    @property
    def list(self) -> RecordListView:
        """The list in front."""
        content = self.shelf.tabs.content()
        assert isinstance(content, RecordListView)  # noqa: S101 - tells the type checker what the tabs are made of
        return content

    def reload(self) -> None:
        """Show how many there are of each kind."""
        self._show_tab()
        self.shelf.show_counts({kind: listing.count(self.context.ledger, Listing(kind)) for kind in _PURPOSES})

    def show_record(self, kind: str, record_id: int) -> None:
        """Open the list of a kind; with an id, the record and what of it is meant."""
        way = way_to(self.context.ledger, kind, record_id, _PURPOSES)
        self.shelf.tabs.open(way[0][0])
        self._show_tab()
        self.list.open_way(way)

    def search(self) -> None:
        """Ctrl+F in the list in front."""
        self.list.search()

    def save(self) -> None:
        """Ctrl+S."""
        self.list.save()

    def leave(self) -> bool:
        """Typed work holds the officer."""
        return all(made.leave() for made in self.shelf.tabs.made() if isinstance(made, RecordListView))

    def begin_check(self) -> None:
        """Lay out today's self-check, item by item."""
        check_id = checklists.start_protection_check(self.context.ledger, self.context.today())
        self.context.changed.emit("")
        self.list.open_way([("protection_check", check_id), ("protection_check_line", 0)])
        self.context.offer_undo("已列出自查项目，逐条填写自查结果。")

    def confirm_no_posts(self) -> None:
        """Note that there is nothing to list, so that the check no longer asks for it."""
        special_periods.confirm_no_posts(self.context.ledger)
        self.context.changed.emit("setting")
        self.context.messages.toast("已记下：本单位没有禁忌岗位，检查时不再提示。以后有了，照常新增。")

    def _list_of(self, kind: str) -> RecordListView:
        view = RecordListView(self.context, kind, columns=_COLUMNS.get(kind), purpose=_PURPOSES[kind])
        view.editing.connect(self._show_tab)
        if kind == "protection_check":
            view.add_step("开始自查", self.begin_check)
        if kind == "hazard_post":
            view.add_step("没有禁忌岗位", self.confirm_no_posts)
        return view

    def _show_tab(self, _: object = None) -> None:
        self.shelf.make_room(self.list.is_editing)
