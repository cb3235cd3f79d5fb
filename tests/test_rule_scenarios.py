"""Scenarios out of the sources, end to end: records go in as a script puts them, ``check --json --on`` judges them.

Each line: what happens, where, and which rules must speak (with their severity) or keep silent. Every line goes through
the services that the commands call; a few go through the command line as well, which must say the same.
"""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import asdict
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from desktop_app.cli import main
from desktop_app.ledger.ledger import Ledger, open_ledger
from desktop_app.services import agenda, checking, first_steps, records, round_check

Values = dict[str, Any]
Check = Callable[..., list[Values]]
OpenIn = Callable[[str, str], Ledger]
UNIT = "江州金梭纺织有限公司"
ERROR, WARNING, HINT = "error", "warning", "hint"

# A round in which nothing is wrong by the national rules: offered on Monday 2026-03-02, effective after the review.
ROUND: Values = {
    "name": "女职工权益保护专项集体合同",
    "form": "单独专项合同",
    "offered_on": "2026-03-02",
    "offered_by": "职工方",
    "replied_on": "2026-03-10",
    "is_accepted": True,
    "signed_on": "2026-04-22",
    "is_signed_by_both": True,
    "notified_on": "2026-04-22",
    "filed_on": "2026-04-27",
    "received_on": "2026-04-28",
    "effective_on": "2026-05-14",
    "published_on": "2026-05-15",
    "starts_on": "2026-05-14",
    "ends_on": "2029-05-13",
}
VOTE: Values = {
    "congress": "一届二次职代会",
    "held_on": "2026-04-20",
    "delegate_count": 60,
    "present_count": 50,
    "votes_for": 45,
}
SESSION: Values = {"held_on": "2026-03-25", "recorder": "钟离云", "chair": "司马岚"}


def people(everyone: int, women: int, members: int | None = None) -> dict[str, list[Values]]:
    """A count of people before the first offer."""
    counted = {"counted_on": "2026-01-05", "employee_count": everyone, "woman_worker_count": women}
    return {"headcount_snapshot": [counted | {"woman_member_count": members if members is not None else women}]}


class Case(NamedTuple):
    """``speak`` maps a rule to the severity it must have; ``silent`` rules must not be heard about the contract."""

    article: str
    province: str = ""
    round: Values = {}
    vote: Values | None = {}
    workers: str = "女女男"
    employer: str = "男男女"
    more: Mapping[str, list[Values]] = {}
    on: str = "2026-06-01"
    speak: Mapping[str, str] = {}
    silent: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def open_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenIn]:
    """An empty ledger of a province on a day: made once for each, and copied into the one that stays open."""
    folder = tmp_path_factory.mktemp("scenarios")
    path = folder / "scenario.bbt"
    today = [date(2026, 6, 1)]

    def clock() -> datetime:
        return datetime.combine(today[0], time(9))

    def make(at: Path, province: str) -> None:
        first_steps.new_ledger(at, unit=UNIT, province=province, password=None, clock=clock).close()

    make(path, "")
    with open_ledger(path, operator="命令行", clock=clock) as ledger:

        def empty(province: str, on: str) -> Ledger:
            today[0] = date.fromisoformat(on)
            pristine = folder / f"{province or '国家'}.bbt"
            if not pristine.exists():
                make(pristine, province)
            with closing(sqlite3.connect(pristine)) as source, closing(sqlite3.connect(path)) as target:
                source.backup(target)
            return ledger

        yield empty


