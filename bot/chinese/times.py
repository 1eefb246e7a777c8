"""When the work began and ended, which months are unpaid, and which day was promised."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.chinese.date_bound import bound
from bot.chinese.date_expr import Ask, Expr
from bot.chinese.date_known import in_known_years
from bot.chinese.date_scan import scan
from bot.chinese.date_text import fold
from bot.chinese.dates import parse_date
from bot.chinese.gone import find_end, gone_in_story, still_in_story
from bot.chinese.impossible import bounds
from bot.chinese.lexicon import any_of
from bot.chinese.owed_months import is_since, owed_period, stretch
from bot.chinese.periods import find_period
from bot.chinese.scene import Scene
from bot.chinese.values import DatePhrase, Fact, Period

_START = re.compile(any_of(
    r"入职 进厂 进场 开始干 开始做 开始上班 开始在 (?<!回)来的 (?<!回)去的 进的厂 进来 上班 开工 干起 做起 "
    r"来干 去干 来上班 到这 来这 进公司 进的 起在 起给 开始跟 来工地 上的班 去工地 到工地 过去做 "
    r"就在 就跟着 去给"))
_GOES = re.compile(r"(?:[\u4e00-\u9fff]{1,6}?(?:喊|叫|带|介绍|招|约)着?了?(?:我们?|俺们?)|跟着?[\u4e00-\u9fff]{1,3})?"
                   r"(?:份|月|初|底)?(?:我|我们|俺)?(?:就|又)?(?:在|到|去|来|跟着|跟|进|给|开始|起|经|被介绍)")
_WORKS = re.compile(r"干|做|打工|上班|工地|厂|修|盖|装|搬|扎|刷|贴|砌|挖|种|摘|开车|送|端|砖|桥|路|活")
_OFFICE = re.compile(r"仲裁|法院|劳动|微信|派出所|发工资|给我|问过|递交|交了|调解|检查|医院|排班")
_UNPAID = re.compile(
    r"^(?:份|月|期间|间|这几个月|这[一二两三四五六七八九十\d]+个月|那几个月|[一二两三四五六七八九十\d]+个月|"
    r"的|整|共|都|一共|,|我|老板|公司|工地|厂里|在这|那边)*"
    r"(?:工资|工钱|薪水|血汗钱|劳务费|钱(?:都|全|一分|也|还|就|老板|他|到现在|至今|,)*(?:没|不|欠|拖|压|差)|就没发|没发|没给|没结|没有发|没有给|一直没发|一直没给|"
    r"一直没结|(?:开始|起)?就?(?:一直)?(?:拖欠|欠薪|欠我|欠着|压着)|都没发|都没给|不发|不给|就不发|开始没发|开始就没|起没|起就没|以后没|未发|未付)"
)
#: the months whose pay came are neither owed nor all that he worked (3月到6月的工资都发了)
_PAID = re.compile(
    r"^(?:份|月|的|这[一二两三四五六七八九十\d]+个月)*(?:工资|工钱|薪水|钱|活钱)(?:都|全|已经|早就?|是|也|倒是|,)*(?:发|给|结|付|拿|打|到)"
    r"(?:到|清|完|齐|足|过)?(?:账|手)?了(?!一|两|几|点|部分|\d|半)")
_OWES = re.compile(
    r"(?:欠|欠我|欠我们|拖欠|没发|没给|没结|差我|压了|压着|还差|欠着|欠了|拖欠了|拖欠我|未发|"
    r"不给|不发)(?:我|我们|的|了|着|从|自)*$"
)
_NOTHING = re.compile(
    r"一分(?:钱|工资|没|都|也)|一毛(?:钱|没|都|也)|一个子|分文|一次都没(?:发|给)|一直没发|一直没给|"
    r"都没(?:发|给)过|没发过工资|没给过工资|没拿过"
)
#: since when he has waited for the money: not the time he worked, nor the months that are owed (过年到现在没给)
_SMALL = re.compile(r"[,。!?;\s]|就|是|应该|从|的|吧|啊|嘛|哈|都")
_UNTIL = re.compile(r"(?:干|做|上班|打工|待|呆|忙)了?到了?$")
_WAIT = re.compile("过年|春节|年前|年底")
_PROMISE = re.compile(
    r"说好|说是|说的|说|答应|承诺|保证|约定|约好|讲好|定好|许诺|写明|写着|推到|推说|喊等到|让等到|"
    r"叫等到|让我等到|等到|定在|改到|改成|拖到|约的是|写的是?"
)
#: a promise that is complained of, not one to rely on
_EMPTY = re.compile(r"(?:天天|每天|每次|次次|总是|老是|总|老|一直|回回|整天|成天)(?:都|就|跟我|对我|"
    r"给我)?(?:说|讲|答应|推|推说)[^,。!?]{0,4}$")
_PAYS = re.compile(r"^[^。!?]{0,10}?(?:给|结(?!果|束|婚)|发(?!现|生)|付|还(?![有没是在不])|兑现|打钱|打给|"
    r"清(?!楚)|到账|拿钱|算账|支付|再说)")
#: 过年前付清: the day by which it is to be paid, without a word of promise
_BEFORE_DAY = re.compile(r"前(?:$|.{0,2}$)")
_WILL_PAY = re.compile(
    r"^(?:之前|以前|前)?(?:一定|肯定|必须|保证|会|要|就|全部|全|都|把[^,。]{1,4})*(?:付清|结清|还清|给清|清账|给完|结完|付完|发完|给我(?!们?过|了)|"
    r"给钱|付钱|打钱|给(?=$|[,。]))(?!了|过)"
)
_PAST_NOW = re.compile(r"到现在|结果|还是没|又没|也没(?:给|发|结|付)|一直|早就|过了|都过去|到期|"
    r"今[天儿](?:都)?[\d一二三四五六七八九十]+[号日]?了|现在又|现在都|没兑现|至今")


def read_times(scene: Scene) -> dict[str, Fact]:
    """`start_date`, `end_date`, `still_working`, `owed_period`, `promised_date`."""
    facts: dict[str, Fact] = {}
    promised = _promised(scene, facts)
    periods = [period for period in _periods(scene) if not any(period.start <= day.start < period.end for day in promised)]
    for period in periods:
        _use_period(scene, period, facts)
    _use_dates(scene, [day for day in scene.dates if day not in promised and not _inside(day, periods)], facts)
    _still(scene.text, facts)
    _in_order(facts, scene.today)
    _end_with_the_work(facts)
    return facts


def _in_order(facts: dict[str, Fact], today: date) -> None:
    """A first day told without its year lies before the last one (正月去的,腊月回来的)."""
    start, end = bounds(facts.get("start_date")), bounds(facts.get("end_date"))
    if start and end and end[1] < start[0]:
        told = {"start_date": facts["start_date"]}
        facts |= in_known_years(told, {"end_date": facts["end_date"]}, today)


def _end_with_the_work(facts: dict[str, Fact]) -> None:
    """No wage is owed for the time after the work ended (去年十月进厂,一分钱没拿到,七月走的)."""
    owed, end = facts.get("owed_period"), facts.get("end_date")
    last = (end.value or end.high) if end else None
    if owed is None or not isinstance(owed.value, list) or not last or not owed.value[0] <= last < owed.value[1]:
        return
    facts["owed_period"] = replace(owed, value=[owed.value[0], last])


def _periods(scene: Scene) -> list[Period]:
    """A period from each clause, with offsets in the whole text; from the whole text when no clause has one."""
    found: list[Period] = []
    told = _told(scene)
    for start, end in scene.clauses():
        period = find_period(scene.text[start:end], scene.today, _within(told, start, end))
        if period and (period.begin or period.finish):
            found.append(replace(period, start=start + period.start, end=start + period.end))
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


def _use_period(scene: Scene, period: Period, facts: dict[str, Fact]) -> None:
    """A period of work gives start and end; a period of unpaid wages gives `owed_period`."""
    before, after = scene.text[: period.start], scene.text[period.end :]
    if _PAID.match(after):
        return
    worked = re.search(r"干|做|上班|打工", scene.text[period.start : period.end]) or _UNTIL.search(before)
    if period.ongoing and not worked and not _SMALL.sub("", before + after):
        return  # 7月到现在, and nothing else: it may be the months that are owed
    unpaid = bool(_UNPAID.match(after) or _OWES.search(before)) and not worked
    waited = period.ongoing and _WAIT.match(period.words)
    if (unpaid or _NOTHING.search(scene.text)) and not waited:
        _put(facts, "owed_period", owed_period(period, scene.today))
    if unpaid or (period.begin and period.finish and not worked and period.begin.start == period.finish.start):
        return
    if period.begin and not re.match(r"(?:星期|礼拜|周)", period.begin.words):
        _put(facts, "start_date", date_fact(period.begin))
    if period.finish and not period.ongoing and period.finish is not period.begin:
        _put(facts, "end_date", date_fact(period.finish))
    if period.ongoing and re.search(r"干|做|上班|还在", scene.text[period.start : period.end]):
        _put(facts, "still_working", Fact("known", value=True, words=period.words))


def _use_dates(scene: Scene, days: list[DatePhrase], facts: dict[str, Fact]) -> None:
    """Single days beside words that say what happened then."""
    for day in days:
        clause_start, clause_end = scene.clause(day.start)
        before, after = scene.text[clause_start : day.start], scene.text[day.end : clause_end]
        if day.first > scene.today:
            continue
        if _PAID.match(after):
            continue
        if (_UNPAID.match(after) or _OWES.search(before)) and "owed_period" not in facts:
            since = is_since(day.words) or bool(re.match(r"(?:份|月)?(?:开始|起|以来|以后|之后|到现在|至今)", after))
            _put(facts, "owed_period", stretch(day, scene.today if since else min(day.last, scene.today), day.words))
        elif _ended(before, after) and "end_date" not in facts:
            _put(facts, "end_date", date_fact(day))
        elif "start_date" not in facts and _begins(after) and not re.match(r"(?:星期|礼拜|周)", day.words):
            _put(facts, "start_date", date_fact(day))


def _ended(before: str, after: str) -> bool:
    """Whether what follows a day says that the work ended then (not 春节都没离开, nor the length in 旷工三日按自离)."""
    end = find_end(after[:8])
    denied = end is not None and re.search(r"没[有钱法能]?$|[想能要等钱费][^,。]{0,2}$", after[: end.start()])
    return end is not None and not denied and not re.search(r"(?:旷工|请假|休息|超过|连续)$", before)


def _begins(after: str) -> bool:
    """Whether what follows a day says that work began then (进厂, 在工地干 ...), not an errand (去仲裁, 在微信上问)."""
    return bool(_START.search(after[:9]) or (_GOES.match(after) and _WORKS.search(after) and not _OFFICE.search(after)))


def _promised(scene: Scene, facts: dict[str, Fact]) -> list[DatePhrase]:
    """The day on which payment was promised: between a word of promise and a word of paying. The last promise counts."""
    used: list[DatePhrase] = []
    free = {expr.start for expr in _told(scene) if expr.each is not None}
    for day in scene.dates:
        start = scene.clause(day.start)[0]
        lead = scene.text[max(0, start) : day.start]
        behind = scene.text[day.end : day.end + 14]
        told = _PROMISE.search(lead[-14:]) and _PAYS.match(behind)
        if not told and not (_BEFORE_DAY.search(day.words + behind[:2]) and _WILL_PAY.match(behind) and not _OWES.search(lead)):
            continue
        if _EMPTY.search(lead):
            continue
        chosen = near_future(day, scene.today, bool(_PAST_NOW.search(scene.text[day.end :]))) if day.start in free else day
        facts["promised_date"] = date_fact(chosen)
        used.append(day)
    return used


def near_future(day: DatePhrase, today: date, kept_waiting: bool, text: str = "") -> DatePhrase:
    """A promised day read forward when that lies within half a year and nobody says that it has passed, else as found."""
    future = parse_date(text or day.words, today, prefer="future")
    if future is None or future.last < today or kept_waiting or (future.first - today).days > 183:
        return day
    return DatePhrase(day.start, day.end, day.words, future.first, future.last)


def date_fact(day: DatePhrase) -> Fact:
    """A day as a fact: ISO date, or vague with the first and last day that it may be."""
    first, last = day.first.isoformat(), day.last.isoformat()
    if day.exact:
        return Fact("known", value=first, words=day.words)
    return Fact("vague", low=first, high=last, words=day.words)


def _still(text: str, facts: dict[str, Fact]) -> None:
    gone, still = gone_in_story(text), still_in_story(text)
    if still and not gone and "end_date" not in facts:
        _put(facts, "still_working", Fact("known", value=True, words=still))
    elif gone and not still:
        facts.setdefault("still_working", Fact("known", value=False, words=gone))


def _put(facts: dict[str, Fact], slot: str, fact: Fact | None) -> None:
    if fact is not None:
        facts.setdefault(slot, fact)
