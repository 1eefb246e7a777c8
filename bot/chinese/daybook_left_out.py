"""Days left out of a stretch (1号到20号每天一个工,除了礼拜天; 5号不算; 周末休息). On prepared text. Pure."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.chinese.date_text import must_int
from bot.chinese.dates import find_dates
from bot.chinese.daybook_values import NotWritten

NUMBER = r"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_WEEKDAY = r"(?:每个?|逢)?(?:周|星期|礼拜)(?:[一二三四五六日天末](?:日(?!\d))?)|双休日"
_WEEKDAYS = rf"(?:(?<![号日上这本个])|(?=每|逢))(?:{_WEEKDAY})(?:[、,和跟还有\s]*(?:{_WEEKDAY}))*"
_DAY = rf"(?:(?:\d\d?|[一二三四五六七八九十]+)月)?{NUMBER}[号日]|大?前天|昨天|今天"
_DAYS = rf"(?:(?:{_DAY}|(?<![\d月]){NUMBER}(?=[、,和跟到至~-]))[、,和跟及还有到至~\s-]*)*(?:{_DAY})"
_FEW = rf"(?<![到至~\d-])(?:(?:{_DAY})[、和跟及还有\s]*)*(?:{_DAY})"
_BUT = r"除(?:了|开|掉|去)?|刨[去掉开除]|抛[去开掉]|减[去掉]|不算|不包括|不含|没算"
_FREE = (r"(?:没(?:有)?(?:干活|干|出工|去|上班|上工|做|来|活)|歇(?:了|着|工|班)?|休(?:息|假|了)?"
         r"|不(?:干活|干|上班|上|出工|做)|停工|放假|请假|耍|下雨|停电"
         r"|轮休|除外|不算|不包括|没算|以外|之外|外)了?")
#: 除了礼拜天和5号没干
_AHEAD = re.compile(
    rf"[,(]?\s*(?:{_BUT})\s*(?:了|掉)?(?P<said>(?:{_WEEKDAYS}|{_DAYS})(?:[、,和跟及还有\s]*(?:{_WEEKDAYS}|{_DAYS}))*)"
    rf"(?:[这那][几一两二三四五六七八九十\d]?天|[几两二三四五]天)?(?:(?:都|我|就|是)*(?:{_FREE}))*[,)]?")
#: 礼拜天都休息; 5号不算
_BEHIND = re.compile(
    rf"[,(]?\s*(?:(?P<week>{_WEEKDAYS})(?:都|全|就|也|是|我|一般|固定|,)*(?:{_FREE})+|(?P<days>{_FEW})(?:都|全|就|也|是)*(?:不算|除外|不包括|没算))[,)]?")
_STRETCH = re.compile(r"[号日天]\s*(?:一直)?(?:干|做|上)?(?:到|至|-{1,2}|~|—|–)|月份?(?![\d一二三四五六七八九十]+[号日]|份)")
#: a day of the week right behind a stretch is no name of its last day
_BEHIND_STRETCH = re.compile(
    rf"((?:到|至|-{{1,2}}|~|—|–)\s*(?:(?:\d\d?|这个?|上个?|上上个?|本)月份?)?{NUMBER}[号日])(?=周|星期|礼拜)")
_ONE_DAY = re.compile(
    rf"(?:(?P<m>\d\d?|[一二三四五六七八九十]+)月)?(?<![周期拜])(?P<d>{NUMBER})[号日]?(?P<to>\s*[到至~-])?")
_THE_REST = re.compile(r"其[他余它]的?(?:时间|日子)?|剩下?的?(?:日子)?|别的(?=[天日])")
_COUNT = r"(?:\d+|[一二两三四五六七八九十几]+)(?:来|多)?个?(?:半)?天"
#: free days whose number is told and no more (中间歇了两天, 做六休一)
_SOME_FREE = re.compile(
    rf"(?:歇|休息?|耍|没干|没活|没去|没做|停工?|停电|放假|请假?|下雨)(?:了|着|过|假)?{_COUNT}|{_COUNT}(?:都|是|我)?(?:没|歇|休|下雨|停|不|放|请|耍|除外)"
    rf"|(?:{_BUT}){_COUNT}|[单双]休|[上做干]\s*[六五二十\d]+\s*休|月休|轮休|[偶时]尔?(?:没|歇|休)|有时"
    rf"|{_COUNT}(?:都|是|只|我)*(?:干|做|上|出)?了?半[天个工]|差不多|基本|大概|几乎|大部分|多数")
_BEHIND_WORK = re.compile(r"没(?:出工|上工|开工|干|做|上班|去|活)|歇|休息|停工|停电|放假|请假|耍")
_EVERY_DAY = re.compile(r"(?:天天|每天)都?(?:在)?(?:上工|出工|干|做|上班)")
_HALF_A_DAY = re.compile(r"[上下]午|半天|早上|晚上|中午")
_SIGNS = {sign: place for place, sign in enumerate("一二三四五六")} | {"日": 6, "天": 6}


@dataclass(frozen=True)
class LeftOut:
    """Days not to be written: (month or None, day), days of the calendar, days of the week (Monday is 0)."""

    numbers: frozenset[tuple[int | None, int]] = frozenset()
    dates: frozenset[date] = frozenset()
    weekdays: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.numbers or self.dates or self.weekdays)

    def taken_from(self, days: Iterable[date]) -> list[date]:
        """The other days. Raises NotWritten when what is left out does not lie among the days once (a day of the week: at
        least once), or when nothing remains."""
        days = list(days)
        out: set[date] = set()
        for month, number in self.numbers:
            out |= _once([day for day in days if day.day == number and month in (None, day.month)])
        for one in self.dates:
            out |= _once([day for day in days if day == one])
        for weekday in self.weekdays:
            there = {day for day in days if day.weekday() == weekday}
            if not there:
                raise NotWritten("left_out")
            out |= there
        rest = [day for day in days if day not in out]
        if not rest:
            raise NotWritten("left_out")
        return rest


def _once(found: list[date]) -> set[date]:
    if len(set(found)) != 1:
        raise NotWritten("left_out")
    return set(found)


def is_stretch(plain: str) -> bool:
    """Whether days are told from one to another, or a whole month."""
    return bool(_STRETCH.search(plain))


def spans(plain: str) -> list[tuple[int, int]]:
    """Where days stand that are left out by 除了 and the like."""
    return [found.span() for found in _AHEAD.finditer(plain)]


def without_left_out(plain: str, today: date) -> tuple[str, LeftOut]:
    """The text without the days that are left out of a stretch, and those days."""
    if not is_stretch(plain):
        return plain, LeftOut()
    apart = _BEHIND_STRETCH.sub(r"\1,", plain)
    said = [found["said"] for found in _AHEAD.finditer(apart)]
    rest = _AHEAD.sub(",", apart)
    said += [found["week"] or found["days"] for found in _BEHIND.finditer(rest)]
    if not said:
        return plain, LeftOut()
    left = _THE_REST.sub(",", _BEHIND.sub(",", rest))
    return left, LeftOut(frozenset(_numbers(said)), frozenset(_dates(said, today)), frozenset(_weekdays(said)))


def _weekdays(said: Iterable[str]) -> Iterator[int]:
    for words in said:
        if re.search(r"[周期拜]末|双休", words):
            yield from (5, 6)
        for found in re.finditer(r"(?:周|星期|礼拜)([一二三四五六日天])(日)?", words):
            yield from (_SIGNS[sign] for sign in found.groups() if sign)


def _numbers(said: Iterable[str]) -> Iterator[tuple[int | None, int]]:
    for words in said:
        month, last, to = None, 0, False
        for found in _ONE_DAY.finditer(words):
            month, day = must_int(found["m"]) if found["m"] else month, must_int(found["d"])
            yield from ((month, one) for one in (range(last + 1, day + 1) if to and day > last else (day,)))
            last, to = day, bool(found["to"])


def _dates(said: Iterable[str], today: date) -> Iterator[date]:
    for words in said:
        for found in re.finditer(r"大?前天|昨天|今天", words):
            yield find_dates(found[0], today)[0].first


def unknown_free(words: str, off: bool) -> bool:
    """Whether beside the work of a stretch stands that he was free on some of its days, and not on which ones. `off`: it was
    read as free altogether."""
    if off:
        return bool(_EVERY_DAY.search(words))
    clauses = re.split(r"[,。;]", words)
    return bool(_SOME_FREE.search(words)) or any(
        _BEHIND_WORK.search(clause) and not _HALF_A_DAY.search(clause) for clause in clauses)