@pytest.fixture
def check(open_in: OpenIn) -> Check:
    """Records as ``put`` takes them; what ``check``, the board of the one round, or ``deadlines`` says of them."""

    def checked(province: str, given: Mapping[str, list[Values]], on: str, what: str = "check") -> list[Values]:
        ledger = open_in(province, on)
        for kind, rows in given.items():
            _, problems = records.save_many(ledger, kind, rows)
            assert not problems, problems
        day = date.fromisoformat(on)
        if what == "deadlines":
            return [asdict(each) for each in agenda.duties(ledger, day)]
        said = round_check.findings(ledger, 1, day) if what == "round" else checking.findings(ledger, day)
        return [asdict(each) for each in said]

    return checked


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Check:
    """The same through the command line itself, as a script would run it."""
    path = tmp_path / "scenario.bbt"

    def run(*words: str, stdin: str = "") -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        code = main([words[0], str(path), *words[1:]])
        out, err = capsys.readouterr()
        assert code in (0, 1), (words, out, err)
        return out

    def checked(province: str, given: Mapping[str, list[Values]], on: str, command: str = "check") -> list[Values]:
        run("new", "--unit", UNIT, *(["--province", province] if province else []))
        for kind, rows in given.items():
            kept = json.loads(run("put", kind, "--json", stdin=json.dumps(rows)))
            assert not kept["problems"], kept
        found: list[Values] = json.loads(run(command, "--json", "--on", on))
        return found

    return checked


def contract(case: Case) -> dict[str, list[Values]]:
    given = {"negotiation": [ROUND | case.round]}
    given["negotiator"] = [*side("职工方", case.workers), *side("企业方", case.employer)]
    given["negotiation_session"] = [{"negotiation_id": 1, **SESSION}]
    if case.vote is not None:
        given["congress_vote"] = [{"negotiation_id": 1, **VOTE, **case.vote}]
    return {**given, **case.more}


def side(name: str, genders: str) -> list[Values]:
    """Delegates by their genders; the first is the chief, a small 外 after one makes her an outsider."""
    people = genders.replace("女外", "妇").replace("男外", "客")
    return [
        {
            "negotiation_id": 1,
            "side": name,
            "name": f"{'尉迟' if name == '职工方' else '司徒'}{'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午'[n]}",
            "gender": "女" if each in "女妇" else "男",
            "role": "首席代表" if n == 0 else "协商代表",
            "is_external": each in "妇客",
        }
        for n, each in enumerate(people)
    ]


