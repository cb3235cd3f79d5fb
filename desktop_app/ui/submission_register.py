"""报送台账: what went to whom and when, with the files as they were handed in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop_app.services import submissions
from desktop_app.ui.context import Context
from desktop_app.ui.made_files import MadeFiles
from desktop_app.ui.record_list import RecordListView

_PURPOSE = "报没报、报给谁、哪一版，都记在这里。做表时点“报送”，当时的数和文件就原样存下，以后改台账也不会变。"
_SCANS = "扫描件 (*.pdf *.jpg *.jpeg *.png)"


class SubmissionRegister(QWidget):
    """The register, and beneath it the frozen files of the submission one stands on."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.list = RecordListView(context, "submission", purpose=_PURPOSE)
        self.list.table.selectionModel().selectionChanged.connect(lambda *_: self.show_files())
        self.list.table.model().modelReset.connect(self.show_files)  # a reset clears the selection without a word
        self.files = QListWidget()
        self.files.setMaximumHeight(110)
        self.files.itemActivated.connect(lambda _: self.take_out())
        self.files.setAccessibleName("报送时存下的文件")
        self._said = QLabel()
        self._said.setProperty("role", "hint")
        self._out, self._scan = QPushButton("取出文件"), QPushButton("存入盖章扫描件")
        self._out.clicked.connect(self.take_out)
        self._scan.clicked.connect(self.attach)
        self._made = MadeFiles()
        self._arrange()
        self.list.editing.connect(lambda is_editing: self._below.setVisible(not is_editing))
        self.show_files()

    def open_record(self, record_id: int) -> None:
        """Open one submission."""
        self.list.open_record(record_id)

    def search(self) -> None:
        """Ctrl+F."""
        self.list.search()

    def save(self) -> None:
        """Ctrl+S."""
        self.list.save()

    def leave(self) -> bool:
        """Typed work holds the officer."""
        return self.list.leave()

    def show_files(self) -> None:
        """List the files of the submission one stands on."""
        chosen = self._chosen()
        self.files.clear()
        kept = submissions.kept_files(self._context.ledger, chosen) if chosen else []
        for each in kept:
            self.files.addItem(f"{each.name}　{max(1, each.size // 1024)} KB　校验码 {each.sha256[:12]}")
        self.files.setVisible(bool(kept))  # the room belongs to the register
        none = "这条是手工登记的，没有存下文件" if chosen else "选一条报送记录，看当时存下的文件"
        self._said.setText("存下的文件" if kept else none)
        self._out.setEnabled(bool(kept))
        self._scan.setEnabled(bool(chosen))

    @property
    def said(self) -> str:
        """What is told above the files."""
        return self._said.text()

    def take_out(self) -> None:
        """Copies of the files into a folder."""
        chosen = self._chosen() if self.files.count() else None
        folder = self._context.messages.choose_folder("文件取出到哪个文件夹") if chosen else ""
        if folder and chosen:
            self._made.show_paths(submissions.take_out(self._context.ledger, chosen, Path(folder)))

    def attach(self) -> None:
        """Keep the scan of the stamped paper."""
        chosen = self._chosen()
        file = self._context.messages.open_file("选择盖章扫描件", _SCANS) if chosen else ""
        if file and chosen:
            submissions.attach(self._context.ledger, chosen, Path(file))
            self._context.messages.toast(f"已存入“{Path(file).name}”。")
            self.show_files()

    def _chosen(self) -> int | None:
        ids = self.list.table.ids()
        return ids[0] if len(ids) == 1 else None

    def _arrange(self) -> None:
        self._below = QWidget()
        row = QHBoxLayout()
        row.addWidget(self._said, 1)
        row.addWidget(self._scan)
        row.addWidget(self._out)
        lower = QVBoxLayout(self._below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addLayout(row)
        lower.addWidget(self.files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._made)
        column.addWidget(self.list, 1)
        column.addWidget(self._below)
