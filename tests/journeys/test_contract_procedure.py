"""A contract from its offer to its renewal in one sitting, by the rules of six provinces: the board and its papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.rules.findings import ERROR
from desktop_app.rules.procedure import DONE, LATE, NOW
from desktop_app.services import contract_text, forms, records
from desktop_app.services.lines import lines
from desktop_app.services.papers import paper_about
from desktop_app.ui.finding_dialog import FindingDialog
from desktop_app.ui.lines_grid import LinesGrid
from desktop_app.ui.pages.contract import ContractPage
from desktop_app.ui.pages.forms import FormsPage
from desktop_app.ui.window import MainWindow

PROVINCES = ("", "北京", "上海", "浙江", "重庆", "河南")


@dataclass
class Calendar:
    """The day it is; the journey moves it on."""

    today: date = date(2025, 3, 3)

    def __call__(self) -> datetime:
        return datetime.combine(self.today, time(9, 30))


@pytest.fixture
def clock() -> Calendar:
    return Calendar()


UNIT: dict[str, dict[str, Any]] = {
    "enterprise": {
        "category": "其他有限责任公司",
        "uscc": "91320106KG7TY6EFNR",
        "legal_representative": "沈国平",
        "address": "江州市云锦路18号",
    },
    "union_committee": {
        "name": "江州金梭纺织有限公司工会",
        "upper_union": "云锦街道总工会",
        "chair": "韩志远",
        "contact": "周敏",
        "contact_phone": "13900000102",
        "document_mark": "金梭工",
    },
}
HEADCOUNT = {
    "counted_on": "2024-12-31",
    "employee_count": 402,
    "woman_worker_count": 251,
    "congress_delegate_count": 60,
}
TOPICS = (
    ("T08", "劳动安全卫生", "甲方每年更新女职工禁忌从事的劳动岗位清单，并书面告知女职工。"),
    ("T12", "生育保护", "怀孕7个月以上的女职工不安排夜班和加班。"),
    ("T26", "健康检查", "甲方每年安排一次妇科、乳腺检查。"),
    ("T38", "职业发展与培训", "甲方每年组织一次女职工技能培训。"),
    ("T16", "生育保护", "女职工产假不少于98天。"),
    ("T23", "生育保护", "对哺乳未满1周岁婴儿的女职工，每天安排1小时哺乳时间。"),
)
DELEGATES = (
    ("职工方", "韩志远", "男", "首席代表", "工会主席"),
    ("职工方", "曾雪梅", "女", "一般代表", "女职工委员会主任"),
    ("职工方", "单秀英", "女", "一般代表", "细纱车间班长"),
    ("企业方", "魏振邦", "男", "首席代表", "副总经理"),
    ("企业方", "范丽君", "女", "一般代表", "人力资源部经理"),
    ("企业方", "陶建明", "男", "一般代表", "生产部经理"),
)


class Sitting:
    """The window with one round on its board; what is recorded is seen there at once."""

    def __init__(self, window: MainWindow, calendar: Calendar) -> None:
        assert window.context is not None
        self.province = ""
        self.window, self.calendar, self.context = window, calendar, window.context
        self.ledger = self.context.ledger

    def begin(self, province: str) -> None:
        """The unit as the officer has filled it in before, and an empty round."""
        self.province = province
        records.save(self.ledger, "enterprise", UNIT["enterprise"] | {"province": province}, 1)
        self.keep("union_committee", 1, **UNIT["union_committee"])
        self.keep("headcount_snapshot", **HEADCOUNT)
        self.window.workspace.go("contract")
        self.board.begin_round()

    @property
    def board(self) -> ContractPage:
        page = self.window.workspace.page
        assert isinstance(page, ContractPage)
        return page

    def keep(self, kind: str, record_id: int | None = None, **given: Any) -> int:
        return records.save(self.ledger, kind, given, record_id).id

    def on(self, day: str, **given: Any) -> None:
        """What the officer writes into 合同与日期 on a day."""
        self.calendar.today = date.fromisoformat(day)
        if given:
            self.keep("negotiation", 1, **given)
        self.context.changed.emit("negotiation")

    def own(self, kind: str, **given: Any) -> int:
        made = self.keep(kind, negotiation_id=1, **given)
        self.context.changed.emit(kind)
        return made

    def state(self, code: str) -> str:
        """The state of a step as the line shows it; '' where it does not stand there."""
        return next((step.state for step in self.board.steps if step.code == code), "")

    def due(self, code: str) -> date | None:
        return next(step.due for step in self.board.steps if step.code == code)

    def errors(self) -> set[str]:
        """The rules broken, as the board counts them."""
        return {finding.rule for finding in self.board.findings if finding.severity == ERROR}


@pytest.fixture
def sitting(window: MainWindow, clock: Calendar) -> Sitting:
    return Sitting(window, clock)


def prepare(at: Sitting) -> None:
    """Subjects gathered, delegates named, the offer written."""
    for number, (topic, category, clause) in enumerate(TOPICS, 1):
        agreed = {"answer": "同意", "employer_agrees": True, "outcome": "采纳", "clause": clause}
        given = {"position": number, "topic": topic, "category": category, "ask": clause, "is_listed": True}
        at.own("negotiation_item", **given, **agreed)
    at.on("2025-03-03", prepared_on="2025-02-20")


def offer(at: Sitting) -> None:
    at.on(
        "2025-03-03",
        offered_on="2025-03-03",
        offered_by="职工方",
        offer_received_by="范丽君",
        proposed_on="2025-03-25",
        proposed_place="公司二楼会议室",
        delegate_count=3,
        materials="女职工人数和岗位情况",
    )
    for side, name, gender, role, post in DELEGATES[:3]:
        at.own("negotiator", side=side, name=name, gender=gender, role=role, department=post, chosen_on="2025-03-03")


def reply(at: Sitting) -> None:
    at.on(
        "2025-03-10",
        replied_on="2025-03-10",
        is_accepted=True,
        agreed_on="2025-03-25",
        agreed_place="公司二楼会议室",
        materials_reply="3月14日前提供",
        delegates_chosen_on="2025-03-10",
        delegates_chosen_by="工会选派并公示",
    )
    for side, name, gender, role, post in DELEGATES[3:]:
        at.own("negotiator", side=side, name=name, gender=gender, role=role, department=post, chosen_on="2025-03-10")

    at.own(
        "authorization",
        side="企业方",
        principal="沈国平",
        principal_post="董事长",
        delegate="魏振邦",
        delegate_post="副总经理",
        powers="主持协商会议，签署会议记录和合同文本",
        starts_on="2025-03-10",
        ends_on="2025-06-30",
        signed_on="2025-03-10",
    )


def get_ready(at: Sitting) -> None:
    at.on("2025-03-14", materials_given_on="2025-03-14", session_notified_on="2025-03-14")
    at.own("negotiator", side="职工方", name="邹文静", gender="女", role="记录员", department="综合办公室")


MEETING = {
    "place": "公司二楼会议室",
    "recorder": "邹文静",
    "workers_present": "韩志远、曾雪梅、单秀英",
    "employer_present": "魏振邦、范丽君、陶建明",
}


def talk(at: Sitting) -> None:
    at.on("2025-03-25")
    at.own(
        "negotiation_session",
        sequence=1,
        held_on="2025-03-25",
        chair="韩志远",
        proceedings="技能培训一项下次继续协商。",
        suspended_because="培训经费需要测算",
        next_on="2025-04-10",
        next_place="公司二楼会议室",
        next_subjects="技能培训",
        **MEETING,
    )


def talk_again(at: Sitting) -> None:
    at.on("2025-04-10")
    at.own(
        "negotiation_session",
        sequence=2,
        held_on="2025-04-10",
        chair="魏振邦",
        proceedings="各项达成一致。",
        **MEETING,
    )


def draft(at: Sitting) -> None:
    contract_text.draft_clauses(at.ledger, 1)
    at.on(
        "2025-04-11",
        drafted_on="2025-04-11",
        starts_on="2025-05-16",
        ends_on="2027-05-15",
        copy_count=5,
        main_topics="禁忌劳动、生育保护、健康检查、技能培训",
        course="3月25日、4月10日两次协商，各项达成一致。",
    )


def submit(at: Sitting) -> None:
    at.on("2025-04-16", submitted_to_congress_on="2025-04-16")


VOTE = {
    "congress": "第五届职工代表大会第二次会议",
    "held_on": "2025-04-25",
    "place": "公司礼堂",
    "delegate_count": 60,
    "woman_delegate_count": 35,
    "method": "无记名投票",
    "resolution": "会议审议通过草案。",
}


def vote(at: Sitting) -> None:
    at.on("2025-04-25")
    votes = {"present_count": 57, "votes_for": 55, "votes_against": 1, "abstentions": 1}
    at.own("congress_vote", reported_on="2025-04-27", **votes, **VOTE)


def sign(at: Sitting) -> None:
    day = "2025-04-22" if at.province == "上海" else "2025-04-28"  # there the chiefs sign before the vote
    at.on("2025-04-28", signed_on=day, is_signed_by_both=True, notified_on="2025-04-28")


def file(at: Sitting) -> None:
    at.on("2025-04-30", filed_on="2025-04-30", filed_with="云锦区人社局", filed_with_union_on="2025-04-30")


def review(at: Sitting) -> None:
    at.on("2025-05-16", received_on="2025-04-30", registration_number="集字37号", review_result="无异议自动生效")


def enter_into_force(at: Sitting) -> None:
    at.on("2025-05-16", effective_on="2025-05-16", special_clauses="每年一次妇科、乳腺检查。")


def publish(at: Sitting) -> None:
    at.on(
        "2025-05-19",
        published_on="2025-05-19",
        published_how="公告栏",
        publicity_ends_on="2025-05-26",
        inspection_place="工会办公室",
        supervision_phone="025-86201812",
        covered_woman_count=251,
    )


def replace(at: Sitting) -> None:
    at.on("2025-10-09")
    left = {"left_on": "2025-10-09", "left_because": "调离"}
    [gone] = [each for each in lines(at.ledger, "negotiator", {}) if each["name"] == "单秀英"]
    at.keep("negotiator", gone["id"], **left)
    at.on("2025-10-16")
    assert at.state("S3b") == NOW
    assert at.due("S3b") == date(2025, 10, 24)
    new = {"name": "薄云霞", "gender": "女", "role": "一般代表", "department": "细纱车间", "chosen_by": "女职工推选"}
    at.own("negotiator", side="职工方", chosen_on="2025-10-16", replaces_id=gone["id"], **new)


def inspect(at: Sitting) -> None:
    at.on("2025-11-10")
    inspection = at.own(
        "performance_inspection",
        inspected_on="2025-11-10",
        team="曾雪梅、范丽君",
        methods=["查资料", "座谈"],
        summary="各项约定已履行。",
        reported_to_congress_on="2025-12-05",
    )
    line = {"clause_number": "第十三条", "clause": "孕7个月以上不排夜班", "finding": "无夜班", "result": "已履行"}
    at.keep("performance_inspection_line", inspection_id=inspection, **line)
    at.own("performance_inspection", inspected_on="2026-11-10", reported_to_congress_on="2026-12-05")


JOURNEY: tuple[tuple[Callable[[Sitting], None], tuple[str, ...], tuple[str, ...]], ...] = (
    # what the officer does, the steps that are done by it, those that wait for her now
    (prepare, ("S0",), ("S1",)),
    (offer, ("S1",), ("S2",)),
    (reply, ("S2", "S3"), ("S4",)),
    (get_ready, ("S4",), ("S5",)),
    (talk, ("S5",), ("S5p", "S6")),
    (talk_again, (), ("S6",)),
    (draft, ("S6",), ("S7",)),
    (submit, ("S7",), ()),
    (vote, ("S8",), ()),
    (sign, ("S9",), ("S10",)),
    (file, ("S10",), ("S11",)),
    (review, ("S11",), ("S12",)),
    (enter_into_force, ("S12",), ("S13",)),
    (publish, ("S13",), ()),
    (replace, ("S3b",), ()),
    (inspect, ("S14",), ()),
)
DUE = {  # legal-facts 2.5: the answer to an offer of 3 March 2025; the filing after 28 April; the day renewal opens
    "": (date(2025, 3, 24), date(2025, 5, 8), date(2027, 2, 15)),
    "北京": (date(2025, 3, 24), date(2025, 5, 8), date(2027, 2, 15)),
    "上海": (date(2025, 3, 18), date(2025, 5, 8), date(2027, 2, 15)),
    "浙江": (date(2025, 3, 17), date(2025, 5, 8), date(2027, 2, 14)),
    "重庆": (date(2025, 3, 24), date(2025, 5, 8), date(2027, 2, 15)),
    "河南": (date(2025, 3, 18), date(2025, 5, 6), date(2027, 3, 16)),
}


AHEAD_OF_THE_STEP = ("HT-18", "HT-22")  # a paper by which the step is taken, not one that tells of it


def make_papers(at: Sitting, folder: Path, made: dict[str, Path]) -> None:
    """The papers of every step passed so far, each about this round's own record, ready and written once."""
    for step in at.board.steps:
        for code in step.forms:
            if code in made or not (step.state == DONE or (step.state == NOW and code in AHEAD_OF_THE_STEP)):
                continue
            of = forms.form(code)
            about = paper_about(at.ledger, of, "negotiation", 1)
            assert about is not None, code
            missing = forms.readiness(at.ledger, of, on=at.calendar.today, about=about).missing
            assert missing == [], code
            [made[code]] = forms.produce(at.ledger, of, folder, outputs=("pdf",), on=at.calendar.today, about=about)


