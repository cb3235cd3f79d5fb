"""The ways officers lay out their lists: each is read right, or refused with a sentence; nothing is read wrongly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from office_files import LI, WANG, ZHAO, read, xlsx

from desktop_app.records.values import Month


@dataclass
class Layout:
    """A file and what must come of it: values by path for each good line, rows (from 1) of those refused."""

    kind: str
    build: Callable[[Path], Path]
    lines: list[dict[str, Any]]
    refused: list[int] = field(default_factory=list)


def book(rows: list[list[Any]], *merges: str, name: str = "Sheet1", **more: list[list[Any]]) -> Callable[[Path], Path]:
    return lambda folder: xlsx(folder / "表.xlsx", {name: rows, **more}, merges)


def text(content: str, encoding: str, suffix: str = "csv") -> Callable[[Path], Path]:
    def build(folder: Path) -> Path:
        path = folder / f"表.{suffix}"
        path.write_bytes(content.encode(encoding))
        return path

    return build


def person(name: str, number: str | None = None, **more: Any) -> dict[str, Any]:
    return {"name": name} | ({"id_number": number} if number else {}) | more


LAYOUTS = {
    "heads with spaces, breaks, stars and units": Layout(
        "person",
        book(
            [
                ["某某公司女职工情况统计表（2026年度）"],
                ["序 号", "姓  名*", "公民身份\n号码", "联系电话\n（手机）", "所在部门/车间", "入会时间（年月）"],
                [1, "李 娜", LI, "138-0000-1234", "一车间", "2010.05"],
                [2, "王小燕", f"'{WANG}", 13900001111, "二车间", 201603],
            ],
            "A1:F1",
        ),
        [
            person("李娜", LI, phone="13800001234", department="一车间", joined_union_on=Month(2010, 5, 1)),
            person("王小燕", WANG, phone="13900001111", joined_union_on=Month(2016, 3, 1)),
        ],
    ),
    "two head lines with merged groups": Layout(
        "person",
        book(
            [
                ["女职工台账"],
                ["序号", "基本情况", None, None, "工会情况", None, "备注"],
                [None, "姓名", "身份证号码", "出生日期", "是否会员", "入会日期", None],
                [1, "李娜", LI, "1985-6-7", "是", "2010/5/4", "班长"],
                [2, "王小燕", WANG, 33208, "否", None, None],
            ],
            "A1:G1",
            "A2:A3",
            "B2:D2",
            "E2:F2",
            "G2:G3",
        ),
        [
            person("李娜", LI, born_on=date(1985, 6, 7), is_member=True, joined_union_on=date(2010, 5, 4), note="班长"),
            person("王小燕", WANG, is_member=False, born_on=date(1990, 12, 1)),
        ],
    ),
    "group heads without merges, as csv leaves them": Layout(
        "room_use",
        text(
            "登记表,,,,\n日期,使用时间,,姓名,事由\n,起,止,,\n3月2日,9:05,9:30,李娜,哺乳\n,14:00,14:20,王小燕,吸奶\n",
            "utf-8-sig",
        ),
        [
            {"used_on": date(2026, 3, 2), "entered_at": time(9, 5), "left_at": time(9, 30), "person_name": "李娜"},
            {"used_on": date(2026, 3, 2), "entered_at": time(14), "left_at": time(14, 20), "purpose": "吸奶"},
        ],
    ),
    "totals, signatures, notes and repeated heads": Layout(
        "person",
        book(
            [
                ["序号", "姓名", "身份证号", "部门"],
                [1, "李娜", LI, "一车间"],
                ["小计", None, "1人", None],
                ["序号", "姓名", "身份证号", "部门"],
                [2, "王小燕", WANG, "二车间"],
                [3, None, None, None],
                ["合  计", 2, None, None],
                ["填表人：张三", None, "审核人（签字）：", "2026年3月1日"],
                ["注：1.本表一式两份。"],
                ["备注：请如实填写"],
            ]
        ),
        [person("李娜", LI), person("王小燕", WANG)],
    ),
    "sections by department": Layout(
        "person",
        book(
            [
                ["姓名", "身份证号", "电话"],
                ["一车间", None, None],
                ["李娜", LI, "13800001234"],
                ["二、质检部（1人）", None, None],
                ["王小燕", WANG, "13900001111"],
            ],
            "A2:C2",
            "A4:C4",
        ),
        [person("李娜", LI, department="一车间"), person("王小燕", WANG, department="质检部")],
    ),
    "department merged down": Layout(
        "person",
        book(
            [["部门", "姓名", "证件号码"], ["一车间", "李娜", LI], [None, "王小燕", WANG], ["办公室", "赵敏", ZHAO]],
            "A2:A3",
        ),
        [person("李娜", LI, department="一车间"), person("王小燕", WANG, department="一车间"), person("赵敏", ZHAO)],
    ),
    "side by side": Layout(
        "person",
        book(
            [
                ["通讯录"],
                ["序号", "姓名", "部门", "手机号码", None, "序号", "姓名", "部门", "手机号码"],
                [1, "李娜", "一车间", "13800001234", None, 3, "赵敏", "办公室", "13700002222"],
                [2, "王小燕", "二车间", "13900001111"],
            ],
            "A1:I1",
        ),
        [
            person("李娜", phone="13800001234"),
            person("王小燕"),
            person("赵敏", phone="13700002222", department="办公室"),
        ],
    ),
    "no head at all": Layout(
        "person",
        text(f"李娜,{LI},13800001234\n王小燕,{WANG},13900001111\n赵敏,{ZHAO},13700002222\n", "utf-8"),
        [person("李娜", LI, phone="13800001234"), person("王小燕", WANG), person("赵敏", ZHAO)],
    ),
    "unknown head over ID numbers": Layout(
        "person",
        book(
            [
                ["姓名", "证号", "配偶姓名", "紧急联系人电话"],
                ["李娜", LI, "张伟", "13311112222"],
                ["王小燕", WANG, "刘强", "13311113333"],
            ]
        ),
        [person("李娜", LI), person("王小燕", WANG)],
    ),
    "tab separated GB18030": Layout(
        "person",
        text(f"姓名\t身份证\t学历\n李娜\t{LI}\t本科\n王小燕\t{WANG}\t大专\n", "gb18030", "txt"),
        [person("李娜", LI, education="大学本科"), person("王小燕", WANG, education="大学专科")],
    ),
    "semicolons in UTF-16": Layout(
        "person",
        text(f"姓名;身份证;民族\n李娜;{LI};汉族\n王小燕;{WANG};回族\n", "utf-16"),
        [person("李娜", LI), person("王小燕", WANG)],
    ),
    "digits forced to text, sep line": Layout(
        "person",
        text(f'sep=,\n姓名,身份证号\n李娜,="{LI}"\n王小燕,"\t{WANG}"\n', "utf-8"),
        [person("李娜", LI), person("王小燕", WANG)],
    ),
    "faulty IDs": Layout(
        "person",
        book(
            [
                ["姓名", "身份证号码"],
                ["李娜", int(LI)],
                ["王小燕", "3.20102E+17"],
                ["赵敏", ZHAO[:-1]],
                ["钱芳", ZHAO[:-1] + "4"],
                ["孙丽", "440106197902300081"],
                ["周洁", "440106790315008"],
            ]
        ),
        [person("周洁", ZHAO)],
        [2, 3, 4, 5, 6],
    ),
    "time spans in one column": Layout(
        "room_use",
        book(
            [
                ["爱心妈咪小屋使用记录（2026年3月）"],
                ["日期", "使用时段", "使用人", "使用目的"],
                ["3.2", "10:05-10:30", "李娜", "哺乳"],
                ["3.2", "下午2点至2点半", "王小燕", "挤奶"],
                ["3.3", "15：00～14：00", "赵敏", "休息"],
            ]
        ),
        [
            {"entered_at": time(10, 5), "left_at": time(10, 30), "used_on": date(2026, 3, 2)},
            {"entered_at": time(14), "left_at": time(14, 30), "purpose": "吸奶"},
        ],
        [5],
    ),
    "month and day apart, hours and minutes apart": Layout(
        "room_use",
        book(
            [
                ["2026年母婴室使用登记"],
                ["月", "日", "进入时间", None, "离开时间", None, "使用人"],
                [None, None, "时", "分", "时", "分", None],
                [3, 2, 9, 5, 9, 30, "李娜"],
                [3, 4, 14, 0, 14, 20, "王小燕"],
            ],
            "A2:A3",
            "B2:B3",
            "C2:D2",
            "E2:F2",
            "G2:G3",
        ),
        [
            {"used_on": date(2026, 3, 2), "entered_at": time(9, 5), "left_at": time(9, 30)},
            {"used_on": date(2026, 3, 4), "entered_at": time(14), "left_at": time(14, 20), "person_name": "王小燕"},
        ],
    ),
    "duration instead of an end": Layout(
        "room_use",
        book(
            [
                ["使用日期", "开始时间", "时长（分钟）", "姓名"],
                [date(2026, 3, 2), time(9, 5), 25, "李娜"],
                ["2026-3-3", "14:00", "20分钟", "王芳"],
            ]
        ),
        [{"entered_at": time(9, 5), "left_at": time(9, 30)}, {"used_on": date(2026, 3, 3), "left_at": time(14, 20)}],
    ),
    "date and time in one cell": Layout(
        "room_use",
        book(
            [
                ["进入时间", "离开时间", "使用人"],
                [datetime(2026, 3, 2, 9, 5), datetime(2026, 3, 2, 9, 30), "李娜"],
                ["2026-03-04 14:00", "14:20", "王芳"],
            ]
        ),
        [
            {"used_on": date(2026, 3, 2), "entered_at": time(9, 5), "left_at": time(9, 30)},
            {"used_on": date(2026, 3, 4), "entered_at": time(14), "left_at": time(14, 20)},
        ],
    ),
    "a sheet a month, year in the file's titles, the day alone": Layout(
        "room_use",
        book(
            [["2026年使用登记"], ["日期", "进", "出", "姓名"], [5, "9:05", "9:30", "李娜"], [12, 9.3, 10.15, "李娜"]],
            name="3月",
            **{
                "4月": [["日期", "进", "出", "姓名"], ["6日", "0905", "0930", "李娜"]],
                "说明": [["填写说明"], ["请如实填写"]],
            },
        ),
        [
            {"used_on": date(2026, 3, 5), "entered_at": time(9, 5)},
            {"used_on": date(2026, 3, 12), "entered_at": time(9, 30), "left_at": time(10, 15)},
            {"used_on": date(2026, 4, 6), "entered_at": time(9, 5)},
        ],
    ),
    "months below each other in one sheet": Layout(
        "room_use",
        book(
            [
                ["日期", "进入时间", "离开时间", "使用人"],
                ["2025年11月"],
                ["3日", "9:05", "9:30", "李娜"],
                ["2025年12月"],
                ["4日", "9:05", "9:30", "李娜"],
                [None, "10:05", "10:30", "王芳"],
            ]
        ),
        [
            {"used_on": date(2025, 11, 3)},
            {"used_on": date(2025, 12, 4)},
            {"used_on": date(2025, 12, 4), "person_name": "王芳"},
        ],
    ),
    "decimals that lost a zero": Layout(
        "room_use",
        book(
            [
                ["日期", "进入时间", "姓名"],
                [3.05, "9:00", "李娜"],
                [3.1, "9:00", "李娜"],
                [3.2, "9:00", "李娜"],
                [3.25, "9:00", "李娜"],
            ]
        ),
        [{"used_on": date(2026, 3, day)} for day in (5, 10, 20, 25)],
    ),
    "ditto marks, crossed lines, pre-printed dates": Layout(
        "room_use",
        book(
            [
                ["日期", "进入时间", "离开时间", "使用人", "所属部门"],
                ["2026-3-2", "9:00", "9:20", "李娜", "一车间"],
                ["〃", "10:00", "10:20", "王芳", "同上"],
                ["2026-3-3", "无", "/", "—", None],
                ["2026-3-4", None, None, None, None],
                [None, "11:00", "11:20", "王芳", "二车间"],
            ]
        ),
        [
            {"used_on": date(2026, 3, 2), "department": "一车间"},
            {"used_on": date(2026, 3, 2), "department": "一车间", "person_name": "王芳"},
            {"used_on": date(2026, 3, 4), "entered_at": time(11)},
        ],
    ),
    "committee list": Layout(
        "committee_member",
        book(
            [
                ["××公司工会第二届女职工委员会委员花名册"],
                ["填报单位（盖章）：××公司工会", None, None, None, None, None, "2026年3月8日"],
                ["序号", "姓 名", "性别", "工作部门及职务", "女职工委员会职务", "专/兼职", "手机"],
                [1, "李 娜", "女", "人力资源部部长", "主任", "兼职", "13800001234"],
                [2, "王小燕", "女", "一车间操作工", "委员", "兼职", "13900001111"],
                ["填表人：", None, "联系电话："],
            ],
            "A1:G1",
        ),
        [
            {
                "person_id.name": "李娜",
                "post": "主任",
                "person_id.department": "人力资源部",
                "person_id.administrative_post": "部长",
            },
            {
                "person_id.name": "王小燕",
                "post": "委员",
                "person_id.department": "一车间",
                "person_id.phone": "13900001111",
            },
        ],
    ),
    "items with two columns of opinions": Layout(
        "negotiation_item",
        book(
            [
                ["女职工专项集体合同协商议题征求意见汇总表"],
                ["序号", "类别", "职工方意见建议", "法律依据", "行政方答复", "提出部门", "附议人数"],
                [1, "生育保护", "产后康复假五天", "特别规定", "原则同意", "一车间", "12人"],
                [2, "两癌筛查", "每年一次", None, "两年一次", "二车间", 30],
            ],
            "A1:G1",
        ),
        [
            {
                "category": "生育保护",
                "ask": "产后康复假五天",
                "answer": "原则同意",
                "supporter_count": 12,
                "basis": "特别规定",
            },
            {"category": "健康检查", "ask": "每年一次", "supporter_count": 30, "proposed_by": "二车间"},
        ],
    ),
    "delegates under lines naming the side": Layout(
        "negotiator",
        book(
            [
                ["姓名", "性别", "部门及职务", "代表身份", "联系电话"],
                ["职工方代表", None, None, None, None],
                ["李娜", "女", "工会主席", "首席代表", "13800001234"],
                ["企业方代表：", None, None, None, None],
                ["张伟", "男", "总经理", "首席", "13311112222"],
            ],
            "A2:E2",
            "A4:E4",
        ),
        [
            {"name": "李娜", "side": "职工方", "role": "首席代表"},
            {"name": "张伟", "side": "企业方", "role": "首席代表"},
        ],
    ),
    "another table below": Layout(
        "person",
        book(
            [
                ["姓名", "身份证号"],
                ["李娜", LI],
                [],
                ["本年度活动安排"],
                ["活动名称", "负责人"],
                ["读书会", "王芳"],
            ]
        ),
        [person("李娜", LI)],
    ),
    "a category written once, page numbers, half days": Layout(
        "negotiation_item",
        book(
            [
                ["类别", "诉求"],
                ["生育保护", "产假期间工资照发"],
                [None, "每日哺乳一小时半"],
                ["第1页 共2页"],
                ["健康检查", "每年一次"],
            ]
        ),
        [
            {"category": "生育保护"},
            {"category": "生育保护", "ask": "每日哺乳一小时半"},
            {"category": "健康检查", "ask": "每年一次"},
        ],
    ),
    "rooms": Layout(
        "nursing_room",
        book(
            [
                ["序号", "小屋名称", "地点", "面积（㎡）", "建成时间", "星级"],
                [1, "康乃馨小屋", "三号楼二层", "12.5平方米", "2024.5", "三星"],
            ]
        ),
        [{"name": "康乃馨小屋", "location": "三号楼二层", "opened_on": Month(2024, 5, 1), "star_rating": "三星"}],
    ),
    "cleaning log": Layout(
        "room_cleaning",
        book(
            [
                ["哺乳室清洁消毒记录表  2026年3月"],
                ["日期", "清洁时间", "清洁项目", "消毒方式", "消毒剂名称及浓度", "执行人"],
                ["1日", "8:30", "地面、桌椅沙发", "擦拭", "75%酒精", "刘姐"],
                ["2日", "8：30", "地面", "擦拭", "75%酒精", "刘姐"],
            ]
        ),
        [
            {"cleaned_on": date(2026, 3, 1), "items": ("地面", "桌椅沙发"), "cleaner": "刘姐"},
            {"cleaned_on": date(2026, 3, 2), "cleaned_at": time(8, 30)},
        ],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_read_right(name: str, tmp_path: Path) -> None:
    layout = LAYOUTS[name]
    intake, rows = read(layout.build(tmp_path), layout.kind)
    good = [row for row in rows if not row.problems]
    assert [row.row for row in rows if row.problems] == layout.refused, [row.problems for row in rows]
    assert len(good) == len(layout.lines), (intake.columns, [row.values for row in good])
    for row, expected in zip(good, layout.lines, strict=True):
        got = {path: row.values.get(path) for path in expected}
        assert got == expected, intake.columns
        assert {path: type(value) for path, value in got.items()} == {p: type(v) for p, v in expected.items()}
