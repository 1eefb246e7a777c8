"""How much was worked, in the words beside a day: `1个工`, `半天`, `10个工时`, `一天加两个小时`, `下雨没干`. On prepared text."""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.chinese.daybook_hours import hours_beside, is_together, read_hours
from bot.chinese.daybook_notes import GRADE, LEADS_ALONE, read_note, read_trade
from bot.chinese.daybook_rates import piece_rate, pieces_in, read_rate, without_rates
from bot.chinese.daybook_values import A_DAY, NotWritten, Piecework
from bot.chinese.daybook_work import OFF, WORK, read_work, without_free_time

#: -1个工, 负2个小时
_BELOW_NOTHING = re.compile(
    r"(?:(?<![\d号日天月~到至])\s*[-－−]|负)\s*(?:\d+(?:点\d)?|[一二两三四五六七八九十半]+)\s*个?(?:工|小时|钟|天|件|平)")
AT_WORK = re.compile(r"出工|上工|上班|干活|开工|出勤|去干|做活|做工|到岗|加班")
_IN_A_DAY = re.compile(r"(?:一|1)天(?:就)?(?:干|做|上班?|搞|忙)了?\s*(?=$|[ ,])")
EACH = re.compile(
    r"每天|每日|每个?工|天天|都|各|均|一天(?=\s*(?:\d|[一二两三四五六七八九十半])+\s*个?(?:半)?(?:工|小时|钟))|一直")


@dataclass(frozen=True)
class Told:
    """What the words beside a day tell. `each`: of every single day; `together`: the names of the counts (work, hours, extra)
    that were told of all the days together."""

    work: Decimal | None = None
    hours: Decimal | None = None
    extra: Decimal | None = None
    rate: dict[str, Any] | None = None
    trade: str = ""
    note: str = ""
    off: bool = False
    at_work: bool = False
    each: bool = False
    together: frozenset[str] = frozenset()
    pieces: Decimal | None = None
    piece: str = ""
    also: tuple[Piecework, ...] = ()

    @property
    def tells(self) -> bool:
        """Whether anything of a working day was told."""
        return self.off or self.at_work or any(one is not None for one in (self.work, self.hours, self.extra, self.pieces))


def read_told(words: str) -> Told:
    """What the words tell; whether a day can have so much is not looked at. Raises NotWritten for a sum that does not fit."""
    if _BELOW_NOTHING.search(words):
        raise NotWritten("below_nothing")
    rate, spans, price = read_rate(words)
    pieces = pieces_in(words)
    rate = piece_rate(pieces, rate)
    bare, half_off = without_free_time(without_rates(words, spans, pieces.spans if pieces else ()))
    hours, extra, bare_of_hours, together = read_hours(bare)
    work, left = read_work(bare_of_hours, halves=hours is None)
    if hours is not None and rate and rate["unit"] == "hour" and _IN_A_DAY.search(bare_of_hours):
        work = None  # 一天干了12个小时一个小时22: the day's length
    counted = WORK.search(bare_of_hours)
    if counted and is_together(bare_of_hours[:counted.start()]):
        together |= {"work"}
    off = work is None and hours is None and extra is None and bool(OFF.search(bare))
    each = bool(EACH.search(words))
    if work is None and not off and hours is None and not pieces:
        work = _work_of_rate(words, spans, rate) if extra is None else _work_ahead(words, spans)
    if work is None and hours is not None and rate and rate["unit"] == "day" and A_DAY[0] <= hours <= A_DAY[1]:
        work = Decimal(1)  # 10小时, 260一天: the day that the rate is for
    if work == 0 or (hours == 0 and work is None):
        work, hours, off = None, None, True
    at_work = half_off or bool(AT_WORK.search(bare) or GRADE.fullmatch(words) or LEADS_ALONE.match(words))
    note = ",".join(one for one in (read_note(left, off, words), price) if one)[:40]
    first, *also = pieces.kinds if pieces else (None,)
    return Told(work, hours, extra, rate, read_trade(words), note, off, at_work, each, together, first.count if first else None,
                first.unit if first else "", tuple(one for one in also if one))


def _work_of_rate(words: str, spans: list[tuple[int, int]], rate: dict[str, Any] | None) -> Decimal | None:
    """The 工 inside a day's rate (一个工260, 一天260), when nothing else was told of that day."""
    inside = " ".join(words[start:end] for start, end in spans)
    return read_work(inside)[0] or (Decimal(1) if rate and rate["unit"] == "day" else None)


def _work_ahead(words: str, spans: list[tuple[int, int]]) -> Decimal | None:
    """The 工 inside a rate that stands before the hours on top (1个工260加班2小时)."""
    first = min((found.start() for found in hours_beside(words, spans)), default=0)
    return read_work(" ".join(words[start:end] for start, end in spans if start < first))[0]
