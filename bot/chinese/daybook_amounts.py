"""How much was worked, in the words beside a day: `1个工`, `半天`, `10个工时`, `一天加两个小时`, `下雨没干`. On prepared text."""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.chinese import lexicon
from bot.chinese.amounts import find_amounts
from bot.chinese.daybook_pieces import Pieces, Price, find_pieces, unit_name
from bot.chinese.daybook_values import A_DAY, NotWritten, Piecework
from bot.chinese.numerals import DIGITS, read_number
from bot.chinese.personal import TOKEN
from bot.chinese.rates import piece_unit
from bot.chinese.values import Amount

_NUM = r"(?:\d{1,2}|[零一二两三])点[\d一二三四五六七八九]|\d+(?:\.\d+)?|[零一二两三四五六七八九十]+|半"
_AHEAD = r"(?:(?<=[晚记]上)|(?<![\d.第另上下这那每大小]))"
WORK = re.compile(
    rf"{_AHEAD}(?!零工)(?P<n>{_NUM})\s*个?(?P<half>半)?\s*(?:整)?工(?![时资钱地程人友头期作厂棚序业具位装种价号])(?:日)?(?P<after>半)?")
DAYS = re.compile(rf"(?:(?<=[月号日天了,: ])|{_AHEAD})(?P<n>{_NUM}|几)\s*(?:个整|整|个)?天(?:工)?(?P<half>半)?(?!前|后|天)")
FULL = re.compile(r"(?<!大)整天|全天|整日|满工|全工|整工|满勤|全勤|出满|白天晚上都")
HOURS = re.compile(
    rf"{_AHEAD}(?P<n>{_NUM})\s*个?(?P<half>半)?\s*(?:个)?(?:小时|钟头|工时|钟(?![点头]|情)|h(?![a-z]))(?P<after>半)?", re.I)
_ALL = r"(?:总共|一共|合计|共计|总计|加起来|共)"
_ON_TOP = re.compile(
    r"(?:加班|加点|加了|外加|另加|加上|加|多干|多做|又干|又做|晚上|赶工|夜里)[了还又另外的班干做到:,\s]{0,4}$"
    rf"|(?:加班|加点)[了的时间:,\s]{{0,4}}{_ALL}[了是有:\s]{{0,2}}$")
_ON_TOP_BEGINS = re.compile(r"(?<=\d)(?:元|块钱?)?[,\s]*(?:加班|加点|外加|另加|加上)")
#: told of all days together (一共加班12小时, 两天20小时), unless it is of every one (每天共10小时)
_TOGETHER = re.compile(rf"(?:{_ALL}|(?<![每一\d])(?:[2-9]|\d\d|[两二三四五六七八九十]+)个?天)[^,。;每各均]*$")
_OF_EACH = re.compile(rf"(?:每[天日]|每个?工|天天|各|均|都|一天)[都干做要上加班了得也\s]*{_ALL}[^,。;]*$")
OFF = re.compile(
    r"没(?:有)?(?:出工|上工|开工|出勤|干活|干成|干|做工|做活|做|上班|去(?:工地|干活|上班|上工|成)?|得?活(?:干)?|来活)(?!完|多久)"
    r"|歇(?:了|着|工|业|班|一天|的)?(?!业)|休(?:息|工|了|班|假)?(?!日)|放假|停工|停电|轮休|调休|请假|请(?:了?病?|[一半两三\d]天)假|放[一半两三\d]天假|旷工|耍(?:了|起)?(?:[一半两三\d]天)?$|(?<![\d.])0个?工|零个工|无工|病了|生病")
#: a day or half a day that he did not work (歇一天, 请假半天)
_OFF_FOR = re.compile(
    r"(?P<off>歇|休息?|停工|停电|请假|放假|没干|没活|没活干|没出工|没上班|耽误)(?:了|着)?(?P<n>一整|半|整|一|1)天")
_DID = re.compile(r"(?:干|做|上|上班|出工|忙)[了满]?\s*$")
ONE = re.compile(
    r"(?:记|各|是|成|为|大工|小工|点工|工[数,:]*|都|,|^)\s*(?P<n>一|两|半|\d(?:点\d)?)个(?P<half>半)?(?:工)?(?=[,。;\s]|$)"
    r"|工数,(?P<m>\d)(?=[,。;\s]|$)")
BARE_COUNT = re.compile(rf"^[\s:,]*(?P<n>{_NUM})\s*(?P<half>半)?个?[\s,。;.]*$")
SHIFT = re.compile(r"(?:一|1)?个?(?:夜班|白班|晚班|大班)")
#: -1个工, 负2个小时
_BELOW_NOTHING = re.compile(
    r"(?:(?<![\d号日天月~到至])\s*[-－−]|负)\s*(?:\d+(?:点\d)?|[一二两三四五六七八九十半]+)\s*个?(?:工|小时|钟|天|件|平)")