@pytest.mark.parametrize("province", PROVINCES, ids=lambda name: name or "国家")
def test_from_offer_to_renewal(sitting: Sitting, tmp_path: Path, province: str) -> None:
    at, made = sitting, dict[str, Path]()
    at.begin(province)
    reply_due, filing_due, renewal = DUE[province]
    for act, done, waiting in JOURNEY:
        act(at)
        assert {code: at.state(code) for code in done} == dict.fromkeys(done, DONE), act
        assert {code: at.state(code) for code in waiting} == dict.fromkeys(waiting, NOW), act
        if act is offer:
            assert at.due("S2") == reply_due
        if act is sign:
            assert at.due("S10") == filing_due
        make_papers(at, tmp_path, made)
    assert at.errors() == set()

    at.on(renewal.isoformat())
    assert at.state("S16") == NOW
    assert "2027-05-15 期满" in at.board.sentence
    make_papers(at, tmp_path, made)
    at.board.begin_round()
    assert records.load(at.ledger, "negotiation", 2)["occasion"] == "续订"
    at.board.head.chosen.emit(1)
    assert at.state("S16") == DONE
    at.on("2027-05-20", ended_on="2027-05-16", rescission_reported_on="2027-05-20")
    assert at.state("S17") == DONE
    expected = "HT-01 HT-02 HT-04 HT-05 HT-06 HT-07 HT-08 HT-09 HT-10 HT-11 HT-14 HT-15 HT-17 HT-18 HT-21 HT-22 HT-23"
    assert sorted(made) == expected.split()
    assert all(path.stat().st_size > 10_000 for path in made.values())