R12, R16, R17, R19, R20 = ({rule: ERROR} for rule in ("R12", "R16", "R17", "R19", "R20"))
CASES = [
    Case("一切按期", silent=("R07", "R08", "R09", "R10", "R12", "R16", "R17", "R18", "R19", "R20", "R23")),
    # the reply: national 20 days, the last of which is Sunday 03-22 and moves to Monday
    Case("集体合同规定32：第20日是星期日，顺延", round={"replied_on": "2026-03-23"}, silent=("R12",)),
    Case("集体合同规定32：顺延后又一日", round={"replied_on": "2026-03-24"}, speak=R12),
    Case("上海15条：15日", "上海", {"replied_on": "2026-03-17"}, silent=("R12",)),
    Case("上海15条：第16日", "上海", {"replied_on": "2026-03-18"}, speak=R12),
    Case("河南9条：15日", "河南", {"replied_on": "2026-03-17"}, silent=("R12",)),
    Case("河南9条：第16日", "河南", {"replied_on": "2026-03-18"}, speak=R12),
    Case("浙江7条：10工作日", "浙江", {"replied_on": "2026-03-16"}, silent=("R12",)),
    Case("浙江7条：第11工作日", "浙江", {"replied_on": "2026-03-17"}, speak=R12),
    Case("北京32条：20日同国家", "北京", {"replied_on": "2026-03-23"}, silent=("R12",)),
    Case("重庆19条：20日同国家", "重庆", {"replied_on": "2026-03-24"}, speak=R12),
    # numbers
    Case("集体合同规定19：每方三名", workers="女男", employer="男男", speak={"R07": ERROR}, silent=("R08",)),
    Case("集体合同规定19：对等", workers="女男男男", employer="男男男", speak={"R08": ERROR}, silent=("R07",)),
    Case("上海6条：企业方可以少", "上海", workers="女男男男", employer="男男男", silent=("R07", "R08")),
    Case("浙江10条：企业方不得多", "浙江", workers="女女男", employer="男男男男", speak={"R08": ERROR}),
    Case("重庆8条：职工方可以多", "重庆", workers="女男男男", employer="男男男", silent=("R08",)),
    Case("北京7条：至多十名", "北京", workers="女" * 11, employer="男" * 11, speak={"R07": ERROR}),
    Case("北京7条：正好十名", "北京", workers="女" * 10, employer="男" * 10, silent=("R07",)),
    Case("重庆8条：十五名", "重庆", workers="女" * 15, employer="男" * 15, silent=("R07",)),
    Case("重庆8条：十六名", "重庆", workers="女" * 16, employer="男" * 16, speak={"R07": ERROR}),
    Case("国家没有上限", workers="女" * 16, employer="男" * 16, silent=("R07",)),
    Case(
        "浙江10条：规模以上每方五名",
        "浙江",
        more={"enterprise": [{"id": 1, "is_above_scale": True}]},
        speak={"R07": ERROR},
    ),
    Case(
        "浙江10条：非规模以上三名", "浙江", more={"enterprise": [{"id": 1, "is_above_scale": False}]}, silent=("R07",)
    ),
    # outsiders
    Case("集体合同规定23：正好三分之一", workers="女女男外", silent=("R09",)),
    Case("集体合同规定23：超过三分之一", workers="女男外男外男", employer="男男男女", speak={"R09": ERROR}),
    Case("集体合同规定20：首席不得外聘", workers="女外男女", speak={"R09": ERROR}),
    # women
    Case("重庆10条：女职工占五分之一", "重庆", workers="男男男", more=people(50, 10), speak={"R11": ERROR}),
    # quorum and majority, of all delegates
    Case("集体合同规定36：正好三分之二", vote={"present_count": 40, "votes_for": 40}, silent=("R16",)),
    Case("集体合同规定36：三分之二差一人", vote={"present_count": 39, "votes_for": 39}, speak=R16),
    Case(
        "集体合同规定36：61人的三分之二是41",
        vote={"delegate_count": 61, "present_count": 40, "votes_for": 40},
        speak=R16,
    ),
    Case(
        "集体合同规定36：61人到41人", vote={"delegate_count": 61, "present_count": 41, "votes_for": 41}, silent=("R16",)
    ),
    Case("集体合同规定36：正好一半，提醒", vote={"votes_for": 30}, speak={"R17": WARNING}),
    Case("集体合同规定36：差一票", vote={"votes_for": 29}, speak=R17),
    Case("集体合同规定36：到会的过半不算", vote={"present_count": 40, "votes_for": 25}, speak=R17),
    Case("浙江24条：正好一半未通过", "浙江", vote={"votes_for": 30}, speak=R17),
    Case("浙江24条：过半", "浙江", vote={"votes_for": 31}, silent=("R17",)),
    Case("重庆26条：正好一半，提醒", "重庆", vote={"votes_for": 30}, speak={"R17": WARNING}),
    # signature
    Case("集体合同规定37：通过前签字", round={"signed_on": "2026-04-19"}, speak={"R18": ERROR}),
    Case("集体合同规定37：当天签字", round={"signed_on": "2026-04-20"}, silent=("R18",)),
    Case("上海22条：表决前签字", "上海", {"signed_on": "2026-04-19"}, silent=("R18",)),
    # filing: ten days; the tenth day of 04-22 is 05-02 within the holiday, which ends on 05-05
    Case(
        "集体合同规定42：第10日在假期，顺延",
        round={"filed_on": "2026-05-06", "received_on": None, "effective_on": None, "published_on": None},
        silent=("R19",),
    ),
    Case(
        "集体合同规定42：顺延后又一日",
        round={"filed_on": "2026-05-07", "received_on": None, "effective_on": None, "published_on": None},
        speak=R19,
    ),
    Case("河南16条：7日", "河南", {"filed_on": "2026-04-29", "filed_with_union_on": "2026-04-29"}, silent=("R19",)),
    Case("河南16条：第8日", "河南", {"filed_on": "2026-04-30", "filed_with_union_on": "2026-04-30"}, speak=R19),
    Case("上海23条：自书面告知起算", "上海", {"signed_on": "2026-04-01", "notified_on": "2026-04-24"}, silent=("R19",)),
    Case(
        "至今没有报送",
        round={"filed_on": None, "received_on": None, "effective_on": None, "published_on": None},
        speak=R19,
    ),
    # effect: received 04-28, the fifteenth day is 05-13
    Case("劳动合同法54：第15日不能生效", round={"effective_on": "2026-05-13"}, speak=R20),
    Case("劳动合同法54：届满次日生效", round={"effective_on": "2026-05-14"}, silent=("R20",)),
    Case("集体合同规定47：有异议不生效", round={"review_result": "有异议"}, speak=R20),
    # term and renewal
    Case("集体合同规定38：正好三年", silent=("R21",)),
    Case("集体合同规定38：超过三年只提醒", round={"ends_on": "2029-06-14"}, speak={"R21": WARNING}),
    Case("集体合同规定38：不足一年只提醒", round={"ends_on": "2027-05-01"}, speak={"R21": WARNING}),
    Case("集体合同规定38：窗口前一日", on="2029-02-12", silent=("R22",)),
    Case("集体合同规定38：窗口第一日", on="2029-02-13", speak={"R22": WARNING}),
    Case("浙江30条：90日", "浙江", on="2029-02-12", speak={"R22": WARNING}),
    Case("浙江30条：第91日", "浙江", on="2029-02-11", silent=("R22",)),
    Case("河南20条：60日", "河南", on="2029-03-14", speak={"R22": WARNING}),
    Case("河南20条：第61日", "河南", on="2029-03-13", silent=("R22",)),
    Case("集体合同规定38：期满不自动顺延", on="2029-05-14", speak={"R22": WARNING}),
    # publication: effective Thursday 05-14
    Case("浙江35条：5工作日", "浙江", {"published_on": "2026-05-21"}, silent=("R23",)),
    Case("浙江35条：第6工作日", "浙江", {"published_on": "2026-05-22"}, speak={"R23": ERROR}),
    Case("重庆29条：10日，星期日顺延", "重庆", {"published_on": "2026-05-25"}, silent=("R23",)),
    Case("重庆29条：再一日", "重庆", {"published_on": "2026-05-26"}, speak={"R23": ERROR}),
    Case("河南19条：10日后", "河南", {"published_on": "2026-05-26"}, speak={"R23": ERROR}),
    Case("集体合同规定48：早于生效", round={"published_on": "2026-05-13"}, speak={"R23": ERROR}),
    Case("国家没有天数", round={"published_on": "2026-05-29"}, silent=("R23",)),
]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.province or '国家'}-{case.article}" for case in CASES])
def test_the_contract_speaks_by_the_article(case: Case, check: Check) -> None:
    found = check(case.province, contract(case), case.on, "round")
    heard: dict[str, list[str]] = {}
    for finding in found:
        assert finding["source"] and finding["message"] and finding["level"], finding
        heard.setdefault(finding["rule"], []).append(finding["severity"])
    for rule, severity in case.speak.items():
        assert severity in heard.get(rule, []), (rule, [f["message"] for f in found])
    for rule in case.silent:
        assert rule not in heard, [f for f in found if f["rule"] == rule]


