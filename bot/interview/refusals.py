"""What somebody does not want to give, or has not, for the papers: his ID number, a phone, a name."""
from __future__ import annotations

import re

from bot.chinese.normalise import normalise
from bot.interview.questions import Plan

_THING = r"(?:身份证(?:号码?)?|手机(?:号码?)?|电话(?:号码?)?|号码|姓名|名字)"
_REFUSED = re.compile(
    rf"^(?:我|老板|他|对方|的|号|现在|先|暂时|这个|{_THING}|也|就|都|[,\s])*"
    r"(?:没有?$|没得$|没[有得](?:他|她|对方|老板|电话)|不得(?:给|说|讲|写|填)|不给|不想给|不想说|不告诉|不方便|保密|不写|不填|不说|不放心|跳过|空着)")
_THEIRS = re.compile("老板|工头|对方|公司|[他她]")
_OWN = re.compile("我的?(?:电话|手机|号码)")
PHONES = ("worker_phone", "debtor_phone")


def refused(text: str, asked: str, plan: Plan) -> str:
    """The slot that the words refuse: the one they name (身份证先不给), else the one asked; "" when nothing is refused."""
    plain = normalise(text)
    if not _REFUSED.search(plain):
        return ""
    named = [(len(name), question.slot) for question in plan.questions for name in question.names if name in plain]
    slot = max(named)[1] if named else asked
    if slot not in PHONES:
        return slot
    if _THEIRS.search(plain):
        return "debtor_phone"
    return "worker_phone" if _OWN.search(plain) or asked not in PHONES else asked
