"""When the work began and ended, which months are unpaid, and which day was promised."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.chinese import owed_words as said
from bot.chinese.away import there_and_back
from bot.chinese.clauses import typed_clauses
from bot.chinese.date_bound import bound
from bot.chinese.date_expr import Ask, Expr
from bot.chinese.date_known import in_known_years
from bot.chinese.date_promised import date_fact, near_future, promised_at_work, promised_days
from bot.chinese.date_scan import scan
from bot.chinese.date_text import fold
from bot.chinese.date_worked import begins, ended, goes_to_work, of_another
from bot.chinese.gone import gone_in_story, still_in_story
from bot.chinese.impossible import bounds
from bot.chinese.lone_months import lone_period
from bot.chinese.month_sums import months_owed
from bot.chinese.owed_count import count_of_months, counted_in_story
from bot.chinese.owed_months import in_order, is_since, one_stretch, owed_period, row_of_months, stretch
from bot.chinese.owed_within import within_work
from bot.chinese.periods import find_period
from bot.chinese.scene import Scene
from bot.chinese.told_words import OUT
from bot.chinese.values import DatePhrase, Fact, Period

#: where an unpaid time begins in the text, and the time
Owed = tuple[int, Fact]

__all__ = ["date_fact", "near_future", "read_times"]

#: between months in a row whose pay stays out
_BETWEEN = re.compile(
    r"(?:份|一?整个?月)?(?:的)?(?:工资|工钱|钱)?(?:[\d一二两三四五六七八九十百千万]{2,9}多?(?:块钱?|元)?)?[、,和跟]?")
#: since when he has waited for the money: not the time he worked, nor the months that are owed (过年到现在没给)
_SMALL = re.compile(r"[,。!?;\s]|就|是|应该|从|的|吧|啊|嘛|哈|都")
_UNTIL = re.compile(r"(?:干|做|上班|打工|待|呆|忙)了?到了?$")
_WAIT = re.compile("过年|春节|年前|年底")
_WEEKDAY = re.compile("星期|礼拜|周")
#: a sum by the month right behind a stretch, and another from a later month on: a time of that pay, not the end of the work
_OTHER_PAY = re.compile(
    r"^(?:工资|每个?月|是|都|按)*\d[\d.]*(?:万|千)?(?:块钱?|元)?(?:一个?月|每个?月|一天|,)"
    r"[^。!?;]{0,12}?月份?(?:起|开始|以后|之后|涨|后)")
#: months in a row and no more (6月7月8月): of what is owed, where he is still at work
_ROW = re.compile(r"(?:(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?[、,和跟 ]*){2,}")
#: 从三月欠到六月: the stretch that stays out
_OWED_UP_TO = re.compile(r"(?:拖?欠|拖)(?:着|了)?到")
#: up to when he has waited (到九月还没发): not what it is owed for
_WAITED_TO = re.compile(r"(?:我|一直|都|拖|等|推)*到了?")
#: right behind a stretch whose pay came, another one (3月到5月给了 | 6月到9月没给)
_STRETCH_BEHIND = re.compile(r"[^,。!?;\d]{0,4}(?:给|发|结|付)(?:清|完)?了[^,。!?;没不]{0,3}\d{1,2}月份?[到至]")
#: what cannot be the month that is told of next: the day of a promise, the end of a delay
_LEADS_ON = re.compile(r"(?:到|至|拖|等|说|讲|好|应|诺|证|推|是)$")


def read_times(scene: Scene) -> dict[str, Fact]:
    """`start_date`, `end_date`, `still_working`, `owed_period`, `promised_date`."""
    facts: dict[str, Fact] = {}
    times = _told(scene)
    promised = promised_days(scene, facts, times)
    periods = [period for period in _periods(scene, times) if not any(period.start <= day.start < period.end for day in promised)]
    owed: list[Owed] = []
    if away := there_and_back(scene):
        facts |= {"start_date": date_fact(away[0]), "end_date": date_fact(away[1])}
    for period in periods:
        _use_period(scene, period, facts, owed)
    _use_dates(scene, [day for day in scene.dates if day not in promised and not _inside(day, periods)], facts, owed)
    _put(facts, "owed_period", months_owed(scene) or (_together(scene.text, owed) if owed else _other_owed(scene, periods)))
    if not facts.keys() & {"start_date", "end_date", "owed_period"} and OUT.search(scene.text):
        _put(facts, "owed_period", lone_period(scene, promised))
    _put(facts, "owed_period", counted_in_story(scene.text))
    _still(scene.text, facts)
    _in_order(facts, scene.today, scene.text)
    promised_at_work(facts, scene)
    kept = {slot: fact for slot, fact in facts.items() if not any(month in fact.words for month in scene.no_days)}
    return within_work(kept)


def _in_order(facts: dict[str, Fact], today: date, text: str) -> None:
    """A first day told without its year lies before the last one (正月去的,腊月回来的).

    The end told first is that of the work before.
    """
    start, end = bounds(facts.get("start_date")), bounds(facts.get("end_date"))
    if start and end and end[1] < start[0]:
        if text.find(facts["end_date"].words) < text.find(facts["start_date"].words):
            del facts["end_date"]
            return
        told = {"start_date": facts["start_date"]}
        facts |= in_known_years(told, {"end_date": facts["end_date"]}, today)


def _periods(scene: Scene, told: list[Expr]) -> list[Period]:
    """A period from each clause, with offsets in the whole text; from the whole text when no clause has one."""
    found: list[Period] = []
    for start, end in scene.clauses():
        while period := find_period(scene.text[start:end], scene.today, _within(told, start, end)):
            if not (period.begin or period.finish):
                break
            found.append(replace(period, start=start + period.start, end=start + period.end))
            if not _STRETCH_BEHIND.match(scene.text[start + period.end : end]):
                break
            start += period.end
    return found


def _told(scene: Scene) -> list[Expr]:
    """The times of the whole text, each in the year that was told before it."""
    exprs = [expr for expr in scan(scene.text) if expr.only is None]
    return bound(fold(scene.text), exprs, Ask(scene.today))


def _within(told: list[Expr], start: int, end: int) -> list[Expr] | None:
    """The times in one clause, counted from its beginning; None when one of them reaches over its edge."""
    here = [expr for expr in told if expr.start < end and expr.end > start]
    if any(expr.start < start or expr.end > end for expr in here):
        return None
    return [replace(expr, start=expr.start - start, end=expr.end - start) for expr in here]


def _inside(day: DatePhrase, periods: list[Period]) -> bool:
    """Whether the day is an end of a stretch that was already used."""
    ends = [end for period in periods if period.begin is not period.finish for end in (period.begin, period.finish) if end]
    return any(period.start <= day.start < period.end for period in periods) and bool(ends)


def _own_words(scene: Scene, end: int) -> str:
    """The text behind a time, up to the next month or longer time of which something else is told."""
    for day in scene.dates:
        if day.start >= end and (day.last - day.first).days > 26 and not _LEADS_ON.search(scene.text[end : day.start]):
            return scene.text[end : day.start]
    return scene.text[end:]


def _use_period(scene: Scene, period: Period, facts: dict[str, Fact], owed: list[Owed]) -> None:
    """A period of work gives start and end; a period of unpaid wages goes to `owed`."""
    before, behind = scene.text[: period.start], scene.text[period.end :]
    after = _own_words(scene, period.end)
    if said.came(after, behind) or said.is_no_claim(before, after) or of_another(scene.text, period.start):
        return
    worked = re.search(r"干|做|上班|打工", scene.text[period.start : period.end]) or _UNTIL.search(before)
    if period.ongoing and not worked and not _SMALL.sub("", before + behind):
        return  # 7月到现在, and nothing else: it may be the months that are owed
    alone = not _SMALL.sub("", scene.text[slice(*scene.clause(period.start))].replace(period.words, ""))
    if alone and _ROW.fullmatch(period.words) and still_in_story(scene.text) and not gone_in_story(scene.text):
        owed += [(period.start, fact)] if (fact := owed_period(period, scene.today)) else []
        return
    if alone and _are_counted(scene.text, period) and (fact := owed_period(period, scene.today)):
        owed.append((period.start, fact))
        return
    late = period.ongoing and said.late_before(before)
    late = late or bool(_OWED_UP_TO.search(scene.text[period.start : period.end]))
    late = late or said.stays_out(before, after) or said.stays_out_later(after) or said.is_owed_for(before, after)
    unpaid = (late or _and_this(scene, period.start, owed)) and not worked
    waited = period.ongoing and _WAIT.match(period.words)
    if unpaid and not waited and (fact := owed_period(period, scene.today)):
        owed.append((period.start, fact if in_order(period.words) else replace(fact, state="unknown")))
    if unpaid or said.only_pay_changed(after) or said.is_pay_of(after):
        return
    if period.begin and period.finish and not worked and period.begin.start == period.finish.start:
        return
    _put_ends(period, facts, behind)
    if period.ongoing and re.search(r"干|做|上班|还在", scene.text[period.start : period.end]):
        _put(facts, "still_working", Fact("known", value=True, words=period.words))


def _are_counted(text: str, period: Period) -> bool:
    """Whether a stretch has as many months as another clause says are unpaid (拖了四个月,七月到十月)."""
    count = next((months for clause in typed_clauses(text) if (months := count_of_months(clause))), 0)
    if not count or period.begin is None or period.finish is None or period.ongoing:
        return False
    first, last = period.begin.first, period.finish.last
    return (last.year - first.year) * 12 + last.month - first.month + 1 == count


def _put_ends(period: Period, facts: dict[str, Fact], behind: str) -> None:
    """The first and the last day of the work."""
    begin, finish = period.begin, None if period.ongoing or period.finish is period.begin else period.finish
    if finish and begin is None and goes_to_work(behind):
        begin, finish = finish, None
    if begin and not _WEEKDAY.match(begin.words):
        _put(facts, "start_date", date_fact(begin))
    if finish and not _OTHER_PAY.match(behind):
        _put(facts, "end_date", date_fact(finish))


def _use_dates(scene: Scene, days: list[DatePhrase], facts: dict[str, Fact], owed: list[Owed]) -> None:
    """Single days beside words that say what happened then."""
    for day in days:
        clause_start, clause_end = scene.clause(day.start)
        before, behind = scene.text[clause_start : day.start], scene.text[day.end : clause_end]
        after = _own_words(scene, day.end)[: len(behind)]
        other = said.came(after, behind) or said.is_no_claim(before, after) or of_another(scene.text, day.start)
        if other or day.first > scene.today or any(one.start == day.end for one in days):
            continue
        if said.stays_out(before, after) or _and_this(scene, day.start, owed):
            if said.is_pay_day(day.words, day.exact, after) or _WAITED_TO.fullmatch(before.strip()):
                continue
            since = is_since(day.words) or said.begins_a_stretch(after) or re.search("从|自", before[-1:] + day.words[:1])
            owed += [(one.start, stretch(one, min(one.last, scene.today), one.words)) for one in _run(scene, day)[:-1]]
            owed.append((day.start, stretch(day, scene.today if since else min(day.last, scene.today), day.words)))
        elif said.only_pay_changed(after):
            continue
        elif ended(before, behind) and "end_date" not in facts:
            _put(facts, "end_date", date_fact(day))
        elif "start_date" not in facts and begins(day.words, behind):
            _put(facts, "start_date", date_fact(day))


def _and_this(scene: Scene, position: int, owed: list[Owed]) -> bool:
    """Whether a month follows an owed one under the same word of owing (欠我2月份1500和3月份4800)."""
    start, fact = owed[-1] if owed else (position, Fact("unknown"))
    if start >= position:
        return False
    between = scene.text[start + len(fact.words) : position]
    return said.stays_out(scene.text[:start], "") and said.goes_on(between)


def _together(text: str, owed: list[Owed]) -> Fact | None:
    """The unpaid times as one stretch, said with the words from the first to the last of them."""
    words = text[min(start for start, _ in owed) : max(start + len(fact.words) for start, fact in owed)]
    return one_stretch([fact for _, fact in owed], words)


def _run(scene: Scene, day: DatePhrase) -> list[DatePhrase]:
    """The months told in a row with this one and it last (六月七月, 九月整月和十月)."""
    run = [day]
    for earlier in reversed([one for one in scene.dates if one.end <= day.start]):
        if not _BETWEEN.fullmatch(scene.text[earlier.end : run[0].start]) or earlier.first >= run[0].first:
            break
        run.insert(0, earlier)
    return run


def _other_owed(scene: Scene, periods: list[Period]) -> Fact | None:
    """The unpaid months when no month is told to stay out: all of a stretch of work without any pay, or months counted."""
    if said.nothing_at_all(scene.text):
        for period in periods:
            waited = period.ongoing and _WAIT.match(period.words)
            fact = None if waited or said.came(_own_words(scene, period.end)) else owed_period(period, scene.today)
            if fact:
                return fact
    return row_of_months(scene.text, scene.today)


def _still(text: str, facts: dict[str, Fact]) -> None:
    gone, still = gone_in_story(text), still_in_story(text)
    if still and not gone and "end_date" not in facts:
        _put(facts, "still_working", Fact("known", value=True, words=still))
    elif gone and not still:
        facts.setdefault("still_working", Fact("known", value=False, words=gone))


def _put(facts: dict[str, Fact], slot: str, fact: Fact | None) -> None:
    if fact is not None:
        facts.setdefault(slot, fact)
