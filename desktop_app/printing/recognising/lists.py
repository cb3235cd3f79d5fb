"""Column heads over empty rows: which list of the catalogue stands there, or the one line of our own unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.printing.catalogue import names, scopes
from desktop_app.printing.recognising.answers import placeholder
from desktop_app.printing.recognising.around import CERTAIN, Around, Line, Meaning, fits, is_plain
from desktop_app.printing.recognising.meaning import meaning_of
from desktop_app.printing.recognising.paper import Paper
from desktop_app.printing.recognising.proposal import Binding, Unmatched
from desktop_app.printing.recognising.subject import hints_at, speaks_of
from desktop_app.printing.recognising.tables import Column, Table
from desktop_app.printing.recognising.vocabulary import ListWords, all_names, anywhere, lists
from desktop_app.printing.recognising.wording import Label, is_by_hand, label, labels, word

_NUMBER_HEADS = frozenset(map(word, ("序号", "编号", "号", "No", "NO")))
_UNITS = ("单位.名称", "工会.名称")
# Of these a superior's summary expects one in each unit's line; of events there may be many.
_ONE_PER_UNIT = frozenset(("届次", "合同", "职代会", "哺乳室"))
_BY_MONTH = "月度"
Found = tuple[list[Binding], list[Unmatched]]


@dataclass(frozen=True)
class _Columns:
    """Which columns of a table a list answers."""

    words: ListWords
    texts: dict[int, str]  # place of the column -> meaning

    @property
    def count(self) -> int:
        return len(self.texts)


def bind_table(sheet: str, paper: Paper, table: Table, titles: Sequence[str], around: Around) -> Found:
    """The bindings of a table whose nearest titles are ``titles`` (nearest first)."""
    chosen = _chosen_list(table, titles)
    if table.months and (chosen is None or chosen.words.scope.name != _BY_MONTH):
        return [], []
    if chosen is not None:
        return _list_bindings(sheet, paper, table, chosen)
    return _own_line(sheet, paper, table, around)


def _chosen_list(table: Table, titles: Sequence[str]) -> _Columns | None:
    """The list that a title names; else one without persons that a title speaks of and that answers most heads."""
    candidates = [
        found for words in lists() if (found := _columns(table, words)).count and not _is_of_units(table, words)
    ]
    for title in titles:
        named = [each for each in candidates if speaks_of(title, each.words) and each.count * 2 >= _asked(table)]
        if named:
            return _best(named)
    hinted = [
        each
        for each in candidates
        if not each.words.is_of_persons
        and each.count >= 3
        and each.count * 2 >= _asked(table)
        and any(hints_at(title, each.words) for title in titles)
    ]
    return _best(hinted)


def _is_of_units(table: Table, words: ListWords) -> bool:
    """Whether the lines are those of many units, named in the first column: a superior's own list of theirs."""
    of = label(table.columns[_first(table)].head)
    return anywhere().get(of.word, "") in _UNITS and not words.heads.get(of.word)


def _first(table: Table) -> int:
    """The place of the first column but for the running number."""
    return next((place for place in range(2) if label(table.columns[place].head).word not in _NUMBER_HEADS), 0)


def _best(found: Sequence[_Columns]) -> _Columns | None:
    found = sorted(found, key=lambda each: -each.count)
    if not found or (len(found) > 1 and found[0].count == found[1].count):
        return None
    return found[0]


def _asked(table: Table) -> int:
    return sum(not _is_aside(label(column.head)) for column in table.columns)


def _is_aside(of: Label) -> bool:
    return of.word in _NUMBER_HEADS or of.word in (word("备注"), word("签名")) or is_by_hand(of.text)


def _columns(table: Table, words: ListWords) -> _Columns:
    texts: dict[int, str] = {}
    for place, column in enumerate(table.columns):
        text = "" if label(column.head).word in _NUMBER_HEADS else _head_meaning(column, words)
        if text and text not in texts.values():
            texts[place] = text
    return _Columns(words, texts)


def _head_meaning(column: Column, words: ListWords) -> str:
    of = label(column.head)
    if is_by_hand(column.head) and of.word not in words.heads:
        return ""
    joined = [word(label(group).word + of.word) for group in column.groups[-1:]]
    plain = not column.groups or is_plain(column.groups[-1]) or label(column.groups[-1]).word in words.subjects
    plain = plain or label(column.groups[-1]).word in of.word  # 职务 over 行政职务
    alone = list(of.words) if plain else []
    for each in [*joined, *alone]:
        text = words.heads.get(each, "")
        if text and fits(text, Label(of.text, each, of.unit)):
            return text
    return ""


