"""R24: what was agreed against the floor, as officers write it; R25: what a contract is silent about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.records import wording
from desktop_app.records.registry import record_type
from desktop_app.rules.floors import clause_findings
from desktop_app.rules.quantities import plain
from desktop_app.rules.quantity_kinds import KIND_OF
from desktop_app.rules.readings import amount_of, readings
from desktop_app.services.contract_text import library
from desktop_app.services.rulebook import known_provinces, rules_of
from desktop_app.services.topics import completed, findings, proposed, topics

CONTENTS = (
    "职工代表大会中女代表的比例与女职工所占比例相适应；孕期、哺乳期依法保护；按规定发放卫生费；弹性上下班；"
    "禁忌劳动岗位书面告知；定期健康检查；教育培训；生育津贴按规定支付。"
)
OWN = {"parameter": "hygiene_fee", "value": "30", "source": "省总工会通知", "checked_on": None, "note": ""}


def record(kind, **given):
    return dict.fromkeys(record_type(kind).fields) | {"id": 1} | given


def item(**given):
    return record("negotiation_item", **({"category": "其他", "outcome": "采纳"} | given))


def article(text, **given):
    return record("contract_clause", text=text, position=1, **given)


def found(province, items=(), clauses=(), own=(), rule="R24"):
    contract = record("negotiation", name="专项合同")
    said = clause_findings(items, clauses, contract, topics(), rules_of(province, list(own)))
    return [each for each in said if each.rule == rule]


# Words of officers, and what they promise.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("女职工卫生费每月不低于25元", {"hygiene_fee": 25}),
        ("卫生费每人每月二十五元", {"hygiene_fee": 25}),
        ("卫生费25元/人·月", {"hygiene_fee": 25}),
        ("每人每年发放卫生用品360元", {"hygiene_fee": 30}),
        ("卫生费每季度90元/人", {"hygiene_fee": 30}),
        ("产假90天", {"maternity_leave": 90}),
        ("产假九十八天", {"maternity_leave": 98}),
        ("产假：98天\n难产：15天", {"maternity_leave": 98, "dystocia_leave": 15}),
        ("女职工生育享受９８日产假", {"maternity_leave": 98}),
        (
            "享受98天产假，其中产前可以休假15天；难产的，增加产假15天；多胞胎每多生育1个婴儿，增加产假15天",
            {"maternity_leave": 98, "leave_before_birth": 15, "dystocia_leave": 15, "multiple_birth_leave": 15},
        ),
        (
            "怀孕未满4个月流产的，享受15天产假；怀孕满4个月流产的，享受42天产假",
            {"early_miscarriage_leave": 15, "late_miscarriage_leave": 42},
        ),
        ("流产假：不满四个月的10天，满四个月的30天", {"early_miscarriage_leave": 10, "late_miscarriage_leave": 30}),
        ("产假98天、陪产假10天、育儿假5天", {"maternity_leave": 98, "paternity_leave": 10, "parental_leave": 5}),
        ("男职工享受十天护理假", {"paternity_leave": 10}),
        ("子女3周岁前，每年给予夫妻双方各10天育儿假", {"parental_leave": 10}),
        ("除98天产假外，奖励产假60天", {"maternity_leave": 98, "extended_leave": 60}),
        ("产假98天+60天", {"maternity_leave": 158}),
        ("在国家规定产假98天基础上增加30天", {"maternity_leave": 98}),
        ("晚育增加产假30天", {}),
        ("产假期满后15日内返岗", {}),
        ("女职工产假期间的工资每月15日前发放", {}),
        ("独生子女父母住院护理假15天", {}),
        ("依法享受产假、陪产假，职工生日放假1天", {}),
        ("每两年一次妇科检查", {"gynaecology_checks": 0.5}),
        ("妇科、乳腺检查每年一次", {"gynaecology_checks": 1}),
        ("每半年组织一次妇科普查", {"gynaecology_checks": 2}),
        ("每年进行一次妇科检查，每两年一次两癌筛查", {"gynaecology_checks": 1}),
        ("哺乳时间每天30分钟", {"nursing_minutes": 30}),
        ("每天半小时哺乳时间", {"nursing_minutes": 30}),
        ("哺乳时间每天1小时", {"nursing_minutes": 60}),
        ("每天安排两次哺乳时间，每次30分钟", {"nursing_minutes": 60}),
        ("怀孕7个月以上的，每天安排不少于30分钟工间休息", {"pregnant_rest": 30}),
        ("怀孕未满3个月的，每日工间休息1小时", {"early_pregnancy_rest": 60}),
        ("连续站立4小时以上的，安排工间休息20分钟", {"standing_rest": 20}),
        ("痛经的凭证明休息1-2天", {"menstrual_rest": 1}),
        ("哺乳假工资按百分之八十发放", {"nursing_leave_pay": 80}),
        ("三八妇女节女职工放假半天", {"womens_day": 0.5}),
        ("产假期满恢复工作的，允许有一至两周逐步恢复原工作量", {"return_weeks": 1}),
        ("怀孕女职工产检按事假处理", {"antenatal_checks": 0}),
        ("产检时间不按事假处理", {}),
        ("哺乳期女职工可以安排夜班", {"no_overtime_nursing": 0}),
        ("哺乳期不安排加班、夜班", {}),
        ("女职工卫生费由每人每月20元提高到35元", {"hygiene_fee": 35}),
        ("女职工健康体检每两年一次（含妇科）", {"gynaecology_checks": 0.5}),
        ("哺乳时间上下午各30分钟", {"nursing_minutes": 60}),
        ("哺乳期内每日上班可迟到30分钟", {}),
        ("怀孕三个月内自然流产的，给予产假20天", {"early_miscarriage_leave": 20}),
        ("孕满28周终止妊娠享受98天产假", {"very_late_miscarriage_leave": 98}),
        ("三周岁以下子女每年5个工作日育儿假", {"parental_leave": 5}),
        # months are at most so many days: 3 of them 92, 5 of them 153
        ("产假3个月", {"maternity_leave": 92}),
        ("女职工享受三个月的产假", {"maternity_leave": 92}),
        ("产假：三个半月", {"maternity_leave": 108}),
        ("产假3个月零8天", {"maternity_leave": 100}),
        ("产假五个月", {"maternity_leave": 153}),
        ("产假期满后3个月内不安排夜班", {}),
        ("休完产假3个月后恢复夜班", {}),
        ("休满3个月产假后可以弹性返岗", {}),
        ("延长产假2个月", {"extended_leave": 62}),
        # from which month on
        ("对怀孕8个月以上的女职工不安排夜班", {"protected_month": 8}),
        ("女职工怀孕满八个月的，不延长劳动时间、不安排夜班", {"protected_month": 8}),
        ("孕8个月以上免夜班", {"protected_month": 8}),
        ("对怀孕32周以上的女职工不安排夜班", {"month_weeks": 32}),
        ("怀孕7个月以上的不安排夜班；怀孕8个月以上的不安排夜班并可在家休息", {"protected_month": 7}),
        ("怀孕8个月以上的，可以提前休假；怀孕3个月以上的不安排夜班", {"protected_month": 3}),
        ("怀孕满8个月可以提前休产假，免除夜班自怀孕7个月起", {}),
        # until which month
        ("哺乳期至婴儿满10个月", {"nursing_months": 10}),
        ("哺乳时间至10个月", {"nursing_months": 10}),
        ("对哺乳未满10个月婴儿的女职工不安排夜班", {"nursing_months": 10}),
        ("哺乳期为九个月", {"nursing_months": 9}),
        ("哺乳期为一年", {"nursing_months": 12}),
        (
            "婴儿6个月以内的，哺乳时间每天90分钟，6个月至1周岁的每天60分钟",
            {"nursing_minutes": 90, "nursing_months": 12},
        ),
        ("哺乳假至婴儿满6个月", {}),
        ("婴儿体弱的，哺乳期延长6个月", {}),
        ("哺乳期满1个月后恢复夜班", {}),
        ("三八放假2小时", {"womens_day": 0.25}),
        ("三八妇女节提前两小时下班", {"womens_day": 0.25}),
        ("三八妇女节放假半天（4小时）", {"womens_day": 0.5}),
        ("三八妇女节放假半天，组织活动2小时", {"womens_day": 0.5}),
        # dismissal
        ("公司可以在女职工哺乳期解除劳动合同", {"no_dismissal": 0}),
        ("甲方可在女职工孕期、产期、哺乳期辞退女职工", {"no_dismissal": 0}),
        ("女职工在孕期的，公司有权解除劳动合同", {"no_dismissal": 0}),
        ("女职工怀孕的，可以降低其工资", {"no_dismissal": 0}),
        ("女职工入职两年内怀孕的，视为自动离职", {"no_dismissal": 0}),
        ("公司不得在女职工哺乳期解除劳动合同", {}),
        ("甲方不可以在孕期、产期、哺乳期解除劳动合同", {}),
        ("女职工在孕期、产期、哺乳期严重违反规章制度的，甲方可以依法解除劳动合同", {}),
        ("三期女职工严重违纪的，公司可以依法解除", {}),
        ("除劳动合同法第三十九条外，甲方不得在三期内解除劳动合同；有第三十九条情形的可以解除", {}),
        ("孕期女职工经双方协商一致，可以解除劳动合同", {}),
        ("哺乳期满后，甲方可以终止劳动合同", {}),
        ("公司可以在哺乳期（孕期、产期）辞退女职工", {"no_dismissal": 0}),
        ("孕期女职工合同到期的，公司可以不续签", {"no_dismissal": 0}),
        ("孕期可以降低劳动强度", {}),
        ("哺乳期女职工可以要求终止夜班", {}),
        ("女职工怀孕期间自愿辞职的，可以解除劳动合同", {}),
        ("哺乳期结束后可以安排夜班", {}),
        ("怀孕未满7个月的可以安排夜班", {}),
        ("经双方协商一致，可以变更或者解除本合同", {}),
    ],
)
def test_what_officers_write_is_read(text, expected):
    assert {each.parameter: each.value for each in readings(text)} == expected


@pytest.mark.parametrize(
    ("parameter", "text", "value"),
    [
        ("hygiene_fee", "25", 25),
        ("hygiene_fee", "25元", 25),
        ("gynaecology_checks", "每两年一次", 0.5),
        ("nursing_minutes", "1小时", 60),
        ("nursing_minutes", "60", 60),
        ("maternity_leave", "3个月", 92),
        ("no_dismissal", "否", 0),
        ("no_dismissal", "是", 1),
        ("hygiene_fee", "按规定", None),
    ],
)
def test_a_value_typed_for_a_measure_is_read(parameter, text, value):
    assert amount_of(parameter, text) == value


@pytest.mark.parametrize(
    ("written", "read"),
    [("一百五十八天", "158天"), ("一个半小时", "1.5小时"), ("三八妇女节", "三八妇女节"), ("3月8日", "3月8日")],
)
def test_numbers_get_one_spelling(written, read):
    assert plain(written) == read


# The hygiene allowance: 山西省女职工劳动保护条例（2015） art. 10; 江苏 has none; an own rule of 30.
@pytest.mark.parametrize(
    "given",
    [
        {"category": "女职工卫生费", "quantity": "25元/人·月"},
        {"category": "女职工卫生费", "clause": "每人每月25元，随工资发放"},
        {"topic": "T10 卫生费（卫生用品）", "quantity": "每人每月二十五元"},
        {"measure": "卫生费（元/人·月）", "agreed_value": "25"},
        {"category": "其他", "clause": "女职工卫生费每月不低于25元"},
    ],
)
@pytest.mark.parametrize(
    ("province", "own", "source"),
    [("山西", (), "山西省女职工劳动保护条例（2015）第十条"), ("江苏", (OWN,), "本单位：省总工会通知")],
)
def test_25_yuan_is_an_error_where_30_are_asked_and_says_the_source(given, province, own, source):
    [finding] = found(province, [item(**given)], own=own)
    assert (finding.severity, finding.kind, finding.record_id) == ("error", "negotiation_item", 1)
    assert "25元/人·月" in finding.message and "30元/人·月" in finding.message
    assert finding.source.startswith(source)
    assert finding.field == next(name for name in ("agreed_value", "quantity", "clause") if name in given)


def test_25_yuan_is_nothing_where_no_amount_is_known():
    assert not found("江苏", [item(category="女职工卫生费", quantity="25元/人·月")])
    assert not found("广东", [item(category="女职工卫生费", quantity="25元/人·月")])  # art. 8: may be given, no amount
    assert not found("", [item(category="女职工卫生费", quantity="25元/人·月")])


def test_an_unconfirmed_floor_only_warns_and_says_so():
    [finding] = found("福建", [item(category="女职工卫生费", quantity="25元/人·月")])
    assert finding.severity == "warning"
    assert "待核实的30元/人·月" in finding.message
    assert finding.source.startswith("待核实")


@given(st.integers(1, 60))
def test_an_allowance_is_wrong_exactly_where_it_is_below_the_floor(yuan):
    errors = found("山西", [item(category="女职工卫生费", quantity=f"每人每月{yuan}元")])
    assert bool(errors) == (yuan < 30)


# 女职工劳动保护特别规定 arts. 7, 9 and the provinces' leaves.
@pytest.mark.parametrize(
    ("province", "text", "parts"),
    [
        ("", "产假90天", ("90天", "98天", "第七条")),
        ("", "难产的，增加产假10天", ("10天", "15天", "第七条")),
        ("", "怀孕满4个月流产的，享受30天产假", ("30天", "42天", "第七条")),
        ("", "哺乳时间每天30分钟", ("30分钟", "60分钟", "第九条")),
        ("上海", "男职工陪产假7天", ("7天", "10天", "第三十一条")),
        ("广东", "育儿假每年5天", ("5天/年", "10天/年", "第三十条")),
        ("浙江", "产假128天", ("128天", "158天", "第二十二条")),
        ("山西", "每两年一次妇科检查", ("每2年1次", "1次/年", "第八条")),
        ("上海", "哺乳假工资按70%发放", ("70%", "80%", "第四十五条")),
        ("", "三八妇女节放假0.2天", ("0.2天", "0.5天", "第三条")),
        ("", "产假3个月", ("3个月", "至多92天", "98天", "第七条")),
        ("浙江", "产假5个月", ("至多153天", "158天", "第二十二条")),
        ("", "对怀孕8个月以上的女职工不安排夜班", ("8个月", "7个月", "第六条")),
        ("", "哺乳期至婴儿满10个月", ("10个月", "12个月", "第九条")),
        ("", "公司可以在女职工哺乳期解除劳动合同", ("第五条", "劳动合同法第四十二条")),
        ("山西", "卫生费标准为每人每季度七十五元", ("“卫生费标准为每人每季度七十五元”", "25元/人·月", "第十条")),
    ],
)
def test_an_agreed_clause_below_the_floor_is_an_error(province, text, parts):
    for findings_ in (found(province, [item(clause=text)]), found(province, clauses=[article(text)])):
        [finding] = findings_
        assert finding.severity == "error"
        assert all(part in finding.message + finding.source for part in parts)


@pytest.mark.parametrize(
    ("province", "text"),
    [
        ("", "产假98天，难产增加15天，其中产前15天"),
        ("", "产假128天"),
        ("浙江", "产假158天"),
        ("", "每两年一次妇科检查"),
        ("河南", "每两年一次妇科检查"),
        ("", "陪产假5天"),
        ("山西", "卫生费每人每月30元"),
    ],
)
def test_at_or_above_the_floor_nothing_is_said(province, text):
    assert not found(province, [item(clause=text)])


def test_what_is_only_asked_or_offered_is_a_hint_and_what_is_dropped_is_nothing():
    [hint] = found("", [item(outcome="继续协商", ask="产假100天", answer="产假90天")])
    assert (hint.severity, hint.field) == ("hint", "answer")
    assert not found("", [item(outcome="未采纳", ask="产假90天", clause="产假90天")])


def test_a_no_where_the_law_says_yes_is_an_error():
    [finding] = found("", [item(measure="哺乳期不加班不夜班（是/否）", agreed_value="否")])
    assert finding.severity == "error"
    assert "第九条" in finding.source


def test_a_clause_made_of_a_wrong_item_is_not_said_twice():
    wrong = item(id=5, category="女职工卫生费", clause="卫生费每人每月25元")
    said = found("山西", [wrong], [article("卫生费每人每月25元", item_id=5)])
    assert [each.kind for each in said] == ["negotiation_item"]


def test_hours_off_on_womens_day_are_only_warned_of_because_a_day_of_eight_hours_is_ours():
    [finding] = found("", [item(clause="三八妇女节放假2小时")])
    assert finding.severity == "warning"
    assert "2小时，按每天8小时合0.25天" in finding.message


def test_weeks_of_pregnancy_are_only_a_hint_because_the_law_says_months():
    [finding] = found("", [item(clause="对怀孕32周以上的女职工不安排夜班")])
    assert (finding.severity, finding.level) == ("hint", "L5")


def test_a_tier_above_the_floor_in_another_sentence_is_no_fault():
    assert not found("", [item(clause="怀孕7个月以上不安排夜班。怀孕8个月以上的不安排夜班，另安排休息。")])


def test_a_suggestion_is_never_an_error():
    assert not [f for f in found("", [item(clause="每两年对本合同履行情况检查一次")]) if f.severity == "error"]


# An ordinary good contract, worded otherwise than ours.
ORDINARY = (
    "公司不得以结婚、怀孕、产假、哺乳为由降低女职工工资，不得单方解除劳动合同；严重违反规章制度的，依法处理。",
    "女职工在孕期、产期、哺乳期内劳动合同到期的，合同自动顺延至哺乳期（婴儿满一周岁）结束，期满后双方可以协商续订。",
    "产假按国家规定为98日（产前15日），难产、剖宫产者另加15日，双胞胎加15日；本省延长的假期另行计算，一并执行。",
    "怀孕不足四个月流产者，休15天；四个月以上流产者，休42天，均发给全额工资。",
    "怀孕七个月（含）以上者，免除夜班和加班，上班时间内每日给予两次工间休息，每次三十分钟。怀孕满八个月的，可申请提前休产假。",
    "孩子满一周岁前，每个工作日给予一小时喂奶时间（可分两次，每次三十分钟），往返路途时间另计；双胞胎为两小时。",
    "产假结束后回到原岗位，首月可以先做半天，第二周起逐步恢复；返岗后3个月内不考核产量。",
    "三八妇女节放假半天，工会当天下午组织2小时联谊活动；生产走不开的，一个月内补休。",
    "女工体检每年4月安排，含妇科和乳腺检查项目；查出疾病的，公司在15个工作日内协助就医，两年内复查1次。",
    "孕妇产检时间算出勤；孕期、哺乳期可以调换岗位，也可以降低劳动定额，工资不变。经本人申请，可以弹性上班2小时。",
    "来例假疼痛厉害的，凭医院证明休息一至二日；连续站着干活满4小时的，歇20分钟。",
    "违反本合同约定给女职工造成损失的，7日内整改；女职工本人可以提前三十日通知公司解除劳动合同。",
)


@pytest.mark.parametrize("province", ["", *known_provinces()])
def test_no_wording_of_ours_nor_of_an_ordinary_contract_is_below_a_floor(province):
    book = rules_of(province)
    drafted = [article(clause["text"]) for clause in library()] + [article(text) for text in ORDINARY]
    assert not found(province, clauses=drafted)
    assert not found(province, [item(clause=text) for text in ORDINARY])
    proposals = [item(topic=name, clause=proposed(name, book)["clause"]) for name in wording.TOPICS]
    assert not found(province, proposals)


# R25


def silent(province, items=(), clauses=()):
    return {each.message.split("“")[1].split("”")[0] for each in found(province, items, clauses, rule="R25")}


def test_nothing_is_missing_before_there_is_a_draft():
    assert silent("浙江") == set()
    assert silent("浙江", [item(outcome="继续协商"), item()]) == set()


@pytest.mark.parametrize(
    ("province", "left_out", "expected"),
    [
        ("", "", set()),
        ("", "按规定发放卫生费；", {"女职工卫生费"}),
        ("", "弹性上下班；", {"平衡工作和家庭责任"}),
        ("", "定期健康检查；", {"定期健康检查"}),
        ("", "禁忌劳动岗位书面告知；", {"禁忌劳动"}),
        ("", "教育培训；", set()),
        ("浙江", "教育培训；", {"教育培训"}),
        ("重庆", "生育津贴按规定支付。", {"生育待遇"}),
        ("重庆", "", set()),
    ],
)
def test_each_content_a_draft_is_silent_about_is_a_warning(province, left_out, expected):
    assert silent(province, clauses=[article(CONTENTS.replace(left_out, "") if left_out else CONTENTS)]) == expected


def test_settled_items_cover_contents_by_their_topic_and_category():
    covered = [item(id=n, topic=name) for n, name in enumerate(wording.TOPICS)]
    assert silent("浙江", covered) == set()
    assert silent("浙江", [item(category="女职工卫生费")]) >= {"禁忌劳动", "教育培训", "民主管理"}
    assert "女职工卫生费" in silent("浙江", [item(category="女职工卫生费", outcome="撤回"), item()])


def test_every_missing_content_is_a_warning_with_the_article_that_asks_for_it():
    said = found("浙江", clauses=[article("空")], rule="R25")
    assert {each.severity for each in said} == {"warning"}
    assert {each.source.split("（")[0] for each in said} == {"浙江省集体合同条例", "总工发〔2022〕5号第五条"}


# The catalogue


def test_the_catalogue_is_the_forty_two_topics_with_their_floors():
    assert [name.partition(" ")[0] for name in wording.TOPICS] == list(topics())
    book = rules_of("")
    for topic in topics().values():
        assert topic.category in wording.TOPIC_CATEGORIES
        assert topic.basis and topic.floor_in(book) and topic.clause_in(book)
        assert "{" not in topic.floor_in(book) + topic.clause_in(book)
        assert set(topic.covers) <= set(topics().contents)
    named = [measure for topic in topics().values() for measure in topic.measures]
    assert sorted(each.name for each in named) == sorted(wording.MEASURES)
    for measure in named:
        assert measure.parameter in book
        assert measure.parameter in KIND_OF or "是" in book[measure.parameter].options


def test_every_content_that_any_rulebook_asks_for_is_known():
    for province in ("", *known_provinces()):
        book = rules_of(province)
        asked = {*book["mandatory_content"].value.split("、"), *book["key_content"].value.split("、")} - {"其他"}
        assert asked <= set(topics().contents)


def test_a_topic_proposes_the_value_of_the_province_and_never_an_unconfirmed_one():
    shanxi, fujian = (proposed("T10 卫生费（卫生用品）", rules_of(name)) for name in ("山西", "福建"))
    assert shanxi["agreed_value"] == "30"
    assert "30元/人·月（山西省女职工劳动保护条例（2015）第十条）" in shanxi["floor"]
    assert "每人每月30元" in shanxi["clause"]
    assert "agreed_value" not in fujian
    assert "待核实" in fujian["floor"]
    assert "30" not in fujian["clause"]


def test_choosing_a_topic_completes_only_what_is_empty(ledger):
    line = {"topic": "产假", "floor": "按合同", "category": ""}
    given = completed(ledger, "topic", line)
    assert given["category"] == "生育保护"
    assert "floor" not in given and "agreed_value" not in given
    assert completed(ledger, "ask", line) == {}
    assert completed(ledger, "topic", {"topic": "别的"}) == {}


def test_the_sample_is_above_every_floor(full_ledger):
    assert [each.message for each in findings(full_ledger) if each.rule == "R24"] == []
