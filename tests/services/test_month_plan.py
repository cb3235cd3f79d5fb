"""GL-05: the month's work on paper says what the first page says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl

from desktop_app.ledger.ledger import Ledger
from desktop_app.services import agenda, forms, records

ON = date(2026, 11, 22)


def lines(ledger: Ledger, folder: Path, period: str) -> list[tuple[str, str, str]]:
    """Day, matter and how far it is, of each numbered line."""
    form = forms.form("GL-05", ledger)
    [path] = forms.produce(ledger, form, folder, outputs=("xlsx",), period=period, on=ON)
    cells = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    rows = [[str(cell or "") for cell in row] for row in cells]
    return [(row[1], row[2], row[5]) for row in rows if row[0].isdigit() and row[2]]


def test_the_month_holds_what_is_due_open_or_late(ledger: Ledger, tmp_path: Path) -> None:
    records.save(ledger, "enterprise", {"name": "江南金梭纺织有限公司"})
    for timing, status in (("10月", "未开始"), ("11月", "已完成"), ("12月", "未开始")):
        records.save(
            ledger, "plan_item", {"year": 2026, "timing": timing, "content": f"{timing}的事", "status": status}
        )
    duties = {duty.rule: duty for duty in agenda.duties(ledger, ON)}
    agenda.mark_done(ledger, duties["anti_violence_day"], date(2026, 11, 20))
    month = lines(ledger, tmp_path / "一", "2026-11")
    assert month[0] == ("2026-10-31", "年度计划：10月的事", "")
    assert ("2026-11-25", "反对针对妇女暴力日（11月25日）宣传", "2026-11-20已办") in month
    assert ("2026-11-30", "年度计划：11月的事", "已完成") in month
    assert not any("12月的事" in matter or "妇女节" in matter for _, matter, _ in month)
    assert [day for day, _, _ in month if day != "本月"] == sorted(day for day, _, _ in month if day != "本月")
    later = [matter for _, matter, _ in lines(ledger, tmp_path / "二", "2027-03")]
    assert any("妇女节" in matter for matter in later) and any("普法宣传月" in matter for matter in later)


def test_what_lies_behind_the_lock_hangs_on_no_wall(full_ledger: Ledger, tmp_path: Path) -> None:
    assert any(duty.kind == "special_period" for duty in agenda.duties(full_ledger, ON))
    for period in ("2026-11", "2026-12", "2027-01"):
        assert not any("特殊时期" in matter for _, matter, _ in lines(full_ledger, tmp_path / period, period))