AT_WORK = re.compile(r"出工|上工|上班|干活|开工|出勤|去干|做活|做工|到岗|加班")
EACH = re.compile(
    r"每天|每日|每个?工|天天|都|各|均|一天(?=\s*(?:\d|[一二两三四五六七八九十半])+\s*个?(?:半)?(?:工|小时|钟))|一直")
_HALVES = re.compile(r"上午|下午|早上|前半天|后半天")
_CLAUSE = re.compile(r"[,。;、\s]+")
_RAN_OUT = re.compile(r"下雨|没|歇|休|停|雨")
_BY_TRADE = re.compile(r"(?:大工|小工|点工|技工|杂工|日工)(?P<n>[1-9]\d{1,2})(?![\d.]|个|天|小时|号|工)(?:元|块)?")
#: the pay of a day beside a number of 工: 1个工260, 两个工 300 (the pay of one)
_BESIDE_WORK = re.compile(
    r"(?<!半)(?<!半个)(?:工|天|全天)\s*,?\s*(?P<n>[1-9]\d{1,2}|[一二两三四五六七八九]百(?:[一二三四五六七八九]十?)?)"
    r"(?![\d.]|个|小时|号|工)(?:元|块)?钱?(?:一天|/天|每天)?$")
#: what half a day brought (干了半天 120); above MOST_HALF it may be the pay of a whole day as well
_HALF_PAID = re.compile(r"(?<![个一两天\d])半(?:个)?[天工]\s*,?\s*(?P<n>[1-9]\d{1,2})(?![\d.]|个|小时|号|工)(?:元|块)?钱?$")
MOST_HALF = 150
GRADES = ("大工", "小工", "点工", "技工", "杂工", "中工", "学徒", "包工", "带班", "师傅工")
_GRADE = re.compile(rf"[\s,]*(?:{'|'.join(GRADES)})[\s,。.!]*")
#: helpers whom he leads are not his own grade
_LEADS = re.compile(r"带(?:了|着)?(?:[\d一二两俩三四五六七八九十几]+个?)?(?:大工|小工|学徒|徒弟)")
#: nothing but that: he was at work, how long is not told
LEADS_ALONE = re.compile(rf"[\s,]*{_LEADS.pattern}(?:干活|干|做活)?[\s,。.!了]*$")
_A_SUM = re.compile(r"(?<![\d.])[1-9]\d{1,3}(?![\d.])")  # a sum told that no rate is (干了半天 120): it is not lost
SAID = re.compile(
    r"去干活|干活|正常|记工|记一?下|记上|记个工|补记|帮我|给我|麻烦|更正|改成|改为|记错了?|写错了?|说错了?|搞错了?|应该是|[都是各就的了呢吧啊在我俺共干做上班出工每天一共加也又还,:;。.!、\s()]")


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
    rate, spans, price = _rate(words)
    pieces = pieces_in(words)
    rate = _piece_rate(pieces, rate)
    bare, half_off = _without_free_time(_without(words, spans, pieces.spans if pieces else ()))
    hours, extra, bare_of_hours, together = _hours(bare)
    work, left = _work(bare_of_hours, halves=hours is None)
    counted = WORK.search(bare_of_hours)
    if counted and _is_together(bare_of_hours[:counted.start()]):
        together |= {"work"}
    off = work is None and hours is None and extra is None and bool(OFF.search(bare))
    each = bool(EACH.search(words))
    if work is None and not off and hours is None and not pieces:
        work = _work_of_rate(words, spans, rate) if extra is None else _work_ahead(words, spans)
    if work is None and hours is not None and rate and rate["unit"] == "day" and A_DAY[0] <= hours <= A_DAY[1]:
        work = Decimal(1)  # 10小时, 260一天: the day that the rate is for
    if work == 0 or (hours == 0 and work is None):
        work, hours, off = None, None, True
    at_work = half_off or bool(AT_WORK.search(bare) or _GRADE.fullmatch(words) or LEADS_ALONE.match(words))
    note = ",".join(one for one in (_note(left, off, words), price) if one)[:40]
    first, *also = pieces.kinds if pieces else (None,)
    return Told(work, hours, extra, rate, _trade(words), note, off, at_work, each, together, first.count if first else None,
                first.unit if first else "", tuple(one for one in also if one))


