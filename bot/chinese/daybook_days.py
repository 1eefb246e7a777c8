"""The days of a day-book message: `5号到8号`, `3、4、5号`, `这周一到周五`, `11.3 `, `1号到10号除了5号`. Pure."""
from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.chinese.date_scan import scan
from bot.chinese.date_text import fold
from bot.chinese.dates import find_dates
from bot.chinese.daybook_dialect import in_common_words
from bot.chinese.daybook_left_out import NUMBER, LeftOut, spans
from bot.chinese.daybook_price import with_stretches
from bot.chinese.daybook_spoken import in_plain_words, without_side_money
from bot.chinese.daybook_values import MOST_DAYS, NotWritten
from bot.chinese.normalise import normalise
from bot.chinese.numerals import level
from bot.chinese.spans import ONE_DAY, add_months
from bot.chinese.values import DatePhrase

_N = NUMBER
#: 3、4、5号; 11月1、2、3日
_LIST = re.compile(
    rf"(?<![\d.号日天一二三四五六七八九十])({_N})(?=(?:\s*[、,和跟]\s*{_N})*\s*[、,和跟]\s*{_N}[号日])(?=\s*[、,和跟])")
_DOTTED = re.compile(
    r"(?<![\d.\-/])(1[0-2]|0?[1-9])[./](3[01]|[12]\d|0?[1-9])(?=[号日:]|\s+(?!(?:个|小时|天|工|h))|(?=[大小点半全没歇休]))[号日]?")
#: 1.5个工, 3号0.5: a number of 工, no day of January
_TENTHS = re.compile(
    r"(?<![\d.])(\d{1,2})\.(\d)(?=\s*(?:个|工|天|小时|钟|h|平|方|米|吨|亩))|(?<=[号日天:])\s*(\d)\.(\d)(?=[,。;\s]|$)")
_DASHED = re.compile(r"(?<![\d.\-/])(1[0-2]|0[1-9])-(0[1-9]|[12]\d|3[01])(?=[号日:\s])[号日]?(?!\s*-)")
_TWO_WEEKDAYS = re.compile(r"((?:周|星期|礼拜)[一二三四五六日天])(?=(?:周|星期|礼拜)[一二三四五六日天])")
_WEEKDAYS = {sign: place for place, sign in enumerate("一二三四五六")} | {"日": 6, "天": 6}
_NAMED_FIRST = re.compile(r"([号日])[\s,]*(?:周|星期|礼拜)[一二三四五六日天](?=\s*(?:到|至|-|~|—)\s*\d)")
_WEEKDAY_NAME = re.compile(r"(?:周|星期|礼拜)([一二三四五六日天])")
_WEEK = re.compile(
    r"(?P<which>上上|上|这|本)?个?(?:周|星期|礼拜)(?P<a>[一二三四五六日天])\s*(?:到|至|-|~)\s*(?:这|本|上)?(?:周|星期|礼拜)?(?P<b>[一二三四五六日天])(?!个)")
_WHOLE_WEEK = re.compile(r"(这个?|本|上个?)(?:周|星期|礼拜)(?=天天|每天|一直都|都)")
_HEADING = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])月份?的?(?:记工表?|工|考勤表?)?[:,\s]+(?=\d{1,2}[号日])")
_M = r"(?<!\d)(?:1[0-2]|0?[1-9]|上上个?|上个?|这个?|本)"
_DAY_OF_MONTH = re.compile(
    rf"(?:(?P<m>{_M})月份?\s*)?(?<![\d.])(?P<d>3[01]|[12]\d|0?[1-9])[号日](?![楼线院门房地栋工厂仓库])"
    rf"|(?P<whole>{_M})月份?(?=[^\d,]{{0,4}}(?:每天|天天|全勤|满勤|都|一天不落))")
_PART_OF_DAY = re.compile(r"(?<=[天日号晚])(?=上午|下午|早上|中午|晚上)")
_JOINT = re.compile(r"[\s、,和跟及还有]*")
_TO = re.compile(r"\s*(?:一直)?(?:干|做|上)?(?:到|至|-{1,2}|~|—|–)\s*")
_VAGUE = re.compile(r"前几天|这几天|那几天|前些天|前两天|前一阵|前段时间|最近|上旬|中旬|下旬|月[初底中末头]|左右|前后")
_ROUGHLY = re.compile(r"前几天|这几天|那几天|前些天|前两天|前一阵|前段时间|最近|有几天|有一天")
_SOME_OF_THEM = re.compile(r"[这那前]几天|前些天|有几天|有些天")
_YEAR_AGO = 300  # days: a day without its year that lay so far back is rather one that is to come
WHOLE_MONTH = re.compile(r"每天|天天|全勤|满勤|一天不落|都")


