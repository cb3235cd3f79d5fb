"""The fields a column of an office file may fill: those of the record itself and those of records it points to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.exchange import heads
from desktop_app.records.base import RecordType
from desktop_app.records.fields import IdNumber, Kind

Linked = Mapping[str, RecordType]  # link field -> the type it points to


@dataclass(frozen=True)
class Target:
    """One fillable field. ``path`` is its name, or ``link.name`` for a field of the linked record."""

    path: str
    kind: Kind
    names: tuple[str, ...]  # normalised words for it, its label first
    is_needed: bool  # a sheet without it is not of this kind

    @property
    def is_own(self) -> bool:
        """Whether it is a field of the record itself."""
        return "." not in self.path

    def likeness(self, head: str) -> float:
        """How much a normalised head resembles any of its names; own fields win over linked ones of equal wording."""
        best = max(heads.likeness(head, name) for name in self.names)
        return best if self.is_own else best * 0.99


@dataclass(frozen=True)
class Layout:
    """What may be read into one kind of record."""

    record_type: RecordType
    linked: Linked
    targets: tuple[Target, ...]

    @property
    def by_path(self) -> dict[str, Target]:
        """Path -> target."""
        return {target.path: target for target in self.targets}


def layout_of(record_type: RecordType, linked: Linked) -> Layout:
    """All targets of a type, in the order of its fields."""
    targets = []
    for name, kind in record_type.fields.items():
        if name not in record_type.links():
            needed = kind.required and kind.default is None
            targets.append(Target(name, kind, _names(kind), needed))
        elif name in linked:
            targets += _through(record_type, name, linked[name])
    return Layout(record_type, linked, tuple(targets))


def _through(record_type: RecordType, link: str, to: RecordType) -> list[Target]:
    """Fields of the linked record an import may name; without any, its title alone, called by the link's own name."""
    if link in record_type.through:
        return [
            Target(f"{link}.{name}", kind := to.fields[name], _names(kind), kind.required and kind.default is None)
            for name in record_type.through[link]
        ]
    title = to.title[0]
    return [
        Target(f"{link}.{title}", to.fields[title], _names(record_type.fields[link], to.fields[title].label), False)
    ]


def _names(kind: Kind, *further: str) -> tuple[str, ...]:
    words = (kind.label, *kind.names, *further)
    return tuple(dict.fromkeys(word for word in map(heads.normal, words) if word))


def identity_paths(layout: Layout) -> set[str]:
    """Targets that hold an ID number."""
    return {target.path for target in layout.targets if isinstance(target.kind, IdNumber)}
