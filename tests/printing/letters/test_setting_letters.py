"""The text becomes lines and pages after GB/T 9704-2012."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import FormRefused
from desktop_app.printing.letters.flow import TextLine, flow
from desktop_app.printing.letters.lines import FANG, PITCH, WIDE, Run, set_lines
from desktop_app.printing.letters.page import letter_pages
from desktop_app.printing.letters.setting import Paragraph, set_letter
from desktop_app.printing.letters.titles import balanced
from tests.printing.letters.samples import REQUEST, pages, pdf

# What may close a letter: each stays together, and never stands alone on a page.
CLOSINGS = (
    "特此报告。\n【附件】统计表\n【署名】江州纺织工会\n【日期】2026年2月9日\n【附注】联系人：李兰",
    "妥否，请批示。\n【日期】2026年2月9日\n【附注】" + "联系人：李兰，电话：0510-12345678；" * 3,
    "【署名】江州纺织有限责任公司\n【署名】江州纺织工会\n【日期】2026年2月9日",
    "【签字】甲方（盖章）：　　乙方（盖章）：\n【签字】首席代表（签字）：　　首席代表（签字）：",
    "【签字】甲方江州纺织有限责任公司（盖章）：　　乙方江州纺织有限责任公司工会（盖章）：\n【签字】日期：",
    "【签字】首席代表（签字）：\n【署名】江州纺织工会\n【日期】2026年2月9日",
)


def texts_of(page):
    drawn = [item.drawn for _, item in page if isinstance(item.drawn, TextLine)]
    return ["".join(segment.text for segment in each.line.segments) for each in drawn]


def lines_of(text, first=2):
    lines = set_lines((Run(text),), first=first * PITCH)
    return ["".join(segment.text for segment in line.segments) for line in lines]


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

    @pytest.mark.parametrize("closing", CLOSINGS)
    @pytest.mark.parametrize("text", ["一行正文。\n", "正文" * 40 + "\n"])
    @pytest.mark.parametrize("count", range(24))
    def test_a_closing_is_whole_and_takes_two_lines_of_text_along(self, count, text, closing):
        last = texts_of(flow(set_letter("一行正文。\n" * count + text * 3 + closing).body)[-1])
        said = texts_of(flow(set_letter(closing).body)[-1])
        assert last[-len(said) :] == said
        before = last[: -len(said)]
        assert len(before) >= 2 and all("正文" in line for line in before)

    def test_a_closing_takes_rows_of_a_table_along(self):
        table = "| 序号 | 姓名 |\n|---|---|\n" + "| 1 | 周明霞 |\n" * 60
        last = flow(set_letter(table + "【署名】江州纺织工会").body)[-1]
        assert texts_of(last) == ["江州纺织工会"]
        assert len(last) >= 4  # the head and two rows

    def test_a_closing_longer_than_a_page_goes_on(self):
        shown = flow(set_letter("正文\n" + "【签字】签字：\n" * 30).body)
        assert [len(page) for page in shown] == [11, 11, 9]

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
