"""「还没有提交」 stands on each question of the claim, and on every turn from the assessment on until the yes."""
from __future__ import annotations

from typing import Any

import pytest

from bot.channels import turns
from bot.channels.turns import TurnRunner

ASKED: list[dict[str, Any]] = [{"custom": {"kind": "question", "form": "wage_claim"}}, {"text": "第3题/共11题：干的是哪一行？"}]
ANSWER: list[dict[str, Any]] = [{"text": "先报警。"}, {"text": "人没事再说。"}]


@pytest.mark.parametrize(("stage", "filed", "replies", "last"), [
    ("claim", False, ASKED, "第3题/共11题：干的是哪一行？（还没有提交）"),
    ("claim", False, ANSWER, "人没事再说。"),
    ("assessed", False, ANSWER, "人没事再说。（还没有提交）"),
    ("previewed", False, ANSWER, "人没事再说。（还没有提交）"),
    ("filed", True, ANSWER, "人没事再说。"),
    ("", False, ANSWER, "人没事再说。"),
    ("assessed", False, [{"text": "看清楚了，还没有提交。"}], "看清楚了，还没有提交。"),
])
def test_a_turn_says_that_nothing_is_filed(monkeypatch: pytest.MonkeyPatch, stage: str, filed: bool,
                                           replies: list[dict[str, Any]], last: str) -> None:
    monkeypatch.setattr(turns.drafts, "stage_of", lambda *_: stage)
    monkeypatch.setattr(turns, "is_filed", lambda *_: filed)
    assert TurnRunner._honest(None, "甲", replies)[-1]["text"] == last
