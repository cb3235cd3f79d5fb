"""A sample ledger that shows every page and form alive; all its people are invented."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from stdnum.cn import ric

from desktop_app import paths
from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger, create_ledger
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.services import checklists, records
from desktop_app.services.contract_text import draft_clauses
from desktop_app.services.lines import lines

_COMMITTEE = (  # the first seven of the roster sit on the committee
    ("曾雪梅", "综合办公室", "副主任", "中共党员", 46),
    ("单秀英", "细纱车间", "乙班班长", "中共党员", 43),
    ("欧阳𬱖", "综合办公室", "文员", "共青团员", 27),
    ("古丽娜尔·买买提", "后勤部", "管理员", "群众", 35),
    ("尉迟静", "织造车间", "统计员", "群众", 38),
    ("夏晓岚", "人力资源部", "专员", "中共党员", 33),
    ("仇桂兰", "准备车间", "丙班班长", "群众", 45),
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹彭萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢钟姜崔谭"
)
_GIVEN = (
    "秀兰",
    "桂英",
    "丽华",
    "玉梅",
    "晓燕",
    "文静",
    "雅琴",
    "春霞",
    "海燕",
    "小红",
    "梦瑶",
    "佳怡",
    "思雨",
    "婷婷",
    "慧",
    "洁",
    "颖",
    "琳",
)
_DEPARTMENTS = (
    "准备车间",
    "细纱车间",
    "织造车间",
    "整理车间",
    "质检部",
    "技术部",
    "财务部",
    "人力资源部",
    "后勤部",
    "综合办公室",
)
_OFFICE_WORK = {
    "综合办公室": "管理",
    "人力资源部": "管理",
    "财务部": "会计",
    "质检部": "质检",
    "技术部": "技术",
    "后勤部": "后勤",
}
_PURPOSES = ("哺乳", "吸奶", "吸奶", "孕期休息", "休息")
_REGIONS = ("320104", "320105", "320113", "340102", "341702", "410105")


def make_sample(path: Path, *, clock: Callable[[], datetime] = datetime.now) -> None:
    """Write the sample ledger to ``path``, replacing an earlier sample there.

    Raises BanbiantianError, changing nothing, when ``path`` holds a real ledger.
    """

    if path.exists():
        _clear_earlier_sample(path)
    with create_ledger(path, operator="周敏", clock=clock) as ledger:
        ledger.remember(sample="yes", operator="周敏", preparer="周敏", reviewer="曾雪梅", head_of_unit="韩志远")
        today = clock().date()
        year = (today - timedelta(days=300)).year  # all dates of the sample lie before its 20 October
        written = _written(year)
        people = list(_people(Random(5), today))  # noqa: S311 - a repeatable sample, no secret
        for each, told in zip(people, written.pop("person"), strict=False):  # more is told of the first of them
            each.update(told)
        _keep(ledger, "person", people)
        for kind, rows in written.items():
            _keep(ledger, kind, rows)
        draft_clauses(ledger, 2)  # the round of the sample's own year, its second
        _keep(ledger, "attendance", list(_attendances()))
        _keep_logs(ledger, today)
        _keep_checks(ledger, year)
        ledger.is_changed = False  # a sample needs no backup


def _clear_earlier_sample(path: Path) -> None:
    from desktop_app.ledger.ledger import open_ledger

    with open_ledger(path) as earlier:
        if earlier.setting("sample") != "yes":
            raise BanbiantianError(f"“{path}”是真实的台账，没有用示例覆盖它。请给示例换一个文件夹。")
    path.unlink()


def _written(year: int) -> dict[str, list[dict[str, Any]]]:
    text = paths.resource("sample", "sample.toml").read_text("utf-8")
    dated = re.sub(r"\{Y([+-]\d+)?\}", lambda found: str(year + int(found[1] or 0)), text)
    return tomllib.loads(dated)


def _keep(ledger: Ledger, kind: str, rows: list[dict[str, Any]]) -> None:
    _, problems = records.save_many(ledger, kind, rows)
    if problems:
        index, problem = problems[0]
        raise BanbiantianError(
            f"示例数据第 {index + 1} 条{record_type(kind).label}有误：{problem.field}{problem.reason}"
        )


def _people(random: Random, today: date) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for number in range(96):
        if number < len(_COMMITTEE):
            name, department, post, politics, age = _COMMITTEE[number]
        else:
            name, post, age = random.choice(_SURNAMES) + random.choice(_GIVEN), "", random.randint(22, 54)
            department = random.choice(_DEPARTMENTS)
            politics = random.choice(("群众", "群众", "共青团员", "中共党员"))
        if name in seen:
            continue
        seen.add(name)
        born = date(today.year - age, random.randint(1, 12), random.randint(1, 28))
        body = f"{random.choice(_REGIONS)}{born:%Y%m%d}{random.randrange(10, 99)}{random.choice('2468')}"
        hired = born.replace(year=born.year + random.randint(19, 21)) if number % 3 else date(today.year - 2, 3, 1)
        yield {
            "employee_number": f"J{1001 + number}",
            "name": name,
            "id_number": body + ric.calc_check_digit(body + "0"),
            "born_on": born.isoformat(),
            "gender": "女",
            "ethnicity": "维吾尔族" if "·" in name else "汉族",
            "political_status": politics,
            "education": random.choice(("初中及以下", "高中", "大学专科", "大学专科", "大学本科")),
            "department": department,
            "position": _OFFICE_WORK.get(department, "挡车工"),
            "administrative_post": post,
            "union_post": "" if number else "工会副主席",
            "employment": random.choice(("固定期限", "无固定期限", "固定期限", "劳务派遣")),
            "hired_on": hired.isoformat(),
            "is_member": number % 17 != 16,
            "joined_union_on": f"{hired.year + 1}-05",
            "phone": f"1390000{number + 201:04d}",
            "is_single_parent": number in (20, 41),
            "is_in_hardship": number in (6, 20, 41),
        }


def _attendances() -> Iterator[dict[str, Any]]:
    for name, department, post, *_ in _COMMITTEE:
        state = "请假" if name == "夏晓岚" else "出席"
        yield {"meeting_id": 2, "name": name, "department": department, "post": post, "state": state}


def _keep_logs(ledger: Ledger, today: date) -> None:
    """Uses and cleanings of the last ten months, written in bulk as an import would."""
    random = Random(7)  # noqa: S311
    visitors = [(name, department) for name, department, *_ in _COMMITTEE[1:6]] + [("", "细纱车间"), ("", "织造车间")]
    uses: list[Values] = []
    cleanings: list[Values] = []
    for back in range(300, 0, -1):
        day = today - timedelta(days=back)
        if day.weekday() > 4:
            continue
        cleanings.append(_cleaning(1, day))
        uses += [_use(random, 1, day, visitors) for _ in range(random.randint(0, 3))]
        if back < 60:
            cleanings.append(_cleaning(2, day))
            uses += [_use(random, 2, day, visitors) for _ in range(random.randint(0, 1))]
    with ledger.writing("示例登记") as writing:
        writing.insert(record_type("room_use"), uses)
        writing.insert(record_type("room_cleaning"), cleanings)


def _keep_checks(ledger: Ledger, year: int) -> None:
    """A star assessment and a self-check of labour protection, begun from their lists and answered."""
    star = checklists.start_star_assessment(ledger, 1, date(year, 5, 20))
    unmet = ("有隔断，可供2人以上同时使用", "符合当地对五星服务的全部要求（原文未见全，请对照当地办法）")
    conditions = lines(ledger, "star_assessment_line", {"assessment_id": star})
    _keep(
        ledger,
        "star_assessment_line",
        [{"id": each["id"], "is_met": each["condition"] not in unmet} for each in conditions],
    )
    _keep(ledger, "star_assessment", [{"id": star, "assessor": "古丽娜尔·买买提"}])
    check = checklists.start_protection_check(ledger, date(year, 9, 8))
    answers = {
        "孕期工间休息": {"result": "不适用"},
        "安全卫生培训": {"result": "不符合", "fault": "本年尚未组织", "remedy": "10月组织一次，人力资源部负责"},
    }
    items = lines(ledger, "protection_check_line", {"check_id": check})
    _keep(
        ledger,
        "protection_check_line",
        [{"id": each["id"], **answers.get(str(each["item"]), {"result": "符合"})} for each in items],
    )
    summary = "除培训尚未组织外，其余各项符合规定；卫生费、妇科检查按专项集体合同落实。"
    _keep(ledger, "protection_check", [{"id": check, "team": "曾雪梅、夏晓岚、范丽君", "summary": summary}])


def _use(random: Random, room: int, day: date, visitors: list[tuple[str, str]]) -> Values:
    name, department = random.choice(visitors)
    start = random.choice((9, 10, 13, 14, 15)) * 60 + random.randrange(0, 60, 5)
    end = start + random.randrange(15, 45, 5)
    return {
        "room_id": room,
        "used_on": day,
        "entered_at": time(*divmod(start, 60)),
        "left_at": time(*divmod(end, 60)),
        "person_name": name or None,
        "department": department,
        "purpose": random.choice(_PURPOSES),
        "condition": "完好",
    }


def _cleaning(room: int, day: date) -> Values:
    return {
        "room_id": room,
        "cleaned_on": day,
        "cleaned_at": time(17, 30),
        "items": ("地面", "桌椅沙发", "操作台洗手台"),
        "method": "擦拭",
        "agent": "含氯消毒液 500mg/L",
        "airing_minutes": 30,
        "cleaner": "蒋桂芳",
    }
