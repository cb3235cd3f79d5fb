"""A letter's template read from its file: which part each line is, and the names that wait for values."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from desktop_app.archives import content_of
from desktop_app.errors import FileRefused, FormRefused
from desktop_app.printing.letters.grammar import DIRECTIVE, OPTIONAL, Kind, clean_lines, literal, split_mark
from desktop_app.printing.template import Name, Parts, names_in, parse


@dataclass(frozen=True)
class TemplateLine:
    """One line of a template: what it is, its words and names, and whether it goes when a name has no value."""

    kind: Kind
    parts: Parts
    optional: bool = False


@dataclass(frozen=True)
class LetterTemplate:
    """A parsed ``letter.md``; an empty line of the file is None."""

    path: Path
    lines: tuple[TemplateLine | None, ...] = field(repr=False)

    @classmethod
    def load(cls, path: Path) -> LetterTemplate:
        """Read a template, parsing it once per content. Raises FileRefused; FormRefused for an unknown 【mark】."""
        return _parsed(path, content_of(path))

    def names(self) -> set[str]:
        """Every name the template asks for, without formats."""
        return set().union(*(names_in(line.parts) for line in self.lines if line))

    def formats(self) -> dict[str, frozenset[str]]:
        """The formats each name is used with; an empty one where the name stands alone."""
        found: dict[str, frozenset[str]] = {}
        for part in (part for line in self.lines if line for part in line.parts if isinstance(part, Name)):
            found[part.name] = found.get(part.name, frozenset()) | {part.format}
        return found


def template_lines(path: Path, content: bytes) -> list[str]:
    """The lines of a template's file as they stand. Raises FileRefused for another encoding than UTF-8."""
    try:
        return clean_lines(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise FileRefused(
            f"“{path.name}”不是 UTF-8 编码的文本，没有读取。请用记事本打开，另存为时编码选 UTF-8，再试。"
        ) from error


def unknown_mark(line: str) -> str:
    """The mark a template's line begins with, if there is none such; ``\\【`` begins mere text."""
    kind, rest = split_mark(line.strip().removeprefix(OPTIONAL))
    mark = DIRECTIVE.match(rest)
    return mark.group() if kind is Kind.BODY and mark and "{{" not in mark[1] else ""


@lru_cache(maxsize=64)
def _parsed(path: Path, content: bytes) -> LetterTemplate:
    return LetterTemplate(path, tuple(_line(line, path) for line in template_lines(path, content)))


def _line(line: str, path: Path) -> TemplateLine | None:
    line = line.strip()
    if not line:
        return None
    mark = unknown_mark(line)
    if mark:
        raise FormRefused(
            f"信函模板“{path.parent.name}/{path.name}”里有不认识的“{mark}”，没有产生文件。"
            "请改正；如果它就是正文，请在前面加一个反斜杠“\\”。"
        )
    kind, rest = split_mark(line.removeprefix(OPTIONAL))
    parts = tuple(part if isinstance(part, Name) else literal(part) for part in parse(rest))
    return TemplateLine(kind, parts, line.startswith(OPTIONAL))
