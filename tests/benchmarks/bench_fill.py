"""How long a superior's blank form of 300 answer cells takes, against openpyxl loading and saving the same workbook.

Limits: 0.5 s for recognising, filling and writing both files; at most 12 times the bare load and save.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, datetime
from pathlib import Path

import openpyxl
from openpyxl.styles import Border, Side

from desktop_app.ledger.ledger import create_ledger
from desktop_app.services import blank_forms

_THIN = Side(style="thin")
_LABELS = (
    *(
        "单位名称",
        "职工总数",
        "女职工数",
        "会员数",
        "女会员数",
        "单位地址",
        "邮政编码",
        "法定代表人",
        "工会名称",
        "工会主席",
    ),
    *(
        "女职工委员会主任",
        "委员人数",
        "合同签订日期",
        "哺乳室个数",
        "哺乳室面积",
        "职代会代表数",
        "女农民工数",
        "联系人",
    ),
)


def blank(path: Path, cells: int) -> None:
    """A form of labels with an empty cell beside each, three pairs to a row."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["基层工会女职工工作情况调查表"])
    frame = Border(_THIN, _THIN, _THIN, _THIN)
    for number in range(cells):
        row, place = divmod(number, 3)
        label = sheet.cell(row + 2, place * 2 + 1, _LABELS[number % len(_LABELS)])
        label.border = sheet.cell(row + 2, place * 2 + 2).border = frame
    book.save(path)


def main() -> None:
    """Print both times and their ratio; exit 1 beyond a limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours: list[float] = []
        bare: list[float] = []
        with create_ledger(folder / "台账.bbt", clock=lambda: datetime(2026, 11, 22)) as ledger:
            for turn in range(5):
                path = folder / f"空白{turn}.xlsx"
                blank(path, 300 + turn)  # a form seen before would be parsed already
                start = time.perf_counter()
                openpyxl.load_workbook(path).save(folder / "bare.xlsx")
                bare.append(time.perf_counter() - start)
                start = time.perf_counter()
                done = blank_forms.fill_blank(ledger, path, folder / "出", on=date(2026, 11, 22))
                ours.append(time.perf_counter() - start)
            ledger.is_changed = False  # the backup at closing is not what is measured
        best, ratio = min(ours), min(ours) / min(bare)
        print(f"{len(done.bound)} bound, first {ours[0]:.2f} s, best {best:.3f} s (at most 0.5)")
        print(f"load and save {min(bare):.3f} s, ratio {ratio:.1f} (at most 12)")
        sys.exit(best > 0.5 or ratio > 12)


if __name__ == "__main__":
    main()
