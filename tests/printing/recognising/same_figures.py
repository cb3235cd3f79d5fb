"""Figures that stand in the catalogue under two names: it does not matter which is bound."""

from __future__ import annotations

_SAME = {
    "统计.01": "人数.职工总数",
    "统计.02": "人数.女职工数",
    "统计.03": "人数.会员数",
    "统计.04": "人数.女会员数",
    "统计.06": "人数.女职工小组数",
    "统计.07": "汇总.委员人数",
    "统计.08": "汇总.专职人数",
    "统计.27": "合同.覆盖女职工数",
    "统计.42": "汇总.哺乳室数",
    "统计.43": "汇总.哺乳室面积",
    "统计.45": "汇总.使用人次合计",
}


def plain(name: str) -> str:
    """The one name of a figure that has two."""
    return _SAME.get(name, name)
