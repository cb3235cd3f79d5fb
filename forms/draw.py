"""Redraw every template that we drew: ``python -m forms.draw``, or only some: ``python -m forms.draw members_list``."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path

from forms.activities import draw as activities
from forms.committee import draw as committee
from forms.contract import draw as contract
from forms.health import draw as health
from forms.management import draw as management
from forms.nursing import draw as nursing
from forms.roster import draw as roster
from forms.statistics import draw as statistics

AREAS = (committee, roster, contract, nursing, health, activities, management, statistics)


def redraw(names: Collection[str] = ()) -> None:
    """Write the templates of the named forms, or of all. A form's folder is named as the function that draws it."""
    for area in AREAS:
        for form in area.FORMS:
            if not names or form.__name__ in names:
                form(Path(str(area.__file__)).parent / form.__name__)


if __name__ == "__main__":
    redraw(sys.argv[1:])
