"""A text in its sentences and their parts, in plain numbers for reading and in the officer's words for quoting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.rules.quantities import plain

_SENTENCES = re.compile(r"[。；;！\n]")
_SEPARATORS = re.compile(r"([，,、：:（）()])")


@dataclass(frozen=True)
class Sentence:
    """One sentence. ``pieces`` are its parts and the separators between them, plain and as written."""

    pieces: tuple[tuple[str, str], ...]

    @property
    def plain(self) -> str:
        """The sentence in plain numbers."""
        return "".join(read for read, _ in self.pieces)

    def parts(self) -> Iterator[tuple[str, str, str]]:
        """Each part in plain numbers, the separator behind it, and the part as written."""
        behind = [*(read for read, _ in self.pieces[1::2]), ""]
        for (read, written), separator in zip(self.pieces[::2], behind, strict=True):
            yield read, separator, written

    def quoted(self, start: int, end: int) -> str:
        """The parts that a stretch of the plain sentence touches, as they are written."""
        words, at = "", 0
        for read, written in self.pieces:
            words += written if at < end and at + len(read) > start else ""
            at += len(read)
        return _SEPARATORS.sub("", words[:1]) + words[1:-1] + _SEPARATORS.sub("", words[-1:] if words[1:] else "")


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text."""
    return [_sentence(each) for each in _SENTENCES.split(text) if each.strip()]


def _sentence(text: str) -> Sentence:
    written = _SEPARATORS.split("".join(text.split()))
    read = _SEPARATORS.split(plain(text))
    # A number that is dropped takes no separator with it; where one were dropped all the same, plain words are quoted.
    return Sentence(tuple(zip(read, written if len(written) == len(read) else read, strict=True)))
