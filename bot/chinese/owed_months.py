"""Which months are unpaid: a stretch from its first day to its last, months in a row, the last months before the end."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from bot.chinese.counts import to_int
from bot.chinese.dates import find_dates
from bot.chinese.periods import find_period
from bot.chinese.spans import ONE_DAY, add_months
from bot.chinese.values import DatePhrase, Fact, Period
from bot.chinese.yes_no import bare, clauses

_LAST_MONTHS = re.compile(r"(?:就|是|只|差|欠|没给|没发)*最后的?(?:那|"
    r"这)?(?P<count>[\d一二两三四五六七八九十]{1,2})?个(?P<half>半)?月(?:的|没给|没发|没结|工资|工钱|钱|都|全|了)*")
_BUT_THE_FIRST = re.compile(
    r"(?:就|只|除了)*(?:头|第)(?:一|1)个月(?:的?工资|的?钱)?(?:给|发|结|付)了?(?:,|\s)*(?:后[头面来]的?|剩下的?|其他的?|以后的?)(?:都|全|就|也|一直|几个月)*没(?:有)?(?:给|发|结|付)(?:了|过)?")
_HALF = re.compile(r"月份?的?(?:的?工资)?(?:就|只|还|有|差|欠)*(?:半个月|一半|半月)")
_HALF_A_MONTH = 15 * ONE_DAY
_MONTH = r"(?:1[0-2]|\d|十[一二]|[一二三四五六七八九十])"
_RUN = re.compile(
    rf"{_MONTH}(?:[ ,、]?{_MONTH})+?[ ,、]?{_MONTH}"
    r"(?:月份?(?:[ ,这]*[三四五六]个月)?|[ ,这]*(?P<count>[三四五六])个月)"
)
_COUNTED = re.compile(
    rf"(?P<owed>(?:欠|差|拖欠|没给|没发|没结|压)(?:着|了)?(?:我们?|俺们?)?)?"
    rf"(?P<months>(?<![\d十一二三四五六七八九第]){_MONTH}(?:[ 、]?{_MONTH})+)"
    rf"(?P<rest>月?份?这?(?P<count>[两二三四五六])个月)(?(owed)|(?=(?:的?(?:工资|工钱|钱))?(?:都|全|也|一直|还)*[没未]))"
)
_NAMED_ONE_BY_ONE = re.compile(rf"{_MONTH}(?:月?份?(?:[、,和跟]|以及|还有)?{_MONTH})+月?份?")
_MONTHS_IN_A_TEXT = re.compile(rf"{_MONTH}月?份?(?:(?:[、,和跟到]|以及|还有)+{_MONTH}月份?|{_MONTH}月份?)+")
_JOINED = re.compile(r"[、,和跟]|以及|还有")
_YEAR_SAID = re.compile(r"[今去前]年的?|(?:20)?\d\d年的?")
#: a part of a month with no exact edge: work told up to it ended about then, work told from it began about then
_LOOSE_LAST = re.compile(r"月份?(?:中旬?|上旬|初|头)$")
_LOOSE_FIRST = re.compile(r"月份?(?:中旬?|下旬|[底末尾低])$")
_THROUGH = re.compile(r"[到至-]|以后|之后|开始|起")
_YEAR_LAST = re.compile(
    rf"(?:就|应该|都)*是?(?P<months>(?:{_MONTH}(?:月份?)?[ 、,和跟到至-]*)+月份?)的?[ ,]*"
    r"(?:都|就|是)*(?P<year>[今去前]年|20\d\d年)的?"
)
_ONLY_MONTHS = re.compile(
    r"(?:[今去前]年)?(?:[\d一二三四五六七八九十、,和跟到至-]{1,6}月份?[、和跟到至-]?){1,6}(?:的|没给|没发|的工资|工资)+"
)


def owed_period(period: Period, today: date) -> Fact | None:
    """The unpaid stretch as ["first day", "last day"]; open at the end means up to today. Vague when it is only a year."""
    if period.begin is None:
        return None
    last = today if period.ongoing or period.finish is None else min(period.finish.last, today)
    if period.begin == period.finish and is_since(period.begin.words):
        last = today
    if last < period.begin.first:
        return None
    finish = None if period.ongoing or period.finish is period.begin else period.finish
    return stretch(period.begin, last, period.words, finish)


def is_since(words: str) -> bool:
    """Whether a time is the first of all that followed (8月份之后, 五月以后)."""
    return bool(re.search("(?:之|以)?后$", words))


def stretch(first: DatePhrase, last: date, words: str, finish: DatePhrase | None = None) -> Fact:
    """From the first day of one time to a last day, that of `finish` when it was told; vague when only the year of the beginning
    is known, or an end is a part of a month (到9月中): the widest days then."""
    begin, end = first.first.isoformat(), last.isoformat()
    year_only = (first.last - first.first).days > 62 and not re.search("月|季度", first.words)
    if year_only or (finish is not None and has_loose_end(first.words, finish.words)):
        return Fact("vague", low=begin, high=end, words=words)
    return Fact("known", value=[begin, end], words=words)


def has_loose_end(first: str, last: str) -> bool:
    """Whether a stretch told by two times begins or ends somewhere in a month (8月到9月中), not at its first or last day."""
    return bool(_LOOSE_FIRST.search(first) or _LOOSE_LAST.search(last))


def in_order(words: str) -> bool:
    """Whether months named one by one follow one another, either way (五月、六月; not 五月、七月); true for any other words."""
    plain = re.sub(r"\s|[今去前]年|\d{2,4}年|的|工资", "", words)
    months = _every_month(plain)
    if not months or not _NAMED_ONE_BY_ONE.fullmatch(re.sub("[到至]", "、", plain)):
        return True
    pairs = list(pairwise(months))
    return all(later == one % 12 + 1 for one, later in pairs) or all(one == later % 12 + 1 for one, later in pairs)


def _every_month(plain: str) -> list[int]:
    """The months of a row, those of a stretch in it one by one (2月和4月到6月: 2, 4, 5, 6)."""
    months: list[int] = []
    for piece in _JOINED.split(plain):
        named = [to_int(month) or 0 for month in re.findall(_MONTH, piece)]
        through = len(named) == 2 and re.search("[到至]", piece)
        months += [(named[0] + step - 1) % 12 + 1 for step in range((named[1] - named[0]) % 12 + 1)] if through else named
    return months


def leaves_a_gap(text: str) -> bool:
    """Whether an answer names months that do not follow one another (2月、3月、5月; 2月和4月到6月): they are no one stretch."""
    row = _MONTHS_IN_A_TEXT.search(_YEAR_SAID.sub("", text))
    return row is not None and not in_order(row.group())


def one_stretch(found: list[Fact], words: str) -> Fact | None:
    """All unpaid times of a text as one, said with `words`; None when they leave a gap, for half of them would be wrong."""
    if len(found) == 1 and found[0].state != "unknown":
        return found[0]
    if any(fact.state == "unknown" for fact in found):
        return None
    if any(fact.state != "known" for fact in found):
        return found[0]
    ends = sorted((date.fromisoformat(fact.value[0]), date.fromisoformat(fact.value[1])) for fact in found)
    last = ends[0][1]
    for begin, end in ends[1:]:
        if begin > last + ONE_DAY:
            return None
        last = max(last, end)
    return Fact("known", value=[ends[0][0].isoformat(), last.isoformat()], words=words)


def whole_period(text: str, today: date) -> Fact | None:
    """The unpaid stretch that a period in an answer names (2月到5月, 从3月到现在), or None."""
    period = find_period(text, today)
    return owed_period(period, today) if period else None


def last_months(text: str, known: dict[str, Fact], today: date) -> Fact | None:
    """The unpaid stretch of 最后两个月, counted back from the known end of the work (or today when it goes on).

    Known when that end is the last day of a month and the months are whole ones, else vague; None without an end.
    """
    match = _LAST_MONTHS.fullmatch(bare(text))
    if match is None and _BUT_THE_FIRST.fullmatch(bare(text)):
        return _but_the_first(text, known, today)
    count = to_int(match["count"] or "一") if match else None
    end = known.get("end_date")
    still = known.get("still_working")
    day = (end.value or end.high) if end else today.isoformat() if still and still.value else None
    if not count or not day:
        return None
    last = date.fromisoformat(str(day))
    half = bool(match and match["half"])
    first = add_months(last + ONE_DAY, -count) - _HALF_A_MONTH * half
    if (last + ONE_DAY).day == 1 and not half:
        return Fact("known", value=[first.isoformat(), last.isoformat()], words=text)
    return Fact("vague", low=first.isoformat(), high=last.isoformat(), words=text)


def _but_the_first(text: str, known: dict[str, Fact], today: date) -> Fact | None:
    """All months but the first (头一个月给了后头没给), from the known days; vague when the first was no whole month."""
    start, end, still = (known.get(slot) for slot in ("start_date", "end_date", "still_working"))
    begin = start.value or start.low if start else None
    last = (end.value or end.high) if end else today.isoformat() if still and still.value else None
    if not begin or not last:
        return None
    day = date.fromisoformat(str(begin))
    first = add_months(day, 1)
    if first.isoformat() > str(last):
        return None
    whole = day.day == 1 and start is not None and start.value is not None and end is not None and end.value is not None
    if whole:
        return Fact("known", value=[first.isoformat(), str(last)], words=text)
    return Fact("vague", low=first.replace(day=1).isoformat(), high=str(last), words=text)


def half_of_a_month(text: str, found: Fact | None) -> Fact | None:
    """A month of which a half is owed (三月半个月) as vague: which half is not told."""
    value = found.value if found else None
    if found is None or not _HALF.search(text) or not isinstance(value, list) or value[0][:7] != value[1][:7]:
        return found
    return Fact("vague", low=value[0], high=value[1], words=text)


def row_of_months(text: str, today: date) -> Fact | None:
    """The unpaid stretch of months counted in one breath of owing (欠我七八两个月), when figures and count agree; else None."""
    match = _COUNTED.search(text)
    if match is None:
        return None
    named = [to_int(month) or 0 for month in re.findall(_MONTH, match["months"])]
    if named != list(range(named[0], named[0] + len(named))) or to_int(match["count"]) != len(named):
        return None
    found = month_list(f"{named[0]}月到{named[-1]}月", today)
    return replace(found, words=match["months"] + match["rest"]) if found else None


def _in_a_row(text: str) -> str:
    """Three months and more in a row as a stretch (六七八月 and 7 8 9 三个月: 六月到八月, 7月到9月)."""
    match = _RUN.search(text)
    if match is None:
        return text
    named = re.findall(_MONTH, re.split(r"月|[三四五六]个月", match.group())[0])
    months = [to_int(month) or 0 for month in named]
    told = (to_int(match["count"]) or 0) if match["count"] else len(months)
    if months != list(range(months[0], months[0] + told)):
        return text
    return f"{text[:match.start()]}{named[0]}月到{named[-1]}月{text[match.end():]}"


def _year_first(text: str) -> str:
    """The year told behind the months, put before them (是9月和10月 今年的: 今年9月和10月的)."""
    match = _YEAR_LAST.fullmatch(text)
    return f"{match['year']}{match['months']}的" if match else text


def months_alone(text: str, today: date) -> Fact | None:
    """The unpaid stretch of a clause that only names months (4月和5月的, in: 4月和5月的,一共7800), or None."""
    return next((found for clause in clauses(text)[:4] if (found := only_months(clause, today))), None)


def only_months(text: str, today: date) -> Fact | None:
    """The unpaid stretch of a text that names months and nothing else (4月和5月的, 六七八月的, 7 8 9 三个月), or None."""
    row = _in_a_row(_year_first(text))
    if not _ONLY_MONTHS.fullmatch(row) and (row == text or not _ONLY_MONTHS.fullmatch(row + "的")):
        return None
    found = month_list(row, today)
    return replace(found, words=text) if found else None


def _apart(days: list[DatePhrase]) -> bool:
    """Whether whole months leave a gap between them."""
    months = sorted({(day.first, day.last) for day in days if 26 < (day.last - day.first).days < 62})
    return any(later[0] > one[1] + ONE_DAY for one, later in pairwise(months))


def month_list(text: str, today: date) -> Fact | None:
    """The stretch from the first to the last of the months named (3月、4月和5月); None when there is none, or a gap in them."""
    row = _in_a_row(_year_first(text))
    days = [day for day in find_dates(row, today) if day.first <= today and re.search("[月年冬腊]", day.words)]
    if not days:
        return None
    first = min(days, key=lambda day: day.first)
    if not _THROUGH.search(row) and _apart(days):
        return None
    last = today if is_since(days[-1].words) else max(day.last for day in days)
    return stretch(first, min(last, today), text)
