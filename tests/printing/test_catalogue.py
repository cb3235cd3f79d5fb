"""The catalogue: every name means something, and no shipped template asks for another."""

from __future__ import annotations

import pytest

from desktop_app.errors import FormRefused
from desktop_app.printing import catalogue
from desktop_app.printing.form import Form, load_form, shipped_forms
from desktop_app.printing.letters.template import LetterTemplate
from desktop_app.printing.lint import lint
from desktop_app.printing.template import PLACEHOLDER, Template

FORMS = shipped_forms()
WAYS = [form.as_variant(name) for form in FORMS for name in form.variants or [""]]
# The 32 forms of the survey (BR-02 also comes as an annex of BR-01), the next ten, the letters of the contract.
CODES = """
    ZZ-01 ZZ-02 ZZ-03 ZZ-05 ZZ-09 ZZ-10 ZZ-11 ZZ-12 ZZ-13 ZZ-14 TJ-01 TJ-02
    HT-01 HT-02 HT-04 HT-05 HT-06 HT-07 HT-08 HT-09 HT-10 HT-11 HT-14 HT-16
    BR-01 BR-02 BR-03 BR-04 BR-05 BR-07 HD-01 BH-03 GL-01
    GL-02 GL-05 HT-15 BR-08 BR-09 ZZ-16 ZZ-07 WQ-01 HD-02 HD-04 BH-06
    HT-17 HT-18 HT-20 HT-21 HT-22 HT-23 HT-24 HT-25 HT-26
"""


def test_every_form_of_the_survey_is_shipped_once():
    assert sorted(form.code for form in FORMS) == sorted(CODES.split())


@pytest.mark.parametrize("form", WAYS, ids=lambda form: f"{form.code} {form.variant}".strip())
def test_a_shipped_form_names_nothing_unknown(form: Form):
    known = set(catalogue.names())
    lists = catalogue.list_names()
    template = LetterTemplate.load(form.template_path) if form.is_letter else Template.of(form)
    assert catalogue.unknown(template.names()) == []
    assert set(form.summary) <= known
    assert set(form.needs) <= known | lists
    assert set(form.min_rows) <= lists
    assert form.data in {"", *lists}


@pytest.mark.parametrize("form", WAYS, ids=lambda form: f"{form.code} {form.variant}".strip())
def test_a_shipped_template_has_nothing_to_mend(form: Form):
    assert lint(form.template_path, catalogue.names()) == []


def test_every_name_can_be_written_in_a_template_and_has_a_meaning():
    for name, entry in catalogue.names().items():
        assert PLACEHOLDER.fullmatch("{{" + name + "}}"), name
        assert entry.meaning and entry.kind.label in name


def test_codes_and_personal_values_are_told_apart():
    names = catalogue.names()
    assert names["女职工.身份证号"].is_code and names["女职工.身份证号"].is_sensitive
    assert names["单位.统一社会信用代码"].is_code and not names["单位.统一社会信用代码"].is_sensitive
    assert not names["女职工.姓名"].is_code
    # A member's own fields and those of the person in the seat stand side by side.
    assert names["委员.女职工委员会职务"].record_type.kind == "committee_member"
    assert names["委员.政治面貌"].record_type.kind == "person"


def test_the_56_indicators_are_complete():
    numbers = {name[3:5] for name in catalogue.names() if name.startswith("统计.")}
    assert numbers == {f"{number:02}" for number in range(1, 57)}


def test_unknown_names_are_told_but_running_numbers_are_known():
    assert catalogue.unknown({"单位.名称", "委员.#", "单位.#", "单位.__class__", "没有.这个"}) == [
        "单位.#",
        "单位.__class__",
        "没有.这个",
    ]


def test_a_faulty_form_description_is_refused_in_a_sentence(tmp_path):
    said = 'code = "X"\ntitle = "甲"\narea = "乙"\nsource = "通用样式"\norientation = "portrait"\n'
    for text, part in (
        ("code =", "写得不对"),
        ('code = "X"', "缺少"),
        (said + "colour = 1", "colour"),
        (said + 'period = "week"', "period"),
    ):
        (tmp_path / "form.toml").write_text(text, "utf-8")
        with pytest.raises(FormRefused, match=part):
            load_form(tmp_path)
    with pytest.raises(FormRefused, match="找不到"):
        load_form(tmp_path / "没有")