@dataclass(frozen=True)
class Part:
    """The days that stand together, and the words up to the next ones; `many`: they were told as a stretch or a list."""

    days: tuple[date, ...]
    words: str
    many: bool


def prepared(text: str, today: date) -> str:
    """The message in one spelling, with lists, dotted days and stretches of a week written out."""
    spoken = in_common_words(without_side_money(re.sub(r"[()]", ",", level(fold(normalise(text))))))
    plain = with_stretches(in_plain_words(spoken))
    plain = _NAMED_FIRST.sub(r"\1", plain)
    plain = re.sub(r"([和跟同像])(?:昨天|前天|昨日)一样", "", plain)
    plain = re.sub(r"工数[:,是为]?\s*(?=\d)", "工数,", plain)
    plain = _WHOLE_WEEK.sub(lambda found: _whole_week(found[1], today), plain)
    plain = _TENTHS.sub(lambda found: f"{found[1] or found[3]}点{found[2] or found[4]}", plain)
    plain = _WEEK.sub(lambda found: _week(found, today), plain)
    plain = _DASHED.sub(r"\1月\2号", _DOTTED.sub(r"\1月\2号", _TWO_WEEKDAYS.sub(r"\1、", plain)))
    return _PART_OF_DAY.sub(",", _with_months(_LIST.sub(r"\1号", _HEADING.sub(r"\1月", plain))))


def _with_months(plain: str) -> str:
    """Days that follow a day with its month are of that month as long as they go up (10月1号一个工,2号半个), or when they lie in
    a stretch told before them (10月1号到20号每天一个工,5号歇了; 10月全勤,5号歇了)."""
    month, last, end = "", 0, 0
    within: list[tuple[str, int, int]] = []
    left_out = spans(plain)

    def name(found: re.Match[str]) -> str:
        nonlocal month, last, end
        if found["whole"] or any(start <= found.start() < stop for start, stop in left_out):
            within.extend([(found["whole"], 1, 31)] if found["whole"] else [])
            return found[0]
        day, to = int(found["d"]), bool(month and _TO.fullmatch(plain[end:found.start()]))
        inside = [one for one, first, final in within if first <= day <= final and found["m"] in (None, one) and not to]
        before, own = (month, last), found["m"] or (inside[0] if inside else month if month and day > last else "")
        if found["m"] and not inside and not to:
            within.clear()  # the words went on to another time
        if not inside or not month:
            month, last = own, day
        end = found.end()
        if own and to:
            within.extend([(own, before[1], day)] if before[0] == own else [(before[0], before[1], 31), (own, 1, day)])
        return found[0] if found["m"] or not own else f"{own}月{found[0]}"

    return _DAY_OF_MONTH.sub(name, plain)


def _whole_week(which: str, today: date) -> str:
    """这个礼拜, 上周 before 每天 or 都 as two days; this week goes until today."""
    monday = today - timedelta(days=today.weekday() + (0 if which[0] in "这本" else 7))
    last = min(monday + timedelta(days=6), today)
    return f"{monday.year}年{monday.month}月{monday.day}号到{last.year}年{last.month}月{last.day}号"


def _week(found: re.Match[str], today: date) -> str:
    """A stretch of a week as two days; without 上 or 这 the last one whose first day is not to come."""
    shift = {"上上": 14, "上": 7}.get(found["which"] or "", 0)
    monday = today - timedelta(days=today.weekday() + shift)
    first, last = (monday + timedelta(days=_WEEKDAYS[found[name]]) for name in ("a", "b"))
    if found["which"] is None and last > today:
        first, last = first - timedelta(days=7), last - timedelta(days=7)
    return f"{first.year}年{first.month}月{first.day}号到{last.year}年{last.month}月{last.day}号"


