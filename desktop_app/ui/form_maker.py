"""From a form and its choices to files in a folder, one or all of them, never over an older file unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.errors import BanbiantianError
from desktop_app.services import forms
from desktop_app.services.forming.output import original, replace_originals, stand_beside
from desktop_app.services.forms import Form
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.form_choices import FormChoices

Refused = list[tuple[Form, BanbiantianError]]


class FormMaker:
    """Asks where, works away from the window, and hands the files to ``made``."""

    def __init__(self, context: Context, made: Callable[[Sequence[Path]], None]) -> None:
        self._context = context
        self._made = made

    def make(self, form: Form, chosen: FormChoices, outputs: Sequence[str], blank_rows: int | None) -> None:
        """Write one form. Raises Rejected for a 填报日期 that is none."""
        asked = chosen.asked
        folder = self._context.messages.choose_folder("文件放在哪个文件夹")
        if not folder:
            return

        def work(tick: Progress) -> list[Path]:
            return forms.produce(
                self._context.ledger,
                form,
                Path(folder),
                outputs=outputs,
                blank_rows=blank_rows,
                beside=True,
                **asked,
            )

        self._context.runner.run("生成表格", work, self._settle)

    def make_all(self, wanted: Sequence[Form], chosen: FormChoices) -> None:
        """Write every form, or all that the recipient takes; those that cannot be made are told at the end."""
        asked, recipient = chosen.asked, chosen.recipient
        wanted = [form for form in wanted if recipient is None or recipient.takes(form.code)]
        folder = self._context.messages.choose_folder(f"{len(wanted)} 张表放在哪个文件夹")
        if not folder:
            return
        refused: Refused = []

        def work(tick: Progress) -> list[Path]:
            return forms.produce_all(
                self._context.ledger,
                Path(folder),
                forms=wanted,
                outputs=(),
                beside=True,
                progress=lambda done, total, title: tick(done, total),
                refused=lambda form, fault: refused.append((form, fault)),
                **asked,
            )

        self._context.runner.run("全部导出", work, lambda paths: self._settle_all(paths, refused))

    def _settle_all(self, paths: list[Path], refused: Refused) -> None:
        self._settle(paths)
        if refused:
            told = "\n".join(f"{form.title}：{fault}" for form, fault in refused)
            self._context.messages.tell(f"有 {len(refused)} 张表没有生成，其余的都已生成：\n{told}")

    def _settle(self, paths: list[Path]) -> None:
        """Where a file of that name was there already, the officer says which to keep."""
        if not paths:
            return
        doubled = stand_beside(paths)
        self._made(paths)
        if doubled:
            named = original(doubled[0]).name + (f"等 {len(doubled)} 个文件" if len(doubled) > 1 else "")
            question = f"文件夹里原来就有“{named}”。新文件已另存在旁边，名字带“（2）”，原文件没有动。"
            if self._context.messages.ask(question, "用新文件换掉原文件", "两个都留"):
                self._made(replace_originals(paths))
