"""Whose name, post or telephone a label asks for: the person of the line, of the line above, or of the whole form."""

from __future__ import annotations

from desktop_app.printing.catalogue import names, scopes
from desktop_app.printing.recognising.around import INFERRED, PERSON, Around, Meaning, hit, is_apart
from desktop_app.printing.recognising.vocabulary import PERSONAL, Lexicon, first_name, following, of_scope, told_of
from desktop_app.printing.recognising.wording import Label
from desktop_app.records.fields import Text


def of_her(of: Label, around: Around) -> Meaning | None:
    """What a form about one person asks of her, unless somebody else was named just before."""
    others = [said for said in around.line.said if said is None or is_person(said)]
    if not around.her or is_apart(around) or (others and (others[-1] or "").split(".")[0] != around.her):
        return None
    return hit(of, of_scope(around.her), INFERRED, f"表上说的是“{scopes()[around.her].meaning}”")


def of_person_overhead(of: Label, around: Around) -> Meaning | None:
    """A person named directly above, in the same column of labels, where the line itself names nobody."""
    if of.word not in PERSONAL or around.groups or not around.overhead or not is_person(around.overhead):
        return None
    if any(said is None or is_person(said) for said in around.line.said):
        return None
    return hit(of, of_person(around.overhead), INFERRED, f"上一格说的是“{plainly(around.overhead)}”")


def of_person_above(of: Label, around: Around) -> Meaning | None:
    """Under one merged head the person of the line above is still spoken of, where she is the only one."""
    persons = [_whose(said) for said in around.above if _whose(said) != ""]
    if of.word not in PERSONAL or not around.groups or around.groups != around.groups_above or len(set(persons)) != 1:
        return None
    [said] = set(persons)
    return hit(of, of_person(said), INFERRED, f"上一行说的是“{plainly(said)}”") if said else None


def of_person(text: str) -> Lexicon:
    """What the ledger knows of a person named on a form: all of a member, of others what labels.toml says."""
    return following(text) if first_name(text).endswith(".姓名") else told_of(first_name(text))


def _whose(said: str | None) -> str | None:
    """The name of the person of whom something was said: 主任.姓名 for 主任.出生日期; None for one not known, or ''."""
    if said is None or is_person(said):
        return said
    scope = first_name(said).partition(".")[0]
    return f"{scope}.姓名" if scopes()[scope].also else ""


def names_person(text: str | None) -> bool:
    """Whether what was said names a person."""
    return text is not None and is_person(text)


def is_person(text: str) -> bool:
    """Whether a meaning is a person's name."""
    label_of = first_name(text).rpartition(".")[2]
    return PERSON.search(label_of) is not None and isinstance(names()[first_name(text)].kind, Text)


def plainly(text: str) -> str:
    """A meaning in a Chinese clause: 主任的姓名."""
    return first_name(text).replace(".", "的")
