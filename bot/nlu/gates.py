"""Signs that an act must show in the message itself (data/nlu/lookups/gates.yml)."""
from __future__ import annotations

from pathlib import Path

import yaml

Gates = dict[str, tuple[str, ...]]


def read_gates(lookups: Path) -> Gates:
    """The signs of each gated act."""
    table = yaml.safe_load((lookups / "gates.yml").read_text(encoding="utf-8"))
    return {act: tuple(map(str, signs)) for act, signs in table.items()}


def passes(gates: Gates, act: str, text: str) -> bool:
    """Whether the text shows a sign of the act; an act without a gate always passes."""
    return act not in gates or any(sign in text for sign in gates[act])
