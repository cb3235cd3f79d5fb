"""What one label means where it stands: its own words first, then the words around it; never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.printing.catalogue import names
from desktop_app.printing.recognising.vocabulary import (
    EMPTY,
    PERSONAL,
    Lexicon,
    all_names,
    anywhere,
    core,
    first_name,
    following,
    indicator_cores,
    indicators,
    of_scope,
    parts,
    scope_words,
    told_of,
)
from desktop_app.printing.recognising.wording import Label, label, unit_of, word
from desktop_app.records.fields import Number, Text, YesNo

CERTAIN, INFERRED = "确定", "推断"
_FIGURE = re.compile(r"(?:数|次|金额|支出|面积|期)$")
_PEOPLE = re.compile(r"(?:工|会员|代表|委员)$")
_PERSON = re.compile(r"(?:人|员|主任|主席|书记|经理|厂长|部长|科长|姓名|代表|干部|总监)$")


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
            if _PERSON.search(of.word):
                self.said.append(None)
            if not of.is_part:
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
    of_figures: bool = False  # a line of indicators
    in_header: bool = False  # above the tables
    groups_above: tuple[str, ...] = ()  # the merged heads of the line above
    above: tuple[str | None, ...] = ()  # what the line above said


_FOOTER: Lexicon = {
    word("电话"): "报表.联系电话",
    word("负责人"): "报表.单位负责人",
    word("日期"): "报表.填报日期",
}
_HEADER: Lexicon = {word("单位"): "单位.名称", word("日期"): "报表.填报日期"}
# What a form about one person asks of her rather than of the unit.
_HER_OWN = frozenset(map(word, ("邮箱", "地址", "通讯地址", "联系地址", "邮编", "单位性质")))


def meaning_of(of: Label, around: Around) -> Meaning | None:
    """What the label means; None where nothing, or more than one thing, is known."""
    for ask in (_as_part, _in_group, _in_footer, _in_line, _of_person_above):
        if (found := ask(of, around)) is not None:
            return found
    if of.is_part or (around.groups and of.word in PERSONAL):
        return None
    if of.word in PERSONAL or (around.is_personal and of.word in _HER_OWN):
        return None
    own = _by_scope_word(of, around)
    same = _hit(of, anywhere(), CERTAIN, "叫法相同") or _as_count(of) or _as_figure(of, around)
    return (own if _is_subject(own, around) else None) or _by_place(of, around) or same or own or _carried(of, around)


def _as_count(of: Label) -> Meaning | None:
    """女农民工: a kind of people, asked for without the word 人数."""
    if not _PEOPLE.search(of.word):
        return None
    found = _hit(Label(of.text, of.word + "数", of.unit), anywhere(), INFERRED, "问的是人数")
    return found if found and isinstance(names()[found.name].kind, Number) else None


def _as_figure(of: Label, around: Around) -> Meaning | None:
    """An indicator, where a figure is asked for: the same words may name the thing itself elsewhere."""
    if around.of_figures or of.unit or _FIGURE.search(of.word):
        found = _hit(of, indicators(), CERTAIN, "统计指标")
        same = indicator_cores().get((core(of.word), of.unit)) if of.unit else None
        return found or (Meaning(same, INFERRED, "统计指标，说法相近") if same else None)
    return None


def _is_subject(meaning: Meaning | None, around: Around) -> bool:
    """Whether a field belongs to what the section or the whole form is about."""
    return meaning is not None and meaning.name.split(".")[0] in (*around.sections, *around.subjects)


def _carried(of: Label, around: Around) -> Meaning | None:
    """What the line above opened, where all of it says the same."""
    hits = [_hit(of, following(said), INFERRED, f"上一行说的是“{_plainly(said)}”") for said in around.above if said]
    different = {hit.text for hit in hits if hit}
    return next((hit for hit in hits if hit), None) if len(different) == 1 else None


def _of_person_above(of: Label, around: Around) -> Meaning | None:
    """Under one merged head the person of the line above is still spoken of, where she is the only one."""
    persons = [said for said in around.above if said is None or _is_person(said)]
    if of.word not in PERSONAL or not around.groups or around.groups != around.groups_above or len(set(persons)) != 1:
        return None
    [said] = set(persons)
    return _hit(of, _of_person(said), INFERRED, f"上一行说的是“{_plainly(said)}”") if said else None


def _as_part(of: Label, around: Around) -> Meaning | None:
    """“其中：专职”, and what goes on after it (“兼职”) unless it says by itself what it counts."""
    if not around.line.total or (not of.is_part and any(each in anywhere() for each in of.words)):
        return None
    reason = f"“{names()[around.line.total].meaning}”的其中项"
    lexicon = parts(around.line.total)
    bare = Label(of.text, of.word.removesuffix("数"), of.unit)
    return _hit(of, lexicon, CERTAIN, reason) or _hit(bare, lexicon, CERTAIN, reason)


def _in_group(of: Label, around: Around) -> Meaning | None:
    for group in around.groups:
        head = label(group)
        for joined in _joined(head, of):
            reason = f"“{group.strip()}”下的一格"
            found = _hit(joined, anywhere(), CERTAIN, reason) or _as_figure(joined, around)
            if found:
                return found
        for lexicon in _group_lexicons(head, around):
            found = _hit(of, lexicon, INFERRED, f"“{group.strip()}”下的一格")
            if found:
                return found
    return None


def _joined(head: Label, of: Label) -> Sequence[Label]:
    """职工 over 总数 is 职工总数; 专项合同 over 是否签订 is 是否签订专项合同."""
    texts = [head.word + of.word, of.word + head.word]
    if of.word.startswith("?"):
        texts = ["?" + of.word[1:] + head.word, head.word + of.word]
    return [Label(of.text, word(text), of.unit or head.unit) for text in texts]


def _group_lexicons(head: Label, around: Around) -> Sequence[Lexicon]:
    outer = Around((), Line(), around.sections, around.subjects)
    meant = meaning_of(head, outer)
    found: list[Lexicon] = [parts(meant.name), following(meant.text)] if meant else []
    if head.word in scope_words():
        found.append(of_scope(scope_words()[head.word]))
    return found


def _in_footer(of: Label, around: Around) -> Meaning | None:
    """What the lines above and beneath the tables mean by 单位, 日期, 联系电话."""
    if not (around.in_header or around.in_footer):
        return None
    found = _hit(
        of, _HEADER if around.in_header else _FOOTER, INFERRED, "表头的一行" if around.in_header else "表末的一行"
    )
    same = found or _hit(of, anywhere(), CERTAIN, "叫法相同")
    return same if same and same.name.startswith(("报表.", "单位.名称")) else None


def _in_line(of: Label, around: Around) -> Meaning | None:
    """The nearest label to the left that opens this word. What is a person's is asked of the nearest person alone."""
    for said in reversed(around.line.said):
        if of.word in PERSONAL and (said is None or _is_person(said)):
            return _hit(of, _of_person(said), INFERRED, f"跟在“{_plainly(said)}”后面") if said else None
        if said is None or (of.word in PERSONAL and around.groups):
            continue
        found = _hit(of, following(said), INFERRED, f"跟在“{_plainly(said)}”后面")
        if found:
            persons = of.word in PERSONAL and any(each is None or _is_person(each) for each in around.line.said)
            return None if persons else found
    return None


