"""How much of the money has come, in the words of the one who got it: 全拿到了, 还差一些, 钱到账了."""
from __future__ import annotations

import re
from typing import Literal

HowMuch = Literal["all", "part", "unsaid"]
_PART = re.compile(
    r"一半|一部分|部分|一点(?!不差|没少)|一些|还差|差(?:一|点|些|我)|没(?:有)?(?:给|拿|发|付|结|到)?(?:全|齐|完|清|够)|不(?:全|齐|够|完)|还有.{0,6}没|剩(?:下|的)|先给|少(?:了|给)"
    r"|才(?:给|拿|发)|只(?:给|拿|发|有)|(?:不是|没有?)全"
)
_ALL = re.compile(
    r"全(?:部|都|额|款)?(?:的)?(?:钱|工资|工钱)?(?:给|拿|发|付|结|到|还|收|打|转|要)|都(?:给|拿|发|付|结|到|还|收|打|转|要)|一分(?:钱)?(?:不|没)少|一次(?:性)?(?:给|付|结|发)"
    r"|(?:结|付|还|给|拿|发|算)(?:清|齐|全|完)|都?齐了|全部?$"
)


def how_much(text: str) -> HowMuch:
    """Whether a message that the money has come says that all of it came, or a part; most say neither."""
    if _PART.search(text):
        return "part"
    return "all" if _ALL.search(text) else "unsaid"
