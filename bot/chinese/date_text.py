"""Text folding and numerals for the date grammar. Folding keeps the length, so offsets stay valid."""
from __future__ import annotations

import re

_FROM = (
    "０１２３４５６７８９〇．：／－–—―‐～〜，；！？（）　"
    "號個農曆臘閏節從現還幹開後幾兩週禮舊陰間頭歲時萬塊錢內舉陽國慶勞動過來進場級給結離職終長點"
)
_TO = (
    "0123456789零.:/-----~~,;!?() "
    "号个农历腊闰节从现还干开后几两周礼旧阴间头岁时万块钱内举阳国庆劳动过来进场级给结离职终长点"
)
_FOLD = str.maketrans(_FROM, _TO)

DIGIT = {"零": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "仨": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
H = "零一二三四五六七八九十廿卅"
NOT_NUMBER = r"(?<![\d.零一二三四五六七八九十百千万廿卅])(?!(?<=\d,)\d{3}(?!\d))"

MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅[一]?|[一二三四五六七八九])"
LUNAR_DAY = r"(?:初(?:10|[1-9]|[一二三四五六七八九十])|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|3[0]|[12]\d|[1-9])"
COUNT = r"(?:\d{1,3}|[一二两俩三仨四五六七八九]?十[一二三四五六七八九]?|[一二两俩三仨四五六七八九])"


def fold(text: str) -> str:
    """The text with full-width digits, marks and the traditional characters of dates made plain; same length."""
    return text.translate(_FOLD)


def read_int(words: str) -> int | None:
    """A small number in digits or hanzi (`15`, `十五`, `廿三`, `二零二五`); None when it is none."""
    words = words.strip()
    if words.isdecimal():
        return int(words)
    words = words.removeprefix("初").replace("廿", "二十").replace("卅", "三十")
    if words.isdecimal():
        return int(words)
    if not words or any(c not in DIGIT and c != "十" for c in words):
        return None
    if "十" not in words:
        return int("".join(str(DIGIT[c]) for c in words))
    tens, _, ones = words.partition("十")
    if len(tens) > 1 or len(ones) > 1:
        return None
    return (DIGIT[tens] if tens else 1) * 10 + (DIGIT[ones] if ones else 0)


def must_int(words: str) -> int:
    """Like `read_int`, for text that a pattern has already matched; 0 when it is none (no calendar has a day 0)."""
    value = read_int(words)
    return 0 if value is None else value


def full_year(words: str, today_year: int) -> int | None:
    """A year of four digits or two (`2025`, `25`, `二五`, `2o25`); two digits mean 2000 to two years ahead, else 19xx."""
    plain = re.sub("[oO]", "0", words)
    value = read_int(plain)
    if value is None:
        return None
    if value >= 100:
        return value if 1950 <= value <= 2100 else None
    return 2000 + value if 2000 + value <= today_year + 2 else 1900 + value
