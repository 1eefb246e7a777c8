"""Numbers as people write them: 12,000 · 1.5万 · 1万5千 · 两千五 · 十七八万 · 好几千 · 壹万贰仟.

Pure and without regard to meaning: whether a number is money is decided in `amounts`.
`level` maps characters one to one, so that offsets stay those of the text that was given.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000, "k": 1000}
LARGE = {"万": 10_000, "w": 10_000, "亿": 100_000_000}
UNITS = SMALL | LARGE

_LEVEL = str.maketrans(
    "０１２３４５６７８９．ＷＫＷＫｗｋWK壹弌贰貳弍叁參弎肆伍陆陸柒捌玖拾佰陌仟阡萬億圆圓俩兩仨幾數餘來塊錢亇—–－−～〜￥／：；（）",
    "0123456789.wkwkwkwk一一二二二三三三四五六六七八九十百百千千万亿元元两两三几数余来块钱个----~~¥/:;()",
)
_LETTER_O = re.compile(r"(?<=\d)[oO]{2,}(?![a-zA-Z])|(?<=\d{2})[oO](?=[元块万\d])")

_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d{1,2})?|\d+(?:\.\d+)?)"
_ATOM = rf"(?:{_ARABIC}|[零〇一二两三四五六七八九十百千万亿]|好几|大几|几|数(?=[十百千万]))"
_INNER = (
    r"(?:[多来余](?=个?[十百千万亿wk])|(?<=[\d几一二两三四五六七八九十百])个(?=[十百千万w](?![\d一二三四五六七八九]))"
    r"|[wk](?![a-zA-Z]))"
)
RUN = re.compile(rf"{_ATOM}(?:{_ATOM}|{_INNER})*")
_TOKEN = re.compile(rf"{_ARABIC}|好几|大几|.")
_PAIRS = {(a, a + 1) for a in range(1, 9)} | {(3, 5)}


@dataclass(frozen=True)
class Number:
    """A number that may be a range; `literal` when it was plain figures or digits without 十百千万."""

    low: Decimal
    high: Decimal
    vague: bool
    literal: bool = False


def level(text: str) -> str:
    """The text with figures, 大写 numerals and signs in one spelling; as long as the text given."""
    text = text.translate(_LEVEL)
    if "o" in text or "O" in text:
        text = _LETTER_O.sub(lambda match: "0" * len(match.group()), text)
    return text


def step(value: Decimal) -> Decimal:
    """The weight of the last figure that is not zero: 20000 -> 10000, 1500 -> 100."""
    if value <= 0 or value != value.to_integral_value():
        return Decimal(1)
    digits = str(int(value))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def cut(run: str) -> list[str]:
    """A run of numeral characters cut where figures and hanzi digits merely stand side by side: 260一 -> 260, 一."""
    parts, current, before = [], "", ""
    for token in _TOKEN.findall(run):
        clash = (token in DIGITS and before[:1].isdigit()) or (token[0].isdigit() and before in DIGITS)
        filler = before in ("零", "〇", "0") and current[-2:-1] in UNITS  # 1万零5百, 2万0三百
        if clash and not filler:
            parts.append(current)
            current = ""
        current, before = current + token, token
    return [*parts, current]


def read_number(words: str) -> Number | None:
    """The value of one numeral (levelled text); None when it is not one."""
    tokens = _TOKEN.findall(words.replace("个", ""))
    if not tokens:
        return None
    if all(token in DIGITS for token in tokens) and len(tokens) > 2:
        value = Decimal("".join(str(DIGITS[token]) for token in tokens))
        return Number(value, value, False, True)
    for mark in ("几", "好几", "大几", "数"):
        if mark in tokens:
            return _with_some(tokens, mark)
    if {"多", "来", "余"} & set(tokens):
        return _with_more(tokens)
    pair = _pair_at(tokens)
    if pair is not None:
        low, high = _value(tokens[:pair + 1] + tokens[pair + 2:]), _value(tokens[:pair] + tokens[pair + 1:])
        return Number(low, high, True) if low is not None and high is not None and low < high else None
    exact = _value(tokens)
    return None if exact is None else Number(exact, exact, False, not set(tokens) & set(UNITS))


def _pair_at(tokens: list[str]) -> int | None:
    """Where two neighbouring digits stand for "from .. to": 三四百, 十七八万, 一千七八."""
    for at in range(len(tokens) - 1):
        first, second = DIGITS.get(tokens[at]), DIGITS.get(tokens[at + 1])
        if first is None or second is None or (first, second) not in _PAIRS:
            continue
        after = tokens[at + 2] if at + 2 < len(tokens) else ""
        before = tokens[at - 1] if at else ""
        if after in UNITS or (not after and before in UNITS):
            return at
    return None


def _with_some(tokens: list[str], mark: str) -> Number | None:
    """几千, 好几万, 十几万, 一万几: the value is linear in the missing digit."""
    at = tokens.index(mark)
    one, two = (_value([*tokens[:at], digit, *tokens[at + 1:]]) for digit in ("一", "二"))
    if one is None or two is None:
        return None
    weight = two - one
    first = {"好几": 3, "大几": 5}.get(mark, 1 if at else 2)
    return Number(one + weight * (first - 1), one + weight * 9, True)


def _with_more(tokens: list[str]) -> Number | None:
    """十多万, 二十来万: the vague word stands before the large unit."""
    at = next(index for index, token in enumerate(tokens) if token in "多来余")
    head, tail = _value(tokens[:at]), _value(["一", *tokens[at + 1:]])
    if head is None or tail is None:
        return None
    low, high = more(head, tokens[at])
    return Number(low * tail, high * tail, True)


def more(value: Decimal, word: str) -> tuple[Decimal, Decimal]:
    """What 多/余 (up to one step more) or 来 (a fifth either way) makes of a value."""
    if word == "来":
        return value * 8 / 10, value * 12 / 10
    return value, value + step(value)


def _value(tokens: list[str]) -> Decimal | None:
    """The value of exact tokens: sections before 亿 and 万, then the rest."""
    total, weight = Decimal(0), Decimal(0)
    rest = tokens
    for names, size in ((("亿",), 100_000_000), (("万", "w"), 10_000)):
        at = next((index for index, token in enumerate(rest) if token in names), None)
        if at is None:
            continue
        head = _section(rest[:at], Decimal(0))
        if head is None or (at == 0 and not total):
            return None
        total, weight, rest = total + head * size, Decimal(size), rest[at + 1:]
        if total != total.to_integral_value() or (rest and head != head.to_integral_value()):
            return None
    if not rest:
        return total
    tail = _section(rest, weight)
    return None if tail is None or (weight and tail >= weight) else total + tail


def _section(tokens: list[str], weight: Decimal) -> Decimal | None:
    """The value of tokens without 万 and 亿; `weight` is the unit just before them (0 if none)."""
    total, number, zero = Decimal(0), None, False
    for at, token in enumerate(tokens):
        if token in SMALL:
            size = Decimal(SMALL[token])
            if number is None and token == "十":
                number = Decimal(1)
            if number is None or (weight and size >= weight):
                return None
            total, number, weight, zero = total + number * size, None, size, False
        elif token in ("零", "〇") or (token == "0" and at < len(tokens) - 1):
            number, zero = (Decimal(0) if at == len(tokens) - 1 and not total and not weight else None), True
        elif token in DIGITS or token[0].isdigit():
            if number is not None:
                return None
            number = Decimal(DIGITS[token]) if token in DIGITS else Decimal(token.replace(",", ""))
        else:
            return None
    return total if number is None else _tail(total, number, weight, zero, tokens[-1])


def _tail(total: Decimal, number: Decimal, weight: Decimal, zero: bool, token: str) -> Decimal | None:
    """The last digit of a shortened number counts tenths of the unit before it: 两千五, 3万5."""
    if not weight:
        return total + number
    if len(token) == 1 and not zero and weight > 10:
        return None if token in ("两", "0") else total + number * weight / 10
    return total + number if number < weight else None
