"""The check of an IOU in sentences, each with the law it rests on (content/evidence/iou_check.yml)."""
from __future__ import annotations

from typing import Any

from bot.evidence.iou_check import Checked, table

Said = list[tuple[str, list[str]]]


def lacking(found: Checked) -> Said:
    """A line for each missing element; no stamp is asked of a person."""
    content = table()
    names = [name for name in found.missing if not (name == "stamp" and found.by_person)]
    return [(content["words"]["lacking"].format(**content["elements"][name]), list(content["elements"][name]["laws"]))
            for name in names]


def traps(found: Checked) -> Said:
    """A line for each trap: what it is and the words that mend it."""
    content = table()
    hurts = str(content["words"]["hurts"])
    return [(hurts.format(label=trap_label(content, one["trap"], found), mend=one["mend"]), list(one["laws"]))
            for one in found.traps]


def trap_label(content: dict[str, Any], trap: str, found: Checked) -> str:
    """What a trap is called, with the words of the paper where it is named by them."""
    return str(content["traps"][trap]["label"]).format(said=found.said[trap])
