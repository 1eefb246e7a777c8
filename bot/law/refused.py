"""Whether a procedure was turned away: 没有立案, 不予受理. What was not taken neither runs nor closes another road."""
from __future__ import annotations

import re

REFUSED = re.compile(
    r"不予受理|不受理|没(?:有)?受理|未受理|没(?:有|给|让|能|法)*(?:立案|立上案|立上)|不(?:给|让|予|能)?立案|未立案|立不了案|不收(?!费|钱)|没收(?!到|费|钱)"
)
ORGANS: dict[str, re.Pattern[str]] = {
    "arbitration": re.compile("仲裁"),
    "lawsuit": re.compile("法院|法庭|起诉|官司|告状"),
    "payment_order": re.compile("支付令"),
    "mediation": re.compile("调解|司法所"),
    "inspection": re.compile("监察|人社|劳动局|大队|12333"),
}


def refused(words: str, procedure: str, *, named: bool = False) -> bool:
    """Whether these words say that `procedure` was not taken.

    The clause that says so must not speak of another office; with `named` it must name the procedure itself.
    """
    for clause in re.split(r"[,，。;；!！?？、 \n]", words):
        if not REFUSED.search(clause):
            continue
        organs = {organ for organ, pattern in ORGANS.items() if pattern.search(clause)}
        if procedure in organs or (not organs and not named):
            return True
    return False
