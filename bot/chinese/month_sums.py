"""Sums told month by month (5月欠1800,6月欠2200): the only ones that are added, for each is what one month stays out."""
from __future__ import annotations

import re

from bot.chinese.owed_months import stretch
from bot.chinese.scene import Scene
from bot.chinese.values import Amount, DatePhrase, Fact
from bot.chinese.yes_no import is_question

_YEAR = r"[今去前]年|(?:20)?\d\d年"
_MONTH = (
    rf"(?P<year>{_YEAR})?(?:的)?(?P<month>(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九]|正|腊|冬)月份?|上上?个月份?|[这本]个?月份?"
    r"|第[一二三四五六]个月|头一?个月|最后(?:一)?个月)"
)
_WHOM = r"(?:我们?|俺们?|咱们?)?"
_OWES = r"(?:拖?欠|差|没[给发结付]|未[给发结付]|少[给发算结]|还剩|还差|还欠)(?:着|了)?"
_SMALL = r"(?:他们?|她|老板娘?|公司|厂里|店里|包工头|又|也|还|就|都|是|有|,|\s)*"
_SAME_TOO = (
    r"(?:,|\s|、|;|和|跟|然后|再|另外|还有|加上|后面|后来|接着|到了?"
    r"|他们?|她|老板娘?|公司|厂里|包工头|又|也|还|说|总共|反正)*"
)
_PAY = r"(?:的)?(?:工资|工钱|薪水|加班费|提成|奖金|钱)?"
#: a month and its word of owing right before a sum, behind the sum before it
_HEAD = re.compile(
    rf"{_SAME_TOO}(?P<first>{_OWES}{_WHOM}(?:的)?[, ]*)?{_MONTH}{_PAY}{_SMALL}"
    rf"(?P<owes>{_OWES}{_WHOM})?{_PAY}(?:一共|大概|差不多|就|是|有)*$"
)
_WHOLE = re.compile(r"(?:一共|总共|合计|共计|加起来|合起来)[^,。!?;\d]{0,6}$")
#: behind a sum: it stays out
_STAYS = (
    r"(?:[没未不](?:给|发|结|付|拿|见|到[手账])|没有(?:给|发|结|付)|拖欠|欠着)"
    r"(?!(?:我|俺)?们?(?:交|买|缴|涨|加|升|签|办|社保|奖|全|完|够|齐|清))"
)
_OUT = re.compile(
    r"(?:块钱?|元)?(?:的?(?:工资|工钱|钱))?(?:[, ]*(?:也|都|还|又|一直|到现在|现在|至今|全|一分|两个月|三个月))*" + _STAYS
)
_ALL_OUT = re.compile(
    r"^(?:块钱?|元)?(?:[, ]*(?:老板娘?|公司|厂里|他|她|全部|这?[两三四]个月|的|到现在|一直|至今|现在|还)*"
    r"(?:都|全)(?:还|一直|是)*|[, ]+)"
    rf"(?:{_STAYS}|拖着|压着|没影)"
    r"|^(?:块钱?|元)?[, ]*(?:他|她|老板娘?|公司|厂里)?说[^。!?;\d]{0,10}(?:一起|一并|一块儿?)(?:给|结|发|付)"
)
#: before a sum in a row with the one before it (4月2600、5月2800未发): one word behind the last is said of all
_JOINED = re.compile(r"(?:块钱?|元)?\s?(?:、|和|跟|以及)")
#: a month that is out without a sum (8月一分没发, 这个月也没给)
_NO_SUM = re.compile(
    rf"{_MONTH}{_PAY}(?:一分钱?|全部|又|也|还|都|就|根本|干脆)*(?:没有?|未)(?:给|发|结|付)"
    r"(?![^,。;!?]{0,3}[\d一二两三四五六七八九]\d*[千百万]?)"
)
_ONE_MONTH = re.compile(_MONTH)
#: other months whose pay came (7月8月都结了, 其他月份都给了): the sums are those of the months that are out
_OTHERS_CAME = re.compile(
    r"(?:(?P<months>(?:(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:的)?[、,和跟到至]?)+)|(?:其他|其它|别的|另外|剩下|后面|前面|之前|以前|以后)(?:的)?(?:几个)?(?:月份?)?)"
    r"(?:的)?(?:工资|工钱|钱)?(?:老板|公司|厂里|他)?(?:都|全|已经|倒是|也|就|是)*(?:给|发|付|结|到账|清)(?:清|齐|完)?了(?=[,。!?;]|$)")
#: something was paid for the months: the sums may be what was earned
_CAME = re.compile(r"(?<![没不未])(?<!没有)(?:给|发|付|结|打|领|拿)(?:了|过)|到[账手]了")


