"""What the cells of a column say about the field they belong to, whatever the head calls it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from desktop_app.errors import Rejected
from desktop_app.exchange.sheets import Cell
from desktop_app.records import reading
from desktop_app.records.fields import Choice, Choices, Day, IdNumber, Kind, Measure, Number, Phone, Text, Time, YesNo

# 百家姓 in common use; a column of names shows them.
_SURNAMES = set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑罗梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖"
    "贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹"
    "申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓"
    "古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
    "官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相"
    "初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
    "上官司马欧阳诸葛东方皇甫尉迟公孙慕容长孙"
)
_PERSON = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}|[\u3400-\u9fff]{1,10}[·•．][\u3400-\u9fff·•．]{1,12}")
_ID_LIKE = re.compile(r"['’]?\d{14,17}[\dXx]")
_DATE_LIKE = re.compile(r"(?:19|20)\d{2}\s*[-./年]\s*\d{1,2}.*|\d{1,2}月\d{1,2}日?")
SAMPLE = 60


def sample(column: Iterable[Cell]) -> list[Cell]:
    """Up to 60 filled cells, enough to know a column by."""
    found = []
    for cell in column:
        if cell != "":
            found.append(cell)
            if len(found) == SAMPLE:
                break
    return found


def fit(kind: Kind, is_name: bool, cells: Sequence[Cell], on: date) -> float | None:
    """The share of sampled cells that look like ``kind``; None where content says nothing about it."""
    if not cells:
        return None
    if isinstance(kind, IdNumber):
        return _share(cells, _is_id)
    if isinstance(kind, Choice):
        listed = _share(cells, lambda cell: _is_listed(kind, cell))
        return listed if listed >= 0.5 or not kind.open else None
    if isinstance(kind, Phone | Day | Time | YesNo | Number | Measure):
        return _share(cells, lambda cell: _reads(kind, cell, on) and not _is_id(cell))
    if is_name:
        return _share(cells, is_person_name)
    if isinstance(kind, Text):
        return 0.0 if _share(cells, _is_no_prose) > 0.8 else None
    return None


def is_person_name(cell: Cell) -> bool:
    """Two to four characters beginning with a surname, or a name parted by ·."""
    text = reading.plain(cell).replace(" ", "") if isinstance(cell, str) else ""
    return _PERSON.fullmatch(text) is not None and ("·" in text or text[0] in _SURNAMES)


def _share(cells: Sequence[Cell], holds: Callable[[Cell], bool]) -> float:
    return sum(map(holds, cells)) / len(cells)


def _is_id(cell: Cell) -> bool:
    if reading.lost_digits(cell):
        return True
    return _ID_LIKE.fullmatch(reading.plain(reading.cell_text(cell)).replace(" ", "")) is not None


def _is_no_prose(cell: Cell) -> bool:
    if not isinstance(cell, str):
        return not isinstance(cell, int | float)
    text = reading.plain(cell)
    return bool(_ID_LIKE.fullmatch(text) or _DATE_LIKE.fullmatch(text) or re.fullmatch(r"1[3-9]\d{9}", text))


def _is_listed(kind: Choice, cell: Cell) -> bool:
    text = reading.plain(reading.cell_text(cell))
    words = re.split(r"[、,;/\s]+", text) if isinstance(kind, Choices) else [text]
    return any(word in kind.options or word in kind.aliases for word in words)


def _reads(kind: Kind, cell: Cell, on: date) -> bool:
    try:
        return kind.read(cell, on) is not None
    except Rejected:
        return False
