"""What workers say plainly beside the questions of the form: an order that was not obeyed, days, hours, pieces, rates, days of
a demand or a judgment. Read from the kept words of the claim, where no fact of that name is told."""
from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bot.chinese.clauses import typed_clauses
from bot.chinese.dates import find_dates
from bot.chinese.decided import outcome
from bot.chinese.numerals import level, read_number
from bot.law import other_claims, retired
from bot.law.facts import CaseFacts, Day
from bot.law.periods import add_years

SLOTS = ("claim_words", "other_proceeding", "already_tried", "end_date", "owed_amount", "pay_rate", "owed_period")
_N = r"(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+)"
NUMBERS: dict[str, tuple[tuple[str, Decimal], ...]] = {
    "days_worked": ((rf"(?:干|做|出勤)(?:了|过)?(?:一共|总共|整整|有)?{_N}(?:天|个工(?![友人地程]))", Decimal(1)),),
    "hours_worked": ((rf"(?:干|做|上班?)(?:了|过)?(?:一共|总共|有)?{_N}个?(?:小时|钟头)", Decimal(1)),),
    "pieces": ((rf"(?:做|干|完成|加工|打)(?:了|过)?(?:一共|总共|有)?{_N}(?:件|套|双|条|只)", Decimal(1)),),
    "notice_days": ((rf"提前(?:了)?{_N}天", Decimal(1)), (rf"提前(?:了)?{_N}个月", Decimal(30))),
    "average_wage": ((rf"(?:社平|平均)工资(?:是|为|一个月|每月|标准)*{_N}", Decimal(1)),),
    "minimum_wage": ((rf"最低工资(?:是|为|一个月|每月|标准)*{_N}", Decimal(1)),),
    "interest_rate": (
        (rf"年(?:利率|息|利|化)(?:是|为|按|写的是|写了)*{_N}[%％]", Decimal("0.01")),
        (rf"年(?:利率|息)(?:是|按)?百分之{_N}", Decimal("0.01")),
        (rf"月(?:利率|息)(?:是|为|按)*{_N}[%％]", Decimal("0.12")), (rf"月息(?:是|按)?{_N}分", Decimal("0.12")),
    ),
    "lpr": ((rf"(?i:lpr)(?:是|为|现在是|利率)*{_N}[%％]", Decimal("0.01")),),
}
"""fact -> how it is said, and what one of it counts (a month's notice: 30 days, LAW-LCA-40; 月息一分: 12 % a year)."""
READ = frozenset({
    *NUMBERS, "unpaid_order", "overtime_hours", "base_paid", "end_reason", "working_time_system", "first_claimed", "simplified",
    "renewal_terms", "reason_written", "trained",
})
"""Facts that the engine asks for and that are read from his words, here or in `money`."""
EACH = re.compile(r"每|一个?(?:月|天|周|星期|年)|天天|加班|要|得|必须|拿过|给了")
"""Beside these a number of days, hours or pieces is no total of what was worked."""
NO_NOTICE = re.compile(r"没有?(?:提前|事先)(?:通知|说|告诉)|(?:当天|突然|马上)(?:就)?(?:让|叫|赶|通知)我(?:们)?(?:走|滚|离)")
ORDER = re.compile(r"责令(?!不了)|限期(?:整改|支付|付|改正)|整改(?:指令|通知)|行政处理决定")
UNPAID = re.compile(
    r"(?:^|[,，。;；\s])(?:但是?|可是?|结果)?(?:他们?|老板|公司|厂里|单位|对方|人家|包工头|工头|一直|到现在|至今|剩下的?)*(?:没|不)(?:有|肯|当回事|搭理)?"
    r"(?:付(?!清)|给|发|理|执行|履行|动|管|当回事|$)|不理|不当回事|当耳边风|"
    r"到期|过期|逾期|期限(?:都|已经|也)?(?:到|过)|(?:都|还|仍|也|就)(?:是)?(?:没|不)(?:有|肯)?(?:付|给|发|理|执行|履行|拿到)|"
    r"拒不|(?:没|不)(?:执行|履行)"
)
NO_ORDER = re.compile(
    r"(?:还没|没有?|未)(?:给他|给老板|给公司)?(?:下|发|出)?(?:过)?(?:责令|限期|整改)|"
    r"(?:责令书?|整改(?:指令|通知)书?)[^,，。]{0,3}(?:还没|没)(?:有)?(?:下|发|出)"
)
NOT_ORDERED = re.compile(
    r"(?:还没|没有?|未|不)(?:到期|到日子)|(?:会不会|能不能|怎么|如果|要是|申请|要求|想|请)[^,，。]{0,8}(?:责令|限期|整改)|"
    r"多久|几天能|期限没到|已经付清|付清了"
)
BY_MOUTH = re.compile(r"口头|嘴上|嘴巴|打(?:的|了|个)?电话|电话里|当面说|随口")
"""Notice has to be given in writing (LAW-LCA-40): what was only said does not count."""
ADMITTED = re.compile(
    r"^(?:那天|当天|的时候|时|他们?|老板|公司|厂里|单位|对方|包工头|工头|又|还|曾|也|就|都|在|微信里?上?|电话里|短信里?|写了?|亲口|给我|跟我)*"
    r"(?:答应|承诺|保证|同意(?:给|付|还)|承认(?:欠|还欠)|认了(?:账|这笔))"
)
"""What stands right behind the day on which the debtor promised to pay (LAW-ARB-03, LAW-LIT-04)."""
DEMAND = re.compile(
    r"催(?!促)|(?:问|找|向|跟)[^,，。]{0,6}(?:要过|要了|讨)|讨要|要过(?:钱|工资|账)|投诉(?:过|了)|发(?:微信|短信)要"
)
APPLIED = re.compile(
    r"申请(?:了|过)?(?:劳动)?仲裁|起诉|(?:上|告到|去)法院(?:告|立案)|立(?:了|过)案|申请(?:了|过)?(?:支付令|保全)|报(?:了|过)?(?:警|案)|报过案|"
    r"(?:找|去)(?:了|过)?[^,，。]{0,6}(?:人民调解|调委会|监察|劳动局|人社局)"
)
"""Steps that begin both periods anew on their day (LAW-ARB-03, LAW-LIT-04)."""
NOT_DONE = re.compile(
    r"(?:没有?|未|不敢|从没|从来没|还没|忘了|不想|想|准备|打算|打算着|要不要|能不能|可以|怎么|不会|不肯|不好意思|懒得)"
    r"(?:再|去|来|也|都|跟|向|找|问|他们?|她|老板|公司|包工头|人|微信上?|打电话|敢|好意思|能|想过?|派出所|法院|劳动局)*$"
)
"""Right before a demand or a step: not made, or only meant."""
_DEBTOR = (
    r"(?:那天|当天|的时候|他们?|她|老板|公司|厂里|单位|对方|包工头|工头|又|还|才|也|就|只|先|在|微信里?上?|银行卡?|用|给我|跟我)*"
)
PART_PAID = re.compile(
    rf"^{_DEBTOR}(?:还|给|付|转|打|结|补)(?:了|过|给)+(?:我们?|俺)?"
    r"(?:一点|一些|一部分|一半|[\d一二两三四五六七八九十百千万几]+(?![\d一二两三四五六七八九十百千万几月号天次个遍回趟年]))"
)
"""What stands right behind the day on which the debtor paid a part (LAW-LIT-04)."""
DATED_STEP = re.compile(
    rf"[月号日][^,，。;；]{{0,12}}(?:{APPLIED.pattern})|[月号日]{PART_PAID.pattern[1:]}"
)
DATED = re.compile(rf"(?:{DEMAND.pattern})[^,，。;；]{{0,12}}\d*[月号]|[月号][^,，。;；]{{0,12}}(?:{DEMAND.pattern})")
DATED_PROMISE = re.compile(
    r"[月号日](?:那天|他们?|老板|公司|包工头|工头|又|还|也|就|在|微信上|电话里|写了?)*(?:答应|承诺|保证|承认欠)"
)
PROMISE = re.compile(r"说好|答应|承诺|保证|说是?[^,，。]{0,6}(?:给|付|发)|约定")
PAY_BY = re.compile(
    r"(?:之?前|以前|前要)[^,，。]{0,4}(?:付|给|支付|履行)|(?:付|给|支付|履行)[^,，。]{0,4}(?:最后|截止|到期)|"
    r"(?:限|要)[^,，。]{0,3}在?[^,，。]{0,12}(?:付|给)"
)
OVERTIME = re.compile("加班|加[^,，。]{1,6}(?:小时|钟头)的?班")
PROCEDURE = re.compile("(?:简易|普通)程序")
SYSTEMS = {"comprehensive": re.compile("综合(?:计算)?工时"), "flexible": re.compile("不定时(?:工时|工作)")}


