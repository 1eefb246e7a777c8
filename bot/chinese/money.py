"""Find sums and rates in a text; the rules by which a number is money. `amounts` holds what others call."""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from bot.chinese.abroad import is_foreign_money
from bot.chinese.not_money import blank, is_count, is_thing
from bot.chinese.numerals import DIGITS, RUN, UNITS, Number, cut, level, more, read_number
from bot.chinese.rates import rate_after, rate_of
from bot.chinese.small_change import small_change
from bot.chinese.vagueness import special, vague_after, vague_before, widen
from bot.chinese.values import Amount, PayUnit

LIMIT = Decimal(10) ** 9
_START = re.compile(rf"[上过近百千万]|{RUN.pattern}")
_MORE = re.compile(r"(?:多|来|余)(?!少|久)|好几(?!个|天|月|年)|几(?=块|元|$|[,，。])")
_CURRENCY = re.compile(r"\s?(?:块钱|块|元钱|元|人民币|RMB|rmb|大洋|大元)(?:整|正)?|\s?钱(?=[一每/]|$|[,，。])", re.I)
_TAIL = re.compile(
    r"(?:零(?=[一二两三四五六七八九\d][毛角]))?([\d一二两三四五六七八九]|半|\d{2}|[一二三四五六七八九][一二三四五六七八九])(毛|角)?"
    r"(?:(?<=[毛角])([\d一二两三四五六七八九](?=分)|[\d二三四五六七八九](?=[一/每,，。]|$))分?)?钱?整?"
)
_SIGN = re.compile(r"(?:[¥￥]|RMB|rmb|人民币)[:]?\s?$")
_MINUS = re.compile(r"(?:负|(?<![\d一二三四五六七八九十百千万元块kw])[-－]|倒欠|减去?)\s?$")
_JOIN = re.compile(r"\s?(?:到|至|~|-|或者?|还是)\s?")
_LIST = re.compile(r"[、,]")
_CUE = re.compile(
    r"(?:(?<=[我俺])[那这]|(?:才|终于|总算|先|昨天|肯)把|欠|差|工资|工钱|薪水?|钱|款|费|给|付|发|结|拿|赔|扣|罚|押|押金|交|借|还|共|总共|合计|余下|余|剩下|剩|补|到手|收|领|支|垫|挣|赚|打|转|开|算|要|金额?|达|"
    r"才|就|只|是|有|写|多|少|退|贷|账|条|报酬|数|块|元|讲好|说好|谈好|说|从|按|涨|降|改|变|开始|工价|借支|伙食|水电|转正|试用|一口价|房租)(?:了|我|他|她|你|们|我们|大家|着|过|的|得|起|掉|到|成|伙食|水电|[:=,]|\s|是|就|才|只|有|大概|一共|总共|合计|差不多|大约|约){0,4}$"
)
_STRONG = re.compile(r"(?:欠|差|罚|扣|工资|薪|给|付|赔|挣|赚|押金?|收|交|涨|加|补)(?:了|我|他|她|你|们|着|过|[:=]|\s){0,3}$")
_NOUN = re.compile(
    r"\s?(?:的?(?:工资|工钱|血汗钱|薪水|欠款|押金|工程款|生活费|辛苦钱|钱)"
    r"|提不出|(?:一直)?[没不未](?:给|结|发|付|还)|多?没(?:给|结|发))"
)
_STILL_OUT = re.compile(r"(?:一直|都|也)?[没不未]有?(?:给|结|发|付|还)")
_STOP = re.compile(r"[,，。;；!！?？、\s)）\"”」]|$|[了的吧呢啊嘛呀吗哦就才又还也都没不]|左右|块|工[资钱]|以|一直|到")
_END = re.compile(r"[,，。!！?？\s]|$|吧|左右")
#: one's own and another's sum in one breath: 我的 | 6000 | 她的 | 4500
_KIN = "老婆|老公|媳妇|爱人|对象|[哥弟爸妈姐妹爹]|儿子|女儿"
_OF_SOMEBODY = re.compile(rf"(?:[我俺他她]|老[婆公])(?:的|那份)$|[我俺](?:{_KIN})的?$|(?:^|[,，。\s])[我俺]$")
#: 5月1800,6月2200
_OF_A_MONTH = re.compile(r"(?:\d|[一二三四五六七八九十正腊冬上这]|[上这那]个|最后一个)月份?的?$")
_AFTER_MONTH = re.compile(
    rf"{_END.pattern}|[、和跟]|(?:[也都还又就全,]|一直|到现在|至今)*(?:[没未不](?:给|发|结|付|拿|见|退)|没[有得](?:给|发|结|付))|(?:老板|公司|厂里|他们?|她)?(?:就|都)?(?:说|讲)"
)
_NEXT = re.compile(rf"(?:块钱?|元)?(?:[我俺他她](?:的|那份)|[我俺](?:{_KIN})|老[婆公]的)")
_OPEN = re.compile(r"^|[,，。;；!！?？、\s(（\"“「:]$")


