"""How the work ended, by his words: forced, dismissed, expired … What is denied, feared or only to come does not count."""
from __future__ import annotations

import re
from typing import Literal

Ending = Literal[
    "forced", "unpaid", "agreed", "no_fault", "unfit", "cut", "illegal", "expired", "closed", "declined", "resigned", "fault",
    "unknown",
]
_IN = r"[^,，。;；]"
UNPAID = re.compile(
    rf"拖欠|欠薪|欠(?:着|了|我们?|俺)+{_IN}{{0,6}}(?:工资|工钱|月)|(?:不|没|没有|不肯)(?:按时)?(?:发|给|结)(?:我们?|够|足|全)?(?:工资|工钱|钱)"
    rf"|(?:工资|工钱){_IN}{{0,10}}(?:[没不](?:发|给|结)|拖)|(?:不|没|没有)(?:给|帮|按时|依法)?(?:我们?|俺)?(?:交|缴|买|上)社保"
    rf"|社保{_IN}{{0,4}}[没不](?:交|缴|买|上)"
)
"""What the unit did not do: pay, or the social insurance (LAW-WAGE-20)."""
_LEFT = r"(?:不想干|不干了|离职了?|辞职了?|辞工了?|辞了|走人|走(?=[了的]))"
LEFT_SO = re.compile(
    r"^[^。;；]{0,24}?(?:我|俺|自己|所以|于是|就|只好|只能|才|干脆|没办法)"
    rf"(?:们|自己|实在|也|就|只好|只能|才|干脆|不得不|便|，)*[^,，。;；想要没不打让]{{0,6}}{_LEFT}"
    rf"|^{_IN}{{0,8}}(?:辞职|辞工|离职|不干了)"
)
"""Behind it, in one sentence: he left."""
LEFT_FOR = re.compile(rf"(?:我|俺|自己){_IN}{{0,6}}{_LEFT}{_IN}{{0,3}}[,，]?(?:是|就是)?因为")
"""Before it: he left because of it."""
WRITTEN = re.compile(
    rf"(?:书面|辞职信|离职信|辞职报告|解除通知|通知书|离职单|辞职单){_IN}{{0,12}}(?:拖欠|欠薪|欠|没发|不发|没交社保|不交社保|被迫)"
    rf"|写(?:明|清|的|了)*(?:是|的)?(?:因为)?(?:拖欠|欠薪|没发工资|不发工资|被迫|没交社保)"
)
OWN_REASON = re.compile("个人原因|自愿(?:辞|离)")
CLAIMED_FAULT = re.compile(
    "(?:公司|厂里?|单位|老板|店里|他们?|主管|人事)[^,，。]{0,4}说|说(?:我|是)|为由|理由是|借口|其实|明明|冤枉|诬|栽赃|并没有|根本没|不是我"
)
"""Beside a fault: only the unit says so, and it has to prove it (LAW-EVD-07)."""
TRAINED = re.compile(
    r"(?<!没)(?<!没有)(?<!没给)(?:培训(?:了|过|后|完)|(?:调|换)(?:了|过)(?:岗|个?岗位)|(?:调|换)岗(?:位)?(?:后|以后|了))"
)
"""Without training or another post nobody may be dismissed as unfit (LAW-LCA-40)."""
_RENEW = r"(?:续签|续约|续|再签|签)"
_UNIT = r"(?:公司|单位|厂里?|老板|店里|他们?|对方)"
CLOSED = re.compile(r"(?:厂|公司|单位|店)(?:子)?(?:倒闭|关门|关了(?!我|门禁)|破产|解散|注销)|倒闭|破产|解散")
WORDS: tuple[tuple[Ending, re.Pattern[str]], ...] = (
    ("forced", re.compile(r"(?:被迫|逼(?:着|我|我们)*)(?:离职|辞职|辞工|走|解除)")),
    ("fault", re.compile(
        r"(?:严重违纪|违反(?:规章|制度|纪律)|偷(?:了)?(?:东西|钱|厂里)|打架|旷工)[^。]{0,10}(?:辞退|开除|解雇|解除)|"
        r"(?:辞退|开除)[^,，。]{0,6}(?:严重违纪|违反|打架|旷工|偷)"
    )),
    ("declined", re.compile(
        rf"合同(?:到期|期满)[^，,。]{{0,6}}(?:我|自己)[^，,。]{{0,4}}不(?:想|愿意?|肯|打算)?{_RENEW}|我(?:自己)?不(?:想|愿意?|肯)?(?:续签|续约|续)"
    )),
    ("resigned", re.compile(r"(?:自己|主动|自愿)(?:辞|走|离|不干)|不想干了|个人原因")),
    ("illegal", re.compile(
        r"违法(?:解除|辞退|开除)|无故(?:辞退|开除|解雇)|没有?(?:任何)?(?:理由|原因)[^，,。]{0,4}(?:辞退|开除|解雇|赶)|"
        r"怀孕[^，,。]{0,6}(?:辞退|开除)"
    )),
    ("closed", CLOSED),
    ("expired", re.compile(
        r"合同(?:到期|期满)[^，,。]{0,6}(?:不续|没续|不签|没签)|"
        rf"合同(?:到期|期满)了?[，,]?{_UNIT}(?:也|就|都|又)?(?:不|没|没有)(?:肯|想|愿意?)?"
        rf"(?:跟|和|给|与)?(?:我们?|俺)?(?:再)?{_RENEW}"
    )),
    ("no_fault", re.compile(r"医疗期|客观情况")),
    ("unfit", re.compile(r"不能胜任|干不了[^，,。]{0,6}(?:辞退|解除|开除|赶)")),
    ("agreed", re.compile(r"协商(?:一致)?(?:离职|解除)|谈好(?:离职|解除)")),
    ("cut", re.compile(r"裁员|被裁|裁掉")),
)
DISMISSED = re.compile(
    r"辞退|开除|炒(?:了|鱿鱼)|解雇|赶走|劝退|(?:叫|让|喊|通知|说)[^,，。]{0,8}(?:不用(?:再)?来|别(?:再)?来|不要(?:再)?来|走人|卷铺盖)"
)
NOT_SO = re.compile(
    r"(?:没有?|未|并没有?|不会|不是|不想|还没|没说|会不会|能不能|怕|要是|如果|万一|想|威胁|吓唬|说要|准备|打算|快要?|就要|可能|不要)"
    r"(?:被|把我们?|要|再|真|就|公司|老板|他)*$"
)
"""Right before a word: denied, feared, only to come."""
WORSE = re.compile(
    r"(?:降|减|少|扣)(?:了|我|我们)*(?:工资|工价|底薪|待遇)|(?:工资|条件|待遇)[^，,。]{0,6}"
    r"(?:降|变差|更差|更低|变低|比原来[差低少])"
)
SAME = re.compile(r"(?:条件|工资|待遇)[^，,。]{0,6}(?:一样|不变|没变|没降|照旧|更好|涨)|(?:原来|同样)的?(?:条件|工资|待遇)")


