"""A contract taken from its subjects to its renewal in each of the six sets: every day, every state, no false alarm."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rules.contract.rounds import BOOKS, SETS, contract, record, session, step, team, vote

from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.findings import round_findings
from desktop_app.rules.contract.steps import steps

OFFERED, REPLIED, MET, DRAFTED = date(2026, 3, 2), date(2026, 3, 11), date(2026, 4, 8), date(2026, 4, 20)
VOTED, RECEIVED, EFFECTIVE, ENDS = date(2026, 5, 12), date(2026, 5, 20), date(2026, 6, 5), date(2029, 6, 4)

# step -> set -> its last day; a set that is not named has none of its own
DUE: dict[str, dict[str, date]] = {
    "S2": {  # 集体合同规定第三十二条: 20日; 上海第十五条、河南第九条: 15日; 浙江第七条: 10工作日
        **dict.fromkeys(("", "北京", "重庆"), date(2026, 3, 23)),
        **dict.fromkeys(("上海", "河南"), date(2026, 3, 17)),
        "浙江": date(2026, 3, 16),
    },
    "S3": {"上海": date(2026, 3, 26)},  # 第十七条: 同意协商起15日
    "S4": {"重庆": date(2026, 3, 29), "浙江": date(2026, 4, 1)},  # 第二十条: 会前10日; 第十六条: 会前7日
    "S7": {"浙江": date(2026, 5, 13)},  # 第二十四条: 15工作日, around 劳动节 and the Saturday worked for it
    "S8r": {"上海": date(2026, 5, 21)},  # 职工代表大会条例: 7工作日
    "S10": {  # 第四十二条: 10日 end on a Sunday; 河南第十六条: 7日; 上海第二十三条: from the notice of 13 May
        **dict.fromkeys(("", "北京", "浙江", "重庆", "上海"), date(2026, 5, 25)),
        "河南": date(2026, 5, 21),
    },
    "S11": dict.fromkeys(SETS, date(2026, 6, 4)),  # 第四十七条: 15日
    "S13": {"浙江": date(2026, 6, 12), "重庆": date(2026, 6, 15), "河南": date(2026, 6, 15)},
    "S16": dict.fromkeys(SETS, ENDS),
}
WINDOW = {"浙江": date(2029, 3, 6), "河南": date(2029, 4, 5)}  # 第三十条: 90日; 第二十条: 60日


def signing(province: str) -> dict[str, Any]:
    """上海 signs before the congress, and files after the written notice of what it decided."""
    if province == "上海":
        return {"signed_on": date(2026, 4, 22)}
    return {"signed_on": date(2026, 5, 14)}


class Walk:
    """A round that grows, and what the rules say of it on the day of each change."""

    def __init__(self, province: str) -> None:
        self.province = province
        self.of = Round(
            contract(),
            enterprise=record("enterprise", is_above_scale=False),
            headcount=record("headcount_snapshot", employee_count=100, woman_worker_count=40),
            has_committee=True,
            director="职工方0",
        )

    def goes_on(self, on: date, *, lists: dict[str, list[dict[str, Any]]] | None = None, **values: Any) -> None:
        """Fill in what happened on a day; nothing of it is at fault."""
        self.of = replace(self.of, values={**self.of.values, **values}, **(lists or {}))
        told = [f"{f.rule} {f.message}" for f in round_findings(self.of, BOOKS[self.province], on)]
        assert told == []

    def waits_for(self, code: str, on: date) -> None:
        """The step is open, counted to its own day, and everything before it is done."""
        all_steps = [each for each in steps(self.of, BOOKS[self.province], on) if each.code != "S8r"]
        place = next(n for n, each in enumerate(all_steps) if each.code == code)
        assert [(each.code, each.state) for each in all_steps[:place] if each.state != "done"] == []
        waiting = all_steps[place]
        assert waiting.state == "now"
        assert waiting.due == DUE.get(code, {}).get(self.province)
        assert waiting.sentence and waiting.source and waiting.missing
        if waiting.due:
            assert step(code, self.of, self.province, date.fromordinal(waiting.due.toordinal() + 1)).state in (
                "late" if code != "S11" else "done",
            )


@pytest.mark.parametrize("province", SETS, ids=lambda name: name or "国家")
def test_from_the_first_subject_to_the_renewal(province: str) -> None:
    walk = Walk(province)
    walk.waits_for("S0", OFFERED)
    item = record("negotiation_item", category="女职工卫生费", ask="每月50元", outcome="采纳")
    walk.goes_on(OFFERED, lists={"items": [item]}, prepared_on=date(2026, 2, 26))
    walk.waits_for("S1", OFFERED)
    walk.goes_on(OFFERED, offered_on=OFFERED, offered_by="职工方", offer_received_by="范丽君")
    walk.waits_for("S2", OFFERED)
    walk.goes_on(REPLIED, replied_on=REPLIED, is_accepted=True, agreed_on=MET, agreed_place="会议室")
    walk.waits_for("S3", REPLIED)
    walk.goes_on(date(2026, 3, 20), lists={"delegates": team()}, delegates_chosen_on=date(2026, 3, 20))
    walk.waits_for("S4", date(2026, 3, 20))
    ready = {"materials_given_on": date(2026, 3, 27), "session_notified_on": date(2026, 3, 27)}
    taker = record("negotiator", 20, side="企业方", name="邹文静", role="记录员")
    walk.goes_on(date(2026, 3, 27), lists={"delegates": [*team(), taker]}, **ready)
    walk.waits_for("S5", date(2026, 3, 27))
    walk.goes_on(MET, lists={"sessions": [session(MET, recorder="邹文静")]})
    walk.waits_for("S6", MET)
    walk.goes_on(DRAFTED, drafted_on=DRAFTED)
    walk.waits_for("S7", date(2026, 4, 22))
    walk.goes_on(date(2026, 4, 27), submitted_to_congress_on=date(2026, 4, 27))
    if province == "上海":
        walk.waits_for("S9", date(2026, 4, 27))
        walk.goes_on(date(2026, 4, 27), **signing(province), is_signed_by_both=True)
    walk.waits_for("S8", date(2026, 4, 27))
    walk.goes_on(VOTED, lists={"votes": [vote(60, 52, 50, held_on=VOTED)]})
    if province == "上海":
        assert step("S8r", walk.of, province, VOTED).due == DUE["S8r"][province]
        walk.goes_on(date(2026, 5, 13), notified_on=date(2026, 5, 13))
    else:
        walk.waits_for("S9", VOTED)
        walk.goes_on(date(2026, 5, 14), **signing(province), is_signed_by_both=True)
    walk.waits_for("S10", date(2026, 5, 14))
    filed = {"filed_on": RECEIVED, "filed_with_union_on": RECEIVED, "copy_count": 5}
    walk.goes_on(RECEIVED, **filed, received_on=RECEIVED)
    waiting = step("S11", walk.of, province, RECEIVED)
    assert (waiting.state, waiting.due) == ("now", DUE["S11"][province])
    assert step("S12", walk.of, province, RECEIVED).opens_on == EFFECTIVE
    walk.waits_for("S12", EFFECTIVE)
    walk.goes_on(EFFECTIVE, effective_on=EFFECTIVE, review_result="无异议自动生效", starts_on=EFFECTIVE, ends_on=ENDS)
    walk.waits_for("S13", EFFECTIVE)
    walk.goes_on(date(2026, 6, 8), published_on=date(2026, 6, 8), published_how="公告栏")
    yearly = [
        record(
            "performance_inspection",
            n,
            inspected_on=date(2026 + n, 5, 20),
            reported_to_congress_on=date(2026 + n, 5, 28),
        )
        for n in (1, 2)
    ]
    walk.goes_on(date(2028, 6, 1), lists={"inspections": yearly})
    opens = WINDOW.get(province, date(2029, 3, 4))
    assert step("S16", walk.of, province, date.fromordinal(opens.toordinal() - 1)).state == "ahead"
    renewal = step("S16", walk.of, province, opens)
    assert (renewal.state, renewal.opens_on, renewal.due) == ("now", opens, ENDS)
    assert [f.rule for f in round_findings(walk.of, BOOKS[province], opens)] == ["R22"]
    follower = record("negotiation", 2, occasion="续订", offered_on=opens, signed_on=date(2029, 5, 20))
    walk.goes_on(ENDS, lists={"renewed_by": [follower]})
    assert step("S16", walk.of, province, ENDS).state == "done"
    after = date(2029, 6, 5)
    end = step("S17", walk.of, province, after)
    if province == "北京":  # 第四十八条: 终止10日内报告; 14 June is a Thursday
        assert (end.state, end.due) == ("now", date(2029, 6, 14))
        walk.goes_on(after, rescission_reported_on=after)
    assert {each.state for each in steps(walk.of, BOOKS[province], after) if each.code != "S8r"} == {"done"}
