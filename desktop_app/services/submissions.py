"""Handing forms in: what went to whom, when and how is entered in a register and frozen with its files."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Unpack

from sqlalchemy import Connection, func, insert, select

from desktop_app.archives import content_of
from desktop_app.errors import BanbiantianError, FileRefused, Rejected
from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.ledger.writing import Writing
from desktop_app.printing.form import Form
from desktop_app.printing.whole_file import written_whole
from desktop_app.records import submission
from desktop_app.records.fields import Value
from desktop_app.records.parsing import with_defaults
from desktop_app.services.checking import errors_in, filled_with_notes, findings_of
from desktop_app.services.comparing import DATA, last_submission, plain_values
from desktop_app.services.forming.files import safe, target
from desktop_app.services.forming.filled import Filled, FilledLetter
from desktop_app.services.forming.occasion import Asked, Occasion, occasion_for
from desktop_app.services.forming.readiness import readiness
from desktop_app.services.forming.sources import Sources
from desktop_app.services.periods import in_batch

FILE, SCAN, _TEXT = "file", "scan", "text"
_SCANS = (".pdf", ".jpg", ".jpeg", ".png")

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Manner:
    """How something is handed in: by which way, in how many copies, sealed or not, due when."""

    way: str = ""
    copies: int | None = None
    is_sealed: bool | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class Kept:
    """A frozen file: its number, its name as it was handed in, its hash and its size in bytes."""

    id: int
    role: str
    name: str
    sha256: str
    size: int


def submit(
    ledger: Ledger,
    form: Form,
    *,
    outputs: Iterable[str] = (),
    manner: Manner | None = None,
    reason: str = "",
    **asked: Unpack[Asked],
) -> int:
    """Freeze a form as it is handed in, and enter it in the register. Returns the submission's id.

    A form handed in before gets the next version, and one that was returned counts as corrected. Raises Rejected,
    keeping nothing, in a sample ledger, or for a form with gaps or 强制 findings when no ``reason`` is given.
    """
    refuse_sample(ledger)
    if not reason.strip():
        _refuse_faulty(ledger, form, **asked)
    occasion = occasion_for(ledger, form, **asked)
    filled = filled_with_notes(ledger, occasion)
    with ledger.reading() as connection:
        subject = Sources(connection, occasion).subject_id() if form.about else None
    recipient = occasion.recipient
    sought = tuple(outputs) or (recipient.outputs if recipient else ())
    fitting = [each for each in sought if each in (*form.outputs, "data", "row")]
    files = _frozen(filled, fitting or form.outputs)  # a receiver of Word alone gets a table as it comes
    with ledger.writing(f"报送{form.title}") as writing:
        return _keep(writing, occasion, subject, manner or Manner(), reason, files)


def _refuse_faulty(ledger: Ledger, form: Form, **asked: Unpack[Asked]) -> None:
    """Raises Rejected for a form with gaps, or one that 强制 findings concern."""
    lacking = [each.sentence for each in readiness(ledger, form, **asked).missing]
    if lacking:
        sentences = "；".join(lacking[:3])
        raise Rejected(
            f"“{form.title}”还缺 {len(lacking)} 项（{sentences}），没有报送。请先补上，或写明缺项报送的原因。"
        )
    errors = [f"{each.about}：{each.message}" for each in errors_in(findings_of(ledger, form, **asked))]
    if errors:
        sentences = "；".join(errors[:3])
        raise Rejected(
            f"“{form.title}”逻辑检查有 {len(errors)} 处强制问题（{sentences}），没有报送。"
            "请先改正，或写明仍要报送的原因。"
        )


def refuse_sample(ledger: Ledger) -> None:
    """Raises Rejected in a sample ledger: its people and figures are invented."""
    if ledger.setting("sample") == "yes":
        raise Rejected("这是示例台账，里面的人和数字都是编的，不能上报。请在本单位的台账里报送。")


def submit_all(
    ledger: Ledger,
    forms: Iterable[Form],
    *,
    manner: Manner | None = None,
    progress: Progress | None = None,
    refused: Callable[[Form, BanbiantianError], None] | None = None,
    **asked: Unpack[Asked],
) -> list[int]:
    """Hand in many forms, each about its usual record; those with gaps go to ``refused`` and are left out.

    ``progress(done, total, title)`` comes before each and may raise Cancelled: what was handed in stays so.
    """
    recipient = asked.get("recipient")
    wanted = [form for form in forms if recipient is None or recipient.takes(form.code)]
    done: list[int] = []
    for number, form in enumerate(wanted):
        if progress:
            progress(number, len(wanted), form.title)
        try:
            this: Asked = {**asked, "about": None, "period": in_batch(form.period, asked.get("period"))}
            done.append(submit(ledger, form, manner=manner, **this))
        except BanbiantianError as refusal:
            if refused is None:
                raise
            refused(form, refusal)
    return done


def kept_files(ledger: Ledger, submission_id: int) -> list[Kept]:
    """The files of a submission that an officer may open: what was handed in, then what was attached later."""
    c = tables.submission_file.c
    query = (
        select(c.id, c.role, c.name, c.sha256, func.length(c.content))
        .where(c.submission_id == submission_id, c.role.in_((FILE, SCAN)))
        .order_by(c.id)
    )
    with ledger.reading() as connection:
        return [Kept(*row) for row in connection.execute(query)]


def take_out(ledger: Ledger, submission_id: int, folder: Path) -> list[Path]:
    """Write copies of a submission's files into a folder, never over another file. Raises FileRefused."""
    c = tables.submission_file.c
    mine = (c.submission_id == submission_id) & c.role.in_((FILE, SCAN))
    with ledger.reading() as connection:
        found = connection.execute(select(c.name, c.content, c.sha256).where(mine).order_by(c.id)).all()
    paths = []
    for name, content, digest in found:
        if sha256(content).hexdigest() != digest:
            raise FileRefused(f"报送时存下的“{name}”已损坏，没有取出。请用备份恢复台账后再取。")
        path = target(folder, name, beside=True)
        with written_whole(path) as stream:
            stream.write(content)
        paths.append(path)
    return paths


