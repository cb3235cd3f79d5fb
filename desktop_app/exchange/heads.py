"""How much a column head resembles a field's name: offices word the same thing in many ways."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.records import reading

SERIAL = re.compile(r"(序号|编号|行号|顺序号|no\.?|№|号)")
# A field of somebody else: 配偶姓名 is not 姓名.
_SOMEBODY_ELSE = re.compile(
    r"配偶|爱人|丈夫|子女|孩子|小孩|宝宝|儿童|幼儿|婴儿|父亲|母亲|家长|家属|紧急|负责人|主管|领导|介绍人|推荐人|证明人|监护|经办|审核|填表|"
    r"原(?=单位|部门|职务|姓名|岗位|工)|前任|曾用|其他|第二|备用|拼音|英文"
)
_BRACKETS = re.compile(r"[(（\[【〔][^)）\]】〕]*[)）\]】〕]?")
_ORNAMENT = re.compile(r"[\s*★☆※#:：。．,，;；\"“”'·…_-]+")
# Words that may trail a name without changing what it is.
_TRAILERS = re.compile(r"(情况|信息|内容|名称|号码|号|时间|日期|年月日|年月|栏|项|如何|与否|简述|明细|\d|[一二三])*")
# Words that may precede one.
_LEADERS = re.compile(
    r"(女职工|职工|员工|本人|个人|女工|人员|所在|所属|现|工作|单位|使用|具体|主要|现在|目前|的|其|会员|登记|代表|委员|联系|参加)*"
)
_SAME = (
    (re.compile(r"日期|时间|年月日|年月|时刻"), "时"),
    (re.compile(r"号码|编号"), "号"),
    (re.compile(r"手机|移动电话|联系方式|联系号|联系电话|电话号"), "电话"),
    (re.compile(r"所在|所属|所处"), ""),
    (re.compile(r"是否|是不是|有无"), ""),
    (re.compile(r"名字"), "姓名"),
    (re.compile(r"(?<=.)(情况|状况)$"), ""),
)
_PARTS = re.compile(r"[/、|\\]|或者?")


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """A head without spaces, breaks, brackets and marks: ``姓 名*`` and ``电话（手机）`` are 姓名 and 电话."""
    bare = _ORNAMENT.sub("", _BRACKETS.sub("", reading.plain(text))).lower()
    return bare or _ORNAMENT.sub("", re.sub(r"[()（）\[\]【】]", "", reading.plain(text))).lower()


def aside(text: str) -> str:
    """What a head says in brackets, normalised: 手机 of ``电话（手机）``."""
    found = re.search(r"[(（\[【]([^)）\]】]+)", reading.plain(text))
    return normal(found[1]) if found else ""


def is_of_somebody_else(head: str) -> bool:
    """Whether a head speaks of another person than the line's own: 配偶, 紧急联系人."""
    return _SOMEBODY_ELSE.search(head) is not None


@lru_cache(maxsize=65536)
def likeness(head: str, name: str) -> float:
    """0 to 1; both already ``normal``. 1 is the same word, above 0.9 the same meaning, below 0.5 next to nothing."""
    if not head or not name:
        return 0.0
    if head == name:
        return 1.0
    if set(_SOMEBODY_ELSE.findall(head)) - set(_SOMEBODY_ELSE.findall(name)):
        return 0.0
    if _canonical(head) == _canonical(name) != "":
        return 0.93
    parts = [part for part in _PARTS.split(head) if part]
    if len(parts) > 1 and name in parts:
        return 0.9 - 0.02 * parts.index(name)
    return max(_contained(head, name), _alike(head, name))


@lru_cache(maxsize=8192)
def _canonical(word: str) -> str:
    for pattern, same in _SAME:
        word = pattern.sub(same, word)
    return word


def _contained(head: str, name: str) -> float:
    if len(name) >= 2 and name in head:
        before, _, after = head.partition(name)
        ratio = len(name) / len(head)
        if _LEADERS.fullmatch(before) and _TRAILERS.fullmatch(after):
            return 0.72 + 0.18 * ratio
        if not after:  # the head noun of a Chinese compound stands last
            return 0.5 + 0.3 * ratio
        return 0.0
    if len(head) >= 2 and name.startswith(head) and len(head) * 2 >= len(name):
        return 0.5 + 0.3 * len(head) / len(name)
    return 0.0


def _alike(head: str, name: str) -> float:
    """Shared pairs of characters (Dice), worth something only between long words."""
    if min(len(head), len(name)) < 4:
        return 0.0
    ours = {head[i : i + 2] for i in range(len(head) - 1)}
    theirs = {name[i : i + 2] for i in range(len(name) - 1)}
    share = 2 * len(ours & theirs) / (len(ours) + len(theirs))
    return 0.8 * share if share >= 0.6 and head[-1] == name[-1] else 0.0
