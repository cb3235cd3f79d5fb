"""Write strokes.txt: every character our fonts draw, in the order in which official lists print names (笔画序).

Run ``python resources/names/build_strokes.py cnchar.order.min.js`` where node with full ICU is installed; the result
is kept here. The argument is the file of the npm package cnchar-order 3.2.6 (MIT, see cnchar-order.LICENSE.txt),
which knows how characters are written. Those it lacks stand behind the others of as many strokes, in the order of
Unicode CLDR (zh, collation "stroke"; © Unicode, Inc., under the Unicode License v3).

Order: number of strokes, then stroke by stroke 横 竖 撇 点 折, then the plain stroke before its variants
(GB13000.1字符集汉字字序（笔画序）规范, GF 3003-1999).
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

HERE = Path(__file__).parent
SORT = """
const fs = require("fs");
const order = new Intl.Collator("zh-u-co-stroke");
const characters = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(characters.sort(order.compare).join(""));
"""
# cnchar's letters for 横 提, 竖 竖钩, 撇, 点 捺 by class; every other letter is a bent stroke (折).
CLASSES = ("ji", "fg", "s", "kdl")
_WRITTEN = re.compile(r'"(.)":"([a-z]+)"')


def main(package: Path) -> None:
    """Sort and write."""
    known = TTFontFile(str(HERE.parent / "fonts" / "NotoSerifSC-Regular.ttf")).charToGlyph
    han = [code for code in sorted(known) if 0x3400 <= code < 0xA000 or code >= 0x20000]
    by_unicode = subprocess.run(
        ["node", "-e", SORT],
        input=json.dumps([chr(code) for code in han]),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    ordered = "".join(in_order(by_unicode, dict(_WRITTEN.findall(package.read_text("utf-8")))))
    lines = [ordered[start : start + 100] for start in range(0, len(ordered), 100)]
    (HERE / "strokes.txt").write_text("\n".join(lines) + "\n", "utf-8")


def in_order(by_unicode: str, written: dict[str, str]) -> list[str]:
    """The characters sorted; ``written`` spells their strokes with cnchar's letters."""
    keys: dict[str, tuple[object, ...]] = {}
    count = 1
    for place, character in enumerate(by_unicode):
        strokes = written.get(character, "")
        count = len(strokes) or count  # an unknown one has as many as the one before it in Unicode's order
        classes = [_class(letter) for letter in strokes]
        variants = [_variant(letter) for letter in strokes]
        keys[character] = (count, not strokes, classes, variants, place)
    return sorted(by_unicode, key=keys.__getitem__)


def _class(letter: str) -> int:
    return next((place for place, letters in enumerate(CLASSES) if letter in letters), len(CLASSES))


def _variant(letter: str) -> int:
    return next((letters.index(letter) for letters in CLASSES if letter in letters), 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
