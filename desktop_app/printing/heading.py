"""Page headers and footers: ``第 &P 页 共 &N 页`` in the sheet's own place, face and size."""

from __future__ import annotations

import re
from datetime import date

from desktop_app.printing import fonts, ruler
from desktop_app.printing.pen import Pen
from desktop_app.printing.sheet import Layout
from desktop_app.printing.template import HEADINGS

_CODE = re.compile(r"&(&|[PNDATFZG]|\"[^\"]*\"|\d+|K[0-9A-F]{6}|[BIUESXY])")


def draw_heading(pen: Pen, layout: Layout, number: int, count: int, today: date | None) -> None:
    """Write the header and footer of one page. Without ``today`` the date code prints nothing."""
    sheet, (_, paper_height) = layout.sheet, layout.paper()
    meanings = {
        "&": "&", "P": str(number), "N": str(count), "A": sheet.title,
        "D": f"{today.year}年{today.month}月{today.day}日" if today else "",
    }  # fmt: skip
    for heading, is_top in ((sheet.oddHeader, True), (sheet.oddFooter, False)):
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


def _start(layout: Layout, side: str, width: float) -> float:
    margins, (paper_width, _) = layout.sheet.page_margins, layout.paper()
    left, right = 72.0 * float(margins.left), paper_width - 72.0 * float(margins.right)
    return {"left": left, "center": (left + right - width) / 2, "right": right - width}[side]
