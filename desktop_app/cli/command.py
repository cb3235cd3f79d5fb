"""What every command shares: its result, the day taken for today, and how it opens a ledger."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from typing import Any

DONE, FINDINGS, REFUSED = 0, 1, 3
Result = tuple[Any, str, int]  # what --json prints, what a person reads, the exit code
Add = Callable[[str, Callable[[argparse.Namespace], Result], str], argparse.ArgumentParser]


def day(text: str) -> date:
    """``--on``: an ISO date. Raises argparse's own usage error."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}”不是日期，应如 2026-03-08") from None


def clock(options: argparse.Namespace) -> Callable[[], datetime]:
    """The clock a command goes by: ``--on`` fixes its day."""
    if options.on is None:
        return datetime.now
    on: date = options.on
    return lambda: datetime.combine(on, datetime.now().time())


@contextmanager
def opened(options: argparse.Namespace, *, read_only: bool = False) -> Iterator[Any]:
    """The ledger of a command, closed afterwards; a locked one takes its password from the environment or a prompt."""
    from desktop_app.ledger.connection import PasswordNeeded
    from desktop_app.ledger.ledger import open_ledger

    password = os.environ.get("BANBIANTIAN_PASSWORD")
    open_it = partial(open_ledger, options.ledger, operator="命令行", clock=clock(options), read_only=read_only)
    try:
        ledger = open_it(password=password)
    except PasswordNeeded:
        if password or not sys.stdin.isatty():
            raise
        ledger = open_it(password=getpass.getpass("台账密码："))
    with ledger:
        yield ledger