def parts(plain: str, today: date, left_out: LeftOut | None = None) -> tuple[str, list[Part]]:
    """(words before the first day, the parts) of a prepared text, without the days that are left out of its stretches. Raises
    NotWritten for days that are vague, do not exist, lie in the future or are too many."""
    phrases = find_dates(plain, today)
    if len(phrases) < len(scan(plain)):
        raise NotWritten("no_such_day")
    if _SOME_OF_THEM.search(plain):
        raise NotWritten("vague_day")
    if not phrases:
        if _ROUGHLY.search(plain):
            raise NotWritten("vague_day")
        return plain, []
    groups = _groups(plain, _without_weekday_names(plain, phrases))
    made = []
    for place, group in enumerate(groups):
        end = groups[place + 1][0].start if place + 1 < len(groups) else len(plain)
        words = plain[group[-1].end:end]
        days = _days(plain, group, words, today)
        made.append(Part(tuple(days), words, len(group) > 1 or len(days) > 1))
    if sum(len(part.days) for part in made) > MOST_DAYS:
        raise NotWritten("too_many_days")
    _ask_which_weekday(groups, made)
    return plain[:phrases[0].start], _without(made, left_out) if left_out else made


def _ask_which_weekday(groups: list[list[DatePhrase]], made: list[Part]) -> None:
    """Raises NotWritten for a weekday told beside a stretch that holds several of it, or another one (1号到20号…礼拜六半个工)."""
    for group, part in zip(groups, made, strict=True):
        named = len(part.days) == 1 and _WEEKDAY_NAME.fullmatch(group[0].words.strip(" ,"))
        stretches = (day for other in made if other.many for day in other.days)
        there = [day for day in stretches if named and day.weekday() == part.days[0].weekday()]
        if there and there != list(part.days):
            raise NotWritten("which_days")


def _without(made: list[Part], left_out: LeftOut) -> list[Part]:
    """The parts, the stretches among them without the days that are left out. Raises NotWritten."""
    rest = set(left_out.taken_from(day for part in made if part.many for day in part.days))
    return [replace(part, days=tuple(day for day in part.days if day in rest)) if part.many else part for part in made]


def _without_weekday_names(plain: str, phrases: list[DatePhrase]) -> list[DatePhrase]:
    """The days without the name of a weekday right behind a day (11月8日 星期日). Raises NotWritten when it is not that day's."""
    kept = phrases[:1]
    for phrase in phrases[1:]:
        before = kept[-1]
        named = _WEEKDAY_NAME.fullmatch(phrase.words.strip(" ,"))
        if named and re.fullmatch(r"[\s,]*", plain[before.end:phrase.start]) and re.search(r"[号日]$", before.words.strip()):
            if before.first.weekday() != _WEEKDAYS[named[1]]:
                raise NotWritten("no_such_day")
            kept[-1] = replace(before, end=phrase.end)
            continue
        kept.append(phrase)
    return kept


def _groups(plain: str, phrases: list[DatePhrase]) -> list[list[DatePhrase]]:
    """Days with nothing told between them stand together."""
    groups = [[phrases[0]]]
    for phrase in phrases[1:]:
        between = plain[groups[-1][-1].end:phrase.start]
        if _TO.fullmatch(between) or _JOINT.fullmatch(between):
            groups[-1].append(phrase)
        else:
            groups.append([phrase])
    return groups


def _days(plain: str, group: list[DatePhrase], words: str, today: date) -> list[date]:
    found: list[date] = []
    for place, phrase in enumerate(group):
        if _VAGUE.search(phrase.words) or (not phrase.exact and not WHOLE_MONTH.search(words)):
            raise NotWritten("which_days" if not _VAGUE.search(phrase.words) else "vague_day")
        to = place > 0 and bool(_TO.fullmatch(plain[group[place - 1].end:phrase.start]))
        first, last = (_after(group[place - 1].last, phrase, today), phrase.last) if to else (phrase.first, phrase.last)
        if to:
            first, last = group[place - 1].last + ONE_DAY, first
            if last < first:
                continue
        elif not phrase.exact:
            last = min(last, today)
        long_ago = (today - first).days > _YEAR_AGO and "年" not in plain
        if last > today or first > today or long_ago:
            raise NotWritten("future")
        if (last - first).days > MOST_DAYS:
            raise NotWritten("too_many_days")
        found += [first + timedelta(days=step) for step in range((last - first).days + 1)]
    return list(dict.fromkeys(found))


def _after(begin: date, phrase: DatePhrase, today: date) -> date:
    """The last day of a stretch: never before its first (25号到3号: the 3rd of the next month)."""
    end = phrase.first
    if end >= begin:
        return end
    months = re.search(r"月", phrase.words)
    return add_months(end, 12 if months else 1)
