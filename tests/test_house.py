"""The never-rules of the house that no linter knows."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "desktop_app").rglob("*.py"))

FORBIDDEN = {  # pattern -> the only files where it may stand
    r"\bQMessageBox\b|\bQFileDialog\b": {"ui/messages.py"},
    r"\bprocessEvents\b|\bQThread\)": set(),
    r"\bexcept (Base)?Exception\b": {"ui/application.py", "ui/runner.py", "ledger/ledger.py"},
    r"^\s*(import|from) (socket|urllib|http|requests|ftplib|smtplib)\b|\bQtNetwork\b": set(),
    r"\btime\.sleep\b": set(),
    r"\bprint\(": {"cli/__init__.py"},
}


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_what_is_forbidden_stands_nowhere_else(pattern: str) -> None:
    rule = re.compile(pattern, re.MULTILINE)
    allowed = FORBIDDEN[pattern]
    found = [
        path.relative_to(ROOT / "desktop_app").as_posix() for path in SOURCES if rule.search(path.read_text("utf-8"))
    ]
    assert [name for name in found if name not in allowed] == []


def test_every_module_says_why_it_exists() -> None:
    speechless = [path.name for path in SOURCES if not path.read_text("utf-8").startswith('"""')]
    assert speechless == []


def test_nothing_stands_at_the_top_that_was_not_agreed() -> None:
    agreed = {
        "desktop_app", "resources", "forms", "tests", "pyproject.toml", "build_installer.spec", "README.md", "LICENSE",
        "Makefile", "CHANGELOG.md", "requirements.lock", ".ci", ".gitignore",
    }  # fmt: skip
    listed = subprocess.run(
        ["git", "-c", "core.quotepath=off", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert {name.partition("/")[0] for name in listed.splitlines()} <= agreed


def test_the_lock_names_hashes_and_no_hosts() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "--hash=sha256:" in lock
    assert "://" not in lock
