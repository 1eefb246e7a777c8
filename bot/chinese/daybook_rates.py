"""The rate told beside a day (`一个工260`), the pieces that it is for, and the price of the hours on top of the day."""
from __future__ import annotations

import re
from typing import Any

from bot.chinese.amounts import find_amounts
from bot.chinese.daybook_hours import ON_TOP, hours_beside
from bot.chinese.daybook_pieces import Pieces, Price, find_pieces, unit_name
from bot.chinese.numerals import read_number
from bot.chinese.rates import piece_unit
from bot.chinese.values import Amount

_ON_TOP_BEGINS = re.compile(r"(?<=\d)(?:元|块钱?)?[,\s]*(?:加班|加点|外加|另加|加上)")
_BY_TRADE = re.compile(r"(?:大工|小工|点工|技工|杂工|日工)(?P<n>[1-9]\d{1,2})(?![\d.]|个|天|小时|号|工)(?:元|块)?")
#: the pay of a day beside a number of 工: 1个工260, 两个工 300 (the pay of one)
_BESIDE_WORK = re.compile(
    r"(?<!半)(?<!半个)(?:工|天|全天)(?:的?活儿?)?\s*,?\s*(?P<n>[1-9]\d{1,2}|[一二两三四五六七八九]百(?:[一二三四五六七八九]十?)?)"
    r"(?![\d.]|个|小时|号|工)(?:元|块)?钱?(?:一天|/天|每天)?$")

#: what half a day brought (干了半天 120); above MOST_HALF it may be the pay of a whole day as well
_HALF_PAID = re.compile(r"(?<![个一两天\d])半(?:个)?[天工]\s*,?\s*(?P<n>[1-9]\d{1,2})(?![\d.]|个|小时|号|工)(?:元|块)?钱?$")
MOST_HALF = 150


def pieces_in(words: str) -> Pieces | None:
    """The pieces told in the words; what stands in the price of one is none."""
    paid = [amount for amount in find_amounts(words) if amount.unit == "piece"]
    masked = words
    for amount in paid:
        masked = masked[:amount.start] + " " * (amount.end - amount.start) + masked[amount.end:]
    prices = [Price(amount.yuan[0], unit_name(piece_unit(amount.words)), amount.start) for amount in paid
              if not amount.vague and amount.low > 0]
    return find_pieces(masked, prices, by_piece=bool(paid) or "计件" in words)


def piece_rate(pieces: Pieces | None, rate: dict[str, Any] | None) -> dict[str, Any] | None:
    """The rate that is theirs: the price of a piece of another kind, or without pieces, is none."""
    if pieces and pieces.kinds[0].price is not None:
        return {"amount": pieces.kinds[0].price, "unit": "piece"}
    return None if rate and rate["unit"] == "piece" else rate


def read_rate(words: str) -> tuple[dict[str, Any] | None, list[tuple[int, int]], str]:
    """(the one sure rate in the words, where rates stand (their 一天 and 一个工 are no work), the words of a price that is of the
    hours on top alone: 加班2小时30一小时)."""
    found = [amount for amount in find_amounts(words) if amount.unit != "sum"]
    by_trade = _BY_TRADE.search(words) or _BESIDE_WORK.search(_ON_TOP_BEGINS.split(words)[0].rstrip(" ,.。!"))
    spans = [(amount.start, amount.end) for amount in found]
    exact = [amount for amount in found if not amount.vague and amount.low > 0 and not _is_count(amount)]
    spans = [span for span, amount in zip(spans, found, strict=True) if not _is_count(amount)]
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


def _without_price_on_top(words: str, exact: list[Amount], spans: list[tuple[int, int]]) -> tuple[list[Amount], str]:
    """The rates without that of the hours on top, and how he told that one: an hour's price behind such hours, when the day has
    another rate or no hours of its own."""
    hours = hours_beside(words, spans)
    top = [found for found in hours if ON_TOP.search(words[:found.start()])]
    priced = [one for one in exact if top and one.unit == "hour" and one.start > top[0].start()]
    if len(priced) != 1 or (len(exact) == 1 and len(top) < len(hours)):
        return exact, ""
    said = ON_TOP.search(words[:top[0].start()])
    start = said.start() if said else top[0].start()
    return [one for one in exact if one is not priced[0]], words[start:priced[0].end].strip(" ,")


def _is_count(amount: Amount) -> bool:
    """Whether what looks like a rate is a count (11.3 1个工, 每天 8个工): no pay of a day is below 20 yuan."""
    return amount.unit == "day" and amount.high < 2000


def without_rates(words: str, rates: list[tuple[int, int]], counts: tuple[tuple[int, int], ...] = ()) -> str:
    """The words without the rates and the counts of pieces; a 工 in a rate counts (8号一个工260): it stays unless another
    amount is told."""
    outside = [(start, end) for start, end in rates if not any(begin <= start < last for begin, last in counts)]
    for start, end, left in sorted([*((*span, " ") for span in outside), *((*span, "") for span in counts)], reverse=True):
        words = words[:start] + left + words[end:]
    return words
