"""Sums whose nearest word misleads: a promised raise, a part of a plan, what a fine left, pay that comes again and again."""
from __future__ import annotations

import re

from bot.chinese.each_time import came_each_time, is_no_agreed_rate, owed_each_time
from bot.chinese.pieces import PAY
from bot.chinese.scene import Scene
from bot.chinese.values import Amount

_FINE = re.compile("[罚扣]")
#: 转正以后三千, 试用期一千五: what he earns or is to earn one day
_PROMISED = re.compile(
    r"(?:转正|试用期?|实习期)(?:了|以?[前后]|之[前后]|的时候|内|里|期间)*"
    r"(?:就|会|要|能|再)*(?:给|是|有|拿|开|发|涨到|工资|底薪)*$"
)
#: 每期四千, 每次给个三百: one part of a whole
_ONE_PART = re.compile(r"每(?:一)?[期次回笔](?:只|就|都|也)*(?:是|给|还|付|打|转)?(?:我|个|了)?$")
#: 每月只支一千: what came is so much times the months
_AGAIN = re.compile(r"每个?[月天][^,。]{0,3}$")
_LEFT_OF_PAY = re.compile(r"(?:工资|工钱|薪水)(?:就|只|才)?剩下?$")
#: behind what was promised as the whole: 答应给的一万,一直不给
_STAYED_OUT = re.compile(
    rf"(?:块钱?|元)?(?:的?(?:{PAY}))?(?:一直|到现在|现在|至今|都|也|又|还是|还|就)*(?:[没不未](?:给|发|结|付|支付|还|兑现|影)|没有(?:给|发|结|付|支付|兑现))(?!(?:我|俺)?们?[完够齐清全涨加按转升])"
    rf"|(?:块钱?|元)?(?:的?(?:{PAY}))?(?:到现在|现在|至今|我|却|就)*一[分毛](?:钱)?(?:都|也|还)*[没莫](?:得|有|给|见|拿|发|结|到)"
)
#: 投进去九千就提不出来: his own money in a game of others
_PAID_IN = re.compile("投|充|存|押|刷单|买")
_STUCK = re.compile(r"(?:块钱?|元)?(?:就|都|也|全)*提不")
#: 说好的六千没给我涨
_NO_RISE = re.compile(r"(?:块钱?|元)?[没不未]有?给(?:我们?|俺)?[涨加转升]")
#: 多的六千少的一千: what one of many is owed; 股金十五万: no pay
_NOT_HIS_PAY = re.compile(r"(?:(?<!不)最?[多少]的?|股金|股本|彩礼|房租|租金)(?:是|有|也|就|都|共|一共)*$")
_IN_PARTS = re.compile(r"每[次回](?:只|就|都)?(?:给|还|打|转)(?:我)?(?:个|点|一点|[\d一二两三四五六七八九几])")
_SPREAD = re.compile(
    r"分[\d一二两三四五六七八九十几]{1,3}[次期回笔]|[没未不](?:给|付|还|结|发)[完清够齐]"
    r"|(?:条|协议|调解书).*[只才][^,。]{0,6}(?:给|付|还|打)过"
)

#: 他付了第一期就不付了: how much that was is not told
_FIRST_PART = re.compile(
    r"(?:付|给|还|打)了?"
    r"(?:第[一二两三1-3][期笔次]|[一两][期笔]|头一?[期笔次]|首[期笔]|前[一两三][期笔次])(?:钱|款)?(?:就|后|以后|之后|,)")
#: 管理费每月200: what he pays every month
_FEE = re.compile(
    r"(?:管理费|中介费|介绍费|服务费|伙食费|饭钱|水电费?|房租|租金|住宿费|社保|保险费?|生活费)"
    r"(?:是|要|我|还|也|都|另外|大概)*$")
#: 没社保每月4000, 包吃住不收管理费每月四千: the fee is not paid, the sum is the wage
_NO_FEE = re.compile("[没无不免未包含除][^,。]{0,3}$")
_CALLED_WAGE = re.compile("工资|工钱|薪|挣|赚|到手")
#: 老板说分期,每月给2000: a part of what is owed
_INSTALMENT = re.compile(r"分期(?![没不])[^。!?;\d]{0,8}$")


def corrected(scene: Scene, amount: Amount, kind: str | None) -> str | None:
    """The kind of a sum after a look at its whole clause: "other" for what is neither owed nor paid as it stands,
    "no_wage" for a monthly fee or instalment."""
    start, end = scene.clause(amount.start)
    lead, behind = scene.text[start : amount.start], scene.text[amount.end : end]
    if kind != "rate" and any(pattern.search(lead) for pattern in (_PROMISED, _ONE_PART, _NOT_HIS_PAY)):
        return "other"
    if (kind == "paid" and came_each_time(scene, amount, lead)) or (kind == "owed" and owed_each_time(scene, amount, lead)):
        return "other"
    if kind == "rate" and (
            is_no_agreed_rate(scene, amount, lead) or _is_no_wage(lead, scene.text[: amount.start], amount)):
        return "no_wage"
    if kind in ("owed", "total") and (_NO_RISE.match(behind) or (_STUCK.match(behind) and _PAID_IN.search(lead))):
        return "other"
    if kind == "paid" and _AGAIN.search(lead):
        return "other"
    if kind == "remaining" and _LEFT_OF_PAY.search(lead) and _FINE.search(scene.text) and not behind.strip():
        return "other"
    return "owed" if kind == "total" and _STAYED_OUT.match(behind) else kind


def _is_no_wage(lead: str, before: str, amount: Amount) -> bool:
    """Whether what comes every month is a fee that he pays or an instalment; a sum that is called wages is neither."""
    if amount.unit != "month" or _CALLED_WAGE.search(amount.words):
        return False
    fee = _FEE.search(lead)
    return bool((fee and not _NO_FEE.search(lead[: fee.start()])) or _INSTALMENT.search(before))


def rest_is_open(scene: Scene, owed: Amount, paid: list[Amount]) -> bool:
    """Whether a part of an owed sum came, told behind it, and the rest is not told (分三次付清,只付过五千; 每次给个三百)."""
    later = any(one.start > owed.start for one in paid)
    behind = scene.text[owed.end :]
    return bool(_IN_PARTS.search(behind) or _FIRST_PART.search(behind) or (later and _SPREAD.search(scene.text)))
