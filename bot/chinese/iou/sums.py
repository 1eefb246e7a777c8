"""The sums of an IOU: owed, in capitals, due, paid; whether they agree. Money in fen."""
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.chinese.amounts import find_amounts
from bot.chinese.capital import find_capitals
from bot.chinese.values import Amount

_OWED = re.compile(
    r"(?:尚欠|实欠|实际欠|下欠|仍欠|还欠|余欠|净欠|剩余|余款|还剩|剩下|欠款(?:金额|总额|数额|合计)|未付|未支付|尚未支付|没付|"
    r"差)[^,。;\n]{0,14}$"
)
_OWES = re.compile(r"欠[^。;\n]{0,40}$")
_PAID = re.compile(
    r"(?:已付|已支付|已发|已给|已还|归还|付了|付过|给了|还了|支付了|预支|借支|已领|已结|支取|扣除|(?:先|现|当场|今[天日])(?:支付|付|给|还))[^,。;\n]{0,10}$"
)
_OTHER = re.compile(r"(?:违约金|利息|押金|保证金|罚款?|生活费|每月|每个月|每次|每期|分期)[^,。;\n]{0,10}$")
_TRADITIONAL = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟貳參陸]")
_DUE = re.compile(r"(?:应付|应得|总工资|工资总额|总计|总共|合计|共计|一共|结算)[^,。;\n欠]{0,12}$")
_OWED_IN_ALL = re.compile(r"(?:[今兹现尚下仍共]欠|欠款(?:金额|总额|合计)?:?)[^,。;\n\d]{0,20}(?:[¥￥])?$")
_MORE = re.compile(r"(?:另有|另欠|另外|还有|外加|再加|加上|另加|另)[^,。;\n\d]{0,10}(?:[¥￥])?$")
#: of each of several
_EACH = re.compile(r"(?:每人|各自?|人均)[^,。;\n\d]{0,6}$")
_MEN = re.compile(r"(?<!\d)(?P<count>[2-9]|[1-9]\d|[二两三四五六七八九十])[名个位]?(?:农民工|民工|工人|工友|人)[^,。;\n]{0,8}$")
_COUNT = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_PART = re.compile(r"\s*(?:/|每|一[天月个])")
_IN_ALL = re.compile(r"(?:总计|总共|合计|共计|一共)[^,。;\n]{0,8}$")
_TAIL = re.compile(r"^[^,。;\n]{0,4}(?:未付|没付|未支付|没给|未给|未结)")


@dataclass(frozen=True)
class Clash:
    """Sums that do not agree, in fen: figures and capitals (`capital`); due, paid and owed (`left`); two owed
    (`two`); one owed and another beside it, without what they make together (`more`)."""

    kind: Literal["capital", "left", "two", "more"]
    sums: tuple[int, ...]

    @property
    def pair(self) -> tuple[int, int]:
        """The two sums that could be meant."""
        return (self.sums[0] - self.sums[1], self.sums[2]) if self.kind == "left" else (self.sums[0], self.sums[1])


@dataclass(frozen=True)
class Sums:
    """Sums found, None where there is none. `clash`: what does not agree. `both`: figures and capitals stand there and agree."""

    owed: int | None
    capital_words: str | None
    clash: Clash | None
    both: bool = False


def read_sums(flat: str) -> Sums:
    """The sums of an IOU in NFKC form."""
    capitals, figures = _both_kinds(flat)
    owed = _total(flat, figures) or _owed(flat, [one for one in figures if not _EACH.search(_before(flat, one))], capitals)
    capital = _paired(flat, capitals, owed)
    sum_owed = owed.low if owed else capital.low if capital else _of_all(flat, figures)
    clash = _clash(flat, figures, owed, capital, sum_owed)
    return Sums(sum_owed, capital.words if capital else None, clash, bool(owed and capital and owed.low == capital.low))


def _both_kinds(flat: str) -> tuple[list[Amount], list[Amount]]:
    """(sums in capitals, sums in figures); 贰万叁仟 without 元 is one in capitals too."""
    capitals = [one for one in find_capitals(flat) if _TRADITIONAL.search(one.words)]
    sums = [
        amount
        for amount in find_amounts(flat)
        if amount.unit == "sum"
        and not amount.vague
        and not any(amount.start < one.end and one.start < amount.end for one in capitals)
    ]
    bare = [one for one in sums if _TRADITIONAL.search(one.words) and not re.search(r"\d", one.words)]
    return sorted(capitals + bare, key=lambda one: one.start), [one for one in sums if one not in bare]


