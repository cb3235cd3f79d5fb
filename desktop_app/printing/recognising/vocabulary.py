"""Which words stand for which name, and where: built from the catalogue, so it grows with it, and from labels.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from desktop_app.printing.catalogue import Entry, Scope, names, scopes
from desktop_app.printing.recognising.wording import labels, unit_of, word
from desktop_app.printing.template import Name, parse
from desktop_app.records.fields import Link, YesNo

Lexicon = Mapping[str, str]  # word -> a name, or text with placeholders
EMPTY: Lexicon = {}
# What only a person has: nothing but the person named in the same line or above says whose it is.
PERSONAL = frozenset(
    map(
        word,
        ("电话", "姓名", "性别", "职务", "出生日期", "民族", "学历", "身份证号", "政治面貌", "年龄", "部门", "籍贯"),
    )
)
_NEVER = frozenset(map(word, ("备注", "说明", "其他", "签名")))


@dataclass(frozen=True)
class ListWords:
    """A list's heads, and the words of a title that speak of it."""

    scope: Scope
    heads: Lexicon
    subjects: frozenset[str]

    @property
    def is_of_persons(self) -> bool:
        """Whether its lines are persons, which the title must say in so many words."""
        return f"{self.scope.name}.姓名" in names()


@cache
def anywhere() -> Lexicon:
    """What means the same wherever it stands."""
    return _turned(labels()["anywhere"])


@cache
def indicators() -> Lexicon:
    """The indicators of the yearly statistics: what asks for a figure, and only that."""
    found = _turned(labels()["indicators"])
    for entry in names().values():
        if entry.scope.name == "统计" and not entry.kind.help.startswith("其中"):
            found.setdefault(word(entry.kind.help), entry.name)
    return found


@cache
def indicator_cores() -> Mapping[tuple[str, str], str]:
    """The indicators by what is left of their wording, and their unit; what two of them share is left out."""
    found: dict[tuple[str, str], set[str]] = {}
    for said, name in indicators().items():
        unit = unit_of(getattr(names()[name].kind, "unit", ""))
        if unit and len(core(said)) > 1:
            found.setdefault((core(said), unit), set()).add(name)
    return {key: meant.pop() for key, meant in found.items() if len(meant) == 1}


def core(said: str) -> str:
    """An indicator without the words that do not tell it from another: 开展女职工普法宣传活动 -> 普法宣传."""
    return re.sub(labels()["idle"], "", said)


@cache
def parts(total: str) -> Lexicon:
    """What “其中” may list beneath a total."""
    return _turned(labels()["parts"].get(total, {})) | _parts_of_indicator(total)


def _parts_of_indicator(total: str) -> dict[str, str]:
    if not total.startswith("统计."):
        return {}
    found: dict[str, str] = {}
    owner = ""
    for entry in names().values():
        if entry.scope.name != "统计":
            continue
        if not entry.kind.help.startswith("其中"):
            owner = entry.name
        elif owner == total:
            found[word(entry.kind.help.removeprefix("其中："))] = entry.name
    return found


@cache
def told_of(name: str) -> Lexicon:
    """What labels.toml itself says may follow ``name``."""
    return _turned(labels()["lines"].get(name, {}))


@cache
def following(name: str) -> Lexicon:
    """What labels mean that follow ``name`` in its line, or stand beneath it as a head over several columns."""
    own = told_of(name)
    opened = labels()["opens"].get(name, "")
    scope = scopes()[opened] if opened else _scope_of(name)
    return {**(of_scope(scope.name) if scope and scope.name not in ("汇总", "报表", "人数", "统计") else {}), **own}


def _scope_of(text: str) -> Scope | None:
    first = first_name(text)
    entry = names().get(first)
    return entry.scope if entry and not entry.scope.is_list else None


@cache
def of_scope(name: str) -> Lexicon:
    """The fields of a single scope under all their names."""
    scope = scopes()[name]
    found = {**_fields(scope), **_said_of_its_like(scope)}
    if scope.also:
        found.update({word("姓名"): f"{name}.姓名"})
    for refused in labels()["refused"].get(name, labels()["refused"]["委员"] if scope.also else ()):
        found.pop(word(refused), None)
    return {**found, **_turned(labels()["within"].get(name, {}))}