def item(**more: str) -> dict[str, list[Values]]:
    """A round with one agreed item."""
    given = {"negotiation_id": 1, "category": "其他", "ask": "按协商结果", "outcome": "采纳", **more}
    return {"negotiation": [{"name": ROUND["name"], "form": ROUND["form"]}], "negotiation_item": [given]}


def term(**more: object) -> dict[str, list[Values]]:
    return {"committee_term": [{"number": 1, "starts_on": "2023-06-10", "ends_on": "2026-06-09", **more}]}


def letter(**more: object) -> dict[str, list[Values]]:
    return {"supervision_letter": [{"category": "监督意见书", "matter": "产假工资", "issued_on": "2026-03-02", **more}]}


# rule, article, province, what is kept, on, the severity it must have ("" when it must keep silent)
RULES = [
    ("R01", "条例11：女会员10名", "", people(60, 12, 10), "2026-06-01", ERROR),
    ("R01", "条例11：女会员9名", "", people(60, 12, 9), "2026-06-01", ""),
    ("R01", "北京9条：女职工25人", "北京", people(60, 25, 5), "2026-06-01", ERROR),
    ("R01", "上海13条：女会员24人", "上海", people(60, 30, 24), "2026-06-01", ""),
    ("R01", "上海13条：女会员25人", "上海", people(60, 30, 25), "2026-06-01", ERROR),
    ("R01", "河南9条：女会员10人", "河南", people(60, 30, 10), "2026-06-01", ERROR),
    ("R02", "工会法16：三年", "", term(), "2025-06-01", ""),
    ("R02", "工会法16：五年", "", term(ends_on="2028-06-09"), "2025-06-01", ""),
    ("R02", "工会法16：四年", "", term(ends_on="2027-06-09"), "2025-06-01", ERROR),
    ("R03", "5号文7：同日报批", "", term(submitted_on="2023-06-12", union_submitted_on="2023-06-12"), "2025-06-01", ""),
    (
        "R03",
        "5号文7：差一日",
        "",
        term(submitted_on="2023-06-12", union_submitted_on="2023-06-13"),
        "2025-06-01",
        WARNING,
    ),
    ("R04", "届满前181日", "", term(), "2025-12-10", ""),
    ("R04", "届满前180日", "", term(), "2025-12-11", HINT),
    ("R04", "届满前90日", "", term(), "2026-03-11", WARNING),
    ("R04", "届满后", "", term(), "2026-06-10", ERROR),
    ("R24", "山西10条：25元", "山西", item(category="女职工卫生费", quantity="25元"), "2026-06-01", ERROR),
    ("R24", "山西10条：只写25", "山西", item(category="女职工卫生费", quantity="25"), "2026-06-01", ERROR),
    ("R24", "山西10条：30元", "山西", item(category="女职工卫生费", quantity="30元"), "2026-06-01", ""),
    ("R24", "国家没有金额", "", item(category="女职工卫生费", quantity="5元"), "2026-06-01", ""),
    ("R24", "湖南待核实只提醒", "湖南", item(category="女职工卫生费", quantity="20元"), "2026-06-01", WARNING),
    ("R24", "619号7：产假90天", "", item(clause="女职工生育享受产假90天。"), "2026-06-01", ERROR),
    ("R24", "619号7：产假98天", "", item(clause="女职工生育享受产假九十八天。"), "2026-06-01", ""),
    ("R24", "619号7：只填数值", "", item(topic="T16 产假", agreed_value="90"), "2026-06-01", ERROR),
    ("R24", "619号9：半小时", "", item(clause="每日哺乳时间半小时。"), "2026-06-01", ERROR),
    ("R24", "浙江22条：陪产假10天", "浙江", item(clause="男职工陪产假10天。"), "2026-06-01", ERROR),
    ("R24", "河南16条：三年一次", "河南", item(clause="每三年组织一次妇科检查。"), "2026-06-01", ERROR),
    ("R24", "未采纳的不算", "山西", item(category="女职工卫生费", quantity="25元", outcome="未采纳"), "2026-06-01", ""),
    ("R34", "浙江22条：第15工作日", "浙江", letter(received_on="2026-03-02"), "2026-03-23", ""),
    ("R34", "浙江22条：第16工作日", "浙江", letter(received_on="2026-03-02"), "2026-03-24", WARNING),
    ("R34", "全国办法天数未见", "", letter(received_on="2026-03-02"), "2026-06-01", HINT),
]


