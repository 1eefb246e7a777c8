"""Moments on papers stand by the clock of China."""
from __future__ import annotations

from datetime import datetime, timezone

import pytest

from bot.documents.times import moment_text


@pytest.mark.parametrize(("moment", "said"), [
    (datetime(2026, 11, 23, 19, 2, tzinfo=timezone.utc), "2026年11月24日 03:02"),  # the next day there
    ("2026-11-23T19:02:00+00:00", "2026年11月24日 03:02"),
    (datetime(2026, 11, 23, 19, 2), "2026年11月23日 19:02"),
    ("nothing", "未记录"), (None, "未记录"),
])
def test_a_moment_is_told_by_the_clock_of_china(moment: object, said: str) -> None:
    assert moment_text(moment, "未记录") == said
