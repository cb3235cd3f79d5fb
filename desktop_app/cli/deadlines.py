"""The command about what is to be done by when: deadlines."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from desktop_app.cli.command import DONE, Add, Result, opened
from desktop_app.rules.duties import AHEAD, OPEN, OVERDUE, SOON, Duty

_HEADS = {OVERDUE: "已过期", SOON: "近期", OPEN: "待补", AHEAD: "以后"}


def add_to(add: Add) -> None:
    """Add deadlines."""
    deadlines = add("deadlines", _deadlines, "列出我要办的事：法定期限和工作安排，过期的在前")
    deadlines.add_argument("ledger", type=Path)


def _deadlines(options: argparse.Namespace) -> Result:
    from desktop_app.services import agenda

    with opened(options, read_only=True) as ledger:
        on = ledger.clock().date()
        duties = agenda.duties(ledger, on)
    return [_told(duty, on) for duty in duties], _text(duties, on) or "没有要办的事。", DONE


def _told(duty: Duty, on: date) -> dict[str, Any]:
    return {
        "what": duty.what,
        "due": duty.due.isoformat() if duty.due else None,
        "days": (duty.due - on).days if duty.due else None,
        "source": duty.source,
        "state": duty.state,
        "rule": duty.rule,
        "step": duty.step,
        "consequence": duty.consequence,
        "caution": duty.caution,
        "opens": duty.opens_on.isoformat() if duty.opens_on else None,
        "key": duty.key,
        "kind": duty.kind,
        "id": duty.record_id,
        "field": duty.field,
        "form": duty.form_code,
    }


def _text(duties: list[Duty], on: date) -> str:
    parts = []
    for state, head in _HEADS.items():
        lines = [_line(duty, on) for duty in duties if duty.state == state]
        if lines:
            parts.append("\n".join([f"{head}（{len(lines)} 件）", *lines]))
    return "\n\n".join(parts)


def _line(duty: Duty, on: date) -> str:
    details = [words for words in (duty.source, "" if duty.state == OVERDUE else duty.caution) if words]
    when = duty.counted(on)
    return f"  {duty.what}" + (f"　{when}" if when else "") + (f"　〔{'；'.join(details)}〕" if details else "")
