"""Piecework in a line of the day book: `贴砖25平 一平38`, `打包300件`. On prepared text."""
from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.chinese.daybook_values import Piecework
from bot.chinese.numerals import read_number

#: units that count nothing but work when a verb of work stands before them, or the price of one beside
_UNITS = (
    r"平方米|个?平方|平米|㎡|m2|个平|平|立方米?|个?方|延米|米|吨|公斤|亩|件|箱|车|包|袋|捆|块砖|根|扇|套|台|趟|单|票|桶|筐|双|条|张|块|个")
#: units that need the price of one, or 计件: without it they count other things
_UNSURE = {"个", "块", "张", "条", "双", "包", "票", "台", "根"}
_NUM = r"\d+(?:\.\d+)?|\d+点\d|[一二两三四五六七八九十百千]+|俩"
_COUNT = re.compile(
    rf"(?<![\d.点第每一二两三四五六七八九十百千/-])(?P<n>{_NUM})\s*(?P<unit>{_UNITS})"
    r"(?![号月日工半]|小时|钟|平方|礼拜|星期|晚上|上午|下午|[工大小]|块?钱|地上|时间|班)", re.I)
_VERB = re.compile(
    r"计件|(?:贴|铺|打包|打了|打|包装|装车|装|卸货|卸|搬货|搬|扛|砌|刷|刮|抹|焊|缝|做|干|绑|扎|挖|浇|跑|送|拉|切|剪|裁|喷|粉|搓|加工|"
    r"生产|组装|安装|完成|腻子|瓷砖|墙|砖|货|钢筋|模板|衣服)[了的]*[^,。;\d]{0,4}$")
_SQUARE = re.compile(r"(?:平方米|平方|平米|㎡|m2|平)$", re.I)


@dataclass(frozen=True)
class Price:
    """What one piece of a unit is paid, and where that stands."""

    yuan: float
    unit: str
    start: int


@dataclass(frozen=True)
class Pieces:
    """The kinds of pieces that were told, the first first, and where their counts stand."""

    kinds: tuple[Piecework, ...]
    spans: tuple[tuple[int, int], ...]


def unit_name(words: str) -> str:
    """One name for a unit: 个平, 平米 -> 平方; 立方米 -> 方."""
    if _SQUARE.search(words):
        return "平方"
    if re.search(r"方", words):
        return "方"
    return {"块砖": "块"}.get(words, words)


def find_pieces(words: str, prices: Sequence[Price] = (), *, by_piece: bool = False) -> Pieces | None:
    """The pieces told in the words, in which no price stands any more. `by_piece`: 计件 or a price of a piece is told.

    A count has the price of its unit that stands behind it, before the next count; else the one price of its unit, if there is
    one alone. Counts of one unit at one price are added.
    """
    paid_for = {price.unit for price in prices}
    found = [(match, count) for match in _COUNT.finditer(words) if (count := _read(match, words, paid_for, by_piece))]
    if not found:
        return None
    ends = [match.start() for match, _ in found[1:]] + [len(words)]
    kinds: dict[tuple[str, float | None], Decimal] = {}
    for (match, count), end in zip(found, ends, strict=True):
        unit = unit_name(match["unit"])
        key = (unit, _price(unit, prices, match.end(), end))
        kinds[key] = kinds.get(key, Decimal(0)) + count
    spans = [match.span() for match, _ in found]
    return Pieces(tuple(Piecework(count, unit, price) for (unit, price), count in kinds.items()),
                  tuple(spans) if len(kinds) > 1 else ((spans[0][0], spans[-1][1]),))


def _price(unit: str, prices: Sequence[Price], start: int, end: int) -> float | None:
    mine = [price for price in prices if price.unit == unit]
    behind = [price.yuan for price in mine if start <= price.start < end]
    alone = {price.yuan for price in mine}
    return behind[0] if behind else alone.pop() if len(alone) == 1 else None


def _read(match: re.Match[str], words: str, paid_for: Collection[str], by_piece: bool) -> Decimal | None:
    """How many, when pieces of work are counted there."""
    unit = unit_name(match["unit"])
    verb = _VERB.search(words[:match.start()])
    if unit in _UNSURE and not (by_piece and (unit in paid_for or verb)):
        return None
    if not verb and unit not in paid_for:
        return None
    figure = match["n"].replace("点", ".").replace("俩", "两")
    number = read_number(figure)
    return number.low if number and not number.vague and number.low > 0 else None