def ended(words: str) -> Ending | None:
    """How the work ended; `unknown` for a dismissal that is not told further, None when nothing speaks of an end.

    Who left because he was not paid has a claim when he wrote that reason (LAW-WAGE-20): `unpaid` leaves it open. A fault that
    only the unit tells is `unknown` (LAW-EVD-07); who was called unfit without training or another post is `unfit` (LAW-LCA-40).
    Who did not renew a contract that ran out has a claim only when the terms offered were worse (LAW-LCA-46b): `declined`
    leaves that open, the words decide it when they speak of the terms.
    """
    for name, pattern in WORDS:
        if name == "resigned" and _left_unpaid(words) and not _said(CLOSED, words):
            return "forced" if WRITTEN.search(words) else "unpaid"
        if _said(pattern, words):
            return _further(name, words)
    return "unknown" if _said(DISMISSED, words) else None


def _further(name: Ending, words: str) -> Ending:
    """What his other words make of an ending."""
    if name == "declined":
        return _declined(words)
    if name == "fault" and CLAIMED_FAULT.search(words):
        return "unknown"
    return "no_fault" if name == "unfit" and TRAINED.search(words) else name


def _left_unpaid(words: str) -> bool:
    """Whether he left because he was not paid, and no reason of his own was written."""
    if OWN_REASON.search(words):
        return False
    return any(
        not NOT_SO.search(words[: match.start()])
        and (LEFT_SO.search(words[match.end():]) or LEFT_FOR.search(words[: match.start()]))
        for match in UNPAID.finditer(words)
    )


def _declined(words: str) -> Ending:
    if WORSE.search(words):
        return "expired"
    return "resigned" if SAME.search(words) else "declined"


def _said(pattern: re.Pattern[str], words: str) -> bool:
    return any(not NOT_SO.search(words[: match.start()]) for match in pattern.finditer(words))
