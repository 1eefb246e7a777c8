"""The day on which payment was promised: between a word of promise and a word of paying."""
from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.chinese.date_expr import Expr
from bot.chinese.dates import parse_date
from bot.chinese.impossible import bounds
from bot.chinese.scene import Scene
from bot.chinese.values import DatePhrase, Fact

_PROMISE = re.compile(
    r"说好|说是|说的|说|答应|承诺|保证|约定|约好|讲好|定好|许诺|写明|写着|推到|推说|喊等到|让等到|"
    r"叫等到|让我等到|等到|定在|改到|改成|拖到|约的是|写的是?"
)
#: a promise that is complained of, not one to rely on
_EMPTY = re.compile(r"(?:天天|每天|每次|次次|总是|老是|总|老|一直|回回|整天|成天)(?:都|就|跟我|对我|"
    r"给我)?(?:说|讲|答应|推|推说)[^,。!?]{0,4}$")
#: 拖到10月才发: that is how it was, nobody promised it
_WAITED = re.compile(r"(?<!要)(?<!叫)(?<!让)(?<!喊)(?<!说)(?<!我)(?:拖|等|推|压)到了?$")
_PAYS = re.compile(
    r"^(?![^。!?,]{0,8}(?:(?:[没不未别]|没有)(?:会|能|想|肯|再)?(?:给|结|发|付|支付)|[给结发付]不))"
    r"[^。!?]{0,10}?(?:(?:给|结(?!果|束|婚)|发(?!现|生)|付|还(?![有没是在不])|兑现|打钱|打给|打过来|打来|打到|转过来|转给|转账|支付)|"
    r"清(?!楚)|到账|拿钱|算账|再说)")
#: 过年前付清: the day by which it is to be paid, without a word of promise
_BEFORE_DAY = re.compile(r"前(?:$|.{0,2}$)")
_WILL_PAY = re.compile(
    r"^(?:之前|以前|前)?(?:一定|肯定|必须|保证|会|要|就|全部|全|都|把[^,。]{1,4})*(?:付清|结清|还清|给清|清账|给完|结完|付完|发完|给我(?!们?过|了)|"
    r"给钱|付钱|打钱|给(?=$|[,。]))(?!了|过)"
)
#: another day in place of the last one: 国庆过了又说元旦
_INSTEAD = re.compile(r"(?:又|再|后来|改口|才)(?:说|讲|推到?|改[到成]|拖到)(?:到|要?等到?)?$")
#: a day that is still to come, with nothing but paying behind it (明年一月十五号给)
_ONLY_PAYS = re.compile(
    r"(?:之前|以前|前)?(?:再|才|就|会|一定|全部|一次)*(?:给|付|结|发|还)(?:清|完|我们?|俺|钱|工资|工钱)*(?:的|吧|嘛)?(?=$|[,。;!])")
_OWES = re.compile(r"(?:欠|没发|没给|没结|差我|压着|还差|未发|不给|不发)(?:我|我们|的|了|着|从|自)*$")
_ASKS = re.compile("要求|要他|让他|希望|想要?|必须|如果|要是|不知道?")
_YEARS_END = re.compile("年底|年末|年尾|年终")
_PAST_NOW = re.compile(r"到现在|结果|还是没|又没|也没(?:给|发|结|付)|一直|早就|过了|都过去|到期|"
    r"今[天儿](?:都)?[\d一二三四五六七八九十]+[号日]?了|现在又|现在都|没兑现|至今")


def promised_days(scene: Scene, facts: dict[str, Fact], times: list[Expr]) -> list[DatePhrase]:
    """The days promised for payment; the last of them stands in `facts["promised_date"]` then. `times`: those of the text."""
    used: list[DatePhrase] = []
    free = {expr.start for expr in times if expr.each is not None}
    for day in scene.dates:
        lead = scene.text[max(0, scene.clause(day.start)[0]) : day.start]
        if not _is_promise(lead, day, scene.text[day.end : day.end + 14], scene.today):
            continue
        chosen = near_future(day, scene.today, bool(_PAST_NOW.search(scene.text[day.end :]))) if day.start in free else day
        facts["promised_date"] = date_fact(chosen)
        used.append(day)
    return used


def promised_at_work(facts: dict[str, Fact], scene: Scene) -> None:
    """The end of the year told without its year is that within the time of the work, where that holds one (去年十月干到今年二月,
    说年底给): it was said then."""
    start, end, told = (bounds(facts.get(slot)) for slot in ("start_date", "end_date", "promised_date"))
    if not start or not end or not told or told[0] <= end[1] or not _YEARS_END.fullmatch(facts["promised_date"].words):
        return
    then = parse_date(f"{start[0].year}年{facts['promised_date'].words}", scene.today)
    if then and start[1] < then.last <= end[1]:
        facts["promised_date"] = replace(date_fact(then), words=facts["promised_date"].words)


def _is_promise(lead: str, day: DatePhrase, behind: str, today: date) -> bool:
    waited = _WAITED.search(lead) and re.match("份?才", behind) and not re.search("说|答应|承诺|保证|讲", lead)
    if waited or _EMPTY.search(lead):
        return False
    if re.match("份?的(?!时候|那天|样子)", behind):
        return False  # the pay of that month (九月的跟十月的一起发)
    if _INSTEAD.search(lead) and re.match("(?:吧|了)?(?:$|[,。!?;])", behind):
        return True
    if _PROMISE.search(lead[-14:]) and _PAYS.match(behind):
        return True
    if day.first > today and _ONLY_PAYS.match(behind) and not _OWES.search(lead) and not _ASKS.search(lead):
        return True
    return bool(_BEFORE_DAY.search(day.words + behind[:2]) and _WILL_PAY.match(behind) and not _OWES.search(lead))


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
