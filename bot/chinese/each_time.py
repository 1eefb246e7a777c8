"""Sums that came, or stayed out, each month or each time: never the whole that was paid or is owed."""
from __future__ import annotations

import re

from bot.chinese.scene import Scene
from bot.chinese.values import Amount

_N = "[两二三四五六七八九十几]"
_MONTHLY = "每个?月|月月|每次|次次|每回|回回"
_ALIKE = r"(?:这样|这么|这个(?:数|样)|一样|如此|这点|也是)"
#: 只发了3000,两个月都这样: what came each time
_EACH_TIME = re.compile(
    rf"^(?:块钱?|元)?[^。!?;\d]{{0,6}}?[, ]*(?:(?:{_MONTHLY}|一直|(?:\d{{1,2}}|{_N})个月|[上下这那前后]+个?月|后来|之后)+"
    rf"(?:都|也|就|全|还)*(?:是)?{_ALIKE}|(?:都|全)是?(?:这样|这么(?:多|点)|这个数|这点))"
    rf"|^(?:块钱?|元)?[, ]*(?:[上下这那]个?月|后面?(?:\d{{1,2}}|{_N})个月)(?:也|都)+(?:是|就|只|一样)"
)
_EACH_LEAD = re.compile(
    rf"(?:(?:{_MONTHLY})(?:都|就|全)+|(?:\d{{1,2}}|{_N})个月(?:都|全)+)(?:只|才|就)*(?:给|发|付|打|结|支|拿)(?:了|过|我|到)*$"
    r"|[上下这那]个?月份?(?:也|都)(?:只|才|就)*(?:给|发|付|打|结|支|拿)(?:了|过|我|到)*$"
)
#: 每个月只发2000: what came, no rate that was agreed
_ONLY_CAME = re.compile(r"(?:只|才)(?:发|付|打|支|预支|借支|给我?发|给我?打|到账)了?$")
#: 每个月就给800生活费: an advance, no rate
_TO_LIVE_ON = re.compile(r"(?:块钱?|元)?的?(?:生活费|零花钱|饭钱)")
#: 实际只发4000, beside a monthly wage
_IN_FACT = re.compile(r"(?:实际上?|卡里|账上)(?:只|才|就|是)*(?:给|发|拿|到|到手|到账)(?:了|过|我)*$")
#: 加班费一个月少算600, 6月和7月各欠2000: so much each time
_LESS_EACH = re.compile(
    r"各(?:自|个)?(?:都|还|又)?(?:欠|差|少[给发算]|没[给发结])(?:了|着|我|俺)*$"
    r"|(?:每个?[月天次]|一个?[月天次])(?:都|就|又|要|给我|给)*(?:少|欠|差|没)(?:算|给|发|结|付)?(?:了|我|俺)*$"
)
#: 工资5000拖了两个月: the pay of one month, before the number of months
_A_WAGE = re.compile(
    r"^(?:社保没[交买缴]|说好|讲好|我|我们|他|每个?月)*的?(?:月?工资|月薪|底薪|工钱)(?:是|有|大概|差不多|也就|才|就)*$")
_MONTHS_BEHIND = re.compile(
    r"^(?:块钱?|元)?[,\s]*(?:已经|都|也|又|还|一直|老板|公司|他)*(?:拖|欠|压|差|没[给发结付]|不[给发结付])(?:欠|着|了|我)*"
    rf"(?:快|将近|差不多|整整)?(?:[2-9]|1\d|{_N})个?多?月"
)
#: 打了两次条,一张5000一张7000: the notes, no pay by the piece
_A_NOTE = re.compile("条|欠据|借据|单子")
_MUCH = 500_00  # fen


def came_each_time(scene: Scene, amount: Amount, lead: str) -> bool:
    """Whether a sum that was paid came each month, or is a month's real pay beside the agreed one; `lead`: its clause before."""
    behind = scene.text[amount.end : amount.end + 30]
    if _EACH_TIME.match(behind) or _EACH_LEAD.search(lead):
        return True
    return bool(_IN_FACT.search(lead)) and any(one.unit == "month" for one in scene.amounts)


def owed_each_time(scene: Scene, amount: Amount, lead: str) -> bool:
    """Whether a sum that is owed is what stays out each month, or the wage of one of several months."""
    if _LESS_EACH.search(lead):
        return True
    return bool(_A_WAGE.search(lead) and _MONTHS_BEHIND.match(scene.text[amount.end :]))


def is_no_agreed_rate(scene: Scene, amount: Amount, lead: str) -> bool:
    """Whether a rate is only what came each month, or the sum of one of several notes."""
    if amount.unit == "month" and _TO_LIVE_ON.match(scene.text[amount.end :]):
        return True
    if amount.unit == "month":
        return bool(_ONLY_CAME.search(re.split(r"[\d一二两三四五六七八九十几百千万]", amount.words)[0] or lead))
    return amount.unit == "piece" and amount.low >= _MUCH and bool(_A_NOTE.search(scene.text))
