"""The contract's text is drafted from the library of clauses and from what the two sides have agreed on."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.paths import resource
from desktop_app.records.base import Values
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.services.forming.figures.contracts import article
from desktop_app.services.forming.figures.rulings import rulings
from desktop_app.services.lines import read_lines
from desktop_app.services.rulebook import rulebook_on

AGREED = ("采纳", "部分采纳")
_OTHER = "其他"  # where subjects go that no clause of the library names


@cache
def library() -> tuple[dict[str, Any], ...]:
    """The clauses of resources/rules/clauses.toml in order; ``basis`` of each holds law, article, level and number."""
    return tuple(tomllib.loads(resource("rules", "clauses.toml").read_text("utf-8"))["clause"])


def draft_clauses(ledger: Ledger, negotiation_id: int) -> int:
    """Write the articles of a contract that has none, in one change; returns how many.

    Each agreed subject is told the number of the article it became. Raises BanbiantianError, changing nothing,
    when the contract already has articles.
    """
    with ledger.writing("起草合同条款") as writing:
        contract = writing.load(record_type("negotiation"), negotiation_id)
        owned = {"negotiation_id": negotiation_id}
        if read_lines(writing.connection, "contract_clause", owned):
            raise BanbiantianError(
                "这份合同已经有条款，没有重新起草，原有条款没有改动。要重新起草，请先删除原有条款（可以撤销）。"
            )
        items = [
            item
            for item in read_lines(writing.connection, "negotiation_item", owned)
            if item["outcome"] in AGREED and item["clause"]
        ]
        rows = [
            {"negotiation_id": negotiation_id, "position": number, **row}
            for number, row in enumerate(_articles(contract, items, rulings(rulebook_on(writing.connection))), 1)
        ]
        writing.insert(record_type("contract_clause"), rows)
        for row in rows:
            if row.get("item_id"):
                clause_number = article(row["position"])
                writing.update(record_type("negotiation_item"), row["item_id"], {"clause_number": clause_number})
    return len(rows)


def _articles(contract: Values, items: Sequence[Values], said: Mapping[str, str | None]) -> Iterator[dict[str, Any]]:
    """Clauses of the library, each followed by, or giving way to, what was agreed on its subject.

    ``said``: what the rules in force here ask; what none of them says is left to the pen.
    """
    named = {clause.get("topic") or clause.get("gives_way_to") for clause in library()}
    known = {f"{{{label}}}": words or "＿＿＿＿" for label, words in said.items()} | {
        "{期限}": _term(contract["starts_on"], contract["ends_on"]),
        "{份数}": str(contract["copy_count"] or "＿＿"),
    }
    for clause in library():
        topic = clause.get("topic") or clause.get("gives_way_to")
        agreed = [item for item in items if (item["category"] if item["category"] in named else _OTHER) == topic]
        if not (agreed and "gives_way_to" in clause):
            text = clause["text"]
            for token, words in known.items():
                text = text.replace(token, words)
            yield {"chapter": clause["chapter"], "text": text, "source": "条款库"}
        for item in agreed:
            yield {"chapter": clause["chapter"], "text": item["clause"], "source": "协商议题", "item_id": item["id"]}


def _term(starts_on: Value, ends_on: Value) -> str:
    return f"自{_day(starts_on)}起至{_day(ends_on)}止"


def _day(day: date | None) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if day else "＿＿＿＿年＿＿月＿＿日"
