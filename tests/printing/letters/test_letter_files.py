"""One letter as .pdf and .docx: the same words, the same bytes each time, in a blink."""

from __future__ import annotations

import getpass
import io
import platform
import re
import time
import zipfile

import docx
import pypdfium2
import pytest

from desktop_app.errors import FormRefused
from desktop_app.paths import shipped
from desktop_app.printing.fill import FormData
from desktop_app.printing.letters.filling import fill_letter
from desktop_app.printing.letters.page import paint_letter
from desktop_app.printing.letters.template import LetterTemplate
from tests.printing.letters.samples import REQUEST, pages, pdf, word, word_text


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
        assert parts.keys() == {
            *("[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml", "word/styles.xml"),
            *("word/_rels/document.xml.rels", "word/settings.xml", "word/footer1.xml", "word/footer2.xml"),
        }
        document = docx.Document(io.BytesIO(word(REQUEST)))
        assert document.core_properties.author == document.core_properties.last_modified_by == "江州纺织工会"

    def test_the_word_file_keeps_the_closing_together_with_its_last_text(self):
        closing = "妥否，请批示。\n【附件】名册\n【署名】工会\n【日期】2026年\n【附注】联系人\n【签字】甲方：　　乙方："
        shown = docx.Document(io.BytesIO(word("一行。\n二行。\n三行。\n" + closing))).paragraphs
        kept = [paragraph.text for paragraph in shown if paragraph.paragraph_format.keep_with_next]
        assert kept == ["二行。", "三行。", "妥否，请批示。", "附件：名册", "工会", "2026年", "（联系人）"]

    def test_the_word_file_has_its_cover_apart_and_its_tables_whole(self):
        table = "| 序号 | 姓名 |\n|---|---|\n| 1 | 周明霞 |\n"
        text = "【封面】专项集体合同\n甲方：江州纺织\n【换页】\n" + table + "【换页】\n" + table
        with zipfile.ZipFile(io.BytesIO(word(text))) as archive:
            page = archive.read("word/document.xml").decode()
        cover, _, body = page.partition("</w:sectPr>")
        assert "footerReference" not in cover and body.count("footerReference") == 2
        assert (body.count("<w:tblHeader/>"), body.count("<w:cantSplit/>")) == (2, 4)
        assert "</w:tbl><w:tbl>" not in body and body.count("<w:pageBreakBefore/>") == 1

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
