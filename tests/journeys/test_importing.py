"""An officer brings in her files: what is kept, what comes back marked, and what a crash leaves."""

from __future__ import annotations

import gc
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from desktop_app.errors import Cancelled, FileRefused
from desktop_app.ledger.ledger import Ledger, create_ledger, open_ledger
from desktop_app.services import importing, records

INPUTS = Path(__file__).parents[1] / "data" / "import"
EXPECTED: dict[str, Any] = json.loads((INPUTS / "expected.json").read_text(encoding="utf-8"))
LI, WANG, ZHAO = "110105198506070022", "320102199012010040", "440106197903150083"


def roster(
    path: Path, *rows: tuple[Any, ...], head: tuple[str, ...] = ("姓名", "身份证号", "部门", "联系电话")
) -> Path:
    book = Workbook()
    book.active.append(head)
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def people(ledger: Ledger) -> dict[str, dict[str, Any]]:
    return {person["name"]: person for person in records.everything(ledger, "person")}


def test_the_roster_comes_in_as_it_should(ledger: Ledger) -> None:
    result = importing.run(ledger, "person", INPUTS / "roster.xlsx")
    kept = {person["id_number"] or person["name"]: person for person in records.everything(ledger, "person")}
    assert result.accepted == len(kept) == len(EXPECTED["people"])
    for expected in EXPECTED["people"]:
        person = kept[expected["name"] if expected["no_id"] else expected["ident"]]
        assert (person["name"], person["department"], person["phone"]) == tuple(
            expected[name] for name in ("name", "dept", "phone")
        )
        assert (person["born_on"], person["is_member"]) == (expected["birth"], expected["member"])
        assert person["work_started_on"] == expected["joined"]
    assert [fault.row for fault in result.rejected] == [fault["row"] for fault in EXPECTED["rejected"]]


def test_members_are_found_in_the_roster(ledger: Ledger) -> None:
    importing.run(ledger, "person", INPUTS / "roster.xlsx")
    result = importing.run(ledger, "committee_member", INPUTS / "committee.xls")
    assert (result.accepted, result.rejected) == (5, ())
    ids = {person["id"]: person for person in records.everything(ledger, "person")}
    members = records.everything(ledger, "committee_member")
    found = [(m["post"], ids[m["person_id"]]["name"], ids[m["person_id"]]["id_number"]) for m in members]
    assert found == [(m["title"], m["name"], m["ident"]) for m in EXPECTED["committee"]]
    assert len(ids) == len(EXPECTED["people"])  # nobody was made twice
    assert records.everything(ledger, "committee_term")[0]["number"] == 3


def test_a_year_of_room_use_comes_in(ledger: Ledger) -> None:
    result = importing.run(ledger, "room_use", INPUTS / "room_uses_2026.xlsx")
    uses = records.everything(ledger, "room_use")
    months = Counter(str(int(use["used_on"][5:7])) for use in uses)
    assert (len(uses), dict(months)) == (EXPECTED["nursing"]["total"], EXPECTED["nursing"]["per_month"])
    minutes = [int(t[:2]) * 60 + int(t[3:]) for use in uses for t in (use["left_at"], use["entered_at"])]
    assert sum(minutes[::2]) - sum(minutes[1::2]) == EXPECTED["nursing"]["minutes"]
    refused = [{"sheet": fault.sheet, "row": fault.row} for fault in result.rejected]
    assert refused == [{"sheet": f["sheet"], "row": f["row"]} for f in EXPECTED["nursing"]["rejected"]]
    assert [room["name"] for room in records.everything(ledger, "nursing_room")] == ["女职工休息哺乳室"]


def test_items_come_in_from_csv(ledger: Ledger) -> None:
    result = importing.run(ledger, "negotiation_item", INPUTS / "items.csv")
    assert result.accepted == EXPECTED["items"] == len(records.everything(ledger, "negotiation_item"))


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("person", "roster.xlsx"),
        ("committee_member", "committee.xls"),
        ("room_use", "room_uses_2026.xlsx"),
        ("negotiation_item", "items.csv"),
    ],
)
def test_the_same_file_twice_adds_nothing(ledger: Ledger, kind: str, file: str) -> None:
    first = importing.run(ledger, kind, INPUTS / file)
    before = records.everything(ledger, kind)
    second = importing.run(ledger, kind, INPUTS / file)
    assert (second.accepted, second.updated, second.unchanged) == (0, 0, first.accepted)
    assert records.everything(ledger, kind) == before


