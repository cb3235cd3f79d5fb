"""What one label means where it stands: its own words first, then the words around it; never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.printing.catalogue import names
from desktop_app.printing.recognising.around import CERTAIN, INFERRED, Around, Line, Meaning, hit, is_apart
from desktop_app.printing.recognising.persons import (
    is_person,
    names_person,
    of_her,
    of_person,
    of_person_above,
    of_person_overhead,
    plainly,
)
from desktop_app.printing.recognising.vocabulary import (
    PERSONAL,
    Lexicon,
    anywhere,
    core,
    following,
    indicator_cores,
    indicators,
    of_scope,
    parts,
    scope_words,
)
from desktop_app.printing.recognising.wording import Label, label, word
from desktop_app.records.fields import Number

_FIGURE = re.compile(r"(?:数|次|金额|支出|面积|期)$")
_PEOPLE = re.compile(r"(?:工|会员|代表|委员)$")


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
    for ask in (_as_part, in_group, _in_footer, of_her, of_person_overhead, _in_line, of_person_above):
        if (found := ask(of, around)) is not None:
            return found if not _is_contested(found, of, around) else None
    if of.is_part or of.word in PERSONAL or (around.is_personal and (of.word in _HER_OWN or is_apart(around))):
        return None
    own = _by_scope_word(of, around)
    same = hit(of, anywhere(), CERTAIN, "叫法相同") or _as_count(of) or _as_figure(of, around)
    if is_apart(around) and any(_group_lexicons(label(group), around) for group in around.groups):
        return same  # the head says whose it is, and there it is not known
    return (own if _is_subject(own, around) else None) or _by_place(of, around) or same or own or _carried(of, around)


def _is_contested(found: Meaning, of: Label, around: Around) -> bool:
    """On a form about the women's committee 届次 or 成立时间 behind the union's name may be either's."""
    if not found.name.startswith("工会.") or "届次" not in around.subjects or around.groups:
        return False
    return any(each in of_scope("届次") for each in of.words) and not any(each in anywhere() for each in of.words)


def _as_count(of: Label) -> Meaning | None:
    """女农民工: a kind of people, asked for without the word 人数."""
    if not _PEOPLE.search(of.word):
        return None
    found = hit(Label(of.text, of.word + "数", of.unit), anywhere(), INFERRED, "问的是人数")
    return found if found and isinstance(names()[found.name].kind, Number) else None


def _as_figure(of: Label, around: Around) -> Meaning | None:
    """An indicator, where a figure is asked for: the same words may name the thing itself elsewhere."""
    if around.is_partial:
        return None
    if around.of_figures or of.unit or _FIGURE.search(of.word):
        found = hit(of, indicators(), CERTAIN, "统计指标")
        same = indicator_cores().get((core(of.word), of.unit)) if of.unit else None
        return found or (Meaning(same, INFERRED, "统计指标，说法相近") if same else None)
    return None


def _is_subject(meaning: Meaning | None, around: Around) -> bool:
    """Whether a field belongs to what the section or the whole form is about."""
    return meaning is not None and meaning.name.split(".")[0] in (*around.sections, *around.subjects)


def _carried(of: Label, around: Around) -> Meaning | None:
    """What the line above opened, where all of it says the same."""
    hits = [hit(of, following(said), INFERRED, f"上一行说的是“{plainly(said)}”") for said in around.above if said]
    different = {each.text for each in hits if each}
    return next((each for each in hits if each), None) if len(different) == 1 else None


def _as_part(of: Label, around: Around) -> Meaning | None:
    """“其中：专职”, and what goes on after it (“兼职”) unless it says by itself what it counts."""
    if not around.line.total or (not of.is_part and any(each in anywhere() for each in of.words)):
        return None
    reason = f"“{names()[around.line.total].meaning}”的其中项"
    lexicon = parts(around.line.total)
    bare = Label(of.text, of.word.removesuffix("数"), of.unit)
    return hit(of, lexicon, CERTAIN, reason) or hit(bare, lexicon, CERTAIN, reason)


def in_group(of: Label, around: Around) -> Meaning | None:
    """What a merged head, or the label of a line, makes of the label: 主任 over 性别."""
    for group in around.groups:
        head = label(re.sub("(?:基本)?(?:信息|情况)$", "", group.strip()) or group)
        for joined in _joined(head, of):
            reason = f"“{group.strip()}”下的一格"
            found = hit(joined, anywhere(), CERTAIN, reason) or _as_figure(joined, around)
            found = found or _by_place(joined, around)
            if found:
                return found
        for lexicon in _group_lexicons(head, around):
            found = hit(of, lexicon, INFERRED, f"“{group.strip()}”下的一格")
            if found:
                return found
    return None


def _joined(head: Label, of: Label) -> Sequence[Label]:
    """职工 over 总数 is 职工总数; 专项合同 over 是否签订 is 是否签订专项合同."""
    texts = [head.word + of.word, of.word + head.word]
    if head.word.endswith(of.word):
        texts.insert(0, head.word)  # 职工总数 over 总数
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
    found = hit(
        of, _HEADER if around.in_header else _FOOTER, INFERRED, "表头的一行" if around.in_header else "表末的一行"
    )
    same = found or hit(of, anywhere(), CERTAIN, "叫法相同")
    return same if same and same.name.startswith(("报表.", "单位.名称")) else None


def _in_line(of: Label, around: Around) -> Meaning | None:
    """The nearest label to the left that opens this word. What is a person's is asked of the nearest person alone."""
    if of.word in PERSONAL and None in around.above and not any(map(names_person, around.line.said)):
        return None  # the person of the line above, whom the ledger does not know
    for said in reversed(around.line.said):
        if of.word in PERSONAL and (said is None or is_person(said)):
            return hit(of, of_person(said), INFERRED, f"跟在“{plainly(said)}”后面") if said else None
        if said is None or (of.word in PERSONAL and (around.groups or around.is_personal)):
            continue
        if around.is_personal and of.word in _HER_OWN:
            continue
        found = hit(of, following(said), INFERRED, f"跟在“{plainly(said)}”后面")
        if found:
            persons = of.word in PERSONAL and any(each is None or is_person(each) for each in around.line.said)
            return None if persons else found
    return None


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
        return hit(Label(of.text, asks + rest, of.unit), lexicon, CERTAIN, f"说的是“{scope}”")
    return None


def _by_place(of: Label, around: Around) -> Meaning | None:
    for places, where in ((around.sections, "小标题"), (around.subjects, "表题")):
        found = [
            one
            for scope in places
            if (one := hit(of, place_lexicon(scope, around), INFERRED, f"{where}说的是“{scope}”"))
        ]
        if found:
            return found[0] if len({each.text for each in found}) == 1 else None
    return None


def place_lexicon(scope: str, around: Around) -> Lexicon:
    """What a section or title about ``scope`` opens: rooms in general only have totals."""
    if scope == "哺乳室总计":
        return following("汇总.哺乳室数")
    if scope == "哺乳室" and scope not in around.subjects:
        return following("汇总.哺乳室数")
    return of_scope(scope)
