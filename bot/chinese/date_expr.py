"""An expression of time found in a text, not yet placed in the calendar, and how it is placed."""
from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.chinese.spans import ONE_DAY, Span, add_months

Prefer = Literal["past", "future"]
Cycle = Literal["year", "month", "moon", "week"]
Kind = Literal["day", "span", "feast"]


@dataclass(frozen=True)
class Ask:
    """From where one looks: the day of the message, and which side is meant."""

    today: date
    prefer: Prefer = "past"


@dataclass(frozen=True)
class Expr:
    """A time as said. `fixed`: tied to a year or to today. `each`: comes again every cycle, numbered by `number`.

    `side`: 前, 后 or 左右 said after it. `moon`: the reading in the farmers' calendar, when both are possible. `row`: several
    months in a row (11月、12月、1月), which lie in the past when the last of them has begun.
    """

    start: int
    end: int
    kind: Kind
    fixed: Callable[[Ask], Span | None] | None = None
    each: Callable[[int], Span | None] | None = None
    cycle: Cycle = "year"
    reach: int = 2
    side: str = ""
    moon: Expr | None = None
    lunar: bool = False
    only: Prefer | None = None
    row: bool = False

    def place(self, ask: Ask) -> Span | None:
        """The span meant: for a returning one the last begun (past) or the first not over (future)."""
        if self.fixed is not None:
            span = self.fixed(ask)
            return span and beside(span, self.side, self.kind)
        if ask.prefer == "future":
            return next((s for s in self.near(ask.today) if s[1] >= ask.today), None)
        return self.before(ask.today)

    def before(self, day: date) -> Span | None:
        """The last occurrence begun on or before the day."""
        found = [s for s in self.near(day) if self.begun(s) <= day]
        return found[-1] if found else None

    def begun(self, span: Span) -> date:
        """The day from which an occurrence counts as begun: its first, of a row of months the first of the last month."""
        return max(span[0], span[1].replace(day=1)) if self.row else span[0]

    def after(self, day: date) -> Span | None:
        """The first occurrence beginning on or after the day."""
        return next((s for s in self.near(day) if s[0] >= day), None)

    def near(self, day: date) -> Iterator[Span]:
        """Occurrences around the day, in order."""
        if self.each is None:
            return
        middle = cycle_number(self.cycle, day)
        for number in range(middle - self.reach, middle + self.reach + 1):
            span = self.each(number)
            if span is not None:
                yield beside(span, self.side, self.kind)


def cycle_number(cycle: Cycle, day: date) -> int:
    """The number of the year, month, lunar month (about) or week in which the day lies."""
    if cycle == "year":
        return day.year
    if cycle == "month":
        return day.year * 12 + day.month - 1
    return day.toordinal() // 7 if cycle == "week" else day.year * 13 + day.month - 1


def beside(span: Span, side: str, kind: Kind) -> Span:
    """The span that 前, 后 or 左右 after an expression means.

    A day keeps itself before and after (a time limit); 左右 is 3 days round a day, 15 round a longer span;
    15 days before or after a feast; the month before a month.
    """
    first, last = span
    if side == "左右":
        room = timedelta(days=3 if first == last else 15)
        return first - room, last + room
    if kind == "feast" and side == "前":
        return first - timedelta(days=15), first - ONE_DAY
    if kind == "feast" and side == "后":
        return last + ONE_DAY, last + timedelta(days=15)
    if side == "前" and (last - first).days >= 27:
        return add_months(first, -1), first - ONE_DAY
    return span
