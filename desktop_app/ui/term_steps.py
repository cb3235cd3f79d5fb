"""Where the forming of one term stands: its line of steps, and what the step chosen waits for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop_app.rules.procedure import AHEAD, LATE, NOW, Step
from desktop_app.services import forms
from desktop_app.ui.stage_line import StageLine
from desktop_app.ui.step_panel import StepPanel


class TermSteps(QFrame):
    """``fill`` asks for the place of the step chosen (see ``step``), ``paper`` carries a form's code."""

    fill = Signal()
    paper = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self.line = StageLine()
        self.panel = StepPanel({form.code: form.title for form in forms.all_forms()})
        self.panel.fold(True)
        self._steps: tuple[Step, ...] = ()
        self._today = date.min
        self._chosen = ""
        self.line.chosen.connect(self._choose)
        self.panel.fill.connect(self.fill)
        self.panel.paper.connect(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 10, 4)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.panel)

    def show_steps(self, steps: Sequence[Step], today: date) -> None:
        """Show the steps, the one chosen before or else the first that waits."""
        self._steps, self._today = tuple(steps), today
        if not steps:
            return
        chosen = [n for n, step in enumerate(steps) if step.code == self._chosen]
        waiting = [[n for n, step in enumerate(steps) if step.state == state] for state in (LATE, NOW, AHEAD)]
        self._show(next((numbers[0] for numbers in (chosen, *waiting) if numbers), len(steps) - 1))

    @property
    def step(self) -> Step:
        """The step chosen."""
        return self._steps[self.line.current]

    def _choose(self, number: int) -> None:
        self._chosen = self._steps[number].code
        self._show(number)

    def _show(self, number: int) -> None:
        self.line.show_steps(self._steps, number)
        self.panel.show_step(self._steps[number], self._today)
