"""The facts of a case as inputs of the calculations: rate, days, how the work ended."""
from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bot.law.facts import CaseFacts, Day, as_number
from bot.law.money.compensation import ENDINGS, Ending
from bot.law.money.values import Range
from bot.law.money.wages import LAWS, Unit, month_wage

WORDS: tuple[tuple[Ending, re.Pattern[str]], ...] = (
    ("forced", re.compile(
        r"(?:被迫|逼(?:着|我|我们)*)(?:离职|辞职|辞工|走|解除)|(?:不发工资|拖欠|欠薪|没发工资|不交社保)[^，,。]{0,8}(?:辞职|辞工|离职|走了|不干了)"
    )),
    ("fault", re.compile(
        r"(?:严重违纪|违反(?:规章|制度|纪律)|偷(?:了)?(?:东西|钱|厂里)|打架|旷工)[^。]{0,10}(?:辞退|开除|解雇|解除)|"
        r"(?:辞退|开除)[^,，。]{0,6}(?:严重违纪|违反)"
    )),
    ("resigned", re.compile(r"(?:自己|主动|自愿)(?:辞|走|离|不干)|不想干了|个人原因")),
    ("illegal", re.compile(
        r"违法(?:解除|辞退|开除)|无故(?:辞退|开除|解雇)|没有?(?:任何)?(?:理由|原因)[^，,。]{0,4}(?:辞退|开除|解雇|赶)|"
        r"怀孕[^，,。]{0,6}(?:辞退|开除)"
    )),
    ("closed", re.compile(r"(?:厂|公司|单位|店)(?:子)?(?:倒闭|关门|关了|破产|解散|注销)|倒闭|破产|解散")),
    ("expired", re.compile(r"合同(?:到期|期满)[^，,。]{0,6}(?:不续|没续|不签|没签)")),
    ("no_fault", re.compile(r"不能胜任|医疗期|客观情况|干不了[^，,。]{0,4}(?:辞退|解除)")),
    ("agreed", re.compile(r"协商(?:一致)?(?:离职|解除)|谈好(?:离职|解除)")),
)
DISMISSED = re.compile(r"辞退|开除|炒(?:了|鱿鱼)|裁员|被裁|解雇|赶走")
SLOTS = ("claim_words", "end_date", "still_working", "owed_amount")


def pay_rate(case: CaseFacts) -> tuple[Range, Unit] | None:
    """Fen for one unit, least and most, and the unit; None when not told or nothing."""
    fact = case.usable("pay_rate")
    rates = [part for part in (fact.low, fact.value, fact.high) if isinstance(part, dict)] if fact else []
    units = {part.get("unit") for part in rates}
    sums = [number for part in rates if (number := as_number(part.get("amount")))]
    if len(units) != 1 or not sums:
        return None
    for unit in LAWS:
        if unit in units:
            return Range(Decimal(int(min(sums) * 100)), Decimal(int(max(sums) * 100))), _unit(unit)
    return None


def monthly(case: CaseFacts) -> tuple[int, int] | None:
    """The wage of a month in fen, least and most; None for piece work or an untold rate."""
    told = pay_rate(case)
    if told is None or told[1] == "piece":
        return None
    wage = month_wage(*told)
    return int(wage.low), int(wage.high)


def ending(case: CaseFacts) -> Ending | None:
    """How the work ended: the optional fact `end_reason`, else his words; `unknown` for a dismissal that is not told
    further, None when nothing speaks of an end."""
    told = case.code("end_reason")
    for name in ENDINGS:
        if told == name and name != "unknown":
            return _ending(name)
    words = case.words(*SLOTS)
    for name, pattern in WORDS:
        if pattern.search(words):
            return name
    return "unknown" if DISMISSED.search(words) else None


def period(case: CaseFacts, today: date) -> tuple[Day, Day] | None:
    """The owed period; failing it the time of work up to its end, or to today while he still works."""
    told = case.period()
    if told:
        return told
    begin, end = case.day("start_date"), last_day(case, today)
    return (begin, end) if begin and end else None


def last_day(case: CaseFacts, today: date) -> Day | None:
    """The last day of work; today while he still works."""
    end = case.day("end_date")
    if end:
        return end
    return Day(today, today, True) if case.flag("still_working") else None


def _unit(name: str) -> Unit:
    units: dict[str, Unit] = {"month": "month", "day": "day", "hour": "hour", "piece": "piece"}
    return units[name]


def _ending(name: str) -> Ending:
    found: dict[str, Ending] = {
        "forced": "forced", "agreed": "agreed", "no_fault": "no_fault", "illegal": "illegal", "expired": "expired",
        "closed": "closed", "resigned": "resigned", "fault": "fault",
    }
    return found[name]