def up_to(at: Sitting, last: Callable[[Sitting], None], province: str = "") -> None:
    """The journey up to and with one act."""
    at.begin(province)
    for act, _, _ in JOURNEY:
        act(at)
        if act is last:
            return


def refused(at: Sitting, **votes: int) -> str:
    """What the step of the congress says of a vote."""
    at.on("2025-04-25")
    at.own("congress_vote", **(VOTE | votes))
    board = at.board
    board.stage_line.chosen.emit([step.code for step in board.steps].index("S8"))
    return board.sentence


def test_a_congress_of_two_thirds_less_one_is_refused(sitting: Sitting) -> None:
    up_to(sitting, submit)
    said = refused(sitting, present_count=39, votes_for=39)
    assert "出席 39 人，不足全体代表 60 人的三分之二（应有 40 人）" in said
    assert sitting.state("S8") != DONE
    assert "R16" in sitting.errors()
    assert "1 条强制" in sitting.board.head.found.text()


@pytest.mark.parametrize(("province", "passes"), [("", True), ("重庆", True), ("浙江", False)])
def test_exactly_half_is_warned_of_and_refused_where_more_is_asked(
    sitting: Sitting, province: str, passes: bool
) -> None:
    up_to(sitting, submit, province)
    said = refused(sitting, present_count=57, votes_for=30, votes_against=27)
    assert (sitting.state("S8") == DONE) == passes
    assert ("R17" in sitting.errors()) != passes
    assert sitting.state("S8x") == ("" if passes else NOW)
    [found] = [each for each in sitting.board.findings if each.rule == "R17"]
    assert "半数" in found.message
    assert ("建议取得过半数" if passes else "没有达到") in said


