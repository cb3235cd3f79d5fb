"""Any list of persons, in any order of columns and with any clutter around it, comes back as it was."""

from __future__ import annotations

import csv
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_files import check_digit, read

SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", "秀丽敏静芳娟霞燕英华玲梅"
HEADS = {
    "name": ("姓名", "姓 名", "女职工姓名", "职工姓名*"),
    "id_number": ("身份证号", "身份证号码", "公民身份号码", "证件号码"),
    "department": ("部门", "所在部门", "车间/部门", "科室"),
    "phone": ("联系电话", "手机号码", "电话（手机）"),
    "joined_union_on": ("入会时间", "入会日期"),
    "is_member": ("是否会员", "是否入会"),
}
DAYS = ("{:%Y-%m-%d}", "{:%Y.%m.%d}", "{:%Y%m%d}", "{0.year}年{0.month}月{0.day}日", "{0.year}/{0.month}/{0.day}")
CLUTTER = ("某公司女职工花名册", "填报单位：某公司工会", "填表日期：2026年3月1日", "")


@st.composite
def person(draw: st.DrawFn) -> dict[str, Any]:
    born = draw(st.dates(date(1966, 1, 1), date(2004, 12, 31)))
    body = f"320106{born:%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return {
        "name": draw(st.sampled_from(SURNAMES)) + draw(st.text(GIVEN, min_size=1, max_size=2)),
        "id_number": body + check_digit(body),
        "department": draw(st.sampled_from(("一车间", "质检部", "财务科", "办公室"))),
        "phone": f"13{draw(st.integers(0, 999_999_999)):09d}",
        "joined_union_on": draw(st.dates(date(1990, 1, 1), date(2025, 12, 31))),
        "is_member": draw(st.booleans()),
    }


@st.composite
def table(draw: st.DrawFn) -> tuple[list[list[str]], list[dict[str, Any]]]:
    people = draw(st.lists(person(), min_size=1, max_size=8))
    fields = draw(st.permutations(list(HEADS)))
    heads = [draw(st.sampled_from(HEADS[name])) for name in fields]
    gaps = draw(st.lists(st.integers(0, len(fields)), max_size=2))
    shape = draw(st.sampled_from(DAYS))
    shown = {True: draw(st.sampled_from(("是", "√", "会员"))), False: "否"}
    rows = [heads]
    for one in people:
        texts = {**one, "joined_union_on": shape.format(one["joined_union_on"]), "is_member": shown[one["is_member"]]}
        rows.append([str(texts[name]) for name in fields])
    for gap in sorted(gaps, reverse=True):
        rows = [[*row[:gap], "", *row[gap:]] for row in rows]
    width = len(rows[0])
    rows = [["序号", *rows[0]], *([str(n), *row] for n, row in enumerate(rows[1:], 1))]
    above = [[text] + [""] * width for text in draw(st.lists(st.sampled_from(CLUTTER), max_size=3))]
    below = [["合计", f"{len(people)}人"] + [""] * (width - 1), ["填表人：", ""] + [""] * (width - 1)]
    return above + rows + draw(st.sampled_from(([], below))), people


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(table())
def test_any_table_comes_back_equal(made: tuple[list[list[str]], list[dict[str, Any]]]) -> None:
    rows, people = made
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "表.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
        _, lines = read(path, "person")
    assert [line.problems for line in lines] == [()] * len(people)
    got = [{name: line.values[name] for name in one} for line, one in zip(lines, people, strict=True)]
    assert got == people
