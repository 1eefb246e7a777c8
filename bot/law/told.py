"""What workers say plainly beside the questions of the form: an order that was not obeyed, days, hours, pieces, rates, days of
a demand or a judgment. Read from the kept words of the claim, where no fact of that name is told."""
from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from bot.chinese.dates import find_dates
from bot.chinese.decided import outcome
from bot.chinese.numerals import level, read_number
from bot.law.facts import CaseFacts, Day

SLOTS = ("claim_words", "other_proceeding", "already_tried", "end_date", "owed_amount", "pay_rate", "owed_period")
_N = r"(?P<n>\d+(?:\.\d+)?|[一二两三四五六七八九十百千万]+)"
_SEP = r"[,，。;；!！?？\n]"
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
})
"""Facts that the engine asks for and that are read from his words, here or in `money`."""
EACH = re.compile(r"每|一个?(?:月|天|周|星期|年)|天天|加班|要|得|必须|拿过|给了")
"""Beside these a number of days, hours or pieces is no total of what was worked."""
NO_NOTICE = re.compile(r"没有?(?:提前|事先)(?:通知|说|告诉)|(?:当天|突然|马上)(?:就)?(?:让|叫|赶|通知)我(?:们)?(?:走|滚|离)")
ORDER = re.compile(r"责令(?!不了)|限期(?:整改|支付|付|改正)|整改(?:指令|通知)|行政处理决定")
UNPAID = re.compile(
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
DEMAND = re.compile(
    r"催(?!促)|(?:问|找|向|跟)[^,，。]{0,6}(?:要过|要了|讨)|讨要|要过(?:钱|工资|账)|投诉(?:过|了)|发(?:微信|短信)要"
)
DATED = re.compile(rf"(?:{DEMAND.pattern})[^,，。;；]{{0,12}}\d*[月号]|[月号][^,，。;；]{{0,12}}(?:{DEMAND.pattern})")
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
    said, plain = level(text), (NO_NOTICE, OVERTIME, DATED, PROCEDURE, *SYSTEMS.values())
    return (
        order_unpaid(text) is not None or any(pattern.search(text) for pattern in plain)
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
    if name == "notice_days" and NO_NOTICE.search(said):
        return Decimal(0), Decimal(0)
    return _number(level(said), name)


def _number(text: str, name: str) -> tuple[Decimal, Decimal] | None:
    found = set()
    for clause in re.split(rf"{_SEP}| ", text):
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


def _day(text: str, beside: re.Pattern[str], today: date) -> Day | None:
    """The last exact past day named in a clause with these words; a promise in it is none."""
    days = []
    for clause in re.split(rf"{_SEP}| ", text):
        if beside.search(clause) and not PROMISE.search(clause):
            days += [found.first for found in find_dates(clause, today) if found.exact and found.first <= today]
    return Day(max(days), max(days), True) if days else None
