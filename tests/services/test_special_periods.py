"""The special-period ledger as check and the agenda read it: by number, never by name, in a locked ledger only."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.cli import main
from desktop_app.errors import LedgerRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.services import importing, records, special_periods

ON = date(2026, 11, 22)
NAME = "尉迟静"


@pytest.fixture
def locked(ledger: Ledger) -> Ledger:
    ledger.change_password("only for tests")
    records.save(ledger, "enterprise", {"name": "金梭纺织", "province": "上海市"})
    records.save(ledger, "person", {"name": NAME, "department": "织造车间", "position": "布机挡车工"})
    return ledger


def keep(ledger: Ledger, **values: object) -> int:
    return records.save(ledger, "special_period", {"person_id": 1, "consented_on": "2026-11-02", **values}).id


def rules(ledger: Ledger) -> list[tuple[str, str]]:
    return [(each.rule, each.severity) for each in special_periods.findings(ledger, ON)]


def test_what_is_found_names_a_number_and_where_to_mend_it(locked: Ledger) -> None:
    number = keep(
        locked, stage="哺乳期", delivered_on="2026-03-16", works_nights=True, leave_starts_on="2026-03-10",
        leave_ends_on="2026-08-13",
    )  # fmt: skip
    records.save(locked, "hazard_post", {"post": "别的岗位", "hazards": "矿山井下", "woman_count": 0})
    short, nights = special_periods.findings(locked, ON)
    assert (short.rule, nights.rule) == ("R26", "R28")
    assert "157 天，少于应有的 158 天" in short.message
    assert (short.level, short.source) == ("L4", "上海市人口与计划生育条例（2021修正）第三十一条")
    for each in (short, nights):
        assert (each.about, each.kind, each.record_id) == (f"特殊时期登记（编号 {number}）", "special_period", number)
        assert NAME not in each.message + each.about
    assert (short.field, nights.field) == ("leave_ends_on", "works_nights")
    assert all(NAME not in duty.what for duty in special_periods.duties(locked, ON))


def test_a_post_is_known_by_the_roster_too(locked: Ledger) -> None:
    keep(locked, stage="孕期", due_month="2027-06")
    post = {"post": "布机挡车工", "hazards": "三至四级噪声", "woman_count": 48, "told_count": 48}
    records.save(locked, "hazard_post", {**post, "department": "整理车间"})
    assert rules(locked) == []
    records.save(locked, "hazard_post", {**post, "department": "织造车间"})
    assert rules(locked) == [("R29", "error")]


def test_a_list_of_posts_is_asked_for_until_she_says_there_is_nothing_to_list(locked: Ledger) -> None:
    assert rules(locked) == [("R30", "hint")]
    special_periods.confirm_no_posts(locked)
    assert rules(locked) == []


def test_duties_come_and_go_with_the_day(locked: Ledger) -> None:
    keep(locked, stage="孕期", due_month="2027-03", delete_after="2028-03-31")
    assert [(duty.rule, str(duty.due), duty.state) for duty in special_periods.duties(locked, ON)] == [
        ("R32", "2028-03-31", "ahead"),
        ("R28", "2026-12-07", "soon"),
    ]
    later = special_periods.duties(locked, date(2028, 4, 20))
    assert [(duty.rule, duty.state) for duty in later] == [("R32", "overdue")]


def test_a_file_of_special_periods_is_refused_whole_by_a_plain_ledger(ledger: Ledger, tmp_path: Path) -> None:
    records.save(ledger, "person", {"name": NAME})
    book = Workbook()
    for row in (("人员", "时期", "预产期（年月）", "本人单独同意日期"), (NAME, "孕期", "2027-03", "2026-11-02")):
        book.active.append(row)
    book.save(tmp_path / "表.xlsx")
    with pytest.raises(LedgerRefused, match="设了密码的台账"):
        importing.run(ledger, "special_period", tmp_path / "表.xlsx")
    assert records.everything(ledger, "special_period") == []
    ledger.change_password("only for tests")
    assert importing.run(ledger, "special_period", tmp_path / "表.xlsx").accepted == 1


def test_an_imported_line_without_consent_is_rejected(locked: Ledger, tmp_path: Path) -> None:
    book = Workbook()
    for row in (("人员", "时期", "本人单独同意日期"), (NAME, "孕期", None)):
        book.active.append(row)
    book.save(tmp_path / "表.xlsx")
    result = importing.run(locked, "special_period", tmp_path / "表.xlsx")
    assert (result.accepted, len(result.rejected)) == (0, 1)
    assert records.everything(locked, "special_period") == []


def test_the_command_line_keeps_and_checks_with_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "新.bbt")
    rows = [{"person_id": 1, "stage": "孕期", "consented_on": "2026-11-02", "consent_withdrawn_on": "2026-11-20"}]
    monkeypatch.setenv("BANBIANTIAN_PASSWORD", "only for tests")
    assert main(["new", path, "--unit", "金梭纺织"]) == 0
    for kind, lines in (("person", [{"name": NAME}]), ("special_period", rows)):
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(lines)))
        assert main(["put", path, kind]) == 0
    capsys.readouterr()
    main(["check", path, "--json", "--on", "2026-11-22"])
    out = capsys.readouterr().out
    assert "R32" in {each["rule"] for each in json.loads(out)}
    assert "编号 1" in out
    monkeypatch.delenv("BANBIANTIAN_PASSWORD")
    assert main(["check", path, "--json"]) == 3
