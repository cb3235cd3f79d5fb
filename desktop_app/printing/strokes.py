"""Border lines of a page, each drawn once: neighbours share an edge, and equal pieces in a row become one long line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.printing.look import Look, Stroke

Segment = tuple[int, int, Stroke]  # from column, to column (exclusive), how


@dataclass(frozen=True, eq=False)
class Edges:
    """The edges of one row pattern: lines along its top and bottom, and upright lines by column boundary."""

    top: tuple[Segment, ...]
    bottom: tuple[Segment, ...]
    upright: dict[int, Stroke]
    diagonals: tuple[tuple[int, Stroke, bool], ...]  # column, how, whether it rises


# One cell of a row's pattern: its column, look, and which of left, right, top, bottom lie on its merge's outline.
EdgeCell = tuple[int, Look, bool, bool, bool, bool]


def edges_of(cells: Iterable[EdgeCell]) -> Edges:
    """The edges a row's cells ask for."""
    top: dict[int, Stroke] = {}
    bottom: dict[int, Stroke] = {}
    upright: dict[int, Stroke] = {}
    diagonals: list[tuple[int, Stroke, bool]] = []
    for column, look, left, right, above, below in cells:
        if look.left and left:
            upright[column] = stronger(upright.get(column), look.left)
        if look.right and right:
            upright[column + 1] = stronger(upright.get(column + 1), look.right)
        if look.top and above:
            top[column] = look.top
        if look.bottom and below:
            bottom[column] = look.bottom
        if left and above:
            diagonals += [(column, line, line is look.rising) for line in (look.falling, look.rising) if line]
    return Edges(_joined(top), _joined(bottom), upright, tuple(diagonals))


def stronger(one: Stroke | None, other: Stroke) -> Stroke:
    """Of two lines asked for on one edge, the wider."""
    return one if one is not None and one.width >= other.width else other


def both(above: tuple[Segment, ...], below: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The lines between two rows: what the upper row asks for below it and the lower above it."""
    if not above or not below or above == below:
        return above or below
    by_column: dict[int, Stroke] = {}
    for first, end, stroke in (*above, *below):
        for column in range(first, end):
            by_column[column] = stronger(by_column.get(column), stroke)
    return _joined(by_column)


def _joined(by_column: dict[int, Stroke]) -> tuple[Segment, ...]:
    found: list[Segment] = []
    for column in sorted(by_column):
        stroke = by_column[column]
        if found and found[-1][1] == column and found[-1][2] == stroke:
            found[-1] = (found[-1][0], column + 1, stroke)
        else:
            found.append((column, column + 1, stroke))
    return tuple(found)


class Lines:
    """The lines of one page, gathered by stroke. ``width_factor`` keeps widths true on a scaled page."""

    def __init__(self, width_factor: float) -> None:
        self._factor = width_factor
        self._by_stroke: dict[Stroke, list[str]] = {}

    def add(self, stroke: Stroke, x0: float, y0: float, x1: float, y1: float) -> None:
        """One straight line."""
        self._by_stroke.setdefault(stroke, []).append(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l")

    def operators(self) -> list[str]:
        """PDF operators that draw them all."""
        code = []
        for stroke, paths in self._by_stroke.items():
            red, green, blue = stroke.colour
            dashes = " ".join(f"{dash * max(stroke.width, 0.5) * self._factor:.2f}" for dash in stroke.dashes)
            code.append(f"{stroke.width * self._factor:.3f} w {red:.3g} {green:.3g} {blue:.3g} RG [{dashes}] 0 d 2 J")
            code.append(" ".join(paths) + " S")
        return code
