"""Labels and blanks in one and the same cell: “填报单位：      填报日期：    年  月  日”, “共    人，其中女    人”."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.printing.recognising.answers import BLANK, DATE, into, placeholder, ticked
from desktop_app.printing.recognising.around import Meaning
from desktop_app.printing.recognising.vocabulary import all_names
from desktop_app.printing.recognising.wording import Label, is_by_hand, label, unit_of, units

_UNIT = "|".join(sorted((unit for unit in units() if unit not in ("名", "%")), key=len, reverse=True))
_SLOT = re.compile(
    rf"(?P<colon>[：:])(?P<tail>{BLANK}*)(?P<options>(?:[□☐①][^：:\n_＿]*?)(?=$|\n|[，,；;。]{BLANK}*[^□☐①\s]))"
    rf"|(?P<colon2>[：:]{BLANK}*)(?P<date2>{DATE.pattern}(?:{BLANK}*[至到—\-~～]{BLANK}*{DATE.pattern})?)"
    rf"|(?P<date>{DATE.pattern})"
    rf"|(?P<term>第{BLANK}+(?:届|次))"
    rf"|(?P<gap>[：:]?{BLANK}{{2,}}|_+|＿+|[（(]{BLANK}+[）)])(?P<unit>{_UNIT})(?!{BLANK}*[：:])"
    rf"|(?P<end>[：:])(?P<space>{BLANK}*)(?=$|[（(](?:盖章|公章|签章|章)[）)]{BLANK}*$|[^\s_＿　]+?[：:])"
    rf"|(?P<end2>[：:])(?P<space2>{BLANK}{{2,}})"
)
_BREAK = re.compile(r"\s{2,}|　+|[，,。；;、（(]")


@dataclass(frozen=True)
class Said:
    """One label of the cell and what it means, if anything; ``by_hand``: it is for the pen."""

    label: Label
    meaning: Meaning | None
    by_hand: bool = False


_HAS = re.compile(r"^\?(?:已?[建设配]?有|已建|成立)?")
_LEADING = frozenset(("", "共", "共有", "总数", "数", "现有"))
Resolve = Callable[[Label], Meaning | None]


def has_slots(text: str) -> bool:
    """Whether the cell holds a label with its own blank."""
    return _SLOT.search(text) is not None


def written_in(text: str, resolve: Resolve, lead: Label | None = None) -> tuple[str, list[Said]]:
    """The text with a placeholder in every blank whose label is understood, and what was understood.

    ``lead`` is the label beside the cell, which a first blank without words of its own, or “共　　”, answers.
    """
    made: list[str] = []
    said: list[Said] = []
    done = 0
    for slot in _SLOT.finditer(text):
        before = text[done : slot.start()]
        of = _label_before(before, slot)
        made.append(before)
        if lead and not said and of.word in _LEADING:
            of = Label(lead.text, lead.word, of.unit or lead.unit)
        elif of.unit and said and of.word in _LEADING and said[-1].label.word.startswith("?"):
            of = Label(of.text, _HAS.sub("", said[-1].label.word), of.unit)  # 是否建有哺乳室：□是 □否，共　　间
        done = slot.end()
        if not of.word:
            made.append(slot.group())
            continue
        if is_by_hand(of.text):
            said.append(Said(of, None, True))
            made.append(slot.group())
            continue
        meaning = resolve(of)
        written = _filled(slot, meaning.text, of) if meaning else None
        said.append(Said(of, meaning if written else None))
        made.append(written if written else slot.group())
    made.append(text[done:])
    return "".join(made), said


def _label_before(before: str, slot: re.Match[str]) -> Label:
    if slot["term"]:
        return label("第几届" if slot["term"].endswith("届") else "第几次会议")
    chunk = before.strip().lstrip("（(")
    for found in _BREAK.finditer(chunk):
        rest = chunk[found.end() :]
        if not rest or chunk[found.start()] in "（(":
            continue
        if not re.fullmatch(r"\s+|　+", found.group()) or len(re.sub(r"\s", "", rest)) > 1:
            before = rest
    of = label(before.strip().lstrip("（("))
    if slot["unit"]:
        return Label(of.text, of.word, unit_of(slot["unit"]), of.is_part)
    return of


def _filled(slot: re.Match[str], meaning: str, of: Label) -> str | None:
    if slot["options"]:
        found = all_names(meaning)
        options = ticked(slot["options"], found[0]) if len(found) == 1 else None
        return f"{slot['colon']}{slot['tail']}{options}" if options else None
    if slot["date2"]:
        dates = into(slot["date2"], meaning, of)
        return f"{slot['colon2']}{dates}" if dates else None
    if slot["date"]:
        return into(slot["date"], meaning, of)
    if slot["term"]:
        return f"第{placeholder(meaning, of)}{slot['term'][-1]}" if "{{" not in meaning else None
    if slot["unit"]:
        colon = slot["gap"][0] if slot["gap"][0] in "：:（(" else ""
        end = slot["gap"][-1] if slot["gap"][-1] in "）)" else ""
        return f"{colon}{placeholder(meaning, of)}{end}{slot['unit']}" if "{{" not in meaning else None
    colon, space = slot["end"] or slot["end2"], slot["space"] or slot["space2"] or ""
    # The value takes the room of the blanks; two stay so that the next label does not touch it.
    rest = "  " if space and slot.end() < len(slot.string) else ""
    return f"{colon}{placeholder(meaning, of)}{rest}"
