"""逻辑检查 through a real ledger: what is found, whom it concerns, what is explained, what is printed."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from stdnum.cn import ric

from desktop_app import cli
from desktop_app.errors import Rejected
from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import RECORD_TYPES, record_type
from desktop_app.rules.consistency import CHECKS
from desktop_app.rules.findings import ERROR, HINT, ORDER, Finding
from desktop_app.services import checking, forms, records
from desktop_app.services.checking import explain, findings, findings_of, notes_for
from desktop_app.services.submissions import submit

ON = date(2026, 11, 22)


def rules(ledger: Ledger) -> list[str]:
    return [each.rule for each in findings(ledger)]


def only(ledger: Ledger, rule: str) -> Finding:
    [found] = [each for each in findings(ledger) if each.rule == rule]
    return found


def raw(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    """Records as an older program or another hand left them: not checked."""
    with ledger.writing("旧数据") as writing:
        return writing.insert(record_type(kind), list(rows))


def identity(body: str) -> str:
    return body + str(ric.calc_check_digit(body + "0"))


def spoil_the_union(ledger: Ledger) -> date:
    """The union's term ends before it starts, as another hand left it. Returns its right end."""
    [union] = records.everything(ledger, "union_committee")
    with ledger.writing("旧数据") as writing:
        writing.update(record_type("union_committee"), union["id"], {"term_ends_on": date(2020, 1, 1)})
    return date.fromisoformat(union["term_ends_on"])


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def pages_of(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return len(document)


def test_an_empty_ledger_asks_for_the_helpful_minimum(ledger: Ledger) -> None:
    found = findings(ledger)
    assert len(found) <= 2 and {each.severity for each in found} <= {HINT}


def test_everything_found_has_its_source_and_a_place_that_exists(full_ledger: Ledger) -> None:
    found = findings(full_ledger)
    assert [ORDER[each.severity] for each in found] == sorted(ORDER[each.severity] for each in found)
    for each in found:
        assert each.message and each.about and each.source and each.level
        of = record_type(each.kind)
        assert not each.field or each.field in of.fields, each
        assert not each.record_id or records.load(full_ledger, each.kind, each.record_id)


def test_the_sample_has_few_findings_and_all_are_meant(full_ledger: Ledger) -> None:
    found = findings(full_ledger)
    assert len(found) <= 12 and sum(each.severity == ERROR for each in found) <= 1
    assert not {each.rule for each in found} & {"D01", "X01", "X03", "X04", "X05", "X07", "X31"}


def test_records_of_which_hardly_anything_is_known_are_checked_too(ledger: Ledger) -> None:
    """Nothing is required by the file: another hand may have left any field empty."""
    ledger.change_password("试验用的密码")
    for of in RECORD_TYPES:
        links = {name: 1 for name, link in of.links().items() if link.to != of.kind and name == of.owner}
        raw(ledger, of.kind, links)
    found = findings(ledger)
    assert "D01" in {each.rule for each in found}
    standing = checking.standings(ledger, forms.all_forms(), on=ON)
    assert {checking.READY, checking.HANDED_IN}.isdisjoint({standing[code].state for code in ("ZZ-05", "HT-11")})


# 花名册

PEOPLE = (
    ("X01", [{"id_number": identity("11010119900101004")}, {"id_number": identity("11010119900101004")}]),
    ("X02", [{"name": "单秀英", "born_on": date(1990, 1, 1)}, {"name": "单秀英", "born_on": date(1990, 1, 1)}]),
    ("X03", [{"id_number": "110101199001010044"[:17] + "0"}]),
    ("X03", [{"id_number": "11010119900101"}]),
    ("X04", [{"id_number": identity("11010119900101004"), "born_on": date(1991, 1, 1)}]),
    ("X04", [{"id_number": identity("11010119900101004"), "gender": "男"}]),
    ("X05", [{"born_on": date(1990, 5, 2), "joined_union_on": date(1989, 1, 1)}]),
    ("X06", [{"born_on": date(1990, 5, 2), "work_started_on": date(2005, 1, 1)}]),
    ("X07", [{"born_on": date(2027, 1, 1)}]),
    ("X08", [{"employee_number": "0042"}, {"employee_number": "0042"}]),
    ("X09", [{"name": None}]),
)


@pytest.mark.parametrize(("rule", "people"), PEOPLE)
def test_what_cannot_be_right_in_the_roster(ledger: Ledger, rule: str, people: list[dict[str, Any]]) -> None:
    raw(ledger, "person", *({"name": f"人{n}", "gender": "女", **each} for n, each in enumerate(people)))
    found = only(ledger, rule)
    assert (found.kind, found.severity) == ("person", CHECKS[rule].severity)
    for person in people:
        assert not person.get("id_number") or person["id_number"] not in f"{found.about}{found.message}"


def test_a_roster_in_order_finds_nothing(ledger: Ledger) -> None:
    """People whose numbers, dates and sex agree; months alone, and two of one name, are no fault."""
    rng = random.Random(4)
    people = []
    for number in range(200):
        year, month = rng.randint(1970, 2004), rng.randint(1, 12)
        own = identity(f"110101{year}{month:02d}15{number:02d}{number % 10 // 2 * 2}"[:17])
        people.append(
            {
                "name": "王秀英" if number % 50 == 0 else f"人{number}",
                "gender": "女" if int(own[16]) % 2 == 0 else "男",
                "id_number": own,
                "born_on": date(year, month, 15),
                "work_started_on": date(year + 18, month, 1),
                "joined_union_on": date(year + 19, month, 1),
            }
        )
    unique = list({each["id_number"]: each for each in people}.values())
    raw(ledger, "person", *unique)
    records.save(ledger, "person", {"name": "只有年月", "born_on": "1990-05", "work_started_on": "2006-05"})
    assert [rule for rule in rules(ledger) if rule.startswith("X")] == []


def test_very_many_faults_of_one_kind_are_counted(ledger: Ledger) -> None:
    raw(ledger, "person", *({"name": f"人{n}", "born_on": date(2030, 1, 1)} for n in range(250)))
    found = [each for each in findings(ledger) if each.rule == "X07"]
    assert len(found) == 201 and "另有 50 人" in found[-1].message


# 表与表、今年与上年


@pytest.fixture
def counted(ledger: Ledger) -> Iterator[Ledger]:
    common = {"employee_count": "400", "member_count": "390", "woman_member_count": "200"}
    for day, women in (("2025-12-31", "210"), ("2026-09-30", "260")):
        records.save(ledger, "headcount_snapshot", common | {"counted_on": day, "woman_worker_count": women})
    yield ledger


def contract(ledger: Ledger, **given: object) -> int:
    values = {"offered_on": "2026-03-02", "signed_on": "2026-05-20", "starts_on": "2026-06-01", "ends_on": "2029-05-31"}
    return records.save(ledger, "negotiation", values | given).id


def test_forms_are_held_beside_one_another(counted: Ledger) -> None:
    number = contract(counted, covered_woman_count="300")
    records.save(counted, "headcount_snapshot", {"congress_delegate_count": "60"}, 1)
    vote = {"negotiation_id": number, "congress": "五届三次", "held_on": "2026-05-12", "delegate_count": "58"}
    made = records.save(counted, "congress_vote", vote).id
    found = only(counted, "X13")
    assert (found.record_id, found.field) == (number, "covered_woman_count") and "260" in found.message
    found = only(counted, "X14")
    assert (found.kind, found.record_id, found.field) == ("congress_vote", made, "delegate_count")


def test_a_year_is_held_beside_the_last(counted: Ledger) -> None:
    records.save(counted, "headcount_snapshot", {"woman_worker_count": "120", "woman_member_count": "110"}, 1)
    told = [each.message for each in findings(counted) if each.rule == "X21"]
    assert any(all(word in said for word in ("女职工数", "260", "120", "2025-12-31")) for said in told)
    for day, people in (("2025-03-06", "20"), ("2026-03-06", "90")):
        given = {"name": "普法讲座", "category": "普法宣传", "held_on": day, "attendee_count": people}
        records.save(counted, "activity", given)
    found = only(counted, "X22")
    assert found.message.startswith("31 ") and "90" in found.message and "20" in found.message


def test_the_yearly_identities_stand_among_the_findings(counted: Ledger) -> None:
    records.save(counted, "stated_figure", {"year": "2026", "code": "02", "value": "500", "reason": "人事部报的"})
    found = {each.rule: each for each in findings(counted)}
    assert found["TJ-01-1"].severity == ERROR and found["TJ-01-1"].kind == "stated_figure"
    assert "500" in found["X12"].message and "260" in found["X12"].message
    early = {each.rule for each in findings(counted, date(2027, 2, 1))}
    assert "TJ-01-1" in early, "last year's figures are handed in early in the next"
    assert "TJ-01-1" not in {each.rule for each in findings(counted, date(2027, 6, 1))}


def test_what_has_not_come_yet_cannot_have_happened(ledger: Ledger) -> None:
    records.save(ledger, "visit", {"received_on": "2026-12-24", "matter": "试验"})
    planned = {"name": "年终座谈", "category": "其他", "held_on": "2026-12-24"}
    records.save(ledger, "activity", planned)
    found = only(ledger, "X31")
    assert (found.kind, found.field) == ("visit", "received_on") and "2026-12-24" in found.message


# 监督、哺乳室、科目、子女


def test_rules_of_daily_conduct_through_the_ledger(ledger: Ledger) -> None:
    records.save(ledger, "enterprise", {"name": "试验厂", "province": "浙江"})
    room = records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼", "opened_on": "2026-01-05"}).id
    assert only(ledger, "R31").severity == HINT
    records.save(ledger, "room_cleaning", {"room_id": str(room), "cleaned_on": "2026-11-02"})
    assert "中有 14 天" in only(ledger, "R31").message
    letter = {"category": "监督意见书", "matter": "未足额发放", "issued_on": "2026-10-12"}
    records.save(ledger, "supervision_letter", letter)
    assert only(ledger, "R34").level == "L4"
    given = {"given_on": "2026-03-08", "category": "节日慰问", "reason": "三八妇女节", "amount": "100"}
    benefit = records.save(ledger, "benefit", given).id
    assert (only(ledger, "R35").kind, only(ledger, "R35").record_id) == ("benefit", benefit)
    childcare = {"name": "暑期班", "category": "托管（托育）班", "held_on": "2026-07-06", "child_count": "26"}
    activity = records.save(ledger, "activity", childcare).id
    assert (only(ledger, "R33").kind, only(ledger, "R33").field) == ("activity", "note")
    records.save(ledger, "activity", {"note": "监护人已同意"}, activity)
    assert "R33" not in rules(ledger)


def test_own_rules_that_cannot_be_read_are_told(ledger: Ledger) -> None:
    raw(ledger, "rule_override", {"parameter": "没有这条", "value": "3"})
    assert only(ledger, "D02").kind == "rule_override"


def test_an_old_record_with_a_fault_is_found(ledger: Ledger) -> None:
    [made] = raw(ledger, "activity", {"name": "讲座", "held_on": date(2026, 3, 6), "category": None})
    found = only(ledger, "D01")
    assert (found.kind, found.record_id, found.field, found.severity) == ("activity", made, "category", ERROR)


# 关于哪张表


def concerned(ledger: Ledger, code: str, **asked: Any) -> set[str]:
    return {each.rule for each in findings_of(ledger, forms.form(code), **{"on": ON, **asked})}


def test_a_finding_concerns_the_forms_that_print_its_record(full_ledger: Ledger) -> None:
    records.save(full_ledger, "enterprise", {"name": "江南金梭纺织有限公司"})
    raw(full_ledger, "person", {"name": "未来人", "gender": "女", "born_on": date(2030, 1, 1), "status": "在职"})
    assert "X07" in concerned(full_ledger, "ZZ-14")
    assert "X07" not in concerned(full_ledger, "ZZ-05"), "she is no member of the committee"
    assert "X07" not in concerned(full_ledger, "HT-10")


def test_a_form_about_one_contract_hears_nothing_of_another(full_ledger: Ledger) -> None:
    before = concerned(full_ledger, "HT-11", about=2)
    other = contract(full_ledger, covered_woman_count="9000", starts_on="2032-01-01", ends_on="2034-12-31")
    assert concerned(full_ledger, "HT-11", about=2) == before
    assert "X13" in concerned(full_ledger, "HT-11", about=other) and "X13" in concerned(full_ledger, "HT-16")


def test_the_heads_records_concern_every_form(full_ledger: Ledger) -> None:
    spoil_the_union(full_ledger)
    for code in ("BR-03", "HT-02", "ZZ-12"):
        assert "D01" in concerned(full_ledger, code)


# 情况说明


def hint(ledger: Ledger) -> Finding:
    return only(ledger, "X14")


def test_an_explanation_prints_behind_the_form_and_nowhere_else(full_ledger: Ledger, tmp_path: Path) -> None:
    form = forms.form("HT-10")
    plain = forms.preview(full_ledger, form, on=ON)
    explain(full_ledger, hint(full_ledger), "年底增补了一名女代表。|= 1+1")
    with_note = forms.preview(full_ledger, form, on=ON)
    assert pages_of(with_note) == pages_of(plain) + 1
    assert "逻辑检查情况说明" in text_of(with_note) and "年底增补了一名女代表" in text_of(with_note)
    made = {path.suffix: path for path in forms.produce(full_ledger, form, tmp_path, on=ON)}
    other = ".docx" if form.is_letter else ".xlsx"
    assert other in made
    if other == ".xlsx":
        assert "逻辑检查情况说明" in load_workbook(made[".xlsx"]).sheetnames
    for blank in (
        forms.preview(full_ledger, form, on=ON, blank_rows=3),
        forms.preview(full_ledger, forms.form("BR-03"), on=ON),
    ):
        assert "情况说明" not in text_of(blank)


def test_a_letter_carries_its_notes_too(full_ledger: Ledger) -> None:
    [found] = [each for each in findings_of(full_ledger, forms.form("ZZ-13"), on=ON) if each.rule == "R33"]
    explain(full_ledger, found, "家长同意书存工会办公室")
    text = text_of(forms.preview(full_ledger, forms.form("ZZ-13"), on=ON))
    assert "逻辑检查情况说明" in text and "家长同意书存工会办公室" in text


def test_a_note_whose_finding_changed_must_be_written_anew(full_ledger: Ledger) -> None:
    explain(full_ledger, hint(full_ledger), "年底增补了一名女代表。")
    assert not notes_for(full_ledger, findings(full_ledger))[hint(full_ledger)].is_outdated
    records.save(full_ledger, "congress_vote", {"woman_delegate_count": "36"}, hint(full_ledger).record_id)
    note = notes_for(full_ledger, findings(full_ledger))[hint(full_ledger)]
    assert note.is_outdated and note.explanation == "年底增补了一名女代表。"
    assert "年底增补" not in text_of(forms.preview(full_ledger, forms.form("HT-10"), on=ON))
    explain(full_ledger, hint(full_ledger), "又增补了一名。", note)
    [kept] = [row for row in records.everything(full_ledger, "finding_note") if row["rule"] == "X14"]
    assert kept["explanation"] == "又增补了一名。" and kept["written_by"] == "周敏"
    assert "又增补了一名" in text_of(forms.preview(full_ledger, forms.form("HT-10"), on=ON))


def test_two_hints_of_one_record_keep_their_own_notes(full_ledger: Ledger) -> None:
    of_year = [each for each in findings(full_ledger) if each.rule == "X22"]
    assert len(of_year) > 1
    for number, each in enumerate(of_year):
        explain(full_ledger, each, f"原因{number}")
    notes = notes_for(full_ledger, findings(full_ledger))
    assert [notes[each].explanation for each in of_year] == [f"原因{number}" for number in range(len(of_year))]


def test_what_is_compulsory_is_mended_and_not_explained(full_ledger: Ledger) -> None:
    with pytest.raises(Rejected, match="改正"):
        explain(full_ledger, replace(hint(full_ledger), severity=ERROR), "没关系")
    with pytest.raises(Rejected, match="还没有写"):
        explain(full_ledger, hint(full_ledger), "  ")


# 可报


def test_a_forms_standing_goes_from_lacking_to_handed_in(full_ledger: Ledger) -> None:
    form = forms.form("ZZ-05")

    def standing() -> str:
        return checking.standings(full_ledger, [form], on=ON)["ZZ-05"].state

    assert standing() == checking.READY
    ends = spoil_the_union(full_ledger)
    assert standing() == checking.FAULTY
    records.save(full_ledger, "union_committee", {"term_ends_on": str(ends)}, 1)
    assert standing() == checking.READY
    submit(full_ledger, form, on=ON)
    assert standing() == checking.HANDED_IN


# 命令行


def test_the_command_line_tells_where_to_mend(ledger: Ledger, capsys: pytest.CaptureFixture[str]) -> None:
    records.save(ledger, "visit", {"received_on": "2026-12-24", "matter": "试验"})
    ledger.close()
    assert cli.main(["check", str(ledger.path), "--json", "--on", "2026-11-22"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert {"rule", "level", "severity", "about", "message", "source", "kind", "id", "field"} == set(told[0])
    assert ("X31", "visit", 1, "received_on") in [(t["rule"], t["kind"], t["id"], t["field"]) for t in told]
    assert cli.main(["check", str(ledger.path), "--on", "2026-11-22"]) == 1
    assert "提示　来信来访" in capsys.readouterr().out
