"""The pages of the left bar, in its order; a page's module is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop_app.ui.context import Context
    from desktop_app.ui.page import Page


class Place(NamedTuple):
    """One entry of the left bar. ``name`` is also its icon, its help page and what Context.go calls it."""

    name: str
    title: str


PLACES = (
    Place("home", "首页"),
    Place("enterprise", "单位概况"),
    Place("committee", "女职工委员会"),
    Place("contract", "专项集体合同"),
    Place("nursing", "休息哺乳室"),
    Place("roster", "女职工花名册"),
    Place("work", "工作台账"),
    Place("forms", "表单上报"),
    Place("settings", "设置"),
)


def make_page(name: str, context: Context) -> Page:
    """The page of that place, freshly made: class ``<Name>Page`` of the module of its name."""
    module = import_module(f"{__name__}.{name}")
    page: Page = getattr(module, f"{name.capitalize()}Page")(context)
    return page
