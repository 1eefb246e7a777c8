"""How many days he worked (干了42天): the days of work, not the time from the first to the last."""
from __future__ import annotations

import re

from bot.chinese.lengths import find_lengths
from bot.chinese.values import Fact

_WORKED = re.compile(
    r"(?:干|做|上班|上|出勤|出工|打工)(?:了|过|满|的|是)?(?:一共|总共|整整|有|共|[,，])*$|(?:出勤|出工|上班)(?:的)?(?:天数|日数)(?:是|有|一共|总共|共)*$")
#: a rule, a condition, or the days of each month
_NO_DEED = re.compile("[没不未]|如果|要是|规定|必须|至少|每|一个月|才|说|只要|试用|试工|又|再|再过|连续")
_BEHIND = re.compile(r"(?:才|就|以上|以内|之内|一|的?试用|的?[夜晚]班|的?加班|没(?:来|上|去|休))")
_ABOUT = re.compile("大约|大概|差不多|左右|上下")
_ABOUT_BEFORE = re.compile(f"(?:{_ABOUT.pattern})$")


def counted_days(fact: Fact | None) -> tuple[float, float] | None:
    """The days worked as he counted them, least and most (大概九十天: 90, though it may have been some more or less)."""
    if fact is None or fact.state not in ("known", "vague"):
        return None
    if isinstance(fact.value, int | float):
        return (fact.value, fact.value) if not isinstance(fact.value, bool) and fact.value > 0 else None
    found = find_lengths(_ABOUT.sub("", fact.words))
    return (found[0].days_low, found[0].days_high) if len(found) == 1 and found[0].days_low and found[0].days_high else None


def read_days_worked(text: str) -> dict[str, Fact]:
    """`days_worked`, when just one number of days is told as worked (vague for 大概九十天); else empty."""
    found = []
    for length in find_lengths(text):
        lead = re.split(r"[,，。;!?；]", text[: length.start])[-1]
        if length.days_low is None or length.owed or "周" in length.words or not _WORKED.search(text[: length.start]):
            continue
        if _NO_DEED.search(lead) or _BEHIND.match(text[length.end :]):
            continue
        found.append(length)
    if len(found) != 1 or re.search("星期|礼拜", found[0].words):
        return {}
    worked = _WORKED.search(text[: found[0].start])
    start = worked.start() if worked else found[0].start
    near = _ABOUT_BEFORE.search(text[:start])  # 大概干了九十天
    words = text[near.start() if near else start : found[0].end]
    if near and found[0].days is not None:
        found = find_lengths(near.group() + found[0].words)
    if found[0].days is None:
        low, high = found[0].days_low, found[0].days_high
        return {"days_worked": Fact("vague", low=low, high=high, words=words)}
    return {"days_worked": Fact("known", value=found[0].days, words=words)}
