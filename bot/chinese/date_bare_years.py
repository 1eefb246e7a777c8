"""Years alone: `去年`, `2025年`, `25年`; never an age (今年五十八) nor a length (干了25年)."""
from __future__ import annotations

import re

from bot.chinese.date_expr import Ask, Expr
from bot.chinese.date_text import must_int
from bot.chinese.date_years import YEAR, year_of_match
from bot.chinese.spans import Span, year_of

BARE_YEAR = re.compile(YEAR)
_AGE = re.compile(
    r"\s*(?:有|满|快|都|刚|才|已经|也)*\s*(?:\d{2}|[一二三四五六七八九]?十[一二三四五六七八九]?"
    r"|[一二三四五六七八九]十)(?![\d月号个万块元]|多?[个万块元]|年)"
)


def read_bare_year(match: re.Match[str]) -> Expr | None:
    """去年, 2025年, 25年 (never 干了25年, nor an age: 今年五十八)."""
    text, said = match.string, match.group(0)
    if match["yago"]:
        return None
    if match["yr"] and _AGE.match(text[match.end():]):
        return None
    plain = said.rstrip("的从自打 ")
    end = match.start() + len(plain)
    if match["y4"] and "年" not in said and not _alone(text, match.start(), end):
        return None
    if match["y2"] and not _two_digits(text, match):
        return None
    year = year_of_match(match)

    def fixed(ask: Ask) -> Span | None:
        found = year(ask) if year else None
        return None if found is None else year_of(found)

    return Expr(match.start(), end, "span", fixed=fixed)


def _alone(text: str, start: int, end: int) -> bool:
    return not text[:start].strip() and not text[end:].strip()


_COUNTED = re.compile(r"(?:了|有|满|快|近|共|第|约|长达|整整|多|超过|工龄|干|做|到)\s*$")
_YEARS_AFTER = re.compile(r"\s*(?:了|多|工龄|前|以来|之|来|间|没|的?(?:工龄|老|经验)|内|半|以上|左右|后)")


def _two_digits(text: str, match: re.Match[str]) -> bool:
    number = must_int(match["y2"])
    if match["y2"].startswith("二") and not match["y2"].endswith(tuple("零一五六四七八九二三")):
        return False
    if not (10 <= number <= 40 or match["y2"].startswith("0")) or match["y2"] == "二三":
        return False
    return not _YEARS_AFTER.match(text[match.end():]) and not _COUNTED.search(text[max(0, match.start() - 4):match.start()])