def tells(text: str) -> bool:
    """Whether words tell something that is read here (they belong into `claim_words`)."""
    said = level(text)
    plain = (NO_NOTICE, OVERTIME, DATED, PROCEDURE, other_claims.MORE, DATED_PROMISE, DATED_STEP, *SYSTEMS.values())
    return (
        order_unpaid(text) is not None or retired.tells_age(text) or any(pattern.search(text) for pattern in plain)
        or bool(PAY_BY.search(text) and outcome(text)) or any(_number(said, name) is not None for name in NUMBERS))


def words(case: CaseFacts) -> str:
    """The kept words in which these things are said."""
    return case.words(*SLOTS)


def order_unpaid(text: str) -> bool | None:
    """Whether an office ordered payment and the day passed without it (LAW-WAGE-23, LAW-CRI-01); False when he says that no
    order was made; None when neither is said."""
    order = ORDER.search(text)
    if order is None:
        return None
    if NO_ORDER.search(text):
        return False
    if NOT_ORDERED.search(text):
        return None
    return True if UNPAID.search(text[order.end():]) else None


def unpaid_order(case: CaseFacts) -> bool | None:
    """The fact `unpaid_order`, else told in his words."""
    told = case.flag("unpaid_order")
    return order_unpaid(words(case)) if told is None else told