@cache
def scope_words() -> Mapping[str, str]:
    """Words of titles and merged heads -> the single scope they open, the longest first."""
    said = labels()["scopes"]
    found = {word(text): scope for scope, texts in said.items() for text in texts if scope in scopes()}
    for scope in scopes().values():
        if not scope.is_list and scope.name not in said and scope.record_type:
            found.setdefault(word(scope.name), scope.name)
    return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))


@cache
def is_of_person(scope: str) -> bool:
    """Whether the scope's records each speak of one person, whom the form then need not name again."""
    of = scopes()[scope]
    return bool(of.also) or (not of.is_list and of.is_subject and word("姓名") in of_scope(scope))


@cache
def lists() -> tuple[ListWords, ...]:
    """Every list of the catalogue, as its columns and titles are worded."""
    return tuple(_list_words(scope) for scope in scopes().values() if scope.is_list)


def _list_words(scope: Scope) -> ListWords:
    heads = {**_fields(scope), **_said_of_its_like(scope), **_turned(labels()["heads"].get(scope.name, {}))}
    for refused in labels()["refused"].get(scope.name, ()):
        heads.pop(word(refused), None)
    said = [scope.name, *labels()["lists"].get(scope.name, ())]
    is_first = next(each for each in scopes().values() if (each.kind, each.is_list) == (scope.kind, True)) is scope
    if scope.record_type and scope.name not in labels()["lists"] and is_first:  # the others are parts of it
        said += [scope.record_type.label, *scope.record_type.names]
    return ListWords(scope, heads, frozenset(map(word, said)))


def _said_of_its_like(scope: Scope) -> dict[str, str]:
    """What labels.toml says of other scopes with the same records: a column of contracts is a contract's field."""
    found: dict[str, str] = {}
    for like in scopes().values():
        if like is scope or not _types(like) & _types(scope):
            continue
        for meant, texts in {**labels()["within"].get(like.name, {}), **labels()["heads"].get(like.name, {})}.items():
            said = re.sub(rf"(^|\{{\{{){like.name}\.", rf"\g<1>{scope.name}.", meant)
            if any(name.startswith(f"{scope.name}.") for name in all_names(said)):
                found |= {each: text for each, text in _turned({said: texts}).items() if each not in found}
    return found


def _types(scope: Scope) -> set[str]:
    """The kinds of record whose fields a scope offers."""
    return {each.kind for each in (scope.record_type, scope.also) if each}


def _fields(scope: Scope) -> dict[str, str]:
    """Every field's label; its other names where they mean no second field."""
    own: dict[str, str] = {}
    others: dict[str, set[str]] = {}
    for entry in names().values():
        if entry.scope is not scope or isinstance(entry.kind, Link):
            continue
        own.setdefault(word(entry.kind.label), entry.name)
        for other in _spellings(entry):
            others.setdefault(other, set()).add(entry.name)
    found = {other: next(iter(meant)) for other, meant in others.items() if len(meant) == 1}
    found.update(own)
    if not scope.is_list:
        for never in _NEVER:
            found.pop(never, None)
    return found


def _spellings(entry: Entry) -> Iterable[str]:
    said = [word(other) for other in entry.kind.names]
    if isinstance(entry.kind, YesNo):
        plain = word(entry.kind.label).removeprefix("?")
        said += ["?" + plain, plain]
    return said


def _turned(said: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """name -> labels, turned round; names the catalogue does not have are left out."""
    found: dict[str, str] = {}
    for meant, texts in said.items():
        if all(name in names() for name in all_names(meant)):
            for text in texts:
                found.setdefault(word(text), meant)
    return found


def all_names(text: str) -> tuple[str, ...]:
    """The names in a meaning: itself, or those of its placeholders."""
    if "{{" not in text:
        return (text,)
    return tuple(part.name for part in parse(text) if isinstance(part, Name))


def first_name(text: str) -> str:
    """The first name of a meaning."""
    return all_names(text)[0]
