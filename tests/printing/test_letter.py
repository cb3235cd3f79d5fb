"""Letters: names become text that stays text, and the text becomes a page after GB/T 9704-2012 and the same .docx."""

from __future__ import annotations

import getpass
import io
import platform
import re
import time
import zipfile
from datetime import date
from decimal import Decimal
from itertools import pairwise

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import FileRefused, FormRefused
from desktop_app.paths import shipped
from desktop_app.printing.fill import FormData
from desktop_app.printing.letter import LetterTemplate, fill_letter
from desktop_app.printing.letter_flow import TextLine, flow
from desktop_app.printing.letter_lines import FANG, PITCH, WIDE, Run, set_lines
from desktop_app.printing.letter_page import letter_pages, paint_letter
from desktop_app.printing.letter_setting import Paragraph, set_letter
from desktop_app.printing.letter_text import Kind, read_letter
from desktop_app.printing.letter_title import balanced
from desktop_app.printing.letter_word import save_letter
from desktop_app.printing.official_numbers import amount_in_words, spaced_name

PEOPLE = [
    {"姓名": "周明霞", "职务": "主任", "出生": date(1980, 5, 6)},
    {"姓名": "李兰", "职务": "副主任", "出生": None},
    {"姓名": "欧阳丽华", "职务": "", "出生": date(1985, 11, 20)},
]
REQUEST = """【文号】江纺工〔2026〕5号
【签发人】陈静
# 江州纺织有限责任公司工会关于第三届女职工委员会换届选举的请示
【主送】江州市总工会
第二届女职工委员会任期届满，拟于2026年3月6日召开女职工大会。
## 一、基本情况
### （一）人数
女职工683人，占53.1%。
当否，请批示。
【附件】候选人名册
【附件】工作报告
【署名】江州纺织有限责任公司工会委员会
【日期】2026年2月9日
【附注】联系人：李兰，电话：0510-12345678
"""


def filled(tmp_path, text, singles=None, lists=None, **options):
    path = tmp_path / "letter.md"
    path.write_text(text, "utf-8")
    data = FormData(singles or {}, {"委员": PEOPLE} if lists is None else lists)
    return fill_letter(LetterTemplate.load(path), data, **options).rstrip("\n")


def pdf(text):
    stream = io.BytesIO()
    paint_letter(text, stream, title="请示", author="江州纺织工会", outline="请示")
    return stream.getvalue()


def word(text):
    stream = io.BytesIO()
    save_letter(text, stream, title="请示", author="江州纺织工会")
    return stream.getvalue()


def pages(text):
    with pypdfium2.PdfDocument(pdf(text)) as document:
        return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in document]


