"""Commands about a whole ledger: sample, new, verify, backup, restore."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from desktop_app.cli.command import DONE, FINDINGS, Add, Result, clock, opened
from desktop_app.errors import BanbiantianError


def add_to(add: Add) -> None:
    """Add demo, new, verify, backup and restore."""
    sample = add("demo", demo, "做一份示例台账并导出全部表单")
    sample.add_argument("folder", nargs="?", type=Path, default=Path("示例"))
    sample.add_argument("--no-window", action="store_true", help="不打开窗口")
    new = add("new", _new, "新建空台账；环境变量 BANBIANTIAN_PASSWORD 里有密码的，建成加密的台账")
    new.add_argument("ledger", type=Path)
    new.add_argument("--unit", required=True, help="单位名称")
    new.add_argument("--province", default="", help="所在省份")
    add("verify", _verify, "检查台账是否完整").add_argument("ledger", type=Path)
    backup = add("backup", _backup, "做一份经过验证的备份")
    backup.add_argument("ledger", type=Path)
    backup.add_argument("--to", type=Path, help="放备份的文件夹")
    restore = add("restore", _restore, "从备份恢复出一份台账")
    restore.add_argument("backup", type=Path)
    restore.add_argument("--to", type=Path, required=True, help="恢复成的台账文件，不能已经存在")


def sample_path(options: argparse.Namespace) -> Path:
    """Where ``demo`` puts its ledger."""
    folder: Path = options.folder
    return folder / "示例.bbt"


def demo(options: argparse.Namespace) -> Result:
    """Make the sample ledger and every form of it. The window, if wanted, is opened by whoever called."""
    from desktop_app.ledger.ledger import open_ledger
    from desktop_app.services import forms
    from desktop_app.services.demo import make_sample

    ledger_path = sample_path(options)
    now = clock(options)
    make_sample(ledger_path, clock=now)
    with open_ledger(ledger_path, operator="示例", clock=now) as ledger:
        files = forms.produce_all(ledger, options.folder / "表单", on=now().date())
    data = {"ledger": str(ledger_path), "files": [str(path) for path in files]}
    text = f"示例台账：{ledger_path}\n导出表单 {len(files)} 个文件：{options.folder / '表单'}"
    return data, text, DONE


def _new(options: argparse.Namespace) -> Result:
    from desktop_app.services import first_steps

    path = options.ledger if options.ledger.suffix == ".bbt" else options.ledger.with_name(options.ledger.name + ".bbt")
    password = os.environ.get("BANBIANTIAN_PASSWORD") or None
    first_steps.new_ledger(
        path, unit=options.unit, province=options.province, password=password, clock=clock(options)
    ).close()
    return {"ledger": str(path), "locked": password is not None}, f"已新建台账：{path}", DONE


def _verify(options: argparse.Namespace) -> Result:
    from desktop_app.ledger.verify import altered_files, faults_of

    if not options.ledger.is_file():
        raise BanbiantianError(f"找不到台账“{options.ledger}”。")
    password = os.environ.get("BANBIANTIAN_PASSWORD")
    faults = faults_of(options.ledger, password) or altered_files(options.ledger, password)
    return {"ok": not faults, "faults": faults}, "\n".join(faults) or "台账完整。", FINDINGS if faults else DONE


def _backup(options: argparse.Namespace) -> Result:
    with opened(options, read_only=True) as ledger:
        made = ledger.back_up(options.to)
    return {"backup": str(made)}, f"备份已做好并通过检查：{made}", DONE


def _restore(options: argparse.Namespace) -> Result:
    from desktop_app.ledger import backup

    backup.restore(options.backup, options.to, os.environ.get("BANBIANTIAN_PASSWORD"))
    return {"ledger": str(options.to)}, f"已恢复为：{options.to}", DONE
