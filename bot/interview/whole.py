"""全都没给: the time that was not paid is the whole time of the work, also when one of its days is corrected later."""
from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace

from bot.chinese.impossible import bounds
from bot.chinese.owed_count import count_of_months, counted_months
from bot.chinese.owed_within import within_work
from bot.chinese.values import Fact

WHOLE_TIME = re.compile(
    r"(?<!安)全(?:部)?(?:都|是|的|欠|没|一分)|^全部?(?:的|吧|啊)?$|(?:都|一直|从来|一次|也)没(?:有)?(?:给|发|结|付|拿|得|到手|见|领)|都没有?$"
    r"|从头|一分(?:钱)?(?:也|都)?没|整个|所有的")
#: how many of them, and no time: 我们五个木工都没拿到
_THEY_ALL = re.compile(
    r"[\d一二两三四五六七八九十几]+(?:来|多)?(?:个|名|位)(?!月)[^,，。]{0,6}?(?:都|一直)没(?:有)?(?:给|发|结|付|拿|得|到手|见|领)(?:到|钱|工资)*")
DAYS = {"start_date", "end_date"}


def is_whole(text: str) -> bool:
    """Whether the words say that nothing was paid for the whole time."""
    return bool(WHOLE_TIME.search(_THEY_ALL.sub("", text))) and not count_of_months(text)


def whole_time(words: str, facts: Mapping[str, Fact]) -> Fact:
    """The owed period from the first to the last day of the work, in whole months where a day is not exact; vague when either
    leaves more than a month open."""
    start, end = bounds(facts.get("start_date")), bounds(facts.get("end_date"))
    if not start or not end or any(low.isoformat()[:7] != high.isoformat()[:7] for low, high in (start, end)):
        return Fact("vague", words=words)
    first = start[0] if start[0] == start[1] else start[0].replace(day=1)
    last = end[1] if end[0] == end[1] else end[1].replace(day=monthrange(end[1].year, end[1].month)[1])
    return Fact("known", value=[first.isoformat(), last.isoformat()], words=words)


def in_new_days(facts: Mapping[str, Fact], told: Mapping[str, Fact], before: Mapping[str, Fact]) -> dict[str, Fact]:
    """The facts, the owed period moved with a day of the work that was just told, where it was told as the whole time or as
    a number of months, and cut at the days of the work; `before`: the facts until now."""
    period = facts.get("owed_period")
    if period and period.value is None and count_of_months(period.words):
        counted = counted_months(period.words, bounds(facts.get("end_date")))
        return within_work({**facts, "owed_period": replace(counted, state=period.state)})
    if period and "owed_period" not in told and DAYS & told.keys() and is_whole(period.words):
        return {**facts, "owed_period": whole_time(period.words, facts)}
    return within_work(facts, before if "owed_period" not in told else facts)


def other_months(before: Mapping[str, Fact], told: Mapping[str, Fact], facts: Mapping[str, Fact]) -> dict[str, Fact]:
    """The owed period as it is kept, where it is another than the one that was told: this is said back."""
    said, kept = told.get("owed_period", before.get("owed_period")), facts.get("owed_period")
    return {"owed_period": kept} if kept and said and (kept.value, kept.low) != (said.value, said.low) else {}
