"""How Chinese words sound, so that a name is found by its initials or its pinyin, surnames read as surnames."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, lru_cache

# pypinyin reads these as common words; as surnames they sound otherwise (customary readings, level L5).
_SURNAMES = {
    "查": "zha", "单": "shan", "曾": "zeng", "区": "ou", "仇": "qiu", "解": "xie", "翟": "zhai", "朴": "piao",
    "盖": "ge", "乐": "yue", "尹": "yin", "任": "ren", "缪": "miao", "尉": "wei", "长": "zhang", "万": "wan",
    "种": "chong", "折": "she", "重": "chong", "黑": "he", "秘": "bi", "繁": "po", "员": "yun", "贠": "yun",
    "冼": "xian", "逄": "pang", "覃": "qin", "牟": "mu", "么": "yao", "乜": "nie", "句": "gou", "宓": "mi",
    "应": "ying", "华": "hua", "纪": "ji", "车": "che", "佴": "nai", "隗": "wei", "郇": "xun", "谌": "chen",
    "洗": "xian", "晟": "cheng", "能": "nai", "祭": "zhai", "都": "du", "薄": "bo", "柏": "bai", "卜": "bu",
    "晁": "chao", "芮": "rui", "石": "shi", "沈": "shen", "宿": "su", "粘": "nian", "撒": "sa", "莘": "shen",
    "殷": "yin", "俞": "yu", "於": "yu", "臧": "zang", "訾": "zi", "不": "fou", "令": "ling",
}  # fmt: skip
_DOUBLE_SURNAMES = {
    "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun", "单于": "chan yu", "澹台": "tan tai",
    "令狐": "ling hu", "欧阳": "ou yang", "上官": "shang guan", "司马": "si ma", "夏侯": "xia hou",
    "诸葛": "zhu ge", "皇甫": "huang fu", "宇文": "yu wen", "慕容": "mu rong", "呼延": "hu yan",
    "鲜于": "xian yu", "南宫": "nan gong", "赫连": "he lian", "独孤": "du gu", "公孙": "gong sun",
    "轩辕": "xuan yuan", "端木": "duan mu", "百里": "bai li", "东方": "dong fang",
}  # fmt: skip

_SOUNDS_LIKE = {"𬱖": "頠"}  # pypinyin misreads the simplified form; the traditional one it knows

Reading = tuple[str, str]


@lru_cache(maxsize=65536)
def readings(text: str) -> tuple[Reading, ...]:
    """Every (initials, full pinyin) of a word, the surname's own first: 单秀英 -> (sxy, shanxiuying), (dxy, …)."""
    found = [_joined(_syllables(text))]
    if text[:2] in _DOUBLE_SURNAMES:
        found.insert(0, _joined([*_DOUBLE_SURNAMES[text[:2]].split(), *_syllables(text[2:])]))
    elif text[:1] in _SURNAMES and len(text) <= 4:
        found.insert(0, _joined([_SURNAMES[text[0]], *_syllables(text[1:])]))
    return tuple(dict.fromkeys(found))


def _joined(syllables: list[str]) -> Reading:
    return "".join(s[0] for s in syllables if s), "".join(syllables)


def _syllables(text: str) -> list[str]:
    spell = _speller()
    return [sound for character in text if (sound := spell(character))]


@cache
def _speller() -> Callable[[str], str]:
    """Character to pinyin. Loaded when first needed, without pypinyin's phrases: 0.5 s and 40 MB less."""
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, lazy_pinyin

    @cache
    def sound(character: str) -> str:
        return lazy_pinyin(_SOUNDS_LIKE.get(character, character), style=Style.NORMAL)[0].lower()

    return sound
