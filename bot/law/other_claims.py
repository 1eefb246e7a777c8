"""Claims of labour law beside the wages of an IOU (LAW-LIT-02): overtime, compensation, double pay, the employment itself. A word
of one is no claim yet: it may stand in the IOU, have been paid, not be wanted, or only be asked about."""
from __future__ import annotations

import re

from bot.chinese.clauses import typed_clauses

_IN = r"[^,，。]"
MORE = re.compile(
    r"加班费|(?:双|二|两|2)倍的?(?:工资|赔偿)|经济补偿|补偿金|赔偿金|(?<![\da-zA-Z])2?[nN](?:\+1|倍|个月)|[nN]加一|"
    r"确认(?:有)?劳动关系|年假工资|年休假工资"
)
NOT_WANTED = re.compile(rf"(?:不要|不争|不提|不算|不想要|放弃|不包括|不含|不涉及|没想要){_IN}{{0,6}}$")
NOT_WANTED_BEHIND = re.compile(rf"^{_IN}{{0,4}}(?:不要|不争|算了|不提|放弃|没有?要(?![到过回来着])|给过了|给清了)")
_GOT = r"(?:给|付|发|结|拿|补|赔)(?:了|过|到|清|完|齐|足)"
_PARTLY = "没不未只才少半"
PAID = re.compile(rf"(?:^|[^{_PARTLY}]){_GOT}(?:了|过|我|我们|所有|全部|的)*$")
PAID_BEHIND = re.compile(rf"^[^,，。{_PARTLY}]{{0,6}}{_GOT}(?![^,，。]*(?:半|部分|[\d百千万一二两三四五六七八九十]+[元块]|点))")
INSIDE = re.compile(rf"(?:欠条|条子|条上|条里|写着|写的|写了|写明|写清|包括|包含|含着?|连同)[^,，。{_PARTLY}]{{0,10}}$")
INSIDE_BEHIND = re.compile(
    rf"^[^,，。{_PARTLY}]{{0,6}}(?:(?:算|写|加|计|打|包|含)(?:在|进|到|入|了|明|上)|包括|包含|在(?:欠条|条子|条上|工资))"
)
BESIDES = re.compile("除了|另外|之外|以外|还[要想]|也[要想]")
"""Beside these a word of the IOU does not hold the claim."""
ASKED = re.compile(r"能不能|可不可以|可以不|能要|有没有|是不是|会不会|该不该|要不要|要得到|吗|多少|听说")
TOGETHER = re.compile("(?:工资|工钱)(?:和|加|跟|、|加上|连同)?(?:加班费|补偿金?)(?:一共|总共|合计|加起来|共)")
"""One sum of both: the IOU may hold it."""
OFFERED = re.compile(rf"(?:说|答应|同意|愿意|承诺){_IN}{{0,4}}给{_IN}{{0,3}}$")
WANTED = re.compile("要|讨|没|不|拖|欠|少|差|该|赔|争|算清|只给|才给|一半|主张|申请|追")
"""In the clause of such a word: he wants it, or did not get it."""


def claimed(text: str) -> bool:
    """Whether he claims more than the wages of the IOU."""
    return "claimed" in _read(text)


def maybe_claimed(text: str) -> bool:
    """Whether he speaks of more without claiming it: it has to be asked (LAW-LIT-02)."""
    found = _read(text)
    return "open" in found and "claimed" not in found


def _read(text: str) -> set[str]:
    return {_kind(clause, match) for clause in typed_clauses(text) for match in MORE.finditer(clause)}


def _kind(clause: str, match: re.Match[str]) -> str:
    """claimed, open (it has to be asked) or none: not wanted, paid, or in the IOU."""
    before, behind = clause[: match.start()], clause[match.end():]
    if NOT_WANTED.search(before) or NOT_WANTED_BEHIND.search(behind):
        return "none"
    if PAID.search(before) or PAID_BEHIND.search(behind):
        return "none"
    if not BESIDES.search(clause) and (INSIDE.search(before) or INSIDE_BEHIND.search(behind)):
        return "none"
    if ASKED.search(clause) or TOGETHER.search(clause):
        return "open"
    rest = before + " " + behind
    if OFFERED.search(before) and not WANTED.search(behind):
        return "open"
    return "claimed" if WANTED.search(rest) else "open"