@pytest.mark.parametrize(
    ("rule", "province", "given", "on", "severity"),
    [(rule, *rest) for rule, _, *rest in RULES],
    ids=[f"{rule}-{province or '国家'}-{article}" for rule, article, province, *_ in RULES],
)
def test_a_rule_speaks_or_keeps_silent(
    rule: str, province: str, given: dict[str, list[Values]], on: str, severity: str, check: Check
) -> None:
    found = [each for each in check(province, given, on) if each["rule"] == rule]
    assert [each["severity"] for each in found] == ([severity] if severity else []), found
    assert all(each["source"] for each in found)


SIGNED = {name: ROUND[name] for name in ("name", "form", "offered_on", "replied_on", "is_accepted", "signed_on")}


def stage(**more: object) -> dict[str, list[Values]]:
    vote = {"negotiation_id": 1, **VOTE}
    return {"negotiation": [{**SIGNED, **more}], "congress_vote": [vote]}


DEADLINES = [
    (
        "S2",
        "集体合同规定32",
        "",
        {"negotiation": [{"name": "合同", "offered_on": "2026-03-02"}]},
        "2026-03-05",
        "2026-03-23",
        "soon",
    ),
    (
        "S2",
        "浙江7条",
        "浙江",
        {"negotiation": [{"name": "合同", "offered_on": "2026-03-02"}]},
        "2026-03-17",
        "2026-03-16",
        "overdue",
    ),
    (
        "S2",
        "上海15条，国庆",
        "上海",
        {"negotiation": [{"name": "合同", "offered_on": "2025-09-22"}]},
        "2025-09-30",
        "2025-10-09",
        "soon",
    ),
    ("S10", "河南16条", "河南", stage(), "2026-04-25", "2026-04-29", "soon"),
    ("S10", "上海23条", "上海", stage(notified_on="2026-04-24"), "2026-04-25", "2026-05-06", "soon"),
    (
        "S13",
        "浙江35条",
        "浙江",
        stage(filed_on="2026-04-25", received_on="2026-04-27", effective_on="2026-05-13", ends_on="2029-05-12"),
        "2026-05-15",
        "2026-05-20",
        "soon",
    ),
]


