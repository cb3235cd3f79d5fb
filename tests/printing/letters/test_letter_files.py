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
from desktop_app.printing.letters.page import paint_letter
from desktop_app.printing.letters.template import LetterTemplate, fill_letter
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
