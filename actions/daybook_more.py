"""The day book between its lines: 加上 or 换掉, a price mended without its day, work told after its day, a month's sum."""
from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType

from actions.common import Turn, store
from actions.daybook import ActionDaybookSheet, said_before_this, write_entries, write_line
from actions.daybook_words import days_in_words, table
from bot import clock
from bot.cases import daybook, drafts
from bot.cases.daybook_double import has_work
from bot.chinese.amounts import format_rate, format_yuan
from bot.chinese.daybook import Entry, NotWritten, is_daybook, read_entries
from bot.chinese.daybook_asks import asks_sum_of_month, read_advance
from bot.chinese.daybook_begun import is_undated, whole_line
from bot.chinese.daybook_fix import PriceFix, double_answer, of_price, read_price_fix

MOST = 20  # characters of an amount told after its day


def answer_double(turn: Turn) -> list[EventType] | None:
    """加上 or 换掉, right after a line for a day that stands there."""
    mode, before = double_answer(turn.text), said_before_this(turn)
    if not mode or not before:
        return None
    line = before[-1] if is_daybook(before[-1]) else whole_line(before[:-1], before[-1])
    if line is None:
        return None
    return write_line(turn, line, "add" if mode == "add" else "replace")


def answer_rest_of_day(turn: Turn) -> list[EventType] | None:
    """1个工, right after a line that told the day and not how much."""
    before = said_before_this(turn)
    if turn.form or not before or not is_daybook(before[-1]) or is_daybook(turn.text) or len(turn.text) > MOST:
        return None
    if not is_daybook(f"今天{turn.text}"):
        return None
    try:
        days, told = read_entries(before[-1], clock.today()), read_entries(f"今天{turn.text}", clock.today())
    except NotWritten:
        return None
    if not days or not told or len(told) != 1 or any(entry.off or entry.deleted or has_work(entry) for entry in days):
        return None
    write_entries(turn, [told[0].on(entry.day) for entry in days], f"{before[-1]} {turn.text}")
    return []


def answer_undated(turn: Turn) -> list[EventType] | None:
    """The work and pay of a day that was not named: it is asked for, with the line in the buttons."""
    if turn.form or not is_undated(turn.text):
        return None
    row = table()["which_day"]
    turn.teach(row["text"], (), [(one, f"{one}{turn.text}") for one in row["days"]])
    return []


def answer_price(turn: Turn) -> list[EventType] | None:
    """一天是300不是280: the days of the last line with that price are mended; of several lines it is asked which."""
    fix = None if turn.form else read_price_fix(turn.text)
    if fix is None:
        return None
    with store().session() as session:
        told = daybook.last_told(session, turn.sender)
        draft = drafts.load(session, turn.sender)
    before = said_before_this(turn)
    of_the_book = bool(before) and (is_daybook(before[-1]) or read_price_fix(before[-1]) is not None)
    if draft is not None and "pay_rate" in draft.facts and not of_the_book:
        return None
    fitting = of_price([entry for entry, _ in told], fix)
    moments = {entry.day: moment for entry, moment in told}
    if not fitting:
        if of_the_book:
            turn.teach(table()["price"]["none"])
        return [] if of_the_book else None
    newest = max(moments[entry.day] for entry in fitting)
    last = [entry for entry in fitting if moments[entry.day] == newest]
    if fix.wrong is None or len(last) == len(fitting):
        write_entries(turn, [_mended(entry, fix) for entry in last], turn.text)
    else:
        _ask_which_days(turn, fix, fitting, last)
    return []


def _mended(entry: Entry, fix: PriceFix) -> Entry:
    return Entry(entry.day, rate={"amount": fix.yuan, "unit": fix.unit}, corrects=True)


def _ask_which_days(turn: Turn, fix: PriceFix, fitting: Sequence[Entry], last: Sequence[Entry]) -> None:
    """Each button is a whole line of the day book; a row of days with gaps has none."""
    row, buttons = table()["price"], []
    for title, days in (("last", last), ("all", fitting)):
        if (days[-1].day - days[0].day).days + 1 == len(days):
            said = days_in_words(days[0], days[-1])
            buttons.append((row[title], row["payload"].format(days=said, rate=format_rate(fix.yuan))))
    turn.teach(row["which"].format(old=format_rate(fix.wrong or 0), count=len(fitting), new=format_rate(fix.yuan)), (), buttons)


def answer_sum_of_month(turn: Turn) -> list[EventType] | None:
    """三月份一共几个工: the days of that month with their sums."""
    if turn.form or not asks_sum_of_month(turn.text, clock.today()):
        return None
    return ActionDaybookSheet().do(turn)


def answer_advance(turn: Turn) -> list[EventType] | None:
    """今天借支500, when no claim is told: the day book cannot hold it, and how to keep proof of it."""
    fen = None if turn.form else read_advance(turn.text, clock.today())
    if fen is None:
        return None
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
    if draft is not None and "owed_amount" in draft.facts:
        return None
    turn.teach(table()["advance"].format(sum=format_yuan(fen)))
    return []
