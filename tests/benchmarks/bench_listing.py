"""How long lists of the design size take: the first page, a jump to the end, each type-ahead result.

Limits (milliseconds): first page and type-ahead 50, end 100. BENCH_USES sets the lines (1,000,000 unless told).
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

from desktop_app.ledger.ledger import Ledger, create_ledger
from desktop_app.records.registry import record_type
from desktop_app.services import listing, records

USES = int(os.environ.get("BENCH_USES", "1000000"))
PEOPLE = 20_000
DEPARTMENTS = ("细纱车间", "织造车间", "财务部", "质检部")
USE_SEARCHES = ("ouyang", "oyw", "欧阳𬱖", "王", "wxl", "细纱", "zz")
PEOPLE_SEARCHES = ("欧", "wx", "shanxiuying", "财务", "0042", "13900004")


def main() -> None:
    """Build the ledger, then print each time against its limit."""
    with tempfile.TemporaryDirectory() as folder, create_ledger(Path(folder) / "大.bbt") as ledger:
        _fill(ledger)
        ledger.is_changed = False  # the backup at closing is not what is measured
        uses = listing.Listing("room_use", where={"room_id": 1})
        _told("first page", 50, lambda: listing.page(ledger, uses, 0, 50, USES))
        _told("middle", 100, lambda: listing.page(ledger, uses, USES // 2, 50, USES))
        _told("end", 100, lambda: listing.page(ledger, uses, USES - 50, 50, USES))
        for kind, searches in (("room_use", USE_SEARCHES), ("person", PEOPLE_SEARCHES)):
            for sought in searches:
                found = listing.Listing(kind, sought)
                _told(f"{kind} {sought}", 50, lambda found=found: listing.page(ledger, found, 0, 50, 50))


def _told(name: str, limit: int, work: Callable[[], Any]) -> None:
    best = min(_seconds(work) for _ in range(5)) * 1000
    print(f"{name:24}{best:8.1f} ms  (limit {limit})  {'ok' if best <= limit else 'OVER'}")


def _seconds(work: Callable[[], Any]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _fill(ledger: Ledger) -> None:
    rng = random.Random(1)
    names = [
        "欧阳𬱖",
        "单秀英",
        *(rng.choice("王李张刘陈") + rng.choice("秀英丽红梅") + rng.choice("玲霞燕娟芳") for _ in range(900)),
    ]
    records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼"})
    with ledger.writing("花名册") as writing:
        people = [
            {"name": rng.choice(names), "department": rng.choice(DEPARTMENTS), "phone": f"139{n:08d}"}
            for n in range(PEOPLE)
        ]
        writing.insert(record_type("person"), people)
    for first in range(0, USES, 50_000):
        with ledger.writing("登记") as writing:
            rows = [_use(rng, n, names) for n in range(first, min(first + 50_000, USES))]
            writing.insert(record_type("room_use"), rows)


def _use(rng: random.Random, n: int, names: list[str]) -> dict[str, Any]:
    return {
        "room_id": 1,
        "used_on": date(2000, 1, 1) + timedelta(days=n // 110),
        "entered_at": clock_time(9, n % 60),
        "left_at": clock_time(10, n % 60),
        "person_name": "欧阳𬱖" if n % 50 == 0 else rng.choice(names),
        "department": rng.choice(DEPARTMENTS),
        "purpose": "哺乳",
    }


if __name__ == "__main__":
    main()
