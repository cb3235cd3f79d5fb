"""The numbers of the rules: every file sound, a province's value wins for that province and nowhere else."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.paths import resource
from desktop_app.records import wording
from desktop_app.rules.parameters import NATIONAL, OWN
from desktop_app.services.rulebook import known_provinces, rules_of

NATIONAL_FILE = tomllib.loads(resource("rules", "national.toml").read_text("utf-8"))
FILES = sorted(resource("rules", "provinces").glob("*.toml"))
TABLES = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in FILES}
LEVELS = {"L1", "L2", "L3", "L4", "L5", "L6"}
STATUSES = {"confirmed", "unverified"}
OVERRIDES = [
    (table["name"], name, {**table, **given})
    for table in TABLES.values()
    for name, given in table["parameters"].items()
]
CONFIRMED = [each for each in OVERRIDES if each[2]["status"] == "confirmed"]
DOUBTED = [each for each in OVERRIDES if each[2]["status"] != "confirmed"]


@pytest.mark.parametrize("name", NATIONAL_FILE)
def test_every_national_parameter_says_its_level_and_source_or_why_there_is_none(name):
    table = NATIONAL_FILE[name]
    assert table["level"] in LEVELS
    assert table["status"] in STATUSES
    assert isinstance(table["checked_on"], date)
    assert table.get("source") or table.get("note")
    assert table["label"] and table["group"]
    if "options" in table and "value" in table:
        assert table["value"] in table["options"]


@pytest.mark.parametrize("stem", TABLES)
def test_every_province_file_overrides_what_exists_nationally(stem):
    table = TABLES[stem]
    assert table["name"] in wording.PROVINCES
    assert set(table["parameters"]) <= set(NATIONAL_FILE)
    for name, each in table["parameters"].items():
        merged = {**table, **each}
        assert merged["level"] in LEVELS
        assert merged["status"] in STATUSES
        assert merged["source"]
        assert isinstance(merged["checked_on"], date)
        assert "value" in merged or merged["note"]
        options = NATIONAL_FILE[name].get("options")
        assert not options or merged.get("value") in options
        if merged["status"] == "unverified":
            assert merged["note"]


def test_every_province_is_known_and_has_one_file():
    assert sorted(known_provinces()) == sorted(table["name"] for table in TABLES.values())
    assert len(set(known_provinces())) == len(FILES) == 31


# The comparison table of the local collective-contract regulations, article by article.
@pytest.mark.parametrize(
    ("province", "name", "shown", "article"),
    [
        ("北京", "reply", "20日", "集体合同规定第三十二条"),
        ("北京", "delegates_maximum", "10人", "第七条"),
        ("北京", "women_delegates", "一般应当有", "办法第二十条"),
        ("北京", "suspension_cap", "60日", "第三十七条"),
        ("北京", "term_usual", "3年", "第三十六条"),
        ("北京", "performance_report", "1次/年", "第四十一条"),
        ("北京", "rescission_report", "10日", "第四十八条"),
        ("北京", "committee_threshold", "25人", "第九条"),
        ("北京", "committee_counting", "女职工", "第九条"),
        ("北京", "single_member_required", "应当", "第九条"),
        ("上海", "reply", "15日", "第十五条"),
        ("上海", "delegates_balance", "企业方不多于职工方", "第六条"),
        ("上海", "women_delegates", "建有女职工委员会的应当有", "第七条"),
        ("上海", "delegates_chosen", "15日", "第十七条"),
        ("上海", "signing", "表决前", "第二十二条"),
        ("上海", "filing_from", "书面告知", "第二十三条"),
        ("上海", "filing", "10日", "集体合同规定第四十二条"),
        ("上海", "congress_report", "7工作日", "上海市职工代表大会条例（2017修正）第三十七条"),
        ("上海", "committee_threshold", "25人", "第十三条"),
        ("上海", "committee_counting", "女会员", "第十三条"),
        ("上海", "extended_leave", "60天", "第三十一条"),
        ("上海", "paternity_leave", "10天", "第三十一条"),
        ("上海", "parental_leave", "5天/年", "第三十一条"),
        ("上海", "nursing_leave_pay", "80%", "第四十五条"),
        ("浙江", "reply", "10工作日", "第七条"),
        ("浙江", "delegates_minimum_large", "5人", "第十条"),
        ("浙江", "session_notice", "7日", "第十六条"),
        ("浙江", "suspension_cap", "60日", "浙江省企业民主管理条例第二十九条"),
        ("浙江", "congress_submission", "15工作日", "第二十四条"),
        ("浙江", "resubmission", "5工作日", "第二十四条"),
        ("浙江", "majority", "过半数", "第二十四条"),
        ("浙江", "filing_copies", "5份", "第三十四条"),
        ("浙江", "publication", "5工作日", "第三十五条"),
        ("浙江", "performance_report", "1次/年", "第三十七条"),
        ("浙江", "renewal", "90日", "第三十条"),
        ("浙江", "rescission_report", "5工作日", "第三十三条"),
        ("浙江", "congress_women", "不低于", "浙江省企业民主管理条例第十一条"),
        ("浙江", "supervision_reply", "15工作日", "第二十二条"),
        ("浙江", "extended_leave_more", "90天", "第二十二条"),
        ("重庆", "reply", "20日", "集体合同规定第三十二条"),
        ("重庆", "delegates_maximum", "15人", "第八条"),
        ("重庆", "union_staff_barred", "是", "第九条"),
        ("重庆", "women_delegates", "女职工占五分之一以上的应当有", "第十条"),
        ("重庆", "materials_notice", "10日", "第二十条"),
        ("重庆", "suspension_cap", "30日", "第二十二条"),
        ("重庆", "publication", "10日", "第二十九条"),
        ("重庆", "mediation", "60日", "第四十八条"),
        ("重庆", "mediation_extension", "30日", "第四十八条"),
        ("河南", "reply", "15日", "第九条"),
        ("河南", "delegates_maximum", "10人", "第十条"),
        ("河南", "filing", "7日", "第十六条"),
        ("河南", "filing_union", "是", "第十六条"),
        ("河南", "publication", "10日", "第十九条"),
        ("河南", "renewal", "60日", "第二十条"),
        ("河南", "gynaecology_checks", "0.5次/年", "第十六条"),
        ("山西", "hygiene_fee", "30元/人·月", "第十条"),
        ("山西", "gynaecology_checks", "1次/年", "第八条"),
        ("山西", "standing_rest", "20分钟", "第十一条"),
        ("山西", "pregnant_rest", "60分钟", "第十三条"),
        ("安徽", "caesarean_as_dystocia", "是", "安徽省女职工劳动保护特别规定"),
        ("安徽", "very_late_miscarriage_leave", "98天", "安徽省女职工劳动保护特别规定"),
        ("广东", "extended_leave", "80天", "第三十条"),
        ("广东", "paternity_leave", "15天", "第三十条"),
        ("广东", "parental_leave", "10天/年", "第三十条"),
        ("广东", "hygiene_fee", "没有规定", "第八条"),
        ("福建", "hygiene_fee", "待核实（可能为 30元/人·月）", "待核实"),
        ("重庆", "extended_leave", "待核实（可能为 80天）", "待核实"),
        ("江苏", "hygiene_fee", "没有规定", "总工发〔2022〕5号第五条"),
    ],
)
def test_the_value_of_a_province_with_its_article(province, name, shown, article):
    parameter = rules_of(province)[name]
    assert parameter.shown == shown
    assert article in parameter.citation


@pytest.mark.parametrize("province", ["浙江", "重庆"])
def test_six_contents_are_mandatory_in_zhejiang_and_chongqing(province):
    assert rules_of(province)["mandatory_content"].value.split("、") == [
        "禁忌劳动",
        "教育培训",
        "四期保护",
        "定期健康检查",
        "生育待遇",
        "其他",
    ]


@pytest.mark.parametrize(
    ("province", "name", "doubt"),
    [
        ("河南", "reply", "是否已被新条例替代未核"),
        ("北京", "suspension_cap", "是否已被新条例替代未核"),
        ("上海", "reply", "未标修正年份"),
        ("山西", "hygiene_fee", "是否修订未核"),
        ("北京", "extended_leave", "凭记忆"),
        ("河南", "extended_leave", "旧文本"),
        ("浙江", "committee_threshold", "现行文本待核"),
    ],
)
def test_a_doubt_travels_with_the_value(province, name, doubt):
    assert doubt in rules_of(province)[name].citation


@given(st.sampled_from(CONFIRMED), st.sampled_from(known_provinces()))
def test_a_confirmed_local_value_wins_there_and_never_leaks(override, other):
    province, name, table = override
    here = rules_of(province)[name]
    assert (here.value, here.origin, here.level) == (table.get("value"), province, table["level"])
    if other != province and name not in next(t["parameters"] for t in TABLES.values() if t["name"] == other):
        assert rules_of(other)[name].origin == NATIONAL
    assert rules_of("")[name].origin == NATIONAL


@given(st.sampled_from(DOUBTED))
def test_what_nobody_confirmed_is_a_candidate_and_never_a_value(override):
    province, name, table = override
    here = rules_of(province)[name]
    assert here.value == rules_of("")[name].value
    assert here.candidate == table.get("value")
    assert here.value is not None or not here.is_confirmed
    assert "待核实" in here.citation


@given(st.sampled_from(known_provinces()), st.integers(1, 400))
def test_her_own_value_wins_over_the_province_and_says_so(province, value):
    own = [{"parameter": "hygiene_fee", "value": str(value), "source": "集团文件", "checked_on": None, "note": ""}]
    here = rules_of(province, own)["hygiene_fee"]
    assert (here.value, here.origin, here.is_confirmed) == (value, OWN, True)
    assert here.citation == "本单位：集团文件"
    assert rules_of(province)["hygiene_fee"].origin != OWN


def test_an_own_value_that_cannot_be_read_is_left_out_and_said():
    own = [{"parameter": "reply", "value": "尽快", "source": "", "checked_on": None, "note": ""}]
    book = rules_of("浙江", own)
    assert book["reply"].shown == "10工作日"
    assert "尽快" in book.faults[0]


@pytest.mark.parametrize("province", ["浙江省", "浙江", "内蒙古自治区", "新疆维吾尔自治区", "重庆市"])
def test_a_province_is_known_by_its_short_and_its_full_name(province):
    assert province.startswith(rules_of(province).province)
    assert rules_of(province).province