def word_text(text):
    document = docx.Document(io.BytesIO(word(text)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return re.sub(r"\s", "", "".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))


def lines_of(text, first=2):
    lines = set_lines((Run(text),), first=first * PITCH)
    return ["".join(segment.text for segment in line.segments) for line in lines]


class TestFilling:
    def test_names_dates_amounts_and_joined_names(self, tmp_path):
        text = "于{{届次.起}}（{{届次.起|yyyy年m月}}）支出{{合同.金额|大写}}，委员：{{委员.姓名|、}}。"
        singles = {"届次.起": date(2026, 3, 8), "合同.金额": Decimal("12000")}
        assert filled(tmp_path, text, singles) == (
            "于2026年3月8日（2026年3月）支出人民币壹万贰仟元整，委员：周明霞、李兰、欧阳丽华。"
        )

    def test_a_line_with_a_list_repeats_and_neighbours_repeat_together(self, tmp_path):
        text = "### {{委员.#}}. {{委员.姓名}}\n任{{委员.职务}}\n\n{{委员.姓名|姓名}}"
        assert filled(tmp_path, text).splitlines() == [
            *("### 1. 周明霞", "任主任", "### 2. 李兰", "任副主任", "### 3. 欧阳丽华", "任＿＿＿＿"),
            *("", "周明霞", "李　兰", "欧阳丽华"),
        ]

    def test_what_is_missing_is_a_place_to_write_and_in_a_table_an_empty_cell(self, tmp_path):
        text = "{{单位.甲}}于{{单位.乙|yyyy年m月d日}}\n| {{委员.#}} | {{委员.姓名}} | {{委员.出生}} |"
        assert filled(tmp_path, text).splitlines() == [
            *("＿＿＿＿于＿＿年＿月＿日", "| 1 | 周明霞 | 1980年5月6日 |", "| 2 | 李兰 |  |"),
            "| 3 | 欧阳丽华 | 1985年11月20日 |",
        ]
        blank = filled(tmp_path, text, {"单位.甲": "有"}, blank=True, blank_rows=2).splitlines()
        assert blank == ["＿＿＿＿于＿＿年＿月＿日", "| 1 |  |  |", "| 2 |  |  |"]

    def test_a_table_without_records_keeps_a_row_and_a_paragraph_goes(self, tmp_path):
        assert filled(tmp_path, "{{委员.姓名}}\n\n| {{委员.姓名}} |", lists={"委员": ()}).strip() == "|  |"

    def test_an_optional_line_goes_when_a_name_has_no_value(self, tmp_path):
        text = "？【文号】{{单位.号}}\n？{{委员.姓名}}：{{委员.职务}}"
        assert filled(tmp_path, text) == "周明霞：主任\n李兰：副主任"
        assert filled(tmp_path, text, {"单位.号": "5号"}).startswith("【文号】5号\n")

    def test_a_value_with_line_breaks_becomes_paragraphs_and_lines_in_a_cell(self, tmp_path):
        text = filled(tmp_path, "【附件】{{甲}}\n{{甲}}\n| {{甲}} |", {"甲": "一\n\n二"})
        assert text.splitlines() == ["【附件】一", "【附件】二", "一", "二", "| 一\\n二 |"]
        assert read_letter(text)[-1].rows == (("一\n二",),)

    @settings(max_examples=150, deadline=None)
    @given(value=st.text(st.sampled_from("#【】|？\\n主送 甲{}\n－-:"), min_size=1, max_size=12))
    def test_no_value_ever_becomes_structure(self, value, tmp_path_factory):
        folder = tmp_path_factory.mktemp("letter")
        template = "{{甲}}\n【主送】{{甲}}\n# {{甲}}\n| {{甲}} | 乙 |"
        parts = read_letter(filled(folder, template, {"甲": value}))
        kinds = {Kind.BODY, Kind.RECIPIENT, Kind.TITLE, Kind.TABLE}
        assert {part.kind for part in parts} <= kinds
        wanted = [line.strip() for line in value.split("\n") if line.strip()] or ["＿＿＿＿"]
        assert [part.text for part in parts if part.kind is Kind.BODY] == wanted
        assert len(parts[-1].rows[0]) == 2

    def test_an_unknown_mark_and_a_text_of_another_encoding_are_refused(self, tmp_path):
        with pytest.raises(FormRefused, match="抄送人"):
            filled(tmp_path, "【抄送人】某某")
        assert filled(tmp_path, "\\【抄送人】某某") == "\\【抄送人】某某"
        (tmp_path / "gbk.md").write_bytes("请示".encode("gb18030"))
        with pytest.raises(FileRefused, match="UTF-8"):
            LetterTemplate.load(tmp_path / "gbk.md")


class TestLines:
    def test_twenty_eight_characters_fill_a_line_and_twenty_two_lines_a_page(self):
        assert [len(line) for line in lines_of("汉" * 100)] == [26, 28, 28, 18]
        assert len(pages("\n".join(["汉字"] * 22))) == 1
        assert len(pages("\n".join(["汉字"] * 23))) == 2

    @pytest.mark.parametrize("mark", "，。、；：？！）》”〕")
    @pytest.mark.parametrize("count", [27, 28, 29])
    def test_no_mark_begins_a_line(self, mark, count):
        for text in ("汉" * count + mark + "字" * 40, "汉" * 10 + "，" + "汉" * (count - 11) + mark + "）" + "字" * 40):
            lines = lines_of(text, first=0)
            assert "".join(lines) == text
            assert all(line[0] not in mark + "）" for line in lines)

    @pytest.mark.parametrize("mark", "（《“〔")
    def test_no_opening_mark_ends_a_line(self, mark):
        for count in (26, 27, 28):
            assert all(line[-1] != mark for line in lines_of("汉" * count + mark + "字" * 40, first=0)[:-1])

    def test_numbers_are_not_torn(self):
        for count in range(20, 29):
            lines = lines_of("汉" * count + "2026年12月31日至12608.50元" + "字" * 9, first=0)
            assert not any(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(lines))
            assert sum("12608.50" in line for line in lines) == 1

    @settings(max_examples=150, deadline=None)
    @given(st.text(st.sampled_from("汉字（）《》“”，。、：—…2026年%abc "), max_size=160))
    def test_every_line_keeps_to_the_room_and_nothing_is_lost(self, text):
        lines = set_lines((Run(text, FANG),), first=2 * PITCH)
        drawn = "".join(segment.text for line in lines for segment in line.segments)
        assert drawn.replace(" ", "") == text.replace(" ", "")
        for line in lines[:-1]:
            last = line.segments[-1]
            assert last.x <= WIDE + 0.1

    def test_long_titles_are_balanced_and_tear_no_word(self):
        title = "江州纺织有限责任公司工会关于第三届女职工委员会换届选举的请示"
        lines = balanced(title, 19)
        assert "".join(lines) == title
        assert len(lines) == 2 and min(map(len, lines)) >= 10
        assert balanced("女职工权益保护专项集体合同", 11) == ("女职工权益保护", "专项集体合同")
        assert min(map(len, balanced("关于" + "报" * 18, 19))) > 1


class TestPages:
    def test_the_parts_of_a_request_stand_where_the_standard_puts_them(self):
        letter = set_letter(REQUEST)
        by_start = {part.text[:3]: part for part in reversed(letter.body) if isinstance(part, Paragraph)}
        assert by_start["江纺工"].left == 1 and by_start["江纺工"].stops == ((27.0, "right"),)
        assert by_start["江州纺"].runs[0].font == "方正小标宋简体"
        assert "\n" in by_start["江州纺"].text and by_start["江州纺"].before == 2
        assert by_start["江州市"].text.endswith("：") and by_start["江州市"].before == 1
        assert by_start["（联系"].first == 2
        date_line = by_start["202"]
        assert date_line.align == "right" and date_line.right >= 4
        order = "".join(pages(REQUEST))
        assert [
            order.index(word) for word in ("签发人", "请示", "江州市总", "附件：1.", "2.工作", "2026年2月9日")
        ] == sorted(order.index(word) for word in ("签发人", "请示", "江州市总", "附件：1.", "2.工作", "2026年2月9日"))
        assert order.endswith("—1—")

    @pytest.mark.parametrize("count", range(12, 24))
    def test_the_signature_takes_two_lines_of_text_along(self, count):
        text = "\n".join(["一行正文。"] * count) + "\n【署名】江州纺织工会\n【日期】2026年2月9日"
        last = flow(set_letter(text).body)[-1]
        texts = [
            "".join(s.text for s in item.drawn.line.segments) for _, item in last if isinstance(item.drawn, TextLine)
        ]
        assert texts[-2:] == ["江州纺织工会", "2026年2月9日"]
        assert len(texts) >= 4

    @pytest.mark.parametrize("count", range(17, 23))
    def test_no_last_line_and_no_heading_stands_alone(self, count):
        text = "\n".join([*["一行。"] * count, "## 一、标题", "字" * 60, "字" * 90])
        for page in flow(set_letter(text).body):
            texts = ["".join(s.text for s in item.drawn.line.segments) for _, item in page]
            assert texts[-1] != "一、标题"
            assert len(texts[0]) != 60 + 2 - 54

    def test_a_table_repeats_its_head_and_loses_nothing(self):
        rows = [f"| {n} | 周明霞 | {'办实事十二件。' * (n % 5)} |" for n in range(1, 60)]
        found = pages("\n".join(["| 序号 | 姓名 | 事迹 |", "|---|---|---|", *rows]))
        assert len(found) > 2
        assert all(page.startswith("序号姓名事迹") for page in found)
        assert "".join(found).count("周明霞") == 59

    def test_a_cell_longer_than_a_page_goes_on(self):
        story = "".join(f"第{n}件。" for n in range(900))
        found = "".join(re.sub("—\\d+—$", "", page) for page in pages(f"| {story} |"))
        assert found == story

    def test_a_cover_bears_no_number(self):
        text = "【封面】\n# 专项集体合同\n甲方：江州纺织有限责任公司\n【日期】2026年3月8日\n【换页】\n"
        text += "第一条　正文。\n【换页】\n【左】附件1\n# 清单"
        cover, first, second = pages(text)
        assert "—" not in cover and "甲方" in cover
        assert first.endswith("—1—") and second.endswith("—2—") and second.startswith("附件1清单")
        assert letter_pages(text) == 3

    def test_a_character_no_font_has_names_its_paragraph(self):
        with pytest.raises(FormRefused, match="本单位"):
            pdf("本单位名称为\U0003fffd公司")


class TestFiles:
    def test_both_files_hold_the_same_words(self):
        in_pdf = re.sub("—\\d+—", "", "".join(pages(REQUEST)))
        assert word_text(REQUEST) == in_pdf

    def test_same_bytes_each_time_and_no_trace_of_the_pc(self):
        traces = (getpass.getuser().encode(), platform.node().encode())
        for make in (pdf, word):
            content = make(REQUEST)
            assert content == make(REQUEST)
            assert not any(name in content for name in traces if len(name) > 4)
        with pypdfium2.PdfDocument(pdf(REQUEST)) as document:
            told = document.get_metadata_dict()
        assert (told["Title"], told["Author"]) == ("请示", "江州纺织工会")

    def test_the_word_file_says_the_standards_page_fonts_and_numbers(self):
        with zipfile.ZipFile(io.BytesIO(word(REQUEST))) as archive:
            parts = {name: archive.read(name).decode() for name in archive.namelist()}
        page = parts["word/document.xml"]
        assert 'w:type="linesAndChars" w:linePitch="579"' in page and 'w:top="2098"' in page
        for font in ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"):
            assert f'w:eastAsia="{font}"' in page
        assert "Times" not in "".join(parts.values())
        assert "PAGE" in parts["word/footer1.xml"] and "<w:evenAndOddHeaders/>" in parts["word/settings.xml"]
        document = docx.Document(io.BytesIO(word(REQUEST)))
        assert document.core_properties.author == document.core_properties.last_modified_by == "江州纺织工会"

    def test_a_failed_letter_leaves_the_old_file(self, tmp_path):
        target = tmp_path / "请示.pdf"
        target.write_bytes(b"old")
        with pytest.raises(FormRefused):
            paint_letter("\U0003fffd", target, title="", author="")
        assert target.read_bytes() == b"old"
        assert list(tmp_path.iterdir()) == [target]

    def test_every_letter_shipped_prints_blank(self):
        for path in sorted(shipped("forms").rglob("letter*.md")):
            text = fill_letter(LetterTemplate.load(path), FormData(), blank=True)
            assert word_text(text)
            assert "{{" not in "".join(pages(text))

    def test_a_letter_takes_a_blink(self):
        pdf(REQUEST)
        start = time.perf_counter()
        for _ in range(5):
            pdf(REQUEST)
            word(REQUEST)
        assert (time.perf_counter() - start) / 5 < 0.12  # 15 ms by itself; the margin is for a busy machine


class TestNumbers:
    @pytest.mark.parametrize(
        ("amount", "words"),
        [  # the examples of 《支付结算办法》附一, then zeros in every place
            ("1409.50", "壹仟肆佰零玖元伍角"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("12000", "壹万贰仟元整"),
            ("0", "零元整"),
            ("0.05", "伍分"),
            ("0.5", "伍角"),
            ("10", "壹拾元整"),
            ("100000", "壹拾万元整"),
            ("107000.53", "壹拾万零柒仟元伍角叁分"),
            ("10001000", "壹仟万零壹仟元整"),
            ("100000001", "壹亿零壹元整"),
            ("1000100000000", "壹万零壹亿元整"),
            ("1.005", "壹元零壹分"),
            ("-3", "负叁元整"),
        ],
    )
    def test_amounts_in_words(self, amount, words):
        assert amount_in_words(Decimal(amount)) == "人民币" + words

    @given(st.integers(0, 10**18 - 1))
    def test_words_say_the_amount_again(self, fen):
        words = amount_in_words(Decimal(fen) / 100).removeprefix("人民币")
        assert "零零" not in words and "零元" not in words.removeprefix("零元整")
        assert _fen(words) == fen

    def test_no_amount_is_refused(self):
        for amount in ("NaN", "1E16"):
            with pytest.raises(FormRefused):
                amount_in_words(Decimal(amount))

    def test_names_of_two_characters_are_spaced(self):
        assert [spaced_name(name) for name in ("张三", "欧阳华", "𬀩敏", "Li", "")] == [
            "张　三",
            "欧阳华",
            "𬀩　敏",
            "Li",
            "",
        ]


def _fen(words):
    """An amount read back by another way: the value of each unit is gathered from the left."""
    total = yi = section = digit = 0
    for character in words:
        if character in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(character)
        elif character in "拾佰仟":
            section, digit = section + digit * 10 ** ("拾佰仟".index(character) + 1), 0
        elif character == "万":
            yi, section, digit = yi + (section + digit) * 10**4, 0, 0
        elif character == "亿":
            total, yi, section, digit = (yi + section + digit) * 10**8, 0, 0, 0
        elif character == "元":
            total, section, yi, digit = (total + yi + section + digit) * 100, 0, 0, 0
        elif character == "角":
            total, digit = total + digit * 10, 0
        elif character == "分":
            total, digit = total + digit, 0
    return total