def _before(flat: str, amount: Amount) -> str:
    return flat[max(0, amount.start - 44) : amount.start]


def _owed(flat: str, figures: list[Amount], capitals: list[Amount]) -> Amount | None:
    """The figure that is owed: after 尚欠 and its like, before 未付, after 欠, beside the sum in capitals; never what was
    paid, a part of it, interest or a deposit."""
    for amount in figures:
        if _OWED.search(_before(flat, amount)) or _TAIL.match(flat[amount.end : amount.end + 10]):
            return amount
    left = [amount for amount in figures if not any(kind.search(_before(flat, amount)) for kind in (_PAID, _OTHER))]
    for amount in left:
        if _OWES.search(_before(flat, amount)):
            return amount
    beside = [(_between(amount, one), amount) for amount in left for one in capitals if _between(amount, one) <= 10]
    if beside:
        return min(beside, key=lambda pair: pair[0])[1]
    in_all = [amount for amount in left if _IN_ALL.search(_before(flat, amount))]
    found = in_all or left
    return found[-1] if found else None


def _more(flat: str, figures: list[Amount]) -> list[Amount]:
    """Sums that are owed beside the first: 另有加班费2600元."""
    return [one for one in figures[1:] if _MORE.search(_before(flat, one)) and not _PART.match(flat[one.end : one.end + 8])
            and not any(kind.search(_before(flat, one)) for kind in (_PAID, _OTHER))]


def _total(flat: str, figures: list[Amount]) -> Amount | None:
    """What the sums beside each other make together, where it is written."""
    more = _more(flat, figures)
    together = figures[0].low + sum(one.low for one in more) if more else None
    return next((one for one in figures[1:] if one not in more and one.low == together), None)


def _of_all(flat: str, figures: list[Amount]) -> int | None:
    """What several are owed together, where only the share of each and their number stand there."""
    for one in figures:
        share = _EACH.search(_before(flat, one))
        men = _MEN.search(_before(flat, one)[: share.start()]) if share else None
        if men:
            return one.low * (int(men["count"]) if men["count"].isdigit() else _COUNT[men["count"]])
    return None


def _between(figure: Amount, capital: Amount) -> int:
    """How many signs stand between the two, which may be one sum written twice."""
    return max(capital.start - figure.end, figure.start - capital.end)


def _paired(flat: str, capitals: list[Amount], owed: Amount | None) -> Amount | None:
    """The sum in capitals that belongs to the owed one: the next behind it, else the nearest before."""
    if not capitals:
        return None
    if owed is None:
        return next((one for one in capitals if _OWED.search(_before(flat, one))), capitals[-1])
    behind = [one for one in capitals if 0 <= one.start - owed.end <= 16]
    ahead = [one for one in capitals if 0 <= owed.start - one.end <= 10]
    return behind[0] if behind else ahead[-1] if ahead else min(capitals, key=lambda one: abs(one.start - owed.start))


def _clash(flat: str, figures: list[Amount], owed: Amount | None, capital: Amount | None, total: int | None) -> Clash | None:
    if owed and capital and owed.low != capital.low:
        return Clash("capital", (owed.low, capital.low))
    due = next((one.low for one in figures if one is not owed and _DUE.search(_before(flat, one))), None)
    paid = [one.low for one in figures if one is not owed and _PAID.search(_before(flat, one))]
    if due is not None and len(paid) == 1 and total is not None and due - paid[0] != total:
        return Clash("left", (due, paid[0], total))
    more = _more(flat, figures)
    if more and owed in figures[:1] and total is not None:
        return Clash("more", (total, *(one.low for one in more)))
    each = _of_all(flat, figures)
    if each is not None and total is not None and each != total:
        return Clash("two", (total, each))
    return _two_owed(flat, figures, paid)


def _two_owed(flat: str, figures: list[Amount], paid: list[int]) -> Clash | None:
    """Two different sums that both are said to be owed in all; no clash when the sum of what was paid lies between them."""
    owed = [one for one in figures if _OWED_IN_ALL.search(_before(flat, one))]
    told = list(dict.fromkeys(one.low for one in owed if not _PART.match(flat[one.end : one.end + 8])))
    if len(told) != 2 or abs(told[0] - told[1]) in (*paid, sum(paid)) or any(kind.low not in told for kind in figures):
        return None
    return Clash("two", (told[0], told[1]))