def pieces_in(words: str) -> Pieces | None:
    """The pieces told in the words; what stands in the price of one is none."""
    paid = [amount for amount in find_amounts(words) if amount.unit == "piece"]
    masked = words
    for amount in paid:
        masked = masked[:amount.start] + " " * (amount.end - amount.start) + masked[amount.end:]
    prices = [Price(amount.yuan[0], unit_name(piece_unit(amount.words)), amount.start) for amount in paid
              if not amount.vague and amount.low > 0]
    return find_pieces(masked, prices, by_piece=bool(paid) or "计件" in words)


def _piece_rate(pieces: Pieces | None, rate: dict[str, Any] | None) -> dict[str, Any] | None:
    """The rate that is theirs: the price of a piece of another kind, or without pieces, is none."""
    if pieces and pieces.kinds[0].price is not None:
        return {"amount": pieces.kinds[0].price, "unit": "piece"}
    return None if rate and rate["unit"] == "piece" else rate


def bare_count(words: str) -> Decimal | None:
    """A number alone beside a day (3号1个, 4号0.5) as 工; None when anything else is told."""
    found = BARE_COUNT.match(words)
    return _value(found) if found else None


def _without_free_time(words: str) -> tuple[str, bool]:
    """The words without a day told as free, and whether half a day was."""
    half = any(found["n"] == "半" for found in _OFF_FOR.finditer(words))
    return _OFF_FOR.sub(lambda found: " " if found["n"] == "半" else found["off"] + "了", words), half


def _value(found: re.Match[str]) -> Decimal | None:
    """The number of a count, with a half before or behind the unit (一个半工, 一天半)."""
    if found.groupdict().get("m"):
        return Decimal(found["m"])
    if found["n"] == "几":
        return None
    if found["n"] == "半":
        return Decimal("0.5")
    if "点" in found["n"]:
        whole, _, tenth = found["n"].partition("点")
        return Decimal(f"{DIGITS.get(whole, whole)}.{DIGITS.get(tenth, tenth)}")
    number = read_number(found["n"])
    if number is None or number.vague:
        return None
    half = any(found.groupdict().get(name) for name in ("half", "after"))
    return number.low + (Decimal("0.5") if half else 0)


def _work(words: str, *, halves: bool = True) -> tuple[Decimal | None, str]:
    """The 工 told, and the words without them. `halves`: 上午 and 下午 count as half a day."""
    for pattern in (WORK, DAYS, ONE):
        found = pattern.search(words)
        value = _value(found) if found else None
        if found and pattern is DAYS and OFF.search(words) and not _DID.search(words[:found.start()]):
            continue  # 三天都没出工, 请一天假
        if found and value is not None:
            return value, words[:found.start()] + words[found.end():]
    if FULL.search(words):
        return Decimal(1), FULL.sub("", words)
    told = {half for clause in _CLAUSE.split(words) if not _RAN_OUT.search(clause) for half in _HALVES.findall(clause)}
    if told and halves:
        return (Decimal(1) if len(told) > 1 else Decimal("0.5")), words
    return (Decimal(1), words) if SHIFT.search(words) else (None, words)


def _is_together(ahead: str) -> bool:
    """Whether the count behind these words is of all days together."""
    return bool(_TOGETHER.search(ahead)) and not _OF_EACH.search(ahead)


def _hours(words: str) -> tuple[Decimal | None, Decimal | None, str, frozenset[str]]:
    """(hours of the day, hours on top of it, the words without them, which of both were told of all days together). What is
    summed up (每天10小时,一共40小时) adds nothing; raises NotWritten when it does not fit."""
    hours, extra = None, None
    left, together = words, set()
    for found in HOURS.finditer(words):
        value = _value(found)
        ahead = words[:found.start()]
        on_top = bool(_ON_TOP.search(ahead)) or hours is not None
        summed = hours is not None and _TOGETHER.search(ahead) and not _ON_TOP.search(ahead)
        if summed and value is not None and hours and value % (hours + (extra or 0)):
            raise NotWritten("which_days")
        if value is not None and not summed:
            together |= {"extra" if on_top else "hours"} if _is_together(ahead) else set()
            hours, extra = (hours, (extra or Decimal(0)) + value) if on_top else (value, extra)
        left = left.replace(found.group(), " ", 1)
    if hours is not None and re.search(r"加班(?!费)", words) and extra is None and not re.search(r"[每共正白]|上班", words):
        hours, extra, together = None, hours, {"extra"} if together else set()
    return hours, extra, left, frozenset(together)


