"""From a form and its choices to a frozen submission: asked how, kept in the register, its files put into a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.errors import BanbiantianError
from desktop_app.rules.findings import Finding
from desktop_app.services import submissions
from desktop_app.services.comparing import Comparison, compare
from desktop_app.services.forms import Form, Missing
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.form_choices import FormChoices
from desktop_app.ui.hand_in_dialog import HandInDialog


class FormSender:
    """Hands files that were put into a folder to ``made``."""

    def __init__(self, context: Context, made: Callable[[Sequence[Path]], None]) -> None:
        self._context = context
        self._made = made

    def hand_in(
        self, form: Form, chosen: FormChoices, lacking: Sequence[Missing], faults: Sequence[Finding] = ()
    ) -> None:
        """Ask how, then hand in the form as chosen. Raises Rejected for a sample, or a 填报日期 that is none."""
        submissions.refuse_sample(self._context.ledger)
        gaps = [each.sentence for each in lacking]
        wrong = [f"{each.about}：{each.message}" for each in faults]
        dialog = HandInDialog(self._context, form.title, chosen.recipient, gaps, chosen.window(), faults=wrong)
        dialog.accepted.connect(lambda: self.send(form, chosen, dialog))
        self._ask_since(form, chosen, dialog)
        dialog.open()

    def send(self, form: Form, chosen: FormChoices, dialog: HandInDialog) -> None:
        """Freeze the form as the dialog says; then the officer chooses where the files go."""
        ledger, manner, reason = self._context.ledger, dialog.manner, dialog.reason
        asked = chosen.asked

        def work(tick: Progress) -> int:
            return submissions.submit(ledger, form, manner=manner, reason=reason, **asked)

        self._context.runner.run("报送", work, self._settle)

    def _ask_since(self, form: Form, chosen: FormChoices, dialog: HandInDialog) -> None:
        ledger, asked = self._context.ledger, chosen.asked

        def work(tick: Progress) -> Comparison | None:
            return compare(ledger, form, **asked)

        self._context.runner.run("与上次相比", work, dialog.show_since)

    def hand_in_all(self, wanted: Sequence[Form], chosen: FormChoices) -> None:
        """Hand in every form the recipient takes; those with gaps or faults are told and left out. Raises Rejected."""
        submissions.refuse_sample(self._context.ledger)
        recipient, messages = chosen.recipient, self._context.messages
        if recipient is None:
            messages.tell("请先在“报给”里选接收单位（在“接收单位”里登记），再成批报送它要的表。")
            return
        taken = [form for form in wanted if recipient.takes(form.code)]
        question = f"要把{recipient.name}要的 {len(taken)} 张表都报送吗？内容不全、逻辑检查有强制问题的会留下不报。"
        if not messages.ask(question, f"报送 {len(taken)} 张"):
            return
        ledger, asked = self._context.ledger, chosen.asked
        refused: list[tuple[Form, BanbiantianError]] = []

        def work(tick: Progress) -> list[int]:
            return submissions.submit_all(
                ledger,
                taken,
                progress=lambda done, total, title: tick(done, total),
                refused=lambda form, fault: refused.append((form, fault)),
                **asked,
            )

        self._context.runner.run("成批报送", work, lambda made: self._settle_all(made, refused))

    def _settle_all(self, made: Sequence[int], refused: Sequence[tuple[Form, BanbiantianError]]) -> None:
        if made:
            self._take_out(made)
        if refused:
            told = "\n".join(f"{form.title}：{fault}" for form, fault in refused)
            self._context.messages.tell(f"有 {len(refused)} 张表没有报送，其余 {len(made)} 张已报：\n{told}")

    def _settle(self, made: int) -> None:
        self._take_out([made])

    def _take_out(self, made: Sequence[int]) -> None:
        self._context.changed.emit("submission")
        folder = self._context.messages.choose_folder("报送的文件放在哪个文件夹")
        said = f"已报送 {len(made)} 张表，记入报送台账。"
        self._context.messages.toast(said if folder else f"{said}文件也存在那里，随时可以取出。")
        if folder:
            paths = [path for each in made for path in submissions.take_out(self._context.ledger, each, Path(folder))]
            self._made(paths)
