"""A detail for the papers that is left out by its name while another is asked (身份证先不给)."""
from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chinese.values import Fact
from bot.interview.corrections import named_slot
from bot.interview.moves import Move
from bot.interview.questions import Plan

#: behind the name of the detail
_LEFT_OUT = re.compile(
    r"(?:就|也|先|暂时|现在|我|还是)*(?:不(?:想|方便|愿意)?(?:给|说|写|填|告诉|提供|留)|不方便|保密|跳过|空着|不要)"
    r"(?:你|你们|了|吧|嘛|哈|啊)*[,，。.!！]*$")


def left_out(text: str, asked: str, plan: Plan, facts: Mapping[str, Fact]) -> Move | None:
    """The open detail that the text leaves out, so that its question will not come; None for other words."""
    if plan.form != "paper_details" or not _LEFT_OUT.search(text):
        return None
    slot = named_slot(text, plan)
    if not slot or slot == asked or slot in facts:
        return None
    return Move("aside", facts={slot: Fact("skipped", words=text)}, slot=asked)
