"""How an answer is written into its cell: formats, the blanks and boxes already printed there, and nothing else."""

from __future__ import annotations

import re

from desktop_app.printing.catalogue import names
from desktop_app.printing.recognising.vocabulary import all_names
from desktop_app.printing.recognising.wording import Label, labels, unit_of, word
from desktop_app.records.fields import Choice, Day, Kind, MonthKind, Time, YesNo

BLANK = r"[\s_＿　]"
DATE = re.compile(rf"(?:20|19)?{BLANK}*年{BLANK}+月(?:{BLANK}+日)?")
_BOX = "□☐○〇◯"
_NUMBERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"
_OPTION = re.compile(rf"([{_BOX}{_NUMBERS}])\s*([^\s{_BOX}{_NUMBERS}；;。，,、/]+)")
_OPTION_AFTER = re.compile(rf"([^\s{_BOX}；;。，,、/：:]+?)\s*([{_BOX}])")
_YES = frozenset(("是", "有", "已建", "已签订", "已建立", "已签", "建立", "√"))
_NO = frozenset(("否", "无", "未建", "未签订", "未建立", "没有", "未签"))
_EITHER = re.compile(r"\s*(?:是\s*/?\s*否|有\s*/?\s*无)\s*")
_GAP = re.compile(rf"{BLANK}+")


def placeholder(text: str, of: Label, *, in_list: bool = False) -> str:
    """The placeholder of a meaning in an empty cell, in the format its label asks for."""
    if "{{" in text:
        return text
    code = _format(names()[text].kind, of.text, in_list)
    return f"{{{{{text}|{code}}}}}" if code else f"{{{{{text}}}}}"


def _format(kind: Kind, said: str, in_list: bool) -> str:
    said = re.sub(r"\s", "", said)
    if isinstance(kind, (Day, MonthKind)):
        only_month = isinstance(kind, MonthKind) or ("年月" in said and "年月日" not in said)
        if in_list:
            return "yyyy.mm" if only_month else "yyyy-mm-dd"
        return "yyyy年m月" if only_month else "yyyy年m月d日"
    if isinstance(kind, Time):
        return "HH:MM"
    if isinstance(kind, YesNo):
        if "打√" in said or "打“√”" in said:
            return "√"
        return "有/无" if "有无" in said or "有/无" in said else "是/否"
    return ""


def has_blanks(text: str) -> bool:
    """Whether a cell's text is made to be written into: nothing but blanks, a date, units or boxes."""
    if re.match(rf"\s*(?:[{_BOX}①]|\S{{1,4}}[{_BOX}])", text) or _EITHER.fullmatch(text):
        return True
    return not _GAP.sub(
        "", re.sub(r"[共计约第至到—\-~～年月日届人次个名份元间㎡/（）()]|平方米", "", _OPTION.sub("", text))
    )


def into(shown: str, meaning: str, of: Label) -> str | None:
    """The text of an answer cell that already shows something: a date's blanks, boxes, a unit. None: it cannot be."""
    found = all_names(meaning)
    if DATE.search(shown):
        return _dates(shown, found)
    if re.search(f"[{_BOX}{_NUMBERS}]", shown):
        return ticked(shown, found[0]) if len(found) == 1 else None
    if _EITHER.fullmatch(shown) and isinstance(names()[found[0]].kind, YesNo):
        return f"{{{{{found[0]}|{'有/无' if '有' in shown else '是/否'}}}}}"
    blank = re.fullmatch(rf"({BLANK}*[共计约第]?[（(]?)({BLANK}*)([）)]?[^\s_＿　]{{0,3}}?)({BLANK}*)", shown)
    if blank is None or len(found) != 1 or (blank[3].strip("）)") and not unit_of(blank[3].strip("）)"))):
        return None
    return f"{blank[1].rstrip()}{placeholder(meaning, of)}{blank[3]}"


def _dates(shown: str, found: tuple[str, ...]) -> str | None:
    blanks = list(DATE.finditer(shown))
    if len(blanks) != len(found) or not all(isinstance(names()[name].kind, (Day, MonthKind)) for name in found):
        return None
    for blank, name in zip(reversed(blanks), reversed(found), strict=True):
        code = "yyyy年m月d日" if "日" in blank.group() else "yyyy年m月"
        shown = f"{shown[: blank.start()]}{{{{{name}|{code}}}}}{shown[blank.end() :]}"
    return shown


def ticked(shown: str, name: str) -> str | None:
    """Printed options with a box each: the chosen one gets its tick, the printed words stay."""
    kind = names()[name].kind
    after = _OPTION_AFTER.match(shown.strip()) is not None and shown.strip()[-1:] in _BOX
    pattern = _OPTION_AFTER if after else _OPTION
    known = 0

    def tick(option: re.Match[str]) -> str:
        nonlocal known
        sign, text = (option[2], option[1]) if after else (option[1], option[2])
        choice = _choice(kind, text)
        if not choice:
            return option.group()
        known += 1
        if sign in _NUMBERS:
            return f"{{{{{name}|√={choice}}}}}{option.group()}"
        box = f"{{{{{name}|□={choice}}}}}"
        return f"{text}{box}" if after else f"{box}{text}"

    options = len(pattern.findall(shown))
    written = pattern.sub(tick, shown)
    return written if known and known * 2 >= options else None


def _choice(kind: Kind, text: str) -> str:
    """The choice of the field that a printed option means; empty where none or several could be meant."""
    text = re.sub(r"[（(].*?[）)]$", "", text) or text
    if isinstance(kind, YesNo):
        return "是" if text in _YES else "否" if text in _NO else ""
    if not isinstance(kind, Choice):
        return ""
    bare = word(text)
    for option in kind.options:
        if word(option) == bare:
            return option
    meant = {kind.aliases[alias] for alias in kind.aliases if word(alias) == bare}
    meant = meant or {option for option in kind.options if bare in word(option) or word(option) in bare}
    said = labels()["options"].get(text, "")
    meant = meant or {option for option in kind.options if option == said}
    return meant.pop() if len(meant) == 1 else ""
