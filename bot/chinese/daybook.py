"""The day book (记工本): one message -> the days that he wants written down. Pure: today is a parameter."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.chinese.daybook_amounts import Told, read_told
from bot.chinese.daybook_days import Part, parts, prepared
from bot.chinese.daybook_fix import dated_fix
from bot.chinese.daybook_gate import (
    DELETES,
    asks_change,
    is_bare_mark,
    is_daybook,
    of_today,
    starts_with_mark,
    strikes_out,
    tells_how_much,
)
from bot.chinese.daybook_left_out import unknown_free, without_left_out
from bot.chinese.daybook_price import mended_price
from bot.chinese.daybook_spoken import side_money
from bot.chinese.daybook_values import A_DAY, MOST_HOURS, MOST_WORK, Entry, NotWritten, Reason
from bot.chinese.daybook_work import bare_count
from bot.chinese.normalise import normalise

__all__ = ["Entry", "NotWritten", "Reason", "asks_change", "is_bare_mark", "is_daybook", "read_entries", "tells_how_much"]

_CORRECTS = re.compile(r"(?:记|写|说|搞|弄|打)(?:错|成|多|少)了?|更正|纠正|改成|改为|改一下|应该是|不是[^,]*,?\s*是|不对")
_NOT_BUT = re.compile(r"(?:不是|[记写说打]成)[^,是]*,?\s*(?:而是|应该是|是)|,?\s*不是[^,是]*$")
_WRONG = re.compile(r"(?:的工|那[条个笔天])?(?:的)?(?:记|写|说|搞|弄|打)[错多少]了?|不对|更正|纠正")
#: 1号到20号,5号歇了,其他每天一个工: the free day stands among the days told, so it is not known which ones are meant
_THE_OTHERS = re.compile(r"其[他余它]|别的[天日]|剩下的?[天日]")
MOST_OF_ALL = Decimal("1.5")
#: hours of a day that a shared total must leave at least: fewer were hardly the same on each day
FEWEST, HALF = Decimal(4), Decimal("0.5")


def read_entries(text: str, today: date) -> list[Entry] | None:
    """The entries in a message, a day each, in order of the days; None when it tells of no working day.

    Raises `NotWritten` where something was meant to be written and cannot be: a vague day (前几天), a day to come or that the
    calendar does not have, more than 3 工 or 24 hours a day, more than 62 days, a total without its days (10月干了22个工).
    """
    plain = prepared(text, today)
    corrects = bool(_CORRECTS.search(plain))
    if mended := _mended(plain, today):
        return mended
    plain, left_out = without_left_out(plain, today)
    before, found = parts(_NOT_BUT.sub(",", plain), today, left_out)
    if DELETES.search(plain) and found:
        struck = [day for part in found for day in part.days] if strikes_out(plain) else []
        return _in_order([Entry(day, corrects=True, deleted=True) for day in struck]) or None
    if not found:
        found, before = _today(before, today), ""
    ahead = read_told(_WRONG.sub("", before))
    told_of = _all_told([read_told(_WRONG.sub("", part.words)) for part in found], found, ahead)
    if not any(told.tells for told in told_of):
        if starts_with_mark(plain):
            raise NotWritten("no_amount")
        return None
    entries = [_entry(day, _share(told, part, alone=len(found) == 1), corrects)
               for told, part in zip(told_of, found, strict=True) for day in part.days]
    _never_twice(found, told_of)
    return _in_order(_with_side_money(_with_common(entries, ahead, told_of), side_money(normalise(text))))


def _mended(plain: str, today: date) -> list[Entry]:
    """The days whose price is mended (18号的单价不对是200); empty when the words mend none."""
    if "价" not in plain and "不是" not in plain and "错" not in plain:
        return []
    found = parts(plain, today)[1]
    rate = (mended_price(found[-1].words) or dated_fix(found[-1].words)) if len(found) == 1 else None
    return [Entry(day, rate=dict(rate), corrects=True) for day in found[0].days] if rate else []


def _all_told(told_of: list[Told], found: list[Part], ahead: Told) -> list[Told]:
    """With what a day shares: a bare number beside others (3号1个,4号半个工), what was told before all days (1个工,昨天) or of
    the next ones together (3号在一期,4号也在,都是一个工). Raises NotWritten when a day stays without its work beside others."""
    told_of = list(told_of)
    for place in range(len(found) - 1, -1, -1):
        told = told_of[place]
        after = told_of[place + 1] if place + 1 < len(found) else None
        if told.tells:
            continue
        count = bare_count(found[place].words)
        if count is not None and count <= MOST_WORK:
            told_of[place] = replace(told, work=count, note="")
        elif ahead.tells:
            told_of[place] = replace(ahead, rate=told.rate or ahead.rate, trade=told.trade or ahead.trade)
        elif after is not None and after.each and not after.together:
            told_of[place] = replace(after, note=told.note)
    if any(told.tells for told in told_of) and not all(told.tells for told in told_of):
        raise NotWritten("no_amount")
    return told_of


def _today(words: str, today: date) -> list[Part]:
    """记工 大工 1个工: no day is named, so it is of today."""
    return [Part((today,), words, False)] if starts_with_mark(words) or of_today(words) else []


def _share(told: Told, part: Part, *, alone: bool) -> Told:
    """What each of several days had. `alone`: no other days were told of. Raises NotWritten."""
    if len(part.days) > 1:
        if _THE_OTHERS.search(part.words):
            raise NotWritten("which_days")
        if told.tells and unknown_free(part.words, told.off):
            raise NotWritten("which_off")
        told = _divided(told, len(part.days))
    elif told.together and not alone and told.work is not None:
        raise NotWritten("which_days")  # 5号一个工,6号一个工,一共加班4小时
    if (told.work or 0) > MOST_WORK:
        raise NotWritten("too_much_work")
    if (told.hours or 0) + (told.extra or 0) > MOST_HOURS:
        raise NotWritten("too_many_hours")
    return told


def _divided(told: Told, count: int) -> Told:
    """What each of `count` days had: told of each, 工 as many as the days, or a total of hours in equal parts of whole or half
    hours. Raises NotWritten for any other total: nobody knows what it was on which day."""
    if told.work is not None and ("work" in told.together or (told.work > MOST_OF_ALL and not told.each)):
        if told.work != count:
            raise NotWritten("which_days")
        told = replace(told, work=Decimal(1))
    if told.pieces is not None and not told.each:
        raise NotWritten("which_days")
    if told.hours is not None and "hours" not in told.together and not told.each and told.hours > A_DAY[1]:
        raise NotWritten("which_days")
    return replace(told, hours=_part(told, "hours", count, FEWEST), extra=_part(told, "extra", count, HALF))


def _part(told: Told, name: str, count: int, fewest: Decimal) -> Decimal | None:
    """The hours of one of `count` days. Raises NotWritten for a total that gives no even parts, or fewer than `fewest` hours."""
    value: Decimal | None = getattr(told, name)
    if value is None or name not in told.together:
        return value
    if value % (count * HALF) or value < count * fewest:
        raise NotWritten("which_days")
    return value / count


def _entry(day: date, told: Told, corrects: bool) -> Entry:
    return Entry(day, told.work, told.hours, told.extra, told.rate, False, told.trade, told.note, told.off, corrects,
                 pieces=told.pieces, piece=told.piece, also=told.also)


def _with_common(entries: list[Entry], ahead: Told, told_of: list[Told]) -> list[Entry]:
    """The trade told before the days, and a rate that was told once, are of every day that he worked."""
    rates = [rate for rate in (ahead.rate, *(told.rate for told in told_of)) if rate]
    rate = rates[0] if rates and all(one == rates[0] for one in rates) else None
    return [entry if entry.off else _paid(replace(entry, trade=entry.trade or ahead.trade), rate) for entry in entries]


def _paid(entry: Entry, rate: dict[str, object] | None) -> Entry:
    """With the rate of the message, when none was told beside the day."""
    if entry.rate is not None or rate is None:
        return entry
    return replace(entry, rate=dict(rate), note="" if entry.note == str(rate["amount"]) else entry.note)


def _with_side_money(entries: list[Entry], said: str) -> list[Entry]:
    """Money for meals told beside a single day stands in its note: it is no pay, and not lost."""
    if not said or len(entries) != 1:
        return entries
    return [replace(entries[0], note=",".join(filter(None, (entries[0].note, said)))[:40])]


def _never_twice(found: list[Part], told_of: list[Told]) -> None:
    """Raises NotWritten for one day told twice with other work (今天一个工 今天半个工); hours on top, and a day out of a stretch
    told apart, are none."""
    said: dict[date, Told] = {}
    for part, told in zip(found, told_of, strict=True):
        if len(part.days) != 1 or (told.work is None and told.hours is None and told.pieces is None):
            continue
        before = said.setdefault(part.days[0], told)
        if (before.work, before.hours, before.pieces) != (told.work, told.hours, told.pieces):
            raise NotWritten("twice")


def _in_order(entries: list[Entry]) -> list[Entry]:
    """By day; of two for one day the later word counts, but hours on top leave its work (5号到8号每天一个工,8号加班3小时)."""
    kept: dict[date, Entry] = {}
    for entry in entries:
        before = kept.get(entry.day)
        if before is not None and entry.extra is not None and (entry.work, entry.hours, entry.pieces) == (None,) * 3:
            entry = replace(entry, work=before.work, hours=before.hours, pieces=before.pieces, piece=before.piece,
                            also=before.also, trade=entry.trade or before.trade)
        kept[entry.day] = entry
    return [entry for _, entry in sorted(kept.items())]