def _of_person(text: str) -> Lexicon:
    """What the ledger knows of a person named on a form: all of a member, of others what labels.toml says."""
    return following(text) if first_name(text).endswith(".姓名") else told_of(first_name(text))


def _is_person(text: str) -> bool:
    label_of = first_name(text).rpartition(".")[2]
    return _PERSON.search(label_of) is not None and isinstance(names()[first_name(text)].kind, Text)


def _plainly(text: str) -> str:
    return first_name(text).replace(".", "的")


def _by_scope_word(of: Label, around: Around) -> Meaning | None:
    """专项合同签订日期: the word of a scope, then a field of it."""
    asks, bare = ("?", of.word[1:]) if of.word.startswith("?") else ("", of.word)
    for start, scope in scope_words().items():
        rest = bare.removeprefix(start)
        if not rest or rest == bare:
            continue
        lexicon = of_scope(scope)
        if scope == "哺乳室" and scope not in around.subjects:
            lexicon = following("汇总.哺乳室数")
        return _hit(Label(of.text, asks + rest, of.unit), lexicon, CERTAIN, f"说的是“{scope}”")
    return None


def _by_place(of: Label, around: Around) -> Meaning | None:
    for places, where in ((around.sections, "小标题"), (around.subjects, "表题")):
        found = [
            hit
            for scope in places
            if (hit := _hit(of, place_lexicon(scope, around), INFERRED, f"{where}说的是“{scope}”"))
        ]
        if found:
            return found[0] if len({hit.text for hit in found}) == 1 else None
    return None


def place_lexicon(scope: str, around: Around) -> Lexicon:
    """What a section or title about ``scope`` opens: rooms in general only have totals."""
    if scope == "哺乳室总计":
        return following("汇总.哺乳室数")
    if scope == "哺乳室" and scope not in around.subjects:
        return following("汇总.哺乳室数")
    return of_scope(scope)


def _hit(of: Label, lexicon: Lexicon, certainty: str, reason: str) -> Meaning | None:
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
