"""How long 逻辑检查 takes at the design size, against a bare full read of the same tables.

BENCH_USES sets the lines of the rooms' logs (1,000,000 unless told), BENCH_PEOPLE the roster (100,000). Limit: the
check of everything takes at most LIMIT times one reading of the roster and the logs by ``select *``.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from stdnum.cn import ric

from desktop_app.ledger.ledger import Ledger, create_ledger
from desktop_app.records.registry import record_type
from desktop_app.services import checking, forms, records

USES = int(os.environ.get("BENCH_USES", "1000000"))
PEOPLE = int(os.environ.get("BENCH_PEOPLE", "100000"))
LIMIT, LIMIT_OF_ALL = 1.0, 2.0  # the standing asks what each of some fifty forms lacks besides
ON = date(2026, 11, 22)


def main() -> None:
    """Build the ledger, then print each time and the ratio to a bare read."""
    with tempfile.TemporaryDirectory() as folder, create_ledger(Path(folder) / "大.bbt") as ledger:
        _fill(ledger)
        ledger.is_changed = False  # the backup at closing is not what is measured
        bare = _seconds(lambda: _read(ledger))
        print(f"{'bare read':28}{bare * 1000:10.0f} ms")
        _told("check", bare, lambda: checking.findings(ledger, ON))
        form = forms.form("TJ-01")
        _told("findings of a form", bare, lambda: checking.findings_of(ledger, form, on=ON))
        _told(
            "standing of every form", bare, lambda: checking.standings(ledger, forms.all_forms(), on=ON), LIMIT_OF_ALL
        )


def _told(name: str, bare: float, work: Callable[[], Any], limit: float = LIMIT) -> None:
    took = min(_seconds(work) for _ in range(2))
    verdict = "ok" if took <= bare * limit else "OVER"
    print(f"{name:28}{took * 1000:10.0f} ms  {took / bare:6.2f} of a bare read (limit {limit})  {verdict}")


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _read(ledger: Ledger) -> int:
    with ledger.reading() as connection:
        return sum(
            sum(1 for _ in connection.execute(text(f"select * from {table}")))  # noqa: S608 - names of our own
            for table in ("person", "room_use", "room_cleaning")
        )


def _fill(ledger: Ledger) -> None:
    rng = random.Random(1)
    records.save(ledger, "enterprise", {"name": "大厂", "province": "浙江"})
    records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼"})
    for first in range(0, PEOPLE, 20_000):
        with ledger.writing("花名册") as writing:
            rows = [_person(rng, n) for n in range(first, min(first + 20_000, PEOPLE))]
            writing.insert(record_type("person"), rows)
    for kind, day, many in (("room_use", "used_on", USES), ("room_cleaning", "cleaned_on", USES // 10)):
        for first in range(0, many, 50_000):
            with ledger.writing("登记") as writing:
                days = range(first, min(first + 50_000, many))
                rows = [{"room_id": 1, day: date(2000, 1, 1) + timedelta(days=n % 9000)} for n in days]
                writing.insert(record_type(kind), rows)


def _person(rng: random.Random, n: int) -> dict[str, Any]:
    born = date(1966, 1, 1) + timedelta(days=rng.randrange(14_000))
    body = f"{rng.choice(('110101', '330102', '320106'))}{born:%Y%m%d}{n % 500 * 2:03d}"
    return {
        "name": rng.choice("王李张刘陈杨黄赵") + rng.choice("秀英丽红梅玉兰桂") + rng.choice("玲霞燕娟芳萍凤"),
        "gender": "女",
        "id_number": body + str(ric.calc_check_digit(body + "0")),
        "born_on": born,
        "work_started_on": born.replace(year=born.year + 20, day=1),
        "employee_number": f"{n:06d}",
        "department": f"{n % 40}车间",
    }


if __name__ == "__main__":
    main()
