"""Write strokes.txt: every character our fonts draw, in the stroke order of Unicode CLDR (zh, collation "stroke").

Run ``python resources/names/build_strokes.py`` where node with full ICU is installed; the result is kept here.
The order is data of the Unicode CLDR project, © Unicode, Inc., under the Unicode License v3.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

HERE = Path(__file__).parent
SORT = """
const fs = require("fs");
const order = new Intl.Collator("zh-u-co-stroke");
const characters = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(characters.sort(order.compare).join(""));
"""


def main() -> None:
    """Sort and write."""
    known = TTFontFile(str(HERE.parent / "fonts" / "NotoSerifSC-Regular.ttf")).charToGlyph
    han = [code for code in sorted(known) if 0x3400 <= code < 0xA000 or code >= 0x20000]
    sorted_text = subprocess.run(
        ["node", "-e", SORT],
        input=json.dumps([chr(code) for code in han]),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    lines = [sorted_text[start : start + 100] for start in range(0, len(sorted_text), 100)]
    (HERE / "strokes.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