@dataclass(frozen=True)
class _Sum:
    """A number on its way to being money. `marked`: a currency word stands by it."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    vague: bool
    literal: bool
    marked: bool
    words: str


def scan(text: str, answer: bool = False) -> list[Amount]:
    """Sums and rates in order; in an `answer` a bare figure is money too."""
    levelled = blank(level(text))
    found: list[Amount] = []
    for item in _joined(levelled, list(_sums(levelled))):
        amount = _judge(levelled, text, item, answer, found[-1].end if found else 0)
        if amount is not None:
            found.append(amount)
    return found


def _sums(text: str) -> Iterator[_Sum]:
    """Every number that counts nothing but money, perhaps."""
    at = 0
    while match := _START.search(text, at):
        vague = special(text, match.start())
        if vague is not None:
            end, (low, high) = vague
            at, item = end, _close(text, match.start(), end, Number(low, high, True))
        else:
            run = RUN.match(text, match.start())
            if run is None:
                at = match.end()
                continue
            at, item = _take(text, run.start(), cut(run.group())[0])
        if item is not None:
            at = max(at, item.end)
            yield item


def _take(text: str, start: int, piece: str) -> tuple[int, _Sum | None]:
    """Read one numeral: where to go on, and the sum unless it counts something."""
    piece = piece.rstrip("零〇") or piece
    if piece.endswith("十一") and text.startswith("直", start + len(piece)):
        piece = piece[:-1]  # 四千零八十 | 一直
    end = start + len(piece)
    for words in _readings(piece):
        stop = start + len(words)
        number = read_number(words)
        if number is None or (words == piece and _one_more(text, stop)):
            continue
        item = _close(text, start, stop, number)
        if item is not None or (words == piece and not _may_split(piece)):
            return (stop, item)
    return end, None


def _one_more(text: str, stop: int) -> bool:
    """Whether the 一 before this place begins a word of its own: 三百一天, 一万一直没给."""
    if text[stop - 1] not in "一1" or stop < 2 or text[stop - 2] not in "十百千万亿wk":
        return False
    adverb = text[stop - 1] == "一" and text[stop:stop + 1] in set("直共些下般样起口次点切半定旦")
    return adverb or rate_after(text, stop - 1) is not None


def _may_split(piece: str) -> bool:
    """Whether the last digit may begin a count of its own (五千三 | 个月, but not 二十四 | 个小时)."""
    return len(piece) > 2 and (piece[-1] in DIGITS or piece[-1].isdigit()) and piece[-2] in UNITS and piece[-2] != "十"


def _readings(piece: str) -> Iterator[str]:
    """The numeral, then without its last digit, which may begin a count: 五千三 | 个月."""
    yield piece
    if _may_split(piece):
        yield piece[:-1]
    if len(piece) > 3 and piece[-1] in DIGITS and piece[-2] in DIGITS and piece[-3] in UNITS and read_number(piece) is None:
        yield piece[:-1]
        yield piece[:-2]


def _close(text: str, start: int, end: int, number: Number) -> _Sum | None:
    """Add what follows a number: 多, 块钱, 角. None when it counts something else."""
    if is_foreign_money(text, start, end):
        return None
    low, high, vague, marked = number.low, number.high, number.vague, False
    after = _MORE.match(text, end)
    if after and not vague and _CURRENCY.match(text, after.end()):
        end, vague = after.end(), True
        low, high = more(low, after.group())
    small = small_change(text, start, end, number)
    currency = _CURRENCY.match(text, end)
    if small:
        (low, high), end = small
        return _Sum(start, end, low, high, vague, number.literal, True, text[start:end])
    if currency:
        if is_thing(text, currency.end() - 1 if currency.group() in "块元" else end):
            return None
        marked, end = True, currency.end()
        low, high, end = _with_tail(text, low, high, currency, end)
    elif _counts_something(text, end, number):
        return None
    after = _MORE.match(text, end)
    if after and not vague:
        end, vague = after.end(), True
        low, high = more(low, after.group())
    return _Sum(start, end, low, high, vague, number.literal, marked, text[start:end])


def _counts_something(text: str, end: int, number: Number) -> bool:
    """Whether the number counts things, people or time; 厘 that no piece pays is no money either (月息3厘)."""
    if text[end:end + 1] == "厘":
        return True
    return is_count(text, end, number.high <= 24 and number.high == number.low) and not _is_rate(text, end)


def _is_rate(text: str, end: int) -> bool:
    return text[end:end + 1] in "/每" and rate_after(text, end) is not None


def _with_tail(text: str, low: Decimal, high: Decimal, currency: re.Match[str], end: int) -> tuple[Decimal, Decimal, int]:
    """Angles and cents behind 块: 三块二, 3元5角, 两块半."""
    tail = _TAIL.match(text, end)
    if tail is None or low != high or currency.group().strip() not in ("块", "元"):
        return low, high, end
    stop = tail.end()
    if not tail[2] and (is_count(text, stop, True) or re.match(r"[\d.十百千万wk个块元]", text[stop:stop + 1] or " ")):
        return low, high, end
    if not tail[2] and tail[1] == "一" and rate_after(text, end):
        return low, high, end
    figures = "".join(str(DIGITS.get(sign, sign)) for sign in tail[1]) if tail[1] != "半" else "5"
    cents = Decimal(f"0.{figures}") + (Decimal(DIGITS.get(tail[3], 0) or int(tail[3]) if tail[3] else 0) / 100)
    return low + cents, high + cents, stop


def _joined(text: str, items: list[_Sum]) -> Iterator[_Sum]:
    """Two sums that are the ends of one range become one: 3000到4000, 3到4万, 七、八千."""
    at = 0
    while at < len(items):
        item = items[at]
        following = items[at + 1] if at + 1 < len(items) else None
        pair = _range(text, item, following) if following else None
        yield pair or item
        at += 2 if pair else 1


def _range(text: str, first: _Sum, second: _Sum) -> _Sum | None:
    between = text[first.end:second.start]
    if "还是" in between and _STILL_OUT.match(text, second.end):
        return None
    if "还是" in between and first.low == first.high > second.low == second.high and not (first.vague or second.vague):
        return replace(first, end=second.end, low=second.low, vague=True, words=text[first.start:second.end])
    low = first.low
    unit = next((sign for sign in reversed(second.words) if sign in UNITS), None)
    scaled = first.literal and low < 100 and unit is not None and not first.marked
    if scaled and unit is not None:
        low *= UNITS[unit]
    if not _JOIN.fullmatch(between):
        neighbours = scaled and _LIST.fullmatch(between) and first.low < 10 and unit is not None
        if not neighbours or second.low != low + UNITS[unit or "十"]:
            return None
    if low >= second.low or (first.vague and not second.vague and first.high > second.high):
        return None
    return _Sum(first.start, second.end, low, second.high, True, first.literal and second.literal,
                first.marked or second.marked, text[first.start:second.end])


def _judge(text: str, original: str, item: _Sum, answer: bool, floor: int) -> Amount | None:
    """Whether it is money; then with its vague words and its rate."""
    before = text[:item.start]
    monthly = _is_of_a_month(text, original, item)
    if item.high > LIMIT or _MINUS.search(before) or (
            re.search(r"[A-Za-z.□]$", before) and not (monthly or _SIGN.search(before))):
        return None
    rate = rate_of(text, item.start, item.end)
    sign = _SIGN.search(before)
    if not item.marked and item.words in DIGITS and not (answer and _END.match(text, item.end)):
        return None
    if not (item.marked or sign or rate or answer or monthly or _stands_for_money(text, item)):
        return None
    if sign:
        item = replace(item, start=sign.start())
    item = _vague(text, item, floor)
    unit: PayUnit = "sum"
    low, high, vague = item.low, item.high, item.vague
    start, end = item.start, item.end
    rate = rate_of(text, start, end) or rate
    if rate is not None:
        unit, low, high = rate.unit, low / rate.most, high / rate.least
        vague = vague or rate.most > 1
        start, end = max(min(start, rate.start), floor), max(end, rate.end)
    parts = (low * 100, high * 100) if unit in ("piece", "hour") and (low * 100 % 1 or high * 100 % 1) else None
    least = 1 if parts else 0
    return Amount(start, end, original[start:end], max(least, _fen(low)), max(least, _fen(high)), vague, unit, parts)


def _is_of_a_month(text: str, original: str, item: _Sum) -> bool:
    """Whether a round number stands right behind a month, alone, as what that month makes (5月1800)."""
    month = _OF_A_MONTH.search(original[max(0, item.start - 5) : item.start])
    return bool(month and 300 <= item.low < 100_000 and item.low % 50 == 0 and _AFTER_MONTH.match(text[item.end :]))


def _vague(text: str, item: _Sum, floor: int) -> _Sum:
    """Widen by the vague words on either side."""
    span, known = (item.low, item.high), item.vague
    before = vague_before(text, item.start)
    if before and before[1] >= floor:
        item = replace(item, start=before[1], vague=True)
        span = span if known and before[0] == "about" else widen(before[0], span)
    after = vague_after(text, item.end)
    if after:
        if after[0] != "about" or not (known or before):
            span = widen(after[0], span)
        item = replace(item, end=after[1], vague=True)
    return replace(item, low=span[0], high=span[1])


def _stands_for_money(text: str, item: _Sum) -> bool:
    """Whether a number without currency is money: by its size, its form and the words around it."""
    words = item.words
    if not item.literal:
        return item.high >= 100 or bool(_STRONG.search(text[:item.start]) and _STOP.match(text, item.end))
    if "." in words and item.high < 1000:
        return False
    clause, next_to = text[max(0, item.start - 12):item.start], text[item.end:]
    owner = _OF_SOMEBODY.search(clause) if 100 <= item.high < 10 ** 7 else None
    if owner and (_NEXT.match(next_to) or (len(owner.group().strip(",，。 ")) > 1 and _STOP.match(next_to))):
        return True
    if not re.search(r"[\d十百千万]", words) or item.high < 100 or item.high >= 10 ** 7:
        return bool(item.high < 100 and item.high >= 5 and _STRONG.search(clause) and re.match(r"[,，。!！?？\s]|$", next_to))
    if re.match(r"[-/:]?\d|[A-Za-z]|年", next_to):
        return False
    if 1990 <= item.low < 2036 and item.low % 100 and not (_STRONG.search(clause) and _STOP.match(next_to)):
        return False
    if _NOUN.match(next_to):
        return True
    if _CUE.search(clause):
        return bool(_STOP.match(next_to)) or item.high % 50 == 0
    return bool(_OPEN.search(clause) and re.match(r"[,，。;；!！?？\s]|$", next_to) and item.low % 50 == 0)


def _fen(yuan: Decimal) -> int:
    return int((yuan * 100).to_integral_value(ROUND_HALF_UP))