def attach(ledger: Ledger, submission_id: int, path: Path) -> None:
    """Keep a scan of the stamped paper with a submission. Raises FileRefused for what is no picture or PDF."""
    if path.suffix.lower() not in _SCANS:
        raise FileRefused(f"“{path.name}”不是扫描件，没有存入。请选 PDF、JPG 或 PNG 文件。")
    content = content_of(path)
    with ledger.writing("存入盖章扫描件") as writing:
        writing.load(submission.TYPE, submission_id)
        name = safe(path.stem, 60) + path.suffix.lower()
        _add_files(writing.connection, submission_id, [(SCAN, name, content)])


def _frozen(filled: Filled, outputs: Iterable[str]) -> list[tuple[str, str, bytes]]:
    """Role, name and content of everything a submission keeps."""
    found = []
    for output in outputs:
        stream = io.BytesIO()
        filled.write(output, stream)
        found.append((FILE, filled.file_name(output), stream.getvalue()))
    found.append((DATA, "data.json", json.dumps(plain_values(filled), ensure_ascii=False).encode()))
    if isinstance(filled, FilledLetter):
        found.append((_TEXT, "text.md", filled.text.encode()))
    return found


def _keep(
    writing: Writing, occasion: Occasion, subject: int | None, manner: Manner, reason: str, files: list[Any]
) -> int:
    form, recipient = occasion.form, occasion.recipient
    before = last_submission(writing.connection, occasion, subject, same_period=True)
    if before and before["state"] == "退回":
        writing.update(submission.TYPE, before["id"], {"state": "已更正"})
    values: dict[str, Value] = {
        "form_code": form.code,
        "title": form.title,
        "period": occasion.period.label if occasion.period else None,
        "about_id": subject,
        "version": (before["version"] or 1) + 1 if before else 1,
        "recipient_id": recipient.id if recipient else None,
        "received_by": recipient.name if recipient else form.recipient,
        "way": manner.way or (recipient.way if recipient else "") or None,
        "copies": manner.copies or (recipient.copies if recipient else None),
        "is_sealed": manner.is_sealed,
        "due_on": manner.due_on,
        "submitted_on": occasion.on,
        "note": reason.strip() or None,
    }
    [made] = writing.insert(submission.TYPE, [with_defaults(submission.TYPE, values)])
    _add_files(writing.connection, made, files)
    return made


def _add_files(connection: Connection, submission_id: int, files: Iterable[tuple[str, str, bytes]]) -> None:
    rows = [
        {"submission_id": submission_id, "role": role, "name": name, "content": content}
        | {"sha256": sha256(content).hexdigest()}
        for role, name, content in files
    ]
    connection.execute(insert(tables.submission_file), rows)
