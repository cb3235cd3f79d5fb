"""The command line, a public contract: it reads words and prints results; services do the work."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.cli import deadlines, filling, forming, ledgers, recording
from desktop_app.cli.command import REFUSED, Result, day
from desktop_app.errors import BanbiantianError


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code. Refusals are one Chinese sentence on standard error."""
    options = _parser().parse_args(arguments)
    try:
        data, text, code = options.command(options)
    except BanbiantianError as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    print(json.dumps(data, ensure_ascii=False, indent=1) if options.json else text)
    return int(code)


def sample_to_show(arguments: Sequence[str]) -> Path | None:
    """The sample ledger whose window ``demo`` asks for; None for every other command."""
    options = _parser().parse_args(arguments)
    wanted = options.command is ledgers.demo and not options.no_window
    return ledgers.sample_path(options) if wanted else None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="banbiantian", description="半边天：企业工会女职工工作台账与表单")
    commands = parser.add_subparsers(required=True, metavar="命令")

    def add(name: str, command: Callable[[argparse.Namespace], Result], help_text: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=help_text, description=help_text)
        sub.add_argument("--json", action="store_true", help="只输出一份 JSON")
        sub.add_argument("--on", type=day, metavar="日期", help="把这一天当作今天，如 2026-03-08")
        sub.set_defaults(command=command)
        return sub

    for group in (ledgers, recording, deadlines, forming, filling):
        group.add_to(add)
    return parser
