"""What a standard form says of itself: its form.toml, checked when read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
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
    variants: Mapping[str, str] = field(default_factory=dict)  # 报告 -> its template's file; the first is the usual one
    only: Mapping[str, str] = field(default_factory=dict)  # fields of the record it is about and what they must hold
    variant: str = ""  # the one chosen, where there are several
    content: bytes = field(default=b"", repr=False)  # the workbook itself, of a form that lies in no folder

    @property
    def template_path(self) -> Path:
        """The workbook or letter with the placeholders."""
        if self.variants:
            return self.folder / self.variants[self.variant or next(iter(self.variants))]
        letter = self.folder / "letter.md"
        return letter if letter.exists() else self.folder / "template.xlsx"

    @property
    def is_letter(self) -> bool:
        """Whether it is running text rather than a table."""
        return self.template_path.suffix == ".md"

    @property
    def outputs(self) -> tuple[str, ...]:
        """The formats of its own: what is signed, and what can be worked on."""
        return ("pdf", "docx") if self.is_letter else ("pdf", "xlsx")

    def as_variant(self, name: str) -> Form:
        """The same form in that wording or layout; '' is the usual one. Raises FormRefused for one it has not."""
        if name and name not in self.variants:
            known = "、".join(self.variants) or "只有一种"
            raise FormRefused(f"“{self.title}”没有“{name}”这一种写法，没有生成文件。可选：{known}。")
        return replace(self, variant=name)


def load_form(folder: Path) -> Form:
    """The form in ``folder``. Raises FormRefused when its form.toml is missing, no TOML, or says something unknown."""
    path = folder / "form.toml"
    try:
        text = path.read_text("utf-8")
    except OSError as fault:
        raise FormRefused(f"找不到表单说明“{path}”，没有生成表格。请重新安装程序，或检查表单文件夹。") from fault
    return read_form(folder, text)


def read_form(folder: Path, text: str, content: bytes = b"") -> Form:
    """The form that a form.toml's text describes; ``content`` is its workbook where it lies in no folder.

    Raises FormRefused when the text is no TOML or says something unknown.
    """
    try:
        said = tomllib.loads(text)
    except ValueError as fault:
        raise FormRefused(f"表单说明“{folder}”写得不对（{fault}），没有生成表格。请检查这个文件。") from fault
    return replace(_checked(folder, said), content=content)


def shipped_forms(root: Path | None = None) -> list[Form]:
    """Every form beneath ``root`` (by default those that come with the program), by code."""
    folders = (path.parent for path in (root or shipped("forms")).rglob("form.toml"))
    return sorted((load_form(folder) for folder in folders), key=lambda form: form.code)


def _checked(folder: Path, said: Mapping[str, Any]) -> Form:
    known = {each.name for each in fields(Form)} - {"folder", "variant", "content"}
    unknown = sorted(set(said) - known)
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
