"""How much of the money has come, in the words of the one who got it: 全拿到了, 还差一些, 钱到账了."""
from __future__ import annotations

import re
from typing import Literal

HowMuch = Literal["all", "part", "none", "unsaid"]
_PART = re.compile(
    r"一半|一部分|部分|一点(?!不差|没少)|一些|还差|差(?:一|点|些|我)|没(?:有)?(?:给|拿|发|付|结|到)?(?:全|齐|完|清|够)|不(?:全|齐|够|完)|还有.{0,6}没|剩(?:下|的)|先给|少(?:了|给)"
    r"|才(?:给|拿|发)|只(?:给|拿|发|有)|(?:不是|没有?)全"
)
#: not yet given, not got; a thing that he does not give himself (身份证不给了) has not come either
_NONE = re.compile(
    r"(?:没(?:有|得)?|未|不(?!过)|莫|冇|木)(?:曾|能|见|肯|得|跟我|给我)*(?:给|发|付|结|还|打|转|拿|领|收|要|见|到)(?!.{0,3}(?:全|齐|完|清|够|错))"
    r"|一分(?:钱)?(?:都|也|还)*(?:没|不|冇|木|莫)(?!少|差)")
_ALL = re.compile(
    r"全(?:部|都|额|款)?(?:的)?(?:钱|工资|工钱)?(?:给|拿|发|付|结|到|还|收|打|转|要)|都(?:给|拿|发|付|结|到|还|收|打|转|要)|一分(?:钱)?(?:不|没)少|一次(?:性)?(?:给|付|结|发)"
    r"|(?:结|付|还|给|拿|发|算)(?:清|齐|全|完)|都?齐了|全部?$"
)


def how_much(text: str) -> HowMuch:
    """Whether a message about the money says that all of it came, a part, or nothing (还没给); most say neither."""
    if _PART.search(text):
        return "part"
    if _NONE.search(text):
        return "none"
    return "all" if _ALL.search(text) else "unsaid"
