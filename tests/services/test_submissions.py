"""What goes to whom: masks, file names, frozen files, versions, and what has changed since the last time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from sqlalchemy import update

from desktop_app.errors import BanbiantianError, Cancelled, FileRefused, Rejected
from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.ledger.verify import altered_files, faults_of
from desktop_app.records.registry import record_type
from desktop_app.services import demo, forms, records, submissions
from desktop_app.services.checking import errors_in, explain, findings_of
from desktop_app.services.comparing import compare
from desktop_app.services.periods import year
from desktop_app.services.recipients import Recipient, recipient_named
from desktop_app.services.submissions import Manner, kept_files, submit, take_out

ON = date(2026, 11, 22)


def receiver(ledger: Ledger, name: str, **given: object) -> Recipient:
    known = [row["id"] for row in records.everything(ledger, "recipient") if row["name"] == name]
    records.save(ledger, "recipient", {"name": name, **given}, known[0] if known else None)
    return recipient_named(ledger, name)


def text_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def all_bytes(path: Path) -> bytes:
    """Everything a file says: the parts of a package unpacked, the words of a PDF."""
    if path.suffix == ".pdf":
        return path.read_bytes() + text_of(path).encode()
    with ZipFile(path) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


def director(ledger: Ledger) -> dict[str, object]:
    seat = next(row for row in records.everything(ledger, "committee_member") if row["post"] == "主任")
    return next(row for row in records.everything(ledger, "person") if row["id"] == seat["person_id"])


def test_one_record_gives_different_files_to_different_receivers(full_ledger: Ledger, tmp_path: Path) -> None:
    """Whole, in part, not at all: digits that a receiver is not to see are in none of the bytes."""
    phone = str(director(full_ledger)["phone"])
    upper = receiver(full_ledger, "区总工会", phone_mask="完整", outputs="PDF、Excel")
    meeting = receiver(full_ledger, "职代会", phone_mask="部分隐去", outputs="PDF、Excel、数据版")
    board = receiver(full_ledger, "公告栏", phone_mask="不印", outputs="PDF、Excel、数据版、汇总行")
    form = forms.form("ZZ-05")
    seen = {}
    for each in (upper, meeting, board):
        made = forms.produce(full_ledger, form, tmp_path / each.name, on=ON, recipient=each)
        seen[each.name] = made, b"".join(all_bytes(path) for path in made)
    assert [len(made) for made, _ in seen.values()] == [2, 3, 4]
    assert phone.encode() in seen["区总工会"][1]
    assert phone.encode() not in seen["职代会"][1] and f"{phone[:3]}****{phone[-4:]}".encode() in seen["职代会"][1]
    assert phone.encode() not in seen["公告栏"][1] and phone[-4:].encode() + b"<" not in seen["公告栏"][1]


def test_files_are_called_as_the_receiver_wants(full_ledger: Ledger, tmp_path: Path) -> None:
    upper = receiver(full_ledger, "区总工会", file_name_rule="表号-表名-单位", outputs="PDF")
    [made] = forms.produce(full_ledger, forms.form("TJ-01"), tmp_path, on=ON, recipient=upper)
    assert made.name == "TJ-01-工会女职工工作情况年度统计表-金梭纺织.pdf"
    odd = receiver(full_ledger, "区总工会", file_name_rule="../表号/..:日期")
    [made] = forms.produce(full_ledger, forms.form("TJ-01"), tmp_path, on=ON, recipient=odd)
    assert made.parent == tmp_path and made.name == "TJ-01 .. 2026-11-22.pdf"


def test_a_receiver_not_kept_is_told_with_those_there_are(ledger: Ledger) -> None:
    with pytest.raises(BanbiantianError, match="没有叫“省总”的接收单位"):
        recipient_named(ledger, "省总")


def test_what_was_handed_in_never_changes(full_ledger: Ledger, tmp_path: Path) -> None:
    upper = receiver(full_ledger, "区总工会", outputs="PDF、Excel", way="邮件", copies="2")
    form = forms.form("ZZ-05")
    made = submit(full_ledger, form, on=ON, recipient=upper, manner=Manner(is_sealed=True, due_on=date(2026, 11, 30)))
    before = [path.read_bytes() for path in take_out(full_ledger, made, tmp_path / "先")]
    person = director(full_ledger)
    records.save(full_ledger, "person", {"name": "曾雪莲"}, person["id"])
    after = take_out(full_ledger, made, tmp_path / "后")
    assert [path.read_bytes() for path in after] == before
    assert [path.suffix for path in after] == [".pdf", ".xlsx"]
    [row] = [row for row in records.everything(full_ledger, "submission") if row["id"] == made]
    expected = {"form_code": "ZZ-05", "version": 1, "way": "邮件", "copies": 2, "is_sealed": True, "state": "已报"}
    assert {name: row[name] for name in expected} == expected and row["received_by"] == "区总工会"


def test_the_next_time_tells_what_has_changed(full_ledger: Ledger) -> None:
    form = forms.form("ZZ-05")
    assert compare(full_ledger, form, on=ON) is None
    submit(full_ledger, form, on=ON)
    assert compare(full_ledger, form, on=ON).differences == ()
    person = director(full_ledger)
    records.save(full_ledger, "person", {"phone": "13900000999"}, person["id"])
    [seat] = [row for row in records.everything(full_ledger, "committee_member") if row["person_id"] == person["id"]]
    records.save(full_ledger, "committee_member", {"duty": "全面工作"}, seat["id"])
    found = {(each.where, each.then, each.now) for each in compare(full_ledger, form, on=ON).differences}
    assert any(where.endswith("联系电话") and now == "13900000999" for where, _, now in found)
    assert any(where.endswith("分工") and now == "全面工作" for where, _, now in found)
    assert len(found) <= 3


def test_a_returned_form_is_corrected_by_the_next_version(full_ledger: Ledger) -> None:
    form = forms.form("ZZ-05")
    first = submit(full_ledger, form, on=ON)
    records.save(
        full_ledger, "submission", {"state": "退回", "return_reason": "缺分工", "returned_on": "2026-11-25"}, first
    )
    second = submit(full_ledger, form, on=date(2026, 11, 26))
    rows = {row["id"]: row for row in records.everything(full_ledger, "submission")}
    assert (rows[first]["state"], rows[second]["version"], rows[second]["state"]) == ("已更正", 2, "已报")
    assert kept_files(full_ledger, first)


def test_gaps_need_a_reason_and_a_sample_cannot_be_handed_in(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(Rejected, match="没有报送"):
        submit(ledger, forms.form("ZZ-05"), on=ON)
    assert records.everything(ledger, "submission") == []
    made = submit(ledger, forms.form("ZZ-05"), on=ON, reason="新建单位，委员会尚未成立")
    [row] = records.everything(ledger, "submission")
    assert row["id"] == made and row["note"] == "新建单位，委员会尚未成立"
    demo.make_sample(tmp_path / "示例.bbt", clock=ledger.clock)
    from desktop_app.ledger.ledger import open_ledger

    with open_ledger(tmp_path / "示例.bbt") as sample, pytest.raises(Rejected, match="示例台账"):
        submit(sample, forms.form("ZZ-05"), on=ON)


def test_a_scan_is_kept_and_other_files_are_refused(full_ledger: Ledger, tmp_path: Path) -> None:
    made = submit(full_ledger, forms.form("ZZ-05"), on=ON)
    scan, text = tmp_path / "盖章件.jpg", tmp_path / "说明.exe"
    scan.write_bytes(b"\xff\xd8\xff" + bytes(200))
    text.write_bytes(b"MZ")
    submissions.attach(full_ledger, made, scan)
    with pytest.raises(FileRefused, match="不是扫描件"):
        submissions.attach(full_ledger, made, text)
    assert [each.name for each in kept_files(full_ledger, made) if each.role == "scan"] == ["盖章件.jpg"]


def test_a_frozen_file_that_was_altered_is_found_and_not_given_out(full_ledger: Ledger, tmp_path: Path) -> None:
    made = submit(full_ledger, forms.form("ZZ-05"), on=ON)
    assert altered_files(full_ledger.path) == []
    with full_ledger.writing("改坏") as writing:
        writing.connection.execute(update(tables.submission_file).values(content=b"x"))
    with pytest.raises(FileRefused, match="已损坏"):
        take_out(full_ledger, made, tmp_path)
    assert all("与当时的内容不一致" in fault for fault in altered_files(full_ledger.path))
    assert faults_of(full_ledger.back_up()) == []  # it is still worth a backup


def test_a_batch_goes_on_past_gaps_and_stops_when_told(full_ledger: Ledger) -> None:
    wanted = [forms.form(code) for code in ("ZZ-05", "ZZ-09", "TJ-01", "BR-07")]
    upper = receiver(full_ledger, "区总工会", forms="ZZ-05、TJ-01、BR-07", outputs="PDF")
    told = []

    def stop_at_third(done: int, total: int, title: str) -> None:
        told.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        submissions.submit_all(full_ledger, wanted, on=ON, recipient=upper, progress=stop_at_third)
    assert told == [(0, 3), (1, 3), (2, 3)]
    assert len(records.everything(full_ledger, "submission")) == 2 + _in_sample(full_ledger)


def _in_sample(ledger: Ledger) -> int:
    """Submissions the sample itself holds."""
    return sum(1 for row in records.everything(ledger, "submission") if row["submitted_on"] < "2026-11-22")


def test_a_batch_for_last_year_hands_in_last_years_forms(full_ledger: Ledger) -> None:
    wanted = [forms.form(code) for code in ("TJ-01", "ZZ-05", "BR-03")]
    made = submissions.submit_all(full_ledger, wanted, on=date(2027, 1, 8), period=year(2026))
    rows = {row["id"]: row for row in records.everything(full_ledger, "submission")}
    assert [rows[each]["period"] for each in made] == ["2026年", None, "2027年1月"]


def spoil_the_union(ledger: Ledger) -> None:
    """The union's term ends before it starts, as another hand left it: a 强制 finding at the head of every form."""
    with ledger.writing("旧数据") as writing:
        writing.update(record_type("union_committee"), 1, {"term_ends_on": date(2020, 1, 1)})