def test_a_dry_run_and_a_preview_write_nothing(ledger: Ledger) -> None:
    before = records.counts(ledger)
    dry = importing.run(ledger, "person", INPUTS / "roster.xlsx", dry_run=True)
    preview = importing.preview(ledger, "person", INPUTS / "roster.xlsx")
    assert records.counts(ledger) == before
    assert dry.accepted == preview.result.accepted == 307
    assert (preview.before, preview.after) == ({"女职工": 0}, {"女职工": 307})


def test_an_import_is_taken_back_whole(ledger: Ledger) -> None:
    before = records.counts(ledger)
    importing.run(ledger, "room_use", INPUTS / "room_uses_2026.xlsx")
    records.undo(ledger)
    assert records.counts(ledger) == before


def test_a_second_list_mends_and_fills_in(ledger: Ledger, tmp_path: Path) -> None:
    importing.run(
        ledger,
        "person",
        roster(tmp_path / "1.xlsx", ("李娜", LI, "一车间", "13800001234"), ("王燕", "", "", "13900001111")),
    )
    result = importing.run(
        ledger,
        "person",
        roster(
            tmp_path / "2.xlsx",
            ("李 娜", LI, "质检部", ""),
            ("王燕", WANG, "办公室", "13900001111"),
            ("赵敏", ZHAO, "", ""),
        ),
    )
    assert (result.accepted, result.updated, result.unchanged) == (1, 2, 0)
    kept = people(ledger)
    assert (kept["李娜"]["department"], kept["李娜"]["phone"]) == ("质检部", "13800001234")
    assert (kept["王燕"]["id_number"], len(kept)) == (WANG, 3)


def test_namesakes_stay_apart(ledger: Ledger, tmp_path: Path) -> None:
    result = importing.run(
        ledger, "person", roster(tmp_path / "1.xlsx", ("李娜", LI, "一车间", ""), ("李娜", WANG, "二车间", ""))
    )
    assert result.accepted == 2
    book = roster(
        tmp_path / "2.xlsx", ("李娜", "主任", ""), ("李娜", "委员", "1990.12"), head=("姓名", "职务", "出生年月")
    )
    members = importing.run(ledger, "committee_member", book)
    assert [fault.row for fault in members.rejected] == [2]
    assert "同名" in members.rejected[0].reason
    assert len(records.everything(ledger, "person")) == 2


def test_equal_lines_of_a_log_are_both_kept_once(ledger: Ledger, tmp_path: Path) -> None:
    head = ("日期", "进入时间", "离开时间", "使用人", "用途")
    line = ("2026-03-02", "9:05", "9:30", "李娜", "哺乳")
    importing.run(ledger, "room_use", roster(tmp_path / "1.xlsx", line, line, head=head))
    again = importing.run(ledger, "room_use", roster(tmp_path / "2.xlsx", line, line, line, head=head))
    assert (again.accepted, again.unchanged) == (1, 2)
    assert len(records.everything(ledger, "room_use")) == 3


def test_which_room_is_asked_when_it_cannot_be_told(ledger: Ledger, tmp_path: Path) -> None:
    for name in ("一楼小屋", "二楼小屋"):
        records.save(ledger, "nursing_room", {"name": name, "location": name})
    head, line = ("日期", "进入时间", "使用人"), ("2026-03-02", "9:05", "李娜")
    with pytest.raises(FileRefused, match="一楼小屋"):
        importing.run(ledger, "room_use", roster(tmp_path / "1.xlsx", line, head=head))
    importing.run(ledger, "room_use", roster(tmp_path / "1.xlsx", line, head=head), room="二楼小屋")
    importing.run(ledger, "room_use", roster(tmp_path / "一楼小屋使用登记.xlsx", line, head=head))
    rooms = {room["id"]: room["name"] for room in records.everything(ledger, "nursing_room")}
    assert [rooms[use["room_id"]] for use in records.everything(ledger, "room_use")] == ["二楼小屋", "一楼小屋"]


def test_the_officers_own_reading_of_a_column_is_remembered(ledger: Ledger, tmp_path: Path) -> None:
    head = ("姓名", "身份证号", "班别", "代号")
    first = roster(tmp_path / "1.xlsx", ("李娜", LI, "甲班", "A01"), head=head)
    assert importing.preview(ledger, "person", first).result.columns["班别"] is None
    importing.run(ledger, "person", first, mapping={"班别": "department", "代号": ""})
    importing.run(ledger, "person", roster(tmp_path / "2.xlsx", ("王燕", WANG, "乙班", "A02"), head=head))
    assert {name: person["department"] for name, person in people(ledger).items()} == {"李娜": "甲班", "王燕": "乙班"}


