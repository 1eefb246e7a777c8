from __future__ import annotations

import pytest

from bot.nlu.gates import passes, read_gates
from bot.settings import ROOT


@pytest.mark.parametrize(("text", "passed"), [
    ("钱拿到了", True), ("老板给钱了", True), ("老板给钱了吗", False), ("钱没拿到", False), ("老板给了5000", False),
    ("什么时候能拿到钱", False), ("你好", False),
])
def test_an_act_must_show_a_sign_and_none_that_speaks_against_it(text: str, passed: bool) -> None:
    assert passes(read_gates(ROOT / "data/nlu/lookups"), "paid", text) is passed


def test_an_act_without_a_gate_always_passes() -> None:
    assert passes({"paid": ("到账",)}, "greet", "你好")
