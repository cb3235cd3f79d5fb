"""How the files of a form are called, and where they go: by rule, never by what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from desktop_app.errors import FileRefused
from desktop_app.printing.catalogue import subject_scope
from desktop_app.printing.form import Form
from desktop_app.printing.template import Template
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Day, Kind, Link, Number, Value
from desktop_app.records.registry import record_type
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources, table_of

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]+')


def base_name(sources: Sources, occasion: Occasion, *, blank: bool, names: Collection[str] | None = None) -> str:
    """单位_表名_期间, or as the recipient's rule orders its words.

    期间 is the period, the record the form is about, or the form's date; 空白 for a blank form. ``names`` are those the
    paper uses, where no template of the form's own says so.
    """
    form = occasion.form
    subject = subject_stamp(sources, occasion) if not occasion.period or _speaks_of_subject(form, names) else ""
    if subject and (not occasion.period or _is_dated(record_type(form.about))):
        period = ""  # the record's own day says when
    else:
        period = occasion.period.label if occasion.period else occasion.on.isoformat()
    title = form.title + (f"（{form.variant}）" if form.variant and form.variant != next(iter(form.variants)) else "")
    # 20 + 30 + 25 characters of three bytes stay within the 255 bytes of a file name.
    words = {
        "单位": safe(sources.value("单位", "short_name") or sources.value("单位", "name") or "本单位", 20),
        "表名": safe(title, 30),
        "期间": safe("空白" if blank else " ".join(part for part in (subject, period) if part), 25),
        "表号": safe(form.code, 10),
        "日期": occasion.on.isoformat(),
    }
    rule = (occasion.recipient.file_name_rule if occasion.recipient else "") or _RULE
    return safe(_WORD.sub(lambda word: words[word.group()], rule), 80)


_RULE = "单位_表名_期间"
_WORD = re.compile("单位|表名|期间|表号|日期")


def _speaks_of_subject(form: Form, names: Collection[str] | None) -> bool:
    """Whether the paper names the record the form is about: a register of all of the year's records does not."""
    if not form.code:
        return True  # a superior's form just opened: its template is nowhere yet
    scope = f"{subject_scope(form.about)}."
    if names is None:
        names = () if form.is_letter else Template.of(form).names()
    return form.is_letter or any(name.startswith(scope) for name in names)


def _is_dated(of: RecordType) -> bool:
    return any(isinstance(of.fields[name], Day) for name in of.title)


def safe(text: str, length: int) -> str:
    """Text as part of a file name: no separator, no sign that Windows forbids, no dot or space at its ends."""
    return _FORBIDDEN.sub(" ", text)[:length].strip(" .") or "未命名"


def subject_title(of: RecordType, title: str) -> str:
    """A record's title where it stands alone: 第5届 rather than 5."""
    first = of.fields[of.title[0]]
    return _words(first, title) if len(of.title) == 1 and isinstance(first, Number) else title


def subject_stamp(sources: Sources, occasion: Occasion) -> str:
    """What tells the files of two records apart: its date, or its name, or both where two share a date."""
    about = occasion.form.about
    if not about:
        return ""
    of, table = record_type(about), table_of(record_type(about))
    count = sources.connection.execute(select(func.count()).select_from(table)).scalar_one()
    record_id = sources.subject_id()
    if record_id is None or (occasion.period and count < 2):
        return ""
    row: Any = sources.connection.execute(select(table).where(table.c.id == record_id)).mappings().one()
    parts = {name: _part(sources, of.fields[name], row[name]) for name in of.title}
    day = next((name for name in of.title if isinstance(of.fields[name], Day) and row[name]), "")
    if day:
        same = select(func.count()).where(table.c[day] == row[day])
        if sources.connection.execute(same).scalar_one() == 1:
            return parts[day]
    return " ".join(part for part in parts.values() if part)


def _part(sources: Sources, kind: Kind, value: Value) -> str:
    """A part of a record's title; a link is told by the first part of the other record's: who sits in the seat."""
    if isinstance(kind, Link) and value is not None:
        other = record_type(kind.to)
        table = table_of(other)
        kind = other.fields[other.title[0]]
        query = select(table.c[other.title[0]]).where(table.c.id == value)
        value = sources.connection.execute(query).scalar()
    return _words(kind, value)


def _words(kind: Kind, value: Value) -> str:
    text = kind.format(value)
    return f"第{text}届" if text and isinstance(kind, Number) and kind.unit == "届" else text


def target(folder: Path, name: str, *, beside: bool) -> Path:
    """Where a file goes; ``beside`` gives “（2）” when one of that name is there. Raises FileRefused.

    A file that an office program holds open is told by the lock file it keeps there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise FileRefused(
            f"不能使用文件夹“{folder}”，没有生成文件。请检查它是否存在、能否写入，或换一个文件夹。"
        ) from fault
    path = folder / name
    number = 2
    while beside and path.exists():
        path = folder / f"{Path(name).stem}（{number}）{Path(name).suffix}"
        number += 1
    if any(lock.exists() for lock in _locks(path)):
        raise FileRefused(
            f"“{path.name}”正在 WPS 或其他程序中打开，没有改动它。请先关闭它，或另存为“{path.stem}（2）{path.suffix}”。"
        )
    return path


def _locks(path: Path) -> tuple[Path, ...]:
    """The lock files of Excel and WPS on Windows, WPS on Linux, LibreOffice."""
    names = (f"~${path.name}", f"~${path.name[2:]}", f".~{path.name}", f".~lock.{path.name}#")
    return tuple(path.with_name(name) for name in names)
