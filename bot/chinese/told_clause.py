"""The words around a sum: its clause, cut at the sum, and what is told before it."""
from __future__ import annotations

import re

from bot.chinese.scene import Scene
from bot.chinese.sum_cues import Sum


def around(scene: Scene, found: Sum) -> tuple[str, str, str]:
    """The clause up to the sum, the clause behind it, and what stands in the two clauses before."""
    start, end = scene.clause(found.amount.start)
    earlier = re.split(r"[,。;!?:]", scene.text[:start])[-3:]
    return scene.text[start : found.amount.start], scene.text[found.amount.end : end], ",".join(earlier)


def is_only_sum(scene: Scene, found: Sum) -> bool:
    """Whether no other sum stands in the text (a rate may)."""
    return all(one is found.amount or one.unit != "sum" for one in scene.amounts)
