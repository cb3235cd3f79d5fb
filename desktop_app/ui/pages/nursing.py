"""休息哺乳室: the rooms, their log as it is written on paper, cleaning, inspection, equipment and monthly figures."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout

from desktop_app.services import nursing, records
from desktop_app.ui.context import Context
from desktop_app.ui.empty_sheet import EmptySheet
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.marked_list import MarkedList
from desktop_app.ui.page import Page
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.room_log import RoomLog
from desktop_app.ui.room_month import RoomMonth

ROOM_WORD = "女职工休息哺乳室"
_EMPTY = (
    "这里登记每间{word}：把门口的纸质登记表录进来，记下清洁消毒和设施检查，月底自动算出使用人次和平均时长。"
    "使用登记不要求姓名。"
)
_NO_ROOM = {"room_id": 0}  # until a room is shown
_Panel = RoomLog | MarkedList | RecordListView | RecordEditor


class NursingPage(Page):
    """One room at a time, chosen on top."""

    name = "nursing"
    title = "休息哺乳室"
    icon = "nursing"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.room_id = 0
        self._make_head()
        self._make_tabs()
        self._make_new_room()
        self._make_layout()

    def reload(self) -> None:
        """Show the rooms and the tab in front."""
        self._word.setText(self.context.ledger.setting("room_word", ROOM_WORD))
        rooms = nursing.rooms(self.context.ledger)
        ids = [record_id for record_id, _ in rooms]
        if self.room_id not in ids:
            self.room_id = ids[0] if ids else 0
        self._rooms.blockSignals(True)
        self._rooms.clear()
        for record_id, name in rooms:
            self._rooms.addItem(name, record_id)
        self._rooms.setCurrentIndex(ids.index(self.room_id) if ids else -1)
        self._rooms.blockSignals(False)
        self._rooms.setVisible(bool(ids))
        self._word.setVisible(bool(ids))
        self._add.setVisible(bool(ids))
        if self._stack.currentWidget() is not self._new_room:
            self._stack.setCurrentWidget(self._tabs if ids else self._empty)
        if ids:
            self._show_tab()

    def show_record(self, kind: str, record_id: int) -> None:
        """Go to the room and the tab of a record."""
        if kind == "room_inspection_line" and record_id:
            kind, record_id = "room_inspection", records.load(self.context.ledger, kind, record_id)["inspection_id"]
        values = records.load(self.context.ledger, kind, record_id) if record_id else {}
        if values:
            self.room_id = record_id if kind == "nursing_room" else values["room_id"]
        self.reload()
        if not self.room_id:
            return
        panel = self._tabs.open(kind)
        self._show_tab()
        if isinstance(panel, RoomLog) and values:
            panel.days.pick(values["used_on"])
        shown = panel.list if isinstance(panel, MarkedList) else panel
        if record_id and isinstance(shown, RecordListView):
            shown.open_record(record_id)

    def search(self) -> None:
        """Ctrl+F in the list in front."""
        panel = self._tabs.content() if self.room_id else None
        shown = panel.list if isinstance(panel, MarkedList) else panel
        if isinstance(shown, RecordListView):
            shown.search()

    def save(self) -> None:
        """Ctrl+S: keep the line one is typing."""
        panel = self._tabs.content() if self.room_id else None
        if isinstance(panel, RoomLog):
            panel.sheet.grid.keep_all()

    def leave(self) -> bool:
        """Lines that are red and editors with changes hold the officer back until she decides."""
        if self._stack.currentWidget() is self._new_room and not self._new_room.leave():
            return False
        return all(panel.leave() for panel in self._tabs.made() if isinstance(panel, _Panel))

    @property
    def word(self) -> str:
        """What a nursing room is called here."""
        return self._word.text()

    def begin_room(self) -> None:
        """Register another room."""
        if self.leave():
            self._new_room.open(None)
            self._stack.setCurrentWidget(self._new_room)
            self._new_room.focus()

    def _make_head(self) -> None:
        self._word = QLabel()
        self._word.setProperty("role", "section")
        self._rooms = QComboBox()
        self._rooms.setAccessibleName("哺乳室")
        self._rooms.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._rooms.currentIndexChanged.connect(self._choose_room)
        self._add = QPushButton("新增一间")
        self._add.clicked.connect(self.begin_room)

    def _make_tabs(self) -> None:
        self._tabs = LazyTabs()
        self._tabs.add("room_use", "使用登记", lambda: RoomLog(self.context))
        self._tabs.add("room_cleaning", "清洁消毒", lambda: MarkedList(self.context, "room_cleaning", "已清洁"))
        self._tabs.add("room_inspection", "设施检查", lambda: MarkedList(self.context, "room_inspection", "已检查"))
        self._tabs.add("room_equipment", "设备设施", lambda: RecordListView(self.context, "room_equipment", _NO_ROOM))
        self._tabs.add("figures", "本月情况", lambda: RoomMonth(self.context))
        self._tabs.add("nursing_room", "哺乳室资料", lambda: RecordEditor(self.context, "nursing_room", is_fixed=True))
        self._tabs.currentChanged.connect(self._show_tab)

    def _make_new_room(self) -> None:
        self._new_room = RecordEditor(self.context, "nursing_room")
        self._new_room.saved.connect(self._take_room)
        self._new_room.closed.connect(self._show_rooms)

    def _make_layout(self) -> None:
        word = self.context.ledger.setting("room_word", ROOM_WORD)
        self._empty = EmptySheet(
            self.icon, f"还没有登记{word}", _EMPTY.format(word=word), "登记第一间", self.begin_room
        )
        self._stack = QStackedWidget()
        for widget in (self._empty, self._tabs, self._new_room):
            self._stack.addWidget(widget)
        head = QHBoxLayout()
        head.addWidget(self._word)
        head.addWidget(self._rooms)
        head.addStretch(1)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 10)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _choose_room(self, index: int) -> None:
        wanted = self._rooms.itemData(index) or 0
        if self.leave():
            self.room_id = wanted
        self.reload()

    def _take_room(self, record_id: int) -> None:
        self.room_id = record_id
        self._show_rooms()

    def _show_rooms(self) -> None:
        self._stack.setCurrentWidget(self._tabs)
        self.reload()

    def _show_tab(self, _: int = 0) -> None:
        """Point the tab in front at the present room; an editor or list that shows it already is left as it is."""
        if not self.room_id:
            return
        panel = self._tabs.content()
        if isinstance(panel, RoomLog | MarkedList | RoomMonth):
            panel.show_room(self.room_id)
        elif panel.property("room") == self.room_id:
            return
        elif isinstance(panel, RecordListView):
            panel.set_where({"room_id": self.room_id})
        elif isinstance(panel, RecordEditor):
            panel.open(self.room_id)
        panel.setProperty("room", self.room_id)
