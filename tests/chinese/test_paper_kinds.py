"""What kind of paper a text was read from (tests/chinese/paper_kinds.yml)."""
from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.paper_cues import CUES
from bot.chinese.paper_kinds import MOST, guess_kinds, is_id_card, is_two_papers

TABLE: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("paper_kinds.yml").read_text("utf-8"))
KINDS = {path.stem for path in (Path(__file__).parents[2] / "content" / "evidence").glob("*.yml")}
CARDS = {"id_card", "bank_card"}
_WORDS = "欠条今工资元借合同甲乙方考勤 :(1234567890XOl.¥\"\n王李张12:30年月日身份证号码"


@pytest.mark.parametrize("row", TABLE["papers"], ids=lambda row: row["text"][:24])
def test_the_likeliest_kind_of_a_paper_stands_first(row: dict[str, Any]) -> None:
    found = guess_kinds(row["text"])
    assert (found[0] if found else "") == row["first"], found
    assert set(row.get("also", [])) <= set(found)


@pytest.mark.parametrize("row", TABLE["id_cards"], ids=lambda row: row["text"][:24])
def test_an_identity_card_is_known_and_a_paper_that_names_its_number_is_none(row: dict[str, Any]) -> None:
    assert is_id_card(row["text"]) is row["is"]


def test_each_kind_that_cues_speak_for_is_a_kind_of_content_or_a_card() -> None:
    assert set(CUES) - CARDS <= KINDS
    assert {row["first"] for row in TABLE["papers"]} - {""} == set(CUES) | CARDS
    assert len(TABLE["papers"]) >= 60


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=3000), st.text(alphabet=_WORDS, max_size=3000)))
def test_any_text_is_read_in_a_moment_and_gives_known_kinds_once(text: str) -> None:
    begin = time.process_time()
    kinds = guess_kinds(text)
    is_id_card(text)
    assert time.process_time() - begin < 0.5
    assert len(kinds) == len(set(kinds)) <= MOST
    assert set(kinds) <= set(CUES) | CARDS


@pytest.mark.parametrize("piece", ["12:3", "5月1日", "1个工", "12:30", "1", "欠", "(1", "王大强", "+1,", "\n", "3月2日1小时"])
def test_a_text_made_of_one_piece_is_read_in_a_moment(piece: str) -> None:
    begin = time.process_time()
    guess_kinds(piece * (3000 // len(piece)))
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize(("text", "two"), [
    ("工资欠条\n今欠鲁小山工资12800元\n欠款人：张建业\n2026年10月20日\n"
     "四川弘大建筑劳务有限公司\n2026年5月工资条\n姓名：鲁小山\n应发工资：7800.00\n实发工资：7200.00", True),
    ("今欠鲁小山工资12800元\n欠款人：张建业\n应发工资：7800.00\n扣伙食：600\n实发工资：7200.00", True),
    ("今欠鲁小山工资12800元\n欠款人：张建业\n中国农业银行 账户交易明细", True),
    ("工资欠条\n今欠鲁小山工资12800元，应发15000元，已发2200元\n欠款人：张建业\n2026年10月20日", False),
    ("四川弘大建筑劳务有限公司\n2026年5月工资条\n应发工资：7800.00\n实发工资：7200.00", False)])
def test_an_iou_and_rows_of_another_paper_are_two_papers(text: str, two: bool) -> None:
    assert is_two_papers(text) is two
