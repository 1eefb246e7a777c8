"""Piecework in a line of the day book: `贴砖25平 一平38`, `打包300件`. On prepared text."""
from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bot.chinese.daybook_values import NotWritten
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
class Pieces:
    """How many of what, and where it stands."""

    count: Decimal
    unit: str
    start: int
    end: int


def unit_name(words: str) -> str:
    """One name for a unit: 个平, 平米 -> 平方; 立方米 -> 方."""
    if _SQUARE.search(words):
        return "平方"
    if re.search(r"方", words):
        return "方"
    return {"块砖": "块"}.get(words, words)


def find_pieces(words: str, paid_for: str = "", *, by_piece: bool = False) -> Pieces | None:
    """The pieces told in the words (without their rate). `paid_for`: the unit whose price is told; `by_piece`: that a price of a
    piece or 计件 is told. Raises NotWritten for two kinds of pieces, which have no one price."""
    found = [one for one in (_read(match, words, paid_for, by_piece) for match in _COUNT.finditer(words)) if one]
    if len({one.unit for one in found}) > 1:
        raise NotWritten("two_kinds")
    if not found:
        return None
    whole = sum((one.count for one in found), Decimal(0))
    return Pieces(whole, found[0].unit, found[0].start, found[-1].end)


def _read(match: re.Match[str], words: str, paid_for: str, by_piece: bool) -> Pieces | None:
    unit = unit_name(match["unit"])
    verb = _VERB.search(words[:match.start()])
    if unit in _UNSURE and not (by_piece and (unit == paid_for or verb)):
        return None
    if not verb and unit != paid_for:
        return None
    figure = match["n"].replace("点", ".").replace("俩", "两")
    number = read_number(figure)
    if number is None or number.vague or number.low <= 0:
        return None
    return Pieces(number.low, unit, match.start(), match.end())
