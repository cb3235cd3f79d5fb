"""What a form or a section of it is about, by its title: which single scopes it opens, which list it may be."""

from __future__ import annotations

import re

from desktop_app.printing.catalogue import scopes
from desktop_app.printing.recognising.paper import Area, Paper
from desktop_app.printing.recognising.vocabulary import ListWords, scope_words
from desktop_app.printing.recognising.wording import label, labels, word
from desktop_app.records.registry import record_type

_NUMBERED = re.compile(r"^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
# Words of a title that say what kind of paper it is, not what it is about.
_PAPER = re.compile(
    r"^(?:附件\d*|附表\d*|表\d+)|(?:19|20)\d\d|[Xx×＊*○]+|第[一二三四五六七八九十\d]{0,3}届|届|[年月]报|年度?|上半年|下半年|季度|月份?|"
    r"基本情况|基本信息|情况|信息|统计|汇总|登记|备案|报备|申报|送审|上报|填报|花名册|名册|名单|一览|台账|清单|明细|记录|[簿本]$|表|册|单"
)
# A table about rooms in general, or about one that is still to be built.
_TOTALS = re.compile("统计|汇总|一览|台账|花名册|申报|申领|创建|新建")


def title_of(paper: Paper) -> Area | None:
    """The title: the largest text above the tables, the first of equals."""
    top = [area for area in paper.areas if area.row <= 6 and area.text.strip() and not area.is_number]
    loose = [area for area in top if not area.bordered and not re.search(r"[：:]|^\s*附[件表]", area.text)]
    return max(loose, key=lambda area: (area.size, area.right > area.column, -area.row), default=None)


def subjects_of(title: str) -> tuple[str, ...]:
    """The single scopes that a title or section speaks of."""
    said = word(title)
    found: list[str] = []
    for text, scope in scope_words().items():
        if text in said:
            found.append(scope)
            said = said.replace(text, "#")
    if "哺乳室" in found and _TOTALS.search(said) and "备案" not in said:
        found[found.index("哺乳室")] = "哺乳室总计"
    return tuple(dict.fromkeys(found))


def about(subjects: tuple[str, ...]) -> str:
    """The kind of record that a form with these subjects is about; empty for none or several.

    Of two, one of which belongs to the other (a contract's inspection), it is the one that belongs.
    """
    kinds = [scopes()[each].kind for each in subjects if each in scopes() and scopes()[each].is_subject]
    owners = {link.to for kind in kinds for link in record_type(kind).links().values() if link.to != kind}
    found = [kind for kind in kinds if kind not in owners]
    return found[0] if len(found) == 1 else ""


def section_of(paper: Paper, row: int) -> str:
    """The row's text where it is a section's title: alone in its row, numbered or across the table; else empty."""
    areas = [area for area in paper.row(row) if area.row == row]
    texts = [area for area in areas if area.text.strip()]
    if len(texts) != 1 or re.search(r"[：:]\s*$|_{2}", texts[0].text):
        return ""
    only = texts[0]
    empty = [area for area in areas if area is not only and area.bordered]
    if _NUMBERED.match(only.text) and (not empty or only.right > only.column or len(empty) > 2):
        return only.text
    is_wide = only.right > only.column and not empty and only.bottom == only.row and len(only.text.strip()) <= 30
    return only.text if is_wide else ""


def speaks_of(text: str, of: ListWords) -> bool:
    """Whether a title speaks of just this list: nothing is left beside the list's own words."""
    said = bare(text)
    if said in of.subjects:
        return True
    return any(
        said.endswith(subject) and _names_only_a_place(said.removesuffix(subject))
        for subject in of.subjects
        if len(subject) > 3
    )


def hints_at(text: str, of: ListWords) -> bool:
    """Whether a title holds a list's words and, but for general ones, none that make it a part: 困难女职工, 春节."""
    said = bare(text)
    rests = (said.replace(subject, "", 1) for subject in of.subjects if len(subject) > 1 and subject in said)
    return any(not rest or _names_only_a_place(rest) for rest in (re.sub(labels()["general"], "", r) for r in rests))


def bare(title: str) -> str:
    """A title without year, unit and the words for its kind of paper."""
    said = _PAPER.sub("", label(title).word)
    said = _PAPER.sub("", said)
    return re.sub(r"^.*?(?:总工会|公司|集团|单位)", "", said).removeprefix("工会").removeprefix("基层")


def _names_only_a_place(before: str) -> bool:
    return re.fullmatch(r".*(?:省|市|区|县|镇|街道|园区|工会|总|公司|集团|厂|开发区|系统)", before) is not None
