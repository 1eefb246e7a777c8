"""The trace of law in a turn, on replies written by hand: what the dialogues are held to."""
from __future__ import annotations

from typing import Any

import pytest

from tests.support.legal import no_law, untraced

LAW: dict[str, Any] = {"custom": {"kind": "laws", "ids": ["LAW-ARB-01"]}}
SAYS_LAW = {"text": "一年之内要申请仲裁。"}
FREE = {"text": "好，都存着。"}


@pytest.mark.parametrize(("replies", "wrong"), [
    ([SAYS_LAW, LAW], 0),
    ([FREE, SAYS_LAW, LAW, FREE], 0),
    ([SAYS_LAW, {"custom": {"kind": "deadline", "what": "civil", "on": "2027-01-01"}}, LAW], 0),
    ([FREE], 0),
    ([{"text": "我听到的：欠15,000元。"}], 0),
    ([{"text": "劳动保障监察投诉书\n请求1：支付15,000元。"}], 0),
    ([SAYS_LAW], 1),
    ([LAW, SAYS_LAW], 1),
    ([SAYS_LAW, FREE, LAW], 1),
    ([SAYS_LAW, {"custom": {"kind": "laws", "ids": []}}], 1),
    ([SAYS_LAW, {"custom": {"kind": "laws", "ids": ["LAW-ARB-99"]}}], 1),
    ([SAYS_LAW, LAW, {"text": "去法院。"}], 1),
])
def test_a_text_that_states_law_is_followed_by_facts_that_exist(replies: list[dict[str, Any]], wrong: int) -> None:
    assert len(untraced(replies)) == wrong


def test_exceptions_are_few() -> None:
    assert len(no_law()) <= 6
