"""A long title broken the way official papers break it: words whole, the lines balanced, no character alone."""

from __future__ import annotations

from functools import lru_cache

# Words of the field that a line end must not tear; the longest that fits is taken.
_WORDS = (
    "女职工权益保护",
    "女职工委员会",
    "女职工委员",
    "专项集体合同",
    "集体合同",
    "集体协商",
    "职工代表大会",
    "有限责任公司",
    "股份有限公司",
    "有限公司",
    "休息哺乳室",
    "女职工",
    "委员会",
    "总工会",
    "工会",
    "职工",
    "选举结果",
    "副主任",
    "主任",
    "候选人",
    "协商代表",
    "要约书",
    "答复书",
    "委托书",
    "工作总结",
    "工作计划",
    "年度",
    "报告",
    "请示",
    "批复",
    "通知",
    "决议",
    "关于",
    "成立",
    "换届",
    "选举",
    "审查",
    "第一",
)
_NEVER_FIRST = frozenset("的，。、；：？！）》”’级届次会室部厅局")
_NEVER_LAST = frozenset("（《“‘〔第")
_GOOD_LAST = frozenset("的、，：》）")


@lru_cache(maxsize=256)
def balanced(title: str, per_line: int) -> tuple[str, ...]:
    """The title on as few lines of at most ``per_line`` characters as hold it, broken where it reads best."""
    count = -(-len(title) // per_line)
    if count <= 1:
        return (title,)
    while count < len(title):
        found = _best(title, per_line, count)
        if found:
            return found
        count += 1
    return (title,)


def _best(title: str, per_line: int, count: int) -> tuple[str, ...]:
    """The least bad way to break into ``count`` lines, or nothing when there is none."""
    ideal = len(title) / count
    torn = _inside_words(title)
    best: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {(0, 0): (0.0, ())}
    for line in range(1, count + 1):
        for end in range(1, len(title) + 1):
            for start in range(max(0, end - per_line), end):
                if (line - 1, start) not in best or (line == count) != (end == len(title)):
                    continue
                cost, lines = best[line - 1, start]
                cost += (end - start - ideal) ** 2 + (_badness(title, end, torn) if end < len(title) else 0.0)
                if (line, end) not in best or cost < best[line, end][0]:
                    best[line, end] = (cost, (*lines, title[start:end]))
    return best.get((count, len(title)), (0.0, ()))[1]


def _badness(title: str, at: int, torn: frozenset[int]) -> float:
    """How badly the title breaks before its character ``at``."""
    before, after = title[at - 1], title[at]
    if before.isascii() and after.isascii() and before.isalnum() and after.isalnum():
        return 1_000.0
    cost = 60.0 if at in torn else 0.0
    cost += 100.0 if after in _NEVER_FIRST or before in _NEVER_LAST else 0.0
    return cost - (6.0 if before in _GOOD_LAST else 0.0)


def _inside_words(title: str) -> frozenset[int]:
    places: set[int] = set()
    start = 0
    while start < len(title):
        word = next((word for word in _WORDS if title.startswith(word, start)), title[start])
        places.update(range(start + 1, start + len(word)))
        start += len(word)
    return frozenset(places)
