"""What one label means and what stands around it: the words that every way of understanding it speaks in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.printing.catalogue import names
from desktop_app.printing.recognising.vocabulary import EMPTY, Lexicon, all_names, first_name, parts
from desktop_app.printing.recognising.wording import Label, labels, unit_of
from desktop_app.records.fields import YesNo

CERTAIN, INFERRED = "确定", "推断"
PERSON = re.compile(r"(?:人|员|主任|主席|书记|经理|厂长|部长|科长|姓名|代表|干部|总监)$")


@dataclass(frozen=True)
class Meaning:
    """A name, or text with placeholders; how sure it is, and why in a Chinese clause."""

    text: str
    certainty: str
    reason: str

    @property
    def name(self) -> str:
        """Its first name."""
        return first_name(self.text)


@dataclass
class Line:
    """What has been said so far in one line: the names bound, and the total whose parts follow."""

    said: list[str | None] = field(default_factory=list)  # None: somebody the ledger does not know
    total: str = ""

    def add(self, of: Label, meaning: Meaning | None) -> None:
        """Remember a label that has been read."""
        if meaning is None:
            if PERSON.search(of.word):
                self.said.append(None)
            if not of.is_part and not of.word.endswith("期"):  # 孕期、产期、哺乳期 are parts of one total
                self.total = ""
            return
        self.said.append(meaning.text)
        if parts(meaning.name):
            self.total = meaning.name


@dataclass(frozen=True)
class Around:
    """What stands around a label: merged heads above or beside it, its line, its section and the form's subject."""

    groups: tuple[str, ...] = ()
    line: Line = field(default_factory=Line)
    sections: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    in_footer: bool = False
    is_personal: bool = False  # the form is about one person
    her: str = ""  # the scope of that person, where the ledger knows her
    of_figures: bool = False  # a line of indicators
    in_header: bool = False  # above the tables
    groups_above: tuple[str, ...] = ()  # the merged heads of the line above
    above: tuple[str | None, ...] = ()  # what the line above said
    is_partial: bool = False  # the figures are of a quarter or half a year
    overhead: str = ""  # what the label directly above said


def hit(of: Label, lexicon: Lexicon, certainty: str, reason: str) -> Meaning | None:
    """What a lexicon says of the label, where that can answer it."""
    if lexicon is EMPTY:
        return None
    for each in of.words:
        text = lexicon.get(each)
        if text is not None and fits(text, of):
            return Meaning(text, certainty, reason)
    return None


def fits(text: str, of: Label) -> bool:
    """Whether a meaning answers such a question in such a unit: 是否 wants yes or no, 万元 is not 元."""
    for name in all_names(text):
        kind = names()[name].kind
        if "?" in of.word and not isinstance(kind, YesNo):
            return False
        unit = unit_of(getattr(kind, "unit", ""))
        if of.unit and of.unit != "%" and unit and unit != of.unit:
            return False
        if of.unit and not unit and of.unit != "%" and not (of.unit == "元" and type(kind).__name__ == "Amount"):
            return False
        if of.unit == "%" and "%" not in text:
            return False
    return True


def is_plain(group: str) -> bool:
    """Whether a merged head only gathers columns: 基本情况, 联系方式."""
    return re.search("情况|信息|方式|其中|基本", group) is not None and not re.search(labels()["others"], group.strip())


def is_apart(around: Around) -> bool:
    """Whether a merged head stands over the label that does more than gather: 家庭成员, not 基本情况."""
    return any(not is_plain(group) for group in around.groups)