def month_sums(scene: Scene, asked: bool = False) -> Amount | None:
    """The sums of two different months or more, each told to stay out, as one sum of them all; None when another sum stands
    beside them.

    `asked`: the text answers how much is owed, so that no word of owing is needed (5月1800,6月2200).
    """
    sums, whole = _sums(scene)
    heads = _heads(scene.text, sums)
    if len(heads) < 2 or len(heads) != len(sums) or is_question(scene.text):
        return None
    months = {(head["year"] or "", head["month"].removesuffix("份")) for head in heads}
    if len(months) != len(heads) or not _all_out(scene.text, sums, heads, asked):
        return None
    if whole:
        return whole
    begin = heads[0].start("first") if heads[0]["first"] else _begin(heads[0])
    low, high = sum(one.low for one in sums), sum(one.high for one in sums)
    end = sums[-1].end
    return Amount(begin, end, scene.text[begin:end], low, high, any(one.vague for one in sums))


def _sums(scene: Scene) -> tuple[list[Amount], Amount | None]:
    """The sums of the text, and apart from them the last one when it is told as the whole (一共欠4500)."""
    sums = [one for one in scene.amounts if one.unit == "sum"]
    last = sums[-1] if len(sums) > 2 and _WHOLE.search(scene.text[sums[-2].end : sums[-1].start]) else None
    return (sums[:-1], last) if last else (sums, None)


def is_row_of_months(scene: Scene) -> bool:
    """Whether every sum of the text is headed by another month, two or more, so that none alone is what is owed."""
    sums, whole = _sums(scene)
    months = {(head["year"] or "", head["month"].removesuffix("份")) for head in _heads(scene.text, sums)}
    return whole is None and len(months) > 1 and len(months) == len(sums)


def months_owed(scene: Scene, asked: bool = False) -> Fact | None:
    """The stretch of those months, when they follow one another without a gap; else None."""
    sums, _ = _sums(scene)
    heads = _heads(scene.text, sums)
    days = [day for day in scene.dates if any(head.start("month") <= day.start < head.end("month") or (
        head["year"] and day.start == head.start("year")) for head in heads)]
    if month_sums(scene, asked) is None or len(days) != len(sums) or not _in_a_row(days):
        return None
    return stretch(days[0], min(days[-1].last, scene.today), scene.text[days[0].start : days[-1].end])


def _begin(head: re.Match[str]) -> int:
    return head.start("year") if head["year"] else head.start("month")


def _heads(text: str, sums: list[Amount]) -> list[re.Match[str]]:
    """The words that head each sum, from the sum before it; empty when one is not headed by a month."""
    found = []
    for index, one in enumerate(sums):
        left = sums[index - 1].end if index else max(text.rfind(mark, 0, one.start) for mark in "。!?") + 1
        match = _HEAD.search(text, left, one.start)
        between = text[left : match.start()] if match else ""
        if match is None or (index and not (not between or _OUT.fullmatch(between) or re.fullmatch(r"块钱?|元", between))):
            return []
        found.append(match)
    return found


def _all_out(text: str, sums: list[Amount], heads: list[re.Match[str]], asked: bool) -> bool:
    """Whether each sum is told to stay out: beside itself, by the word before the first month, or by one word behind all."""
    if _CAME.search(_without_settled(text, heads)):
        return False
    behind = text[sums[-1].end :]
    if all(_JOINED.match(text, one.end) for one in sums[:-1]) and _OUT.match(behind):
        return True
    if asked or heads[0]["first"] or _ALL_OUT.search(behind):
        return True
    return all(head["owes"] or head["first"] or _OUT.match(text[one.end :]) for head, one in zip(heads, sums, strict=True))


def _without_settled(text: str, heads: list[re.Match[str]]) -> str:
    """The text without the clause that other months than these were paid (7月8月都结了)."""
    owed = {head["month"].removesuffix("份") for head in heads}
    settled = _OTHERS_CAME.search(text)
    if settled is None:
        return text
    came = {month["month"].removesuffix("份") for month in _ONE_MONTH.finditer(settled.group())}
    return text if came & owed else text[: settled.start()] + text[settled.end() :]


def is_one_of_several(scene: Scene, amount: Amount) -> bool:
    """Whether the sum is what one month stays out, while another month is out too and its sum is not told."""
    start, end = scene.clause(amount.start)
    here = _ONE_MONTH.search(scene.text, start, end)
    others = [match for match in _NO_SUM.finditer(scene.text) if not start <= match.start() < end]
    return here is not None and any(match["month"].rstrip("份") != here["month"].rstrip("份") for match in others)


def _in_a_row(days: list[DatePhrase]) -> bool:
    """Whether whole months follow one another."""
    starts = [day.first.year * 12 + day.first.month for day in days]
    whole = all(day.first.day == 1 and (day.last - day.first).days < 31 for day in days)
    return whole and starts == list(range(starts[0], starts[0] + len(starts)))