def _rate(words: str) -> tuple[dict[str, Any] | None, list[tuple[int, int]], str]:
    """(the one sure rate in the words, where rates stand (their 一天 and 一个工 are no work), the words of a price that is of the
    hours on top alone: 加班2小时30一小时)."""
    found = [amount for amount in find_amounts(words) if amount.unit != "sum"]
    by_trade = _BY_TRADE.search(words) or _BESIDE_WORK.search(_ON_TOP_BEGINS.split(words)[0].rstrip(" ,.。!"))
    spans = [(amount.start, amount.end) for amount in found]
    exact = [amount for amount in found if not amount.vague and amount.low > 0 and not _is_count(amount, words)]
    spans = [span for span, amount in zip(spans, found, strict=True) if not _is_count(amount, words)]
    exact, price = _without_price_on_top(words, exact, spans)
    if len(exact) == 1:
        return {"amount": exact[0].yuan[0], "unit": exact[0].unit}, spans, price
    if by_trade and not exact:
        number = read_number(by_trade["n"])
        return {"amount": int(number.low) if number else 0, "unit": "day"}, [*spans, (by_trade.start("n"), by_trade.end())], price
    half = _HALF_PAID.search(words.rstrip(" ,.。!"))
    if half and not exact and int(half["n"]) <= MOST_HALF:
        return {"amount": 2 * int(half["n"]), "unit": "day"}, [*spans, (half.start("n"), half.end())], price
    return None, spans, price


def _hours_beside(words: str, spans: list[tuple[int, int]]) -> list[re.Match[str]]:
    """The hours told, without those of rates (30一小时)."""
    return [found for found in HOURS.finditer(words) if not any(start <= found.start() < end for start, end in spans)]


def _without_price_on_top(words: str, exact: list[Amount], spans: list[tuple[int, int]]) -> tuple[list[Amount], str]:
    """The rates without that of the hours on top, and how he told that one: an hour's price behind such hours, when the day has
    another rate or no hours of its own."""
    hours = _hours_beside(words, spans)
    top = [found for found in hours if _ON_TOP.search(words[:found.start()])]
    priced = [one for one in exact if top and one.unit == "hour" and one.start > top[0].start()]
    if len(priced) != 1 or (len(exact) == 1 and len(top) < len(hours)):
        return exact, ""
    said = _ON_TOP.search(words[:top[0].start()])
    start = said.start() if said else top[0].start()
    return [one for one in exact if one is not priced[0]], words[start:priced[0].end].strip(" ,")


def _is_count(amount: Amount, words: str) -> bool:
    """Whether what looks like a rate is a count (11.3 1个工, 每天 8个工): no pay of a day is below 20 yuan."""
    return amount.unit == "day" and amount.high < 2000


def _without(words: str, rates: list[tuple[int, int]], counts: tuple[tuple[int, int], ...] = ()) -> str:
    """The words without the rates and the counts of pieces; a 工 in a rate counts (8号一个工260): it stays unless another
    amount is told."""
    outside = [(start, end) for start, end in rates if not any(begin <= start < last for begin, last in counts)]
    for start, end, left in sorted([*((*span, " ") for span in outside), *((*span, "") for span in counts)], reverse=True):
        words = words[:start] + left + words[end:]
    return words


def _work_of_rate(words: str, spans: list[tuple[int, int]], rate: dict[str, Any] | None) -> Decimal | None:
    """The 工 inside a day's rate (一个工260, 一天260), when nothing else was told of that day."""
    inside = " ".join(words[start:end] for start, end in spans)
    return _work(inside)[0] or (Decimal(1) if rate and rate["unit"] == "day" else None)


def _work_ahead(words: str, spans: list[tuple[int, int]]) -> Decimal | None:
    """The 工 inside a rate that stands before the hours on top (1个工260加班2小时)."""
    first = min((found.start() for found in _hours_beside(words, spans)), default=0)
    return _work(" ".join(words[start:end] for start, end in spans if start < first))[0]


def _trade(words: str) -> str:
    """The grade and trade named (大工, 木工), in order, without places of work."""
    places, words = lexicon.extra("trades", "workplace"), _LEADS.sub("", words)
    hits = [hit.word for hit in lexicon.find("trades", words) if hit.word not in places and hit.word not in ("工地", "学校")]
    grades = [grade for grade in GRADES if grade in words]
    return "、".join(dict.fromkeys([*grades, *hits]))


def _note(left: str, off: bool, words: str) -> str:
    """What else he said of the day, short, without personal numbers; why he did not work."""
    text = TOKEN.sub("", words if off else left)
    if off:
        return text.strip(" ,。;:!()的")[:40]
    clauses = [clause for clause in re.split(r"[,。;]", text) if SAID.sub("", clause)]
    text = ",".join(clause.strip().removeprefix("每天") for clause in clauses).strip(", ")
    tells = len(re.findall(r"[\u4e00-\u9fff]", SAID.sub("", text))) >= 2 or _A_SUM.search(text)
    return text[:40] if tells and text != _trade(left) else ""
