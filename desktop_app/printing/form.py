"""What a standard form says of itself: its form.toml, checked when read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from desktop_app.errors import FormRefused
from desktop_app.paths import shipped

PERIODS = ("none", "month", "year")


@dataclass(frozen=True)
class Form:
    """One standard form. Names are catalogue names; ``about`` is the kind of record it is about, or empty."""

    code: str
    title: str
    area: str
    source: str
    orientation: str
    folder: Path
    about: str = ""
    period: str = "none"  # one of PERIODS
    recipient: str = ""
    needs: tuple[str, ...] = ()  # a name, or a list's own name: it must not be empty
    min_rows: Mapping[str, int] = field(default_factory=dict)
    data: str = ""  # the list that the data sheet holds
    summary: tuple[str, ...] = ()  # the names of the one line for the superior's table
    notes: tuple[str, ...] = ()
    one_page: bool = False
    sensitive: bool = False
    hand_filled: tuple[str, ...] = ()  # what is left for the pen, in words
    outputs: tuple[str, ...] = ("pdf", "xlsx")

    @property
    def template_path(self) -> Path:
        """The workbook with the placeholders."""
        return self.folder / "template.xlsx"


def load_form(folder: Path) -> Form:
    """The form in ``folder``. Raises FormRefused when its form.toml is missing, no TOML, or says something unknown."""
    path = folder / "form.toml"
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise FormRefused(f"找不到表单说明“{path}”，没有生成表格。请重新安装程序，或检查表单文件夹。") from fault
    except ValueError as fault:
        raise FormRefused(f"表单说明“{path}”写得不对（{fault}），没有生成表格。请检查这个文件。") from fault
    return _checked(folder, said)


def shipped_forms(root: Path | None = None) -> list[Form]:
    """Every form beneath ``root`` (by default those that come with the program), by code."""
    folders = (path.parent for path in (root or shipped("forms")).rglob("form.toml"))
    return sorted((load_form(folder) for folder in folders), key=lambda form: form.code)


def _checked(folder: Path, said: Mapping[str, Any]) -> Form:
    known = {each.name: each for each in fields(Form) if each.name != "folder"}
    unknown = sorted(set(said) - set(known))
    required = ("code", "title", "area", "source", "orientation")
    missing = [name for name in required if not said.get(name)]
    if unknown or missing:
        what = f"不认识的项：{'、'.join(unknown)}" if unknown else f"缺少：{'、'.join(missing)}"
        raise FormRefused(f"表单说明“{folder.name}/form.toml”{what}。没有生成表格，请检查这个文件。")
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    form = Form(folder=folder, **values)
    if form.period not in PERIODS:
        raise FormRefused(f"表单说明“{folder.name}/form.toml”里的 period 应为 {'、'.join(PERIODS)}。没有生成表格。")
    return form
