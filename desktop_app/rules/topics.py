"""The catalogue of what can be negotiated: each topic's basis, floor, first wording, and what it covers of the law."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop_app.rules.parameters import NATIONAL, Parameter, Rulebook
from desktop_app.rules.quantities import amount

_TOKEN = re.compile(r"\{(\w+)\}")
_BLANK = "＿＿"


@dataclass(frozen=True)
class Measure:
    """Something that can be agreed as a number or as 是/否; ``parameter`` names its floor."""

    name: str
    parameter: str


@dataclass(frozen=True)
class Topic:
    """One topic. ``basis``, ``floor`` and ``clause`` are sentences; ``covers`` names contents of a contract."""

    id: str
    category: str
    basis: str
    level: str
    floor: str
    clause: str
    measures: tuple[Measure, ...]
    covers: tuple[str, ...]

    def floor_in(self, book: Rulebook) -> str:
        """The floor as it holds for a unit, each value with its source."""
        return _filled(self.floor, lambda name: floor_words(book[name]))

    def clause_in(self, book: Rulebook) -> str:
        """A first wording with the confirmed values; what nobody has confirmed is left for the pen."""
        return _filled(self.clause, lambda name: _number(book[name]))


@dataclass(frozen=True)
class Content:
    """What a contract should speak of: the words that show it does, and the categories of items that are about it."""

    name: str
    words: tuple[str, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Topics(Mapping[str, Topic]):
    """The topics by id (T01), and the contents they cover."""

    by_id: Mapping[str, Topic]
    contents: Mapping[str, Content]

    def __getitem__(self, topic_id: str) -> Topic:
        return self.by_id[topic_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    def of(self, chosen: str | None) -> Topic | None:
        """The topic of an item's 议题目录 (T10 卫生费); None where none is chosen."""
        return self.by_id.get((chosen or "").partition(" ")[0])

    def parameter_of(self, measure: str) -> str:
        """The name of the floor of a measure; empty where it has none."""
        return next(
            (each.parameter for topic in self.by_id.values() for each in topic.measures if each.name == measure), ""
        )


def topics_of(table: Mapping[str, Any]) -> Topics:
    """The catalogue as resources/rules/topics.toml holds it."""
    contents = {
        name: Content(name, tuple(each["words"]), tuple(each["categories"])) for name, each in table["contents"].items()
    }
    by_id = {
        name: Topic(
            name,
            each["category"],
            each["basis"],
            each["level"],
            each["floor"],
            each["clause"],
            tuple(Measure(**measure) for measure in each.get("measures", ())),
            tuple(each.get("covers", ())),
        )
        for name, each in table.items()
        if name != "contents"
    }
    return Topics(by_id, contents)


def floor_words(by: Parameter) -> str:
    """A floor as an officer reads it: 30元/人·月（山西省女职工劳动保护条例（2015）第十条）, or that it is 待核实.

    A national value needs no source here: the topic's basis names it.
    """
    if by.value is not None:
        return by.shown if by.origin == NATIONAL else f"{by.shown}（{by.source}{by.article}）"
    if by.candidate is not None:
        return f"{by.shown}，请先核实{by.candidate_source}"
    return "没有查到规定"


def _number(by: Parameter) -> str:
    if by.value is None:
        return _BLANK
    return amount(by.value) if isinstance(by.value, int | float) else str(by.value)


def _filled(sentence: str, said: Callable[[str], str]) -> str:
    return _TOKEN.sub(lambda token: said(token[1]), sentence)
