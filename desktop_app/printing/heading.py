"""Page headers and footers: ``第 &P 页 共 &N 页`` in the sheet's own place, face and size, a title carried on."""

from __future__ import annotations

import copy
import re
from datetime import date

from openpyxl.worksheet.header_footer import HeaderFooterItem

from desktop_app.printing import fonts, ruler
from desktop_app.printing.pen import Pen
from desktop_app.printing.sheet import Layout
from desktop_app.printing.template import HEADINGS

_CODE = re.compile(r"&(&|[PNDATFZG]|\"[^\"]*\"|\d+|K[0-9A-F]{6}|[BIUESXY])")

_TITLE_SIZE = 14.0  # points; what is smaller is no title


def head_later_pages(layout: Layout) -> None:
    """Let the pages after the first of a sheet that repeats no rows begin with its title and （续）."""
    sheet = layout.sheet
    if layout.title_rows or len(layout.pages()) < 2 or any(getattr(sheet.oddHeader, side).text for side in HEADINGS):
        return
    title = _title(layout)
    if not title or sheet.HeaderFooter.differentFirst:
        return
    sheet.HeaderFooter.differentFirst = True
    sheet.HeaderFooter.firstHeader, sheet.HeaderFooter.firstFooter = HeaderFooterItem(), copy.deepcopy(sheet.oddFooter)
    header = sheet.oddHeader.center
    header.text, header.font, header.size = title.replace("&", "&&") + "（续）", "宋体,Regular", 9


def draw_heading(pen: Pen, layout: Layout, number: int, count: int, today: date | None, *, is_first: bool) -> None:
    """Write the header and footer of one page. Without ``today`` the date code prints nothing."""
    sheet, (_, paper_height) = layout.sheet, layout.paper()
    meanings = {
        "&": "&", "P": str(number), "N": str(count), "A": sheet.title,
        "D": f"{today.year}年{today.month}月{today.day}日" if today else "",
    }  # fmt: skip
    different = sheet.HeaderFooter if is_first and sheet.HeaderFooter.differentFirst else None
    header, footer = (different.firstHeader, different.firstFooter) if different else (sheet.oddHeader, sheet.oddFooter)
    for heading, is_top in ((header, True), (footer, False)):
        distance = 72 * (sheet.page_margins.header if is_top else sheet.page_margins.footer)
        for side in HEADINGS:
            item = getattr(heading, side)
            if not item.text:
                continue
            family, _, weight = (item.font or "宋体,Regular").partition(",")
            face, size = fonts.face_for(family, weight.lower().startswith("bold")), float(item.size or 10)
            lines = _CODE.sub(lambda code: meanings.get(code.group(1), ""), item.text).split("\n")
            ascent, descent = (size * part for part in ruler.metrics(face))
            step = ascent + descent
            top = paper_height - distance if is_top else distance + step * len(lines)
            for index, line in enumerate(lines):
                x = _start(layout, side, ruler.width(line, face, size))
                pen.write(line, face, size, x, top - ascent - index * step)


def _title(layout: Layout) -> str:
    """What stands in large type within the first three rows."""
    for row in range(layout.top, layout.top + 3):
        for _, cell in layout.rows.get(row, ()):
            if isinstance(cell.value, str) and layout.looks.of(cell).size >= _TITLE_SIZE:
                return "".join(cell.value.split())
    return ""


def _start(layout: Layout, side: str, width: float) -> float:
    margins, (paper_width, _) = layout.sheet.page_margins, layout.paper()
    left, right = 72.0 * float(margins.left), paper_width - 72.0 * float(margins.right)
    return {"left": left, "center": (left + right - width) / 2, "right": right - width}[side]
