"""Signs that an act must show in the message itself (data/nlu/lookups/gates.yml)."""
from __future__ import annotations

from pathlib import Path

import yaml

END = " ,.?!~。?!啊呀呢嘛哦哟咧"
NOT = "!"
Gates = dict[str, tuple[str, ...]]


def read_gates(lookups: Path) -> Gates:
    """The signs of each gated act."""
    table = yaml.safe_load((lookups / "gates.yml").read_text(encoding="utf-8"))
    return {act: tuple(map(str, signs)) for act, signs in table.items()}


def passes(gates: Gates, act: str, text: str) -> bool:
    """Whether the text shows a sign of the act, and none that speaks against it (!); an act without a gate always passes."""
    if act not in gates:
        return True
    against = any(_shows(text, sign[1:]) for sign in gates[act] if sign.startswith(NOT))
    return not against and any(_shows(text, sign) for sign in gates[act] if not sign.startswith(NOT))


def _shows(text: str, sign: str) -> bool:
    """Whether the text holds the sign; a sign with $ must stand at its end."""
    return text.rstrip(END).endswith(sign[:-1]) if sign.endswith("$") else sign in text
