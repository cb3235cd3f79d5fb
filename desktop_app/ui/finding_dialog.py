"""What the rules found in one record, one sentence each; a click leads to the field where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.rules.findings import ERROR, Finding
from desktop_app.ui import theme
from desktop_app.ui.context import Context

_HINT = "点一条（或按回车），去改正的地方。待核实的规定只作提示，不作强制。"


def counted(findings: Sequence[Finding]) -> str:
    """有 2 条强制、3 条提示；空的一句表示没有。"""
    errors = sum(finding.severity == ERROR for finding in findings)
    parts = [f"{errors} 条强制"] if errors else []
    if len(findings) > errors:
        parts.append(f"{len(findings) - errors} 条提示")
    return f"有 {'、'.join(parts)}" if parts else "没有发现问题"


class FindingDialog(QDialog):
    """Stays open beside the page until it is closed or a line is chosen."""

    def __init__(self, context: Context, title: str, findings: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(title)
        self.resize(720, 420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head, hint = QLabel(f"{title}：{counted(findings)}"), QLabel(_HINT)
        head.setProperty("role", "section")
        hint.setProperty("role", "hint")
        self.list = QListWidget()
        self.list.setProperty("role", "findings")
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setAccessibleName(title)
        for finding in findings:
            self.list.addItem(_item(finding))
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        for widget in (head, hint, self.list):
            column.addWidget(widget)

    def _go(self, item: QListWidgetItem) -> None:
        finding: Finding = item.data(Qt.ItemDataRole.UserRole)
        if finding.kind:
            self.close()
            self._context.show_record(finding.kind, finding.record_id, finding.field)


def _item(finding: Finding) -> QListWidgetItem:
    is_error = finding.severity == ERROR
    word = "！强制" if is_error else "· 提示"
    item = QListWidgetItem(f"{word}　{finding.message}\n　　　　{finding.grounds}")
    item.setForeground(QColor(theme.BAD if is_error else theme.INK))
    item.setData(Qt.ItemDataRole.UserRole, finding)
    return item
