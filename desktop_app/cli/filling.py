"""The command about a superior's own blank form: fill."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.command import DONE, Add, Result, opened


def add_to(add: Add) -> None:
    """Add fill."""
    fill = add("fill", _fill, "认出上级的空白表并填好")
    fill.add_argument("ledger", type=Path)
    fill.add_argument("blank", type=Path, metavar="空白表.xlsx")
    fill.add_argument("--to", type=Path, required=True, help="放文件的文件夹")
    fill.add_argument("--period", default="", help="期间，如 2026 或 2026-03")
    fill.add_argument("--about", type=int, help="表上说的那条记录的编号，如一位委员、一次活动")
    fill.add_argument("--template-only", action="store_true", help="只写出带占位符的模板，不填数据")


def _fill(options: argparse.Namespace) -> Result:
    from desktop_app.services import blank_forms

    if options.template_only:
        done = blank_forms.write_template(options.blank, options.to)
    else:
        with opened(options, read_only=True) as ledger:
            on = ledger.clock().date()
            said = {"period": options.period, "about": options.about}
            done = blank_forms.fill_blank(ledger, options.blank, options.to, on=on, **said)
    several = len(done.proposal.sheets) > 1

    def place(sheet: str, cell: str) -> str:
        return f"{sheet}!{cell}" if several else cell

    files = [str(path) for path in done.files]
    data = {
        "bound": [
            {"cell": place(each.sheet, each.cell), "name": each.name, "value": each.value} for each in done.bound
        ],
        "unmatched": [{"cell": place(each.sheet, each.cell), "label": each.label} for each in done.unmatched],
        "files": files,
    }
    lines = [f"填好 {len(done.bound)} 处，留空 {len(done.unmatched)} 处。"]
    lines += [f"留空：{place(each.sheet, each.cell)} {each.label}" for each in done.unmatched]
    return data, "\n".join([*lines, *files]), DONE
