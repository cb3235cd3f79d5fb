"""A new ledger with the two things every form needs: the unit and its union."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger, create_ledger
from desktop_app.services import records


def new_ledger(
    path: Path,
    *,
    unit: str,
    province: str = "",
    operator: str = "",
    phone: str = "",
    password: str | None = None,
    clock: Callable[[], datetime] = datetime.now,
) -> Ledger:
    """Create and open a ledger for ``unit``. Raises BanbiantianError, leaving no file, when an answer is unusable."""
    ledger = create_ledger(path, operator=operator, password=password, clock=clock)
    try:
        records.save(ledger, "enterprise", {"name": unit, "province": province})
        records.save(ledger, "union_committee", {"name": f"{unit}工会", "contact": operator, "contact_phone": phone})
        ledger.remember(operator=operator, operator_phone=phone)
    except BanbiantianError:
        ledger.is_changed = False
        ledger.close()
        path.unlink()
        raise
    return ledger
