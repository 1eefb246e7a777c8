"""Previews for the chat, missing slots, names and identity numbers."""
from __future__ import annotations

import re
from typing import Any

import pytest

from bot.chinese.values import Fact
from bot.documents import DOCUMENTS, asks_a_sum, missing, preview
from bot.documents.case import Case
from bot.documents.identity import read_id
from bot.documents.names import is_company, is_person
from bot.documents.service import context
from bot.documents.words import words
from tests.documents.samples import EVIDENCE, TODAY, facts

_VAGUE = {"state": "vague", "low": 20000, "high": 30000}
_CREW = {"state": "known", "value": 50000, "words": "我们一共欠5万"}


def _lines(document: str, base: str, changes: dict[str, Any] | None = None) -> list[str]:
    return preview(document, facts(base, changes), evidence=EVIDENCE, today=TODAY)


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("base", ["company", "foreman", "factory", "empty"])
def test_a_preview_shows_no_token_no_ruled_blank_and_only_short_lines(document: str, base: str) -> None:
    for line in _lines(document, base):
        assert "〔" not in line and "____" not in line and "\n" not in line
        assert 0 < len(line) <= 120


def test_a_preview_hides_numbers_and_what_follows_from_them() -> None:
    text = "\n".join(_lines("inspection_complaint", "company"))
    assert "身份证号码：已记下，打印时才显示" in text
    assert "性别：已记下，打印时才显示" in text
    assert "1985" not in text and "138" not in text


def test_a_preview_names_what_waits_for_a_hand() -> None:
    lines = _lines("wage_iou", "foreman", {"debtor_name": "老王", "owed_amount": _VAGUE})
    waiting = next(line for line in lines if line.startswith("还要补："))
    assert "欠款人（姓名）" in waiting and "尚欠" in waiting and "已付" not in waiting


def test_a_preview_of_an_iou_tells_how_to_sign_safely() -> None:
    text = "".join(_lines("wage_iou", "company"))
    for words_ in ("不要签“收到”“结清”", "不要扣人、不要逼人写条", "收到无误", "原件自己收好", "存两份"):
        assert words_ in text


def test_a_preview_of_an_iou_tells_the_owed_months_and_the_day_of_payment() -> None:
    lines = _lines("wage_iou", "company")
    assert "欠的是哪段时间的工资：2026年3月1日到2026年5月31日" in lines and "付清的日子：2026年12月31日" in lines


def test_a_preview_names_an_open_district_among_what_waits() -> None:
    lines = _lines("inspection_complaint", "foreman", {"work_place": "合肥滨湖"})
    assert "交到：合肥滨湖劳动保障监察机构（待补：写准是哪个区、县）" in lines
    assert "交到" in next(line for line in lines if line.startswith("还要补："))


@pytest.mark.parametrize(("owed", "asks"), [
    (12000, True), ({"state": "vague", "low": 15000, "high": 15000, "words": "1万5左右"}, False), (None, False), (_CREW, False)])
def test_a_complaint_asks_for_a_sum_only_when_it_is_exact(owed: Any, asks: bool) -> None:
    assert asks_a_sum(facts("foreman", {"owed_amount": owed, "people_count": 5})) is asks


def test_a_preview_names_each_firm_once_and_numbers_the_requests() -> None:
    lines = _lines("inspection_complaint", "foreman", {"general_contractor": "中建八局第一建设有限公司"})
    named = [line for line in lines if "中建八局第一建设有限公司" in line and not line.startswith("请求")]
    assert named == ["施工总承包单位：中建八局第一建设有限公司"]
    assert [line[:4] for line in lines if line.startswith("请求")] == ["请求1：", "请求2：", "请求3："]
    assert any(line.startswith("还要补：") for line in lines)