def test_a_form_with_compulsory_findings_needs_a_written_reason(full_ledger: Ledger) -> None:
    spoil_the_union(full_ledger)
    before = records.everything(full_ledger, "submission")
    with pytest.raises(Rejected, match=r"逻辑检查有 2 处强制问题（.*任期止应晚于任期起），没有报送"):
        submit(full_ledger, forms.form("BR-03"), on=ON)
    assert records.everything(full_ledger, "submission") == before
    made = submit(full_ledger, forms.form("BR-03"), on=ON, reason="换届日期以批复为准，批复未到")
    kept = records.load(full_ledger, "submission", made)
    assert kept["note"] == "换届日期以批复为准，批复未到"


def test_hints_never_hinder(full_ledger: Ledger) -> None:
    form = forms.form("TJ-01")
    assert findings_of(full_ledger, form, on=ON) and not errors_in(findings_of(full_ledger, form, on=ON))
    assert submit(full_ledger, form, on=ON)


def test_a_batch_leaves_out_what_compulsory_findings_concern(full_ledger: Ledger) -> None:
    spoil_the_union(full_ledger)
    wanted = [forms.form("BR-03"), forms.form("ZZ-12")]
    refused: dict[str, str] = {}
    made = submissions.submit_all(
        full_ledger, wanted, refused=lambda form, fault: refused.update({form.code: str(fault)}), on=ON
    )
    assert made == [] and refused.keys() == {"BR-03", "ZZ-12"}
    assert all("强制问题" in said for said in refused.values())


def test_what_is_frozen_holds_the_notes(full_ledger: Ledger, tmp_path: Path) -> None:
    form = forms.form("TJ-01")
    found = next(each for each in findings_of(full_ledger, form, on=ON) if each.rule == "X22")
    explain(full_ledger, found, "本年多办了两场，联系电话 13900000888。")
    [pdf] = [
        path for path in take_out(full_ledger, submit(full_ledger, form, on=ON), tmp_path) if path.suffix == ".pdf"
    ]
    assert "逻辑检查情况说明" in text_of(pdf) and "13900000888" in text_of(pdf)
    board = receiver(full_ledger, "公告栏", phone_mask="不印", outputs="PDF")
    [shown] = forms.produce(full_ledger, form, tmp_path / "公告", on=ON, recipient=board)
    assert "本年多办了两场" in text_of(shown) and "13900000888" not in text_of(shown)
