"""Which paper he wants written, in his words (tests/chinese/paper_names.yml)."""
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.paper_names import named_paper
from bot.chinese.paper_titles import FULL

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("paper_names.yml").read_text("utf-8"))
_PIECES = st.sampled_from(
    [*"帮给我写一份了的吗不要老板让签有交怎么,。 ", "仲裁申请书", "支付令", "还款协议", "欠条", "委托书", "模板"]
)


@pytest.mark.parametrize("row", TABLE["wants"], ids=lambda row: row["text"])
def test_the_paper_that_he_wants_written_is_heard(row: dict[str, str]) -> None:
    assert named_paper(row["text"]) == row["paper"]


@pytest.mark.parametrize("text", TABLE["wants_none"])
def test_a_paper_that_he_has_hands_in_or_is_told_to_sign_is_none_to_write(text: str) -> None:
    assert named_paper(text) is None


def test_the_table_has_rows_for_each_paper_and_enough_of_both_kinds() -> None:
    assert {row["paper"] for row in TABLE["wants"]} == {paper for paper, _ in FULL}
    assert len(TABLE["wants"]) + len(TABLE["wants_none"]) >= 150
    assert len(TABLE["wants_none"]) >= 60


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=2000), st.lists(_PIECES, max_size=80).map("".join)))
def test_any_text_gives_a_known_paper_or_none(text: str) -> None:
    assert named_paper(text) in {None, *(paper for paper, _ in FULL)}


@pytest.mark.parametrize(
    "piece", ["你们", "你好", "帮我给我再", "老板不没有没", "写一份公司老板", "仲裁的", "想要我", "快点快"]
)
def test_a_message_made_of_one_piece_comes_to_an_end(piece: str) -> None:
    named_paper(f"{piece * 100}的仲裁申请书")
