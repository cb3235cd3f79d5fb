"""The head of the committee page: who leads the term, when it ends, and whether the three went together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop_app.rules.findings import ERROR
from desktop_app.services.committee import Overview


class TermHead(QFrame):
    """Three facts in words and three checks, each told by mark and colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self._leader, self._end, self._members = QLabel(), QLabel(), QLabel()
        self._checks = [QLabel() for _ in range(3)]
        together = QLabel("三同时")
        together.setProperty("role", "unit")
        together.setToolTip("与工会委员会同时筹备、同时产生、同时报批（总工发〔2022〕5号第七条）")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(6)
        for labels in ((self._leader, self._members, self._end), (together, *self._checks)):
            row = QHBoxLayout()
            row.setSpacing(16)
            for label in labels:
                row.addWidget(label)
            row.addStretch()
            column.addLayout(row)

    def show_overview(self, seen: Overview) -> None:
        """Show how the term stands."""
        post, members = ("主任候选人", "候选人") if seen.is_coming else ("主任", "在任")
        self._leader.setText(f"{post}　{'、'.join(seen.directors) or '未填'}")
        self._members.setText(f"{members} {seen.member_count} 人")
        self._show(self._end, *_ending(seen))
        for label, (words, done) in zip(self._checks, seen.together, strict=True):
            if done is None:
                self._show(label, f"？{words}未填", "badge-quiet")
            else:
                self._show(label, f"✓ {words}" if done else f"✕ 未{words}", "badge-good" if done else "badge-bad")

    @staticmethod
    def _show(label: QLabel, words: str, role: str) -> None:
        label.setText(words)
        label.setProperty("role", role)
        label.style().polish(label)


def _ending(seen: Overview) -> tuple[str, str]:
    if seen.ends_on is None:
        return "任期止未填", "badge-quiet"
    if seen.ending is not None:
        is_over = seen.ending.severity == ERROR
        return f"{'✕' if is_over else '！'} {seen.ending.message}", "badge-bad" if is_over else "badge-warn"
    if seen.is_coming:
        return f"筹备中，任期 {seen.starts_on} 至 {seen.ends_on}", "badge-quiet"
    return (
        (f"任期至 {seen.ends_on}", "badge-good") if seen.is_in_office else (f"已于 {seen.ends_on} 届满", "badge-quiet")
    )
