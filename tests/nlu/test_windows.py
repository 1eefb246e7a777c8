"""A long message in windows of two short clauses."""
from __future__ import annotations

import pytest

from bot.nlu.windows import LONGEST, windows


@pytest.mark.parametrize(("text", "parts"), [
    ("", []), ("，，。", []), ("老板不给钱", []), ("老板不给钱,我想死", []),
    ("老板不给钱,三个月了,我想死", ["老板不给钱,三个月了,", "三个月了,我想死,"]),
    ("干了三个月。钱没给!我想死?", ["干了三个月,钱没给,", "钱没给,我想死,"]),
    ("包工头欠我两万要了半年都不给我真的不想活了你们大家说怎么办才行",
     ["包工头欠我两万要了半年都不给我真的不想活了你", "都不给我真的不想活了你们大家说怎么办才行,"]),
])
def test_a_message_is_cut_into_windows(text: str, parts: list[str]) -> None:
    assert windows(text) == parts


@pytest.mark.parametrize("length", [1, LONGEST, LONGEST + 1, 3 * LONGEST, 999])
def test_the_windows_of_an_unbroken_text_hold_every_character_and_none_is_long(length: int) -> None:
    text = "".join(chr(0x4E00 + number) for number in range(length))
    parts = windows(text)
    assert all(len(part) <= 2 * LONGEST + 2 for part in parts)
    assert not parts or set(text) <= set("".join(parts))
    assert bool(parts) == (length > 2 * LONGEST)
