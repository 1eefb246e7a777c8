"""Lengths of time: `三个月`, `快半年了`, `一年零三个月`, `45天`, `大半年`. No calendar: how long, not when."""
from __future__ import annotations

import re
from dataclasses import dataclass

from bot.chinese.date_text import DIGIT, fold, must_int


@dataclass(frozen=True)
class Length:
    """How long. Months for years and months, days for weeks and days; `low` and `high` differ when vague.

    Exactly one of the pairs is set. `owed`: the words are about what is owed (欠了三个月, 三个月工资), not about work.
    """

    start: int
    end: int
    words: str
    months_low: float | None
    months_high: float | None
    days_low: int | None
    days_high: int | None
    owed: bool = False

    @property
    def vague(self) -> bool:
        """Whether it is only roughly known (快半年, 一个多月, 十几天)."""
        return self.months_low != self.months_high or self.days_low != self.days_high

    @property
    def months(self) -> float | None:
        """The months when they are exactly known; else None."""
        return None if self.vague else self.months_low

    @property
    def days(self) -> int | None:
        """The days when they are exactly known; else None."""
        return None if self.vague else self.days_low


_SPELT = "一二两俩三仨四五六七八九十"
_N = rf"(?:\d{{1,3}}(?:\.\d)?|[一二两三四五六七八九]?十[一二三四五六七八九]?|[{_SPELT}]|几|十几|二十几|半|好几)"
LENGTH = re.compile(
    rf"(?P<near>大约|大概|差不多|将近|快|近|不到|接近|大|小)?\s*(?<![\d.第零一二三四五六七八九十百])"
    rf"(?:(?P<y>{_N})(?P<ymore>来|多)?年(?P<yhalf>半)?(?P<yrest>多)?(?:[零又]?(?P<ym>{_N})个(?P<ymh>半)?月)?"
    rf"|(?P<m>{_N})(?P<m2>[二三四五六七八九])?(?P<mmore>来|多)?(?:个(?P<mhalf>半)?(?P<mrest>多|来)?(?:整)?月"
    rf"|(?<=俩)月|(?<=仨)月|(?<=半)月|(?<=两)月)(?:[零又]?(?P<md>{_N})天)?"
    rf"|(?P<w>{_N})(?:个)?(?P<wmore>多)?(?:星期|礼拜|周)"
    rf"|(?P<d>{_N}|\d?[一二三四五六七八九]?百[零一二三四五六七八九十]*)(?P<dmore>多|来)?(?:天|个工日))"
    r"(?P<about>左右|上下|出头)?"
)
_NOT_AFTER = re.compile(r"(?:之|以)?(?:前|内)|后|级|初|纪|龄段|关|底|终|轻|薪|休假|夜里|(?:的)?试用期|一次|一结|为期")
_NOT_BEFORE = re.compile(r"(?:每|第|前|后|上|下|这|那|按|满|一|头|整|哪|同|某|押|压|隔|过)$")
_OWED_BEFORE = re.compile(r"(?:欠|拖|拖欠|扣|差|少|没发|没给|不发|不给)[了我们他工人资薪水俺的着过款钱]*\s*$")
_OWED_AFTER = re.compile(r"\s*(?:的)?(?:工资|工钱|薪|血汗钱|劳务费|没发|没给|没拿|不发|不给)")


def find_lengths(text: str) -> list[Length]:
    """Every length of time in the text, in order; never one that tells a date (三个月前) or an order (第三年)."""
    plain = fold(text)
    found = []
    for match in LENGTH.finditer(plain):
        if _NOT_AFTER.match(plain[match.end():]) or _NOT_BEFORE.search(plain[max(0, match.start() - 1):match.start()]):
            continue
        length = _read(match, text)
        if length is not None:
            found.append(length)
    return found


def _read(match: re.Match[str], text: str) -> Length | None:
    words = text[match.start():match.end()]
    plain = match.string
    owed = bool(_OWED_BEFORE.search(plain[max(0, match.start() - 8):match.start()]) or _OWED_AFTER.match(plain[match.end():]))
    months = _years(match) if match["y"] else _months(match) if match["m"] else None
    if months is not None:
        low, high = _vague(match, *months)
        return Length(match.start(), match.end(), words, low, high, None, None, owed)
    days = _days(match)
    if days is None or days[1] <= 0:
        return None
    first, last = _vague(match, *days)
    return Length(match.start(), match.end(), words, None, None, round(first), round(last), owed)


def _count(words: str) -> tuple[float, float]:
    """Low and high of a count; 几 is 2 to 9."""
    if words == "半":
        return 0.5, 0.5
    if words.endswith("几"):
        base = {"十几": 10, "二十几": 20}.get(words, 0)
        return (base + 1, base + 9) if base else (2, 9)
    if re.fullmatch(r"\d+(?:\.\d)?", words):
        return float(words), float(words)
    value = float(DIGIT[words] if words in DIGIT else must_int(words))
    return value, value


def _years(match: re.Match[str]) -> tuple[float, float]:
    low, high = _count(match["y"])
    low, high = low * 12, high * 12
    if match["yhalf"]:
        low, high = low + 6, high + 6
    if match["ymore"] or match["yrest"]:
        high += 5 if match["y"] == "半" or match["yhalf"] else 11
    if match["ym"]:
        more = _count(match["ym"])
        half = 0.5 if match["ymh"] else 0
        low, high = low + more[0] + half, high + more[1] + half
    return low, high


def _months(match: re.Match[str]) -> tuple[float, float]:
    low, high = _count(match["m"])
    if match["m2"]:
        high = _count(match["m2"])[0]
    if match["mhalf"]:
        low, high = low + 0.5, high + 0.5
    if match["mmore"] or match["mrest"]:
        high += 0.9 if low < 10 else 9
    if match["md"]:
        days = _count(match["md"])
        low, high = low + days[0] / 30, high + days[1] / 30
    return round(low, 2), round(high, 2)


def _days(match: re.Match[str]) -> tuple[float, float] | None:
    if match["w"]:
        low, high = _count(match["w"])
        return low * 7, high * 7 + (6 if match["wmore"] else 0)
    words = match["d"]
    if not words or words == "半":
        return None
    if "百" in words:
        head, _, tail = words.partition("百")
        base = must_int(head) * 100 + (must_int(tail.lstrip("零")) if tail else 0)
        low, high = float(base), float(base)
    else:
        low, high = _count(words)
    return low, high + ((9 if low >= 10 else 0) if match["dmore"] else 0)


def _vague(match: re.Match[str], low: float, high: float) -> tuple[float, float]:
    """快半年 is a little less, 半年左右 less or more; 大半年 more than half a year, 小半年 less."""
    near = match["near"]
    if near == "大" and match["y"] == "半":
        return 7.0, 11.0
    if near == "小" and match["y"] == "半":
        return 4.0, 6.0
    if near in ("快", "近", "将近", "接近", "不到"):
        return round(low * 0.8, 1), high
    if near in ("大约", "大概", "差不多") or match["about"]:
        return round(low * 0.8, 1), round(high * 1.2, 1)
    return low, high