def test_an_allowance_below_the_province_is_red_with_its_source_and_leads_to_its_line(sitting: Sitting) -> None:
    at = sitting
    up_to(at, offer, "山西")
    fee = "甲方每月向每名女职工发放卫生费25元。"
    given = {"topic": "T10", "category": "女职工卫生费", "ask": fee, "outcome": "采纳", "clause": fee}
    line = at.own("negotiation_item", measure="卫生费（元/人·月）", agreed_value="25", **given)
    [found] = [each for each in at.board.findings if each.rule == "R24" and each.record_id == line]
    assert found.severity == ERROR
    assert "25" in found.message
    assert "30" in found.message
    assert "山西" in found.source
    at.board.open_findings()
    dialog = at.board.findChild(FindingDialog)
    assert isinstance(dialog, FindingDialog)
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    place = next(row for row, text in enumerate(texts) if found.message in text)
    assert "强制" in texts[place] and found.source in texts[place]
    dialog.list.itemActivated.emit(dialog.list.item(place))
    grid = at.board.findChild(LinesGrid)
    assert isinstance(grid, LinesGrid)
    assert grid.grid.model().lines[grid.grid.currentIndex().row()].id == line


def test_silence_is_urged_and_a_dispute_goes_on_its_way(sitting: Sitting, tmp_path: Path) -> None:
    at, made = sitting, dict[str, Path]()
    up_to(at, offer)
    at.on("2025-04-01")
    assert at.state("S2") == LATE
    assert at.state("S2x") == NOW
    assert "已逾期 8 天" in at.board.sentence
    at.on("2025-04-20", urged_on="2025-04-01", refusal_reported_on="2025-04-20")
    assert at.state("S2x") == DONE
    facts = {"arose_on": "2025-04-20", "applied_on": "2025-04-21", "accepted_on": "2025-04-22"}
    told = {"matter": "企业方不答复要约。", "handled_by": "云锦区人社局"}
    dispute = at.own("contract_dispute", category="协商争议", **facts, **told)
    assert at.state("D1") == NOW
    assert at.due("D1") == date(2025, 5, 22)
    at.keep("contract_dispute", dispute, settled_on="2025-05-12", result="双方开始协商。")
    kept = {"arose_on": "2026-03-02", "applied_on": "2026-03-09", "settled_on": "2026-04-20"}
    at.own("contract_dispute", category="履约争议", matter="哺乳时间没有计入劳动时间。", **kept)
    at.on("2026-04-21", signed_on="2025-06-03", starts_on="2025-06-20", ends_on="2027-06-19")
    assert at.state("D1") == at.state("D2") == DONE
    for code in ("HT-20", "HT-25", "HT-26"):
        of = forms.form(code)
        about = paper_about(at.ledger, of, "negotiation", 1)
        assert forms.readiness(at.ledger, of, on=at.calendar.today, about=about).missing == []
        [made[code]] = forms.produce(at.ledger, of, tmp_path, outputs=("pdf",), on=at.calendar.today, about=about)
    assert all(path.exists() for path in made.values())