@pytest.mark.parametrize(
    ("step", "province", "given", "on", "due", "state"),
    [(step, *rest) for step, _, *rest in DEADLINES],
    ids=[f"{step}-{province or '国家'}-{article}" for step, article, province, *_ in DEADLINES],
)
def test_a_deadline_falls_on_the_day_of_the_article(
    step: str, province: str, given: dict[str, list[Values]], on: str, due: str, state: str, check: Check
) -> None:
    [duty] = [each for each in check(province, given, on, "deadlines") if each["step"] == step]
    assert (duty["due"], duty["state"]) == (date.fromisoformat(due), state), duty
    assert duty["source"]


@pytest.mark.parametrize(
    ("province", "on"),
    [
        *(("", on) for on in ("2026-01-01", "2024-02-29", "2026-09-30", "2026-02-17")),
        *((province, "2026-09-30") for province in ("北京", "上海", "浙江", "重庆", "河南")),
    ],
)
def test_an_empty_ledger_is_asked_for_nothing_by_force(province: str, on: str, check: Check) -> None:
    assert not [each for each in check(province, {}, on) if each["severity"] == ERROR]


SPOKEN = ("rule", "level", "severity", "about", "message", "source", "kind", "field")


@pytest.mark.parametrize(
    ("province", "given", "on"),
    [
        ("浙江", contract(Case("", round={"replied_on": "2026-03-17"}, vote={"votes_for": 30})), "2026-06-01"),
        ("", letter(received_on="2026-03-02"), "2026-06-01"),
    ],
)
def test_the_command_line_says_what_the_services_say(
    province: str, given: dict[str, list[Values]], on: str, check: Check, command: Check
) -> None:
    said = command(province, given, on)
    assert said
    assert [[each[name] for name in SPOKEN] for each in said] == [
        [each[name] for name in SPOKEN] for each in check(province, given, on)
    ]


def test_the_command_line_counts_the_days_to_a_deadline(command: Check) -> None:
    step, _, province, given, on, due, state = DEADLINES[0]
    [duty] = [each for each in command(province, given, on, "deadlines") if each["step"] == step]
    assert (duty["due"], duty["state"], duty["days"]) == (due, state, 18)
