"""How long 20,000 rows of 20 columns take to come in, against reading them and writing them raw: at most 4 times."""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from openpyxl import Workbook
from python_calamine import CalamineWorkbook
from sqlcipher3 import dbapi2

from desktop_app.ledger.ledger import create_ledger
from desktop_app.services import importing

ROWS = 20_000
HEADS = (
    *("序号", "姓名", "性别", "身份证号", "出生年月", "民族", "籍贯", "政治面貌", "学历", "所在部门"),
    *("岗位", "职务", "用工形式", "参加工作时间", "入职时间", "是否入会", "入会时间", "婚姻状况", "联系电话", "备注"),
)


def roster(path: Path) -> None:
    """An invented roster of ``ROWS`` women."""
    rng = random.Random(5)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("花名册")
    sheet.append(["女职工花名册"])
    sheet.append(HEADS)
    weights = [2 ** (17 - n) % 11 for n in range(17)]
    for n in range(ROWS):
        born = date(1966, 1, 1) + timedelta(days=rng.randrange(14000))
        body = f"320106{born:%Y%m%d}{n % 500:02d}{rng.randrange(5) * 2}"[:17].ljust(17, "2")
        number = body + "10X98765432"[sum(w * int(c) for w, c in zip(weights, body, strict=True)) % 11]
        hired = born + timedelta(days=9000)
        name = rng.choice("王李张刘陈杨黄赵") + rng.choice("秀丽敏静芳娟霞燕") + rng.choice("英华玲梅兰萍红云")
        row = [
            n + 1,
            name,
            "女",
            number,
            f"{born}",
            "汉族",
            "江苏南京",
            "群众",
            "大专",
            f"{n % 40}车间",
            "操作工",
            "无",
        ]
        row += ["固定期限", f"{hired:%Y.%m}", hired, "是", f"{hired:%Y%m%d}", "已婚", f"138{n:08d}", ""]
        sheet.append(row)
    book.save(path)


def raw(path: Path, target: Path) -> float:
    """Seconds to read the sheet and put its cells into SQLite, and nothing else."""
    start = time.perf_counter()
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    connection = dbapi2.connect(target)
    connection.execute(f"CREATE TABLE t ({', '.join(f'c{n}' for n in range(20))})")
    lines = [[str(cell) for cell in row] for row in rows]
    connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' * 20)})", lines)  # noqa: S608
    connection.commit()
    connection.close()
    return time.perf_counter() - start


def main() -> None:
    """Print both times, their ratio and the memory used."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        roster(folder / "花名册.xlsx")
        ours: list[float] = []
        bare: list[float] = []
        for turn in range(3):
            bare.append(raw(folder / "花名册.xlsx", folder / f"raw{turn}.db"))
            with create_ledger(folder / f"{turn}.bbt", clock=lambda: datetime(2026, 11, 1)) as ledger:
                start = time.perf_counter()
                result = importing.run(ledger, "person", folder / "花名册.xlsx")
                ours.append(time.perf_counter() - start)
                ledger.is_changed = False  # the backup at closing is not what is measured
        ratio = min(ours) / min(bare)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{result.accepted} accepted, {len(result.rejected)} rejected")
        print(f"raw {min(bare):.2f} s, import {min(ours):.2f} s, ratio {ratio:.1f} (at most 4), memory {memory} MB")
        sys.exit(ratio > 4)


if __name__ == "__main__":
    main()
