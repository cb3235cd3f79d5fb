"""Forms of the officer's own, made from what a superior sent: kept inside the ledger, so that they go where it goes."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete, func, insert, select

from desktop_app.errors import FormRefused
from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.form import Form, read_form

_C = tables.own_form.c


def own_forms(ledger: Ledger) -> list[Form]:
    """The officer's own forms, by code."""
    query = select(_C.code, _C.description, _C.template).order_by(_C.code)
    with ledger.reading() as connection:
        return [read_form(Path(code), text, content) for code, text, content in connection.execute(query)]


def next_code(ledger: Ledger, year: int) -> str:
    """The next free code of a year's own forms: 自-2026-01."""
    prefix = f"自-{year}-"
    with ledger.reading() as connection:
        last = connection.execute(select(func.max(_C.code)).where(_C.code.startswith(prefix))).scalar()
    return f"{prefix}{int(last.removeprefix(prefix)) + 1 if last else 1:02d}"


def keep_own_form(ledger: Ledger, code: str, description: str, template: bytes) -> Form:
    """Keep a form: ``description`` is its form.toml. One of that code is replaced. Raises FormRefused."""
    form = read_form(Path(code), description, template)
    with ledger.writing(f"保存表单模板“{form.title}”") as writing:
        writing.connection.execute(delete(tables.own_form).where(_C.code == code))
        values = {"code": code, "description": description, "template": template}
        added = {"added_at": ledger.clock().isoformat(timespec="seconds")}
        writing.connection.execute(insert(tables.own_form).values(values | added))
    return form


def drop_own_form(ledger: Ledger, code: str) -> None:
    """Remove a form of the officer's own. Raises FormRefused for one there is not."""
    with ledger.writing("删除表单模板") as writing:
        gone = writing.connection.execute(delete(tables.own_form).where(_C.code == code))
        if not gone.rowcount:
            raise FormRefused(f"没有“{code}”这张自己的表，没有删除任何东西。")
