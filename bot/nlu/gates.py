"""Signs that an act must show in the message itself (data/nlu/lookups/gates.yml), and words that say otherwise."""
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml

from bot.chinese.consent import corrects
from bot.chinese.denials import has_no_iou
from bot.chinese.paid import how_much

END = " ,.?!~。?!啊呀呢嘛哦哟咧"
NOT = "!"
#: words that are never this act, however sure the model is: 还没给 is no payment, 没有打欠条 no wish for one
OTHERWISE: dict[str, Callable[[str], bool]] = {
    "paid": lambda text: how_much(text) == "none",
    "deny": corrects,
    "make_iou": has_no_iou,
}
Gates = dict[str, tuple[str, ...]]


def read_gates(lookups: Path) -> Gates:
    """The signs of each gated act."""
    table = yaml.safe_load((lookups / "gates.yml").read_text(encoding="utf-8"))
    return {act: tuple(map(str, signs)) for act, signs in table.items()}


def passes(gates: Gates, act: str, text: str) -> bool:
    """Whether the text shows a sign of the act, and nothing that speaks against it (! and OTHERWISE); an act without a gate
    needs no sign."""
    if act in OTHERWISE and OTHERWISE[act](text):
        return False
    if act not in gates:
        return True
    against = any(_shows(text, sign[1:]) for sign in gates[act] if sign.startswith(NOT))
    return not against and any(_shows(text, sign) for sign in gates[act] if not sign.startswith(NOT))


def _shows(text: str, sign: str) -> bool:
    """Whether the text holds the sign; a sign with $ must stand at its end."""
    return text.rstrip(END).endswith(sign[:-1]) if sign.endswith("$") else sign in text