@pytest.mark.parametrize("base", ["company", "foreman", "factory"])
def test_a_preview_of_a_complaint_says_the_facts_and_the_proof_that_will_be_signed(base: str) -> None:
    lines = _lines("inspection_complaint", base)
    told = [line.removeprefix("事实：") for line in lines if line.startswith("事实：")]
    data = context("inspection_complaint", Case(facts(base), {}, TODAY, words(), hide=True), EVIDENCE)
    assert told and "".join(told) == re.sub("_{2,}|\n", "", "".join(data["facts"]))
    assert [line for line in lines if line.startswith("证据：")] == ["证据：" + "、".join(item["name"] for item in data["items"])]


def test_a_preview_of_a_complaint_without_proof_has_no_line_of_proof() -> None:
    lines = preview("inspection_complaint", facts("company", {"evidence_held": None}), evidence=[], today=TODAY)
    assert not any(line.startswith("证据：") for line in lines)


def test_a_preview_of_a_complaint_says_that_nothing_was_filed() -> None:
    assert any("还没有提交" in line for line in _lines("inspection_complaint", "company"))


@pytest.mark.parametrize(
    ("document", "base", "changes", "expected"),
    [
        ("wage_iou", "company", {}, []),
        ("wage_iou", "empty", {}, [
            "debtor_kind", "debtor_name", "owed_amount", "paid_amount", "pay_rate", "start_date", "end_date", "industry",
            "work_place", "promised_date", "worker_name", "worker_phone", "worker_id_number",
        ]),
        ("wage_iou", "company", {"debtor_name": "宏达", "owed_amount": _VAGUE}, ["debtor_name", "owed_amount"]),
        ("wage_iou", "company", {"end_date": None, "still_working": True}, []),
        ("wage_iou", "company", {"people_count": 5, "owed_amount": _CREW}, ["owed_amount"]),
        ("inspection_complaint", "company", {}, ["evidence_held"]),
        ("inspection_complaint", "company", {"general_contractor": None, "evidence_held": [["chat"]]}, ["general_contractor"]),
        ("inspection_complaint", "factory", {}, [
            "start_date", "end_date", "pay_rate", "paid_amount", "other_proceeding", "evidence_held", "worker_phone",
            "worker_id_number",
        ]),
        ("evidence_list", "company", {"worker_name": {"state": "skipped"}}, ["evidence_held", "worker_name"]),
    ],
)
def test_missing_names_the_slots_that_cannot_be_printed(
    document: str, base: str, changes: dict[str, Any], expected: list[str]
) -> None:
    assert missing(document, facts(base, changes)) == expected


def test_missing_refuses_an_unknown_paper() -> None:
    with pytest.raises(ValueError, match="unknown document"):
        missing("poem", {"worker_name": Fact("known", "王大强")})


@pytest.mark.parametrize("name", ["王大强", "李平", "欧阳建国", "阿卜杜拉·买买提", "吉克阿优", "石总林"])
def test_full_names_of_persons_are_accepted(name: str) -> None:
    assert is_person(name, words()["person_titles"], words()["company_endings"])


@pytest.mark.parametrize(
    "name", ["老王", "王总", "小李", "张老板", "王工头", "阿强", "李师傅", "王", "刘经理", "宏达公司", "王哥", "老王头"]
)
def test_nicknames_and_titles_are_no_names(name: str) -> None:
    assert not is_person(name, words()["person_titles"], words()["company_endings"])


@pytest.mark.parametrize(("name", "full"), [
    ("贵州宏达建筑劳务有限公司", True), ("贵阳市好味道饭店", True), ("中建四局（第三工程公司）", True),
    ("宏达", False), ("公司", False), ("那个工地", False),
])
def test_full_names_of_companies(name: str, full: bool) -> None:
    assert is_company(name, words()["company_endings"]) is full


def test_sex_and_age_come_from_a_valid_number_only() -> None:
    found = read_id("522401198503070018", TODAY)
    assert found is not None and (found.sex, found.birth.isoformat(), found.age(TODAY)) == ("male", "1985-03-07", 41)
    woman = read_id("110101199003072746", TODAY)
    assert woman is not None and woman.sex == "female"
    assert read_id("522401198503070019", TODAY) is None
    assert read_id("not a number", TODAY) is None
    day_before = TODAY.replace(year=2026, month=3, day=6)
    assert found.age(day_before) == 40
