"""Throwaway templates such as an officer draws, and invented persons to fill them with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.fill import Code, FormData

THIN = Border(*[Side("thin")] * 4)
HEADS = ("序号", "姓名", "出生年月", "身份证号", "职务", "联系电话")
NAMES = (
    "{{委员.#}}",
    "{{委员.姓名}}",
    "{{委员.出生日期|yyyy.mm}}",
    "{{委员.身份证号}}",
    "{{委员.职务}}",
    "{{委员.电话}}",
)
WIDTHS = (6, 10, 11, 21, 26, 14)


def page(sheet: Worksheet, area: str) -> None:
    """One page wide, as many long as it takes."""
    sheet.print_area = area
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.center.text = "第 &P 页 共 &N 页"


def write(sheet: Worksheet, place: str, text: str | None, **alignment: object) -> None:
    """A bordered cell in 仿宋 11."""
    cell = sheet[place]
    cell.value = text
    cell.font, cell.border = Font(name="仿宋_GB2312", sz=11), THIN
    cell.alignment = Alignment(vertical="center", **alignment)


def roster(path: Path, spare: int = 0) -> Path:
    """A roster: merged title, head row, one repeating row, ``spare`` empty lines, a signature line beneath."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "花名册"
    sheet.merge_cells("A1:F1")
    sheet["A1"] = "女职工委员会委员花名册"
    sheet["A1"].font = Font(name="方正小标宋简体", sz=20)
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet["A2"] = "填报单位（盖章）：{{单位.名称}}"
    for column, (letter, head, name, width) in enumerate(zip("ABCDEF", HEADS, NAMES, WIDTHS, strict=True)):
        write(sheet, f"{letter}3", head, horizontal="center")
        sheet[f"{letter}3"].fill = PatternFill("solid", fgColor="FFDDEBF7")
        for row in range(4, 5 + spare):
            write(sheet, f"{letter}{row}", name if row == 4 else None, wrap_text=column == 4)
        sheet.column_dimensions[letter].width = width
    for row, height in ((1, 40), (3, 28), *((row, 24) for row in range(4, 5 + spare))):
        sheet.row_dimensions[row].height = height
    foot = 5 + spare
    sheet.merge_cells(f"A{foot}:C{foot}")
    sheet[f"A{foot}"] = "负责人：{{单位.负责人}}"
    sheet[f"E{foot}"] = "填表日期：{{填报日期|yyyy年m月d日}}"
    sheet.row_dimensions[foot].height = 30
    allowed = DataValidation("list", formula1='"主任,委员"')
    allowed.add(f"E4:E{4 + spare}")
    sheet.add_data_validation(allowed)
    sheet.conditional_formatting.add(f"A{foot}", _red_when_empty(foot))
    sheet.print_title_rows = "1:3"
    page(sheet, f"A1:F{foot}")
    workbook.save(path)
    return path


def _red_when_empty(row: int):
    from openpyxl.formatting.rule import FormulaRule

    return FormulaRule([f'A{row}=""'], fill=PatternFill("solid", bgColor="FFFF0000"))


def one_cell(path: Path, text: str, width: float = 20, height: float = 20, rows: int = 1) -> Path:
    """A sheet with one bordered wrapping box of ``rows`` rows and a label beneath."""
    workbook = Workbook()
    sheet = workbook.active
    for row in range(1, rows + 1):
        write(sheet, f"A{row}", None, wrap_text=True)
        sheet.row_dimensions[row].height = height
    sheet["A1"] = text
    if rows > 1:
        sheet.merge_cells(f"A1:A{rows}")
    sheet[f"A{rows + 1}"] = "以下空白"
    sheet.column_dimensions["A"].width = width
    page(sheet, f"A1:B{rows + 1}")
    workbook.save(path)
    return path


def members(count: int) -> list[dict[str, object]]:
    """Invented members; every third has a post that wraps."""
    posts = ("财务科会计", "一车间挡车工", "人力资源部副经理兼女职工委员会副主任、心理关爱员")
    return [
        {
            "姓名": "王李张刘陈"[number % 5] + "秀英丽娜敏静"[number % 6] + "芳燕玲霞"[number % 4],
            "出生日期": date(1970 + number % 30, 1 + number % 12, 1 + number % 28),
            "身份证号": Code(f"3201021970{number:07d}X"),
            "职务": posts[number % 3],
            "电话": Code(f"138{number:08d}"),
        }
        for number in range(count)
    ]


def data(count: int) -> FormData:
    """A unit and ``count`` members."""
    singles = {"单位.名称": "江州纺织有限责任公司工会委员会", "单位.负责人": "张敏芳", "填报日期": date(2026, 3, 8)}
    return FormData(singles, {"委员": members(count)}, frozenset({"委员.身份证号", "委员.电话"}))
