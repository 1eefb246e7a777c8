"""Words that make a sum a rate: 一天260 · 260一天 · 日薪三百 · 20块一小时 · 一平方45. Works on levelled text."""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.chinese.numerals import level
from bot.chinese.values import PayUnit

_DAY = r"天|日|个?工日|个?工(?![资钱钿人地程友头期])|个?台班|个?班(?![长组])|晚上?|夜|宿|个?白班|个?夜班"
_MONTH = r"个?月(?![底初末份薪结])"
_HOUR = r"个?小时|个?钟头|个?钟(?!点工)|h(?![a-z])"
_WEEK = r"周(?!末)|个?星期|个?礼拜"
_YEAR = r"年(?![底前后初终关薪])"
_PIECE = (
    r"平方米|个?平方|平米|m2|㎡|个?平(?!时|均)|立方米?|方|延米|米|公里|吨|公斤|斤|亩地?|件(?:[一-龥]{1,3}(?=[\d两三四五六七八九]))?|"
    r"趟|车(?![费间])|单(?![位子据价独])|箱|包(?![工括吃])|袋|捆|扇|根|块砖|条|套|台|棵|窝|只(?![有给发拿是够能要剩])|双(?![方倍])|页|幅|首|"
    r"张(?![单条欠]|纸?(?:都|也|没))|桌|户|间|层|朵|头(?!一)|筐|桶|个(?![人月多小钟班工w]|星期|礼拜|平)"
)
_UNITS: list[tuple[str, PayUnit]] = [
    (_MONTH, "month"), (_HOUR, "hour"), (_WEEK, "day"), (_DAY, "day"), (_YEAR, "month"), (_PIECE, "piece"),
]
_ANY = "|".join(pattern for pattern, _ in _UNITS)
_LINK = (
    r"(?:的|地|是|就|才|都|只|算|按|照|给|开|发|能|挣|赚|拿|讲好|说好|谈好|讲的?|说的?|可是|到手|也就|工资|工钱|薪水|报酬|价|钱|我们|我|俺们|俺|咱们|咱|他们|他|她|要|要是|"
    r"装卸费|人工费?|人工|得|有|要给|定的?|约定|应该|固定|一般|大概|大约|差不多|平均|将近|不到|最少|至少|最多|[,，:=]|\s){0,5}"
)
#: what is made or moved, told between the unit and the sum: 一件衣服一块五
_GOODS = (
    r"(?:衣服|上衣|毛衣|衬衣|衬衫|裤子|裙子|衣|裤|袜子?|鞋子?|手套|帽子|包包|被子|"
    r"玩具|灯|砖|货|产品|零件|配件|纸箱|门|窗户|瓷砖)?"
)
_NOT_RATE = r"(?<![另了第后上满押压欠拖头前差下这那整休歇\d一二三四五六七八九十百两几半])"
_BEFORE = re.compile(rf"(?:{_NOT_RATE}(?:一|1|按)|(?<!前)每个?)\s?(?P<unit>{_ANY}){_GOODS}(?P<link>{_LINK})$")
#: the pay of one month or day that stays out is a sum (扣了我一个月工资三千二, 还差我一个月的工资四千)
_STAYS_OUT = re.compile(
    r"(?:克扣|扣押|扣|拖欠|欠|差|赖|没给|没发|没结|不给|不发|少发|少给)(?:了|着|掉|下|过)?(?:我们?|俺们?|咱们?|大家|他们?|她们?)?"
    r"(?:的|最后|后面|上|那|这|剩下)*$|(?:还有|还剩|剩下|剩)(?:最后)?的?$"
)
_PAY_LINK = re.compile(r"的?(?:工资|工钱|薪水|报酬|钱)")
_NAMED: list[tuple[str, PayUnit, int]] = [
    (r"日薪|日结|日工资|(?<![个\d一二三四五六七八九十两几半])天工资|每日工资|点工|零工|日工|工日", "day", 1),
    (r"月薪|(?<![个\d一二三四五六七八九十两几半多□])月工资|底薪|保底|基本工资|包月", "month", 1),
    (r"时薪|小时工资|小时工|钟点工|小时|钟点", "hour", 1),
    (r"年薪|年工资", "month", 12),
    (r"单价|计件|件价", "piece", 1),
]
#: basic pay of some months, or beside another sum, that is owed: no rate (欠我两个月底薪9000, 拖欠提成3200和底薪2000)
_BASIC_OWED = re.compile(
    r"(?:欠|差|没给|没发|没结|不给|不发|压)(?:了|着)?(?:我们?|俺)?(?:[^,，。;；!?]{0,14}(?:和|跟|加上?|、|还有)(?:我的|的)?"
    r"|[\d二两三四五六七八九十几]{1,2}个(?:半|多)?月的?)$")
