"""A preview in parts that a messenger takes."""
from __future__ import annotations

from actions.papers import LONGEST_MESSAGE, in_messages


def test_lines_are_joined_to_messages_that_a_messenger_takes_and_none_is_cut() -> None:
    lines = [f"{number}：{'欠' * 90}" for number in range(20)]
    parts = in_messages(lines)
    assert "\n".join(parts) == "\n".join(lines) and len(parts) > 1
    assert all(len(part.encode()) <= LONGEST_MESSAGE for part in parts)