@pytest.mark.parametrize(("kind", "file"), [("person", "roster.xlsx"), ("room_use", "room_uses_2026.xlsx")])
def test_the_marked_copy_is_mended_and_brought_in_again(ledger: Ledger, tmp_path: Path, kind: str, file: str) -> None:
    first = importing.run(ledger, kind, INPUTS / file)
    copy = tmp_path / "有问题的行.xlsx"
    importing.save_marked_copy(INPUTS / file, first, copy)
    book = load_workbook(copy)
    for fault in first.rejected:
        sheet = book[fault.sheet]
        texts = [str(cell.value) for cell in sheet[fault.row] if cell.value is not None]
        assert any(fault.reason in text for text in texts)
    fault = first.rejected[0]
    if kind == "person":
        book[fault.sheet][f"D{fault.row}"] = "420111200210069145"
    else:
        book[fault.sheet][f"C{fault.row}"] = "17:55"
    book.save(copy)
    second = importing.run(ledger, kind, copy)
    assert (second.accepted, second.updated, second.unchanged) == (1, 0, first.accepted)
    assert len(second.rejected) == len(first.rejected) - 1


@pytest.mark.parametrize(
    "rows",
    [
        (("姓名", "李娜", "性别", "女"), ("民族", "汉族", "学历", "大专")),  # a form of one person
        (("姓名", "身份证号"), ("", ""), ("填表人：", "审核人：")),  # a list still empty
    ],
)
def test_a_file_without_lines_is_refused(ledger: Ledger, tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(FileRefused, match=r"没有认出|没有可以导入的行"):
        importing.run(ledger, "person", roster(tmp_path / "表.xlsx", *rows[1:], head=rows[0]))


@pytest.mark.parametrize("file", ["committee.xls", "items.csv"])
def test_a_marked_copy_of_an_old_format_reads_the_same(ledger: Ledger, tmp_path: Path, file: str) -> None:
    kind = "committee_member" if file.endswith("xls") else "negotiation_item"
    first = importing.run(ledger, kind, INPUTS / file)
    importing.save_marked_copy(INPUTS / file, first, tmp_path / "副本.xlsx")
    second = importing.run(ledger, kind, tmp_path / "副本.xlsx")
    assert (second.accepted, second.updated, second.unchanged) == (0, 0, first.accepted)


def test_cancelling_leaves_the_ledger_as_it_was(ledger: Ledger) -> None:
    before = records.counts(ledger)

    def change_of_mind(done: int, total: int) -> None:
        if done >= 300:
            raise Cancelled

    with pytest.raises(Cancelled):
        importing.run(ledger, "room_use", INPUTS / "room_uses_2026.xlsx", progress=change_of_mind)
    with pytest.raises(Cancelled):  # while writing: all lines are read when the last tick comes
        importing.run(ledger, "person", INPUTS / "roster.xlsx", progress=_AtTheLast())
    assert records.counts(ledger) == before
    assert records.last_change(ledger) is None
    assert gc.isenabled()  # it rests while lines are read


class _AtTheLast:
    """Cancels when counting begins anew, that is, when writing has begun."""

    def __init__(self) -> None:
        self.ticks = 0

    def __call__(self, done: int, total: int) -> None:
        self.ticks += done == 0
        if self.ticks == 2:
            raise Cancelled


def test_a_killed_import_leaves_before_or_after(tmp_path: Path) -> None:
    path = tmp_path / "台账.bbt"
    with create_ledger(path) as ledger:
        before = records.counts(ledger)
    script = (
        "import sys; from pathlib import Path\n"
        "from desktop_app.ledger.ledger import open_ledger\n"
        "from desktop_app.services import importing\n"
        "ledger = open_ledger(Path(sys.argv[1]))\n"
        "def tick(done, total): print(done, flush=True)\n"
        "importing.run(ledger, 'room_use', Path(sys.argv[2]), progress=tick)\n"
        "importing.run(ledger, 'person', Path(sys.argv[3]), progress=tick)\n"
        "print('end', flush=True)\n"
    )
    arguments = [sys.executable, "-c", script, path, INPUTS / "room_uses_2026.xlsx", INPUTS / "roster.xlsx"]
    for delay in (0.0, 0.02, 0.05, 0.1):
        process = subprocess.Popen(arguments, stdout=subprocess.PIPE)
        assert process.stdout
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        with open_ledger(path) as ledger:
            counts = records.counts(ledger)
            assert counts["使用登记"] in (before["使用登记"], EXPECTED["nursing"]["total"])
            assert counts["女职工"] in (before["女职工"], len(EXPECTED["people"]))