def quantity(case: CaseFacts, name: str) -> tuple[Decimal, Decimal] | None:
    """A number of `NUMBERS` as (low, high): the fact of that name, else the one number in his words."""
    told = case.range(name)
    if told is not None:
        return told
    said = words(case)
    if name == "notice_days" and (NO_NOTICE.search(said) or _noticed_by_mouth(said)):
        return Decimal(0), Decimal(0)
    return _number(level(said), name)


def _noticed_by_mouth(text: str) -> bool:
    """Whether the clause that tells of notice says that it was given by mouth (LAW-LCA-40 wants it in writing)."""
    return any("提前" in clause and BY_MOUTH.search(clause) and "书面" not in clause for clause in typed_clauses(text))


def past_retirement(case: CaseFacts) -> bool:
    """Whether he says that he is past the age of retirement (LAW-WAGE-28)."""
    return retired.tells_age(words(case))


def more_than_wages(case: CaseFacts) -> bool:
    """Whether he claims what an IOU of his unit does not cover: overtime, compensation, double pay (LAW-LIT-02)."""
    return other_claims.claimed(words(case))


def maybe_more(case: CaseFacts) -> bool:
    """Whether he speaks of such a thing without claiming it."""
    return other_claims.maybe_claimed(words(case))


def _number(text: str, name: str) -> tuple[Decimal, Decimal] | None:
    found = set()
    for clause in typed_clauses(text):
        for pattern, scale in NUMBERS[name]:
            match = re.search(pattern, clause)
            if match and not (name in ("days_worked", "hours_worked", "pieces") and EACH.search(clause)):
                number = read_number(match["n"])
                found |= {(number.low * scale, number.high * scale)} if number else set()
    return found.pop() if len(found) == 1 else None


def simplified(case: CaseFacts) -> bool | None:
    """Whether the court uses the simplified procedure, by his words (LAW-LIT-10); None when not told."""
    said = words(case)
    if "简易程序" in said:
        return True
    return False if "普通程序" in said else None


def judgment_day(case: CaseFacts, today: date) -> Day | None:
    """The last day on which a judgment or an award had to be paid: the fact `judgment_date`, else the one day that he names
    for paying beside a judgment or an award that he holds (LAW-ENF-01)."""
    told = case.day("judgment_date")
    if told or not case.decided or case.lost:
        return told
    return _day(case.words("other_proceeding", "claim_words"), PAY_BY, today)


def demand_day(case: CaseFacts, today: date) -> Day | None:
    """The last day on which he demanded the money: the fact `last_demand_date`, else the day named beside a demand."""
    told = case.day("last_demand_date")
    return told or _day(words(case), DEMAND, today)


def restarting_days(case: CaseFacts, today: date) -> tuple[Day, ...]:
    """Every day in order on which he demanded the money, applied to an office, or the debtor promised it (LAW-ARB-03,
    LAW-LIT-04): the fact `last_demand_date` and the days in his words. A day by which money was promised is none."""
    said = words(case)
    fact = case.day("last_demand_date")
    named = {*_days(said, DEMAND, today), *_days(said, APPLIED, today), *_behind(said, ADMITTED, today)}
    days = [Day(day, day, True) for day in named if fact is None or day != fact.first]
    return tuple(sorted([*days, *([fact] if fact else [])], key=lambda day: day.first))


def first_claimed(case: CaseFacts, today: date) -> date | None:
    """The first day on which he claimed the money: the fact of that name, else the first of the days that reach today in steps
    of at most a year (LAW-ARB-03); None when no such day is told."""
    told = case.day("first_claimed")
    days = [told.first] if told else [day.first for day in restarting_days(case, today)]
    reached = today
    for day in sorted(days, reverse=True):
        if day > today or add_years(day, 1) < reached:
            break
        reached = day
    return reached if reached < today else None


def part_paid_days(case: CaseFacts, today: date) -> list[date]:
    """Every day in order on which the debtor paid a part (LAW-LIT-04)."""
    return sorted(set(_behind(words(case), PART_PAID, today)))


def _behind(text: str, words_: re.Pattern[str], today: date) -> list[date]:
    """Past days right behind which a clause says this of the debtor."""
    return [found.first for clause in typed_clauses(text) for found in find_dates(clause, today)
            if found.exact and found.first <= today and words_.search(clause[found.end:])
            and not clause[: found.start].endswith("我")]


def _day(text: str, beside: re.Pattern[str], today: date) -> Day | None:
    """The last exact past day named in a clause with these words; a promise in it is none."""
    days = _days(text, beside, today)
    return Day(max(days), max(days), True) if days else None


def _days(text: str, beside: re.Pattern[str], today: date) -> list[date]:
    """Every such day; what was not done, or only meant, tells none."""
    days = []
    for clause in typed_clauses(text):
        done = any(
            "没" not in match.group() and not NOT_DONE.search(clause[: match.start()]) for match in beside.finditer(clause))
        if done and not PROMISE.search(clause):
            days += [found.first for found in find_dates(clause, today) if found.exact and found.first <= today]
    return days