def test_a_change_in_force_is_a_round_of_its_own_and_a_rescission_is_reported(sitting: Sitting, tmp_path: Path) -> None:
    at = sitting
    up_to(at, publish, "北京")
    board = at.board
    change = next(each for each in board.findChildren(QPushButton) if each.text() == "变更这一份")
    assert change.isVisible()
    change.click()
    following = records.load(at.ledger, "negotiation", 2)
    assert (following["occasion"], following["previous_id"]) == ("变更", 1)
    assert following["ends_on"] == date(2027, 5, 15)
    assert not change.isVisible()
    at.board.head.chosen.emit(1)
    assert at.state("S15") == NOW
    at.on("2026-01-05", rescinded_on="2026-01-05", rescission_reason="公司并入集团")
    assert at.due("S15") == date(2026, 1, 15)
    of = forms.form("HT-24").as_variant("解除协议")
    [path] = forms.produce(at.ledger, of, tmp_path, outputs=("pdf",), on=at.calendar.today, about=1)
    assert path.exists()


def test_a_paper_of_a_step_opens_about_this_very_round(sitting: Sitting, qtbot: QtBot) -> None:
    at = sitting
    up_to(at, talk)
    at.board.begin_round()  # a newer one is the usual subject
    at.board.head.chosen.emit(1)
    at.board.stage_line.chosen.emit([step.code for step in at.board.steps].index("S1"))
    [paper] = at.board.panel.papers
    paper.click()
    page = at.window.workspace.page
    assert isinstance(page, FormsPage)
    assert (page.desk.list.current, page.desk.choices.about) == ("HT-05", 1)
    qtbot.waitUntil(lambda: not at.window.runner.is_busy)
    at.window.workspace.go("contract")
    at.board.open_paper("HT-07")
    assert (page.desk.list.current, page.desk.choices.about) == ("HT-07", 1)
    qtbot.waitUntil(lambda: not at.window.runner.is_busy)
    at.window.workspace.go("contract")
    at.board.open_paper("HT-10")  # nothing to print yet: the record comes first
    assert isinstance(at.window.workspace.page, ContractPage)
