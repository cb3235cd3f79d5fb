"""A request to print, and what stands on the paper it becomes."""

from __future__ import annotations

import io
import re

import docx
import pypdfium2

from desktop_app.printing.letters.page import paint_letter
from desktop_app.printing.letters.word import save_letter

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