def _list_bindings(sheet: str, paper: Paper, table: Table, chosen: _Columns) -> Found:
    bindings: list[Binding] = []
    unmatched: list[Unmatched] = []
    scope = chosen.words.scope
    for place, column in enumerate(table.columns):
        area = paper.at(table.first, column.area.column)
        assert area is not None  # noqa: S101 - the table was made of these areas
        of = label(column.head)
        if table.months and place == 0:
            continue  # its month is printed
        if place in chosen.texts:
            text = placeholder(chosen.texts[place], of, in_list=True)
            reason = f"“{scope.meaning}”的一列，每行一条"
            bindings.append(Binding(sheet, area.coordinate, text, column.head.strip(), CERTAIN, reason))
        elif of.word in _NUMBER_HEADS:
            text = f"{{{{{scope.name}.#}}}}"
            bindings.append(Binding(sheet, area.coordinate, text, column.head.strip(), CERTAIN, "序号"))
        else:
            unmatched.append(Unmatched(sheet, area.coordinate, column.head.strip(), is_by_hand(column.head)))
    bindings += _sums(sheet, paper, table, chosen)
    return bindings, unmatched


def _sums(sheet: str, paper: Paper, table: Table, chosen: _Columns) -> list[Binding]:
    """The row of sums, where the catalogue has the sum of a column."""
    found = []
    for place, text in chosen.texts.items() if table.total else ():
        column = table.columns[place]
        area = paper.at(table.total, column.area.column)
        field = all_names(text)[0].rpartition(".")[2]
        said = labels()["sums"].get(all_names(text)[0], "")
        name = next((each for each in (said, f"汇总.{field}合计", f"汇总.{field}") if each in names()), "")
        if area is not None and area.is_empty and area.column == column.area.column and name:
            found.append(
                Binding(sheet, area.coordinate, f"{{{{{name}}}}}", f"合计 {column.head.strip()}", CERTAIN, "本列的合计")
            )
    return found


def _own_line(sheet: str, paper: Paper, table: Table, around: Around) -> Found:
    """Heads over one empty row, or a superior's summary with a row per unit: our values go into the first."""
    meanings: dict[int, Meaning] = {}
    line = Line()
    for place, column in enumerate(table.columns):
        of = label(column.head)
        here = Around(tuple(reversed(column.groups)), line, around.sections, around.subjects)
        meaning = None if is_by_hand(column.head) else meaning_of(of, here)
        line.add(of, meaning)
        if meaning and meaning.text not in {each.text for each in meanings.values()}:
            meanings[place] = meaning
    asked = _asked(table)
    if not _is_own(table, meanings, asked):
        meanings = {}
    bindings, unmatched = [], []
    for place, column in enumerate(table.columns):
        area = paper.at(table.first, column.area.column)
        assert area is not None  # noqa: S101 - the table was made of these areas
        of = label(column.head)
        said = " ".join((*column.groups, column.head)).strip()
        if place in meanings:
            text = placeholder(meanings[place].text, of)
            bindings.append(
                Binding(sheet, area.coordinate, text, said, meanings[place].certainty, meanings[place].reason)
            )
        elif of.word not in _NUMBER_HEADS:
            unmatched.append(Unmatched(sheet, area.coordinate, said, is_by_hand(column.head)))
    return bindings, unmatched


def _is_own(table: Table, meanings: dict[int, Meaning], asked: int) -> bool:
    """Whether the first row is our unit's: there is but one, or it asks for the unit, or for one record's fields."""
    if table.count == 1:
        return True
    if any(word(column.head) == word("姓名") and not column.groups for column in table.columns):
        return False
    used = {meaning.name.split(".")[0] for meaning in meanings.values()}
    if any(scopes()[scope].is_subject and scope not in _ONE_PER_UNIT for scope in used):
        return False
    if _first(table) in meanings and meanings[_first(table)].name in _UNITS:
        return len(meanings) * 2 >= asked
    of_contract = sum(meaning.name.startswith("合同.") for meaning in meanings.values())
    return len(meanings) >= 3 and len(meanings) * 2 >= asked and of_contract * 2 >= len(meanings)
