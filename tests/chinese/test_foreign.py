"""Whether a message is a sentence in another language."""

from __future__ import annotations

import pytest

from bot.chinese.foreign import is_foreign

FOREIGN = ["what is this", "My boss did not pay me", "ไม่เข้าใจ", "ông chủ không trả lương", "сколько платят"]
NOT_FOREIGN = ["ok", "hello", "thank you", "3500 RMB", "3.5w", "MX-2026-0000123", "", "😀😀", "我在ABC公司上班", "KFC"]


@pytest.mark.parametrize("text", FOREIGN)
def test_a_sentence_in_another_language_is_foreign(text: str) -> None:
    assert is_foreign(text)


@pytest.mark.parametrize("text", NOT_FOREIGN)
def test_a_short_word_a_number_or_chinese_is_not(text: str) -> None:
    assert not is_foreign(text)