_BASIC = re.compile(r"(?:底薪|保底|基本工资)")
#: board and lodging told beside a bare sum: it is the pay of a month, or of a day when it is so small
_BOARD = r"(?:包|管)(?:吃(?:包|管)?住?|食宿)"
_WITH_BOARD = re.compile(rf"{_BOARD}(?:的|,|是|有|才|工资|底薪|说好|讲好)*$")
_BOARD_BEHIND = re.compile(rf"(?:块钱?|元)?[,]?(?:还|都|是)?{_BOARD}")
_CALLED_PAY = re.compile(
    r"(?:工资|工钱|薪|底薪|说好|讲好|谈好|招工|给)(?:的|是|我|给|有|开)*[\d一二两三四五六七八九千百万.]{2,6}$")
_DAYS_PAY = re.compile(r"[1-8]\d{2}(?![\d.十百千万])|[一二两三四五六七八]百")
_NAMES = [(re.compile(rf"(?:{words})(?P<link>{_LINK})$"), unit, share) for words, unit, share in _NAMED]
_AFTER = re.compile(
    rf"(?:的工资)?\s?(?:[/每]\s?(?:人\s?/)?|(?:一|1)|(?=小时|个月))\s?(?P<unit>{_ANY})(?!份|[半多来]|[一二三四五六七八九十\d]*号)"
)
#: behind 每天: his hours, no unit of the pay before it
_HOURS_A_DAY = re.compile(
    r"(?:要|得|都|就|连|最少|至少)*(?:干|做|上班|上|工作|站|开|跑)(?:够|满)?[\d一二两三四五六七八九十]{1,3}个?(?:小时|钟头|钟|点)")
_WINDOW = 18
_SQUARE = re.compile(r"(?:平方米|平方|平米|m2|㎡|平)$", re.I)
_THING = re.compile(rf"(?:一|1|每|/|按)\s?(?:个(?=平))?(?P<unit>{_PIECE})")


@dataclass(frozen=True)
class Rate:
    """What a sum is paid for; `start` and `end` take in the rate words; the pay of one unit is sum / low..high."""

    unit: PayUnit
    start: int
    end: int
    most: Decimal = Decimal(1)
    least: Decimal = Decimal(1)


def _shares(words: str, unit: PayUnit) -> tuple[Decimal, Decimal]:
    """How many units the named stretch holds, at most and at least: a year 12 months, a week 5 to 7 days."""
    if unit == "month" and "年" in words:
        return Decimal(12), Decimal(12)
    if re.fullmatch(_WEEK, words):
        return Decimal(7), Decimal(5)
    return Decimal(1), Decimal(1)


def _unit_of(words: str) -> PayUnit:
    return next(unit for pattern, unit in _UNITS if re.fullmatch(pattern, words + "", re.S) or re.match(pattern, words))


def piece_unit(words: str) -> str:
    """The thing that is paid for in the words of a rate (一平方28 -> 平方, 一亩地三十 -> 亩); 件 when they name none."""
    match = _THING.search(level(words))
    if match is None:
        return "件"
    unit = match["unit"].removeprefix("个") or "个"
    if _SQUARE.search(unit):
        return "平方"
    return {"亩地": "亩", "块砖": "块砖", "方": "方"}.get(unit, unit[:1] if unit.startswith("件") else unit)


def rate_after(text: str, end: int) -> Rate | None:
    """A rate named behind a sum that ends at `end`: 260一天, 8000/月, 两块三一件."""
    match = _AFTER.match(text, end)
    if not match:
        board = _BOARD_BEHIND.match(text, end)
        return Rate("month", end, board.end()) if board and _CALLED_PAY.search(text[max(0, end - 16) : end]) else None
    unit = _unit_of(match["unit"])
    most, least = _shares(match["unit"], unit)
    return Rate(unit, end, match.end(), most, least)


def rate_before(text: str, start: int) -> Rate | None:
    """A rate named before a sum that begins at `start`: 一天260, 日薪三百, 一平方45."""
    window = text[max(0, start - _WINDOW):start]
    offset = start - len(window)
    match = _BEFORE.search(window)
    if match and _PAY_LINK.match(match["link"]) and _STAYS_OUT.search(text[:offset + match.start()]):
        return None
    if match:
        unit = _unit_of(match["unit"])
        most, least = _shares(match["unit"], unit)
        return Rate(unit, offset + match.start(), start, most, least)
    for pattern, named, share in _NAMES:
        match = pattern.search(window)
        if match and not (_BASIC.match(match.group()) and _BASIC_OWED.search(text[: offset + match.start()])):
            return Rate(named, offset + match.start(), start, Decimal(share), Decimal(share))
    board = _WITH_BOARD.search(window)
    paid_by: PayUnit = "day" if _DAYS_PAY.match(text, start) else "month"
    return Rate(paid_by, offset + board.start(), start) if board else None


def rate_of(text: str, start: int, end: int) -> Rate | None:
    """The rate of a sum, by the words behind it, else before it; 每天 that tells his hours is no unit
    (每小时18块每天干12小时)."""
    after, before = rate_after(text, end), rate_before(text, start) if start else None
    return before if after and before and _HOURS_A_DAY.match(text, after.end) else after or before
