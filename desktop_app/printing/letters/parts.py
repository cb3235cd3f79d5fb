"""What a letter consists of once it is set, the same for both files: paragraphs and tables with their look."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.printing.letters.lines import PITCH, WIDE, Run, text_width


@dataclass(frozen=True)
class Paragraph:
    """Text of one look. Indents are in characters of the body, ``before`` and ``pitch`` in lines of the page.

    ``\\n`` in a run is a line break; ``\\t`` goes to the next of ``stops`` (characters from the left, alignment).
    ``keep``: its last line stays on the page of what follows.
    """

    runs: tuple[Run, ...]
    size: float = 16.0
    align: str = "both"
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    pitch: float = 1.0
    level: int = 0  # of the outline; 0: none
    keep: bool = False
    new_page: bool = False
    stops: tuple[tuple[float, str], ...] = ()

    @property
    def is_one_line(self) -> bool:
        """Whether it takes no more than one line of the page."""
        width = sum(text_width(run.text, run.font, self.size) for run in self.runs)
        return "\n" not in self.text and width <= WIDE - (self.left + self.first + self.right) * PITCH

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Table:
    """A ruled table, its first ``head`` rows repeated on every page. ``keep``: its last two go with what follows."""

    rows: tuple[tuple[str, ...], ...]
    head: int
    before: float = 0.0
    keep: bool = False
    new_page: bool = False


Part = Paragraph | Table


@dataclass(frozen=True)
class Letter:
    """What stands on the cover (nothing: there is none) and on the numbered pages behind it."""

    cover: tuple[Paragraph, ...]
    body: tuple[Part, ...]
