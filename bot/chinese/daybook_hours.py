"""How many hours were worked beside a day, and how many on top of it (`加班2小时`), also told of all days together."""
from __future__ import annotations

import re
from decimal import Decimal

from bot.chinese.daybook_values import NotWritten
from bot.chinese.daybook_work import AHEAD, NUM, count_value

HOURS = re.compile(
    rf"{AHEAD}(?P<n>{NUM})\s*个?(?P<half>半)?\s*(?:个)?(?:小时|钟头|工时|钟(?![点头]|情)|h(?![a-z]))(?P<after>半)?", re.I)
_ALL = r"(?:总共|一共|合计|共计|总计|加起来|共)"
ON_TOP = re.compile(
    r"(?:加班|加点|加了|外加|另加|加上|加|多干|多做|又干|又做|晚上|赶工|夜里)[了还又另外的班干做到:,\s]{0,4}$"
    rf"|(?:加班|加点)[了的时间:,\s]{{0,4}}{_ALL}[了是有:\s]{{0,2}}$")
#: told of all days together (一共加班12小时, 两天20小时), unless it is of every one (每天共10小时)
_TOGETHER = re.compile(rf"(?:{_ALL}|(?<![每一\d])(?:[2-9]|\d\d|[两二三四五六七八九十]+)个?天)[^,。;每各均]*$")
_PART_OF_DAY = re.compile(r"上午|下午|早上|中午|白天")
_OF_EACH = re.compile(rf"(?:每[天日]|每个?工|天天|各|均|都|一天)[都干做要上加班了得也\s]*{_ALL}[^,。;]*$")


def is_together(ahead: str) -> bool:
    """Whether the count behind these words is of all days together."""
    return bool(_TOGETHER.search(ahead)) and not _OF_EACH.search(ahead)


def read_hours(words: str) -> tuple[Decimal | None, Decimal | None, str, frozenset[str]]:
    """(hours of the day, hours on top of it, the words without them, which of both were told of all days together). What is
    summed up (每天10小时,一共40小时) adds nothing; raises NotWritten when it does not fit."""
    hours, extra = None, None
    left, together, end = words, set(), 0
    for found in HOURS.finditer(words):
        value = count_value(found)
        ahead = words[:found.start()]
        on_top = bool(ON_TOP.search(ahead)) or (hours is not None and not (_PART_OF_DAY.search(ahead[end:])))
        summed = hours is not None and _TOGETHER.search(ahead) and not ON_TOP.search(ahead)
        if summed and value is not None and hours and value % (hours + (extra or 0)):
            raise NotWritten("which_days")
        if value is not None and not summed:
            together |= {"extra" if on_top else "hours"} if is_together(ahead) else set()
            hours, extra = (hours, (extra or Decimal(0)) + value) if on_top else ((hours or Decimal(0)) + value, extra)
        end = found.end()
        left = left.replace(found.group(), " ", 1)
    if hours is not None and re.search(r"加班(?!费)", words) and extra is None and not re.search(r"[每共正白]|上班", words):
        hours, extra, together = None, hours, {"extra"} if together else set()
    return hours, extra, left, frozenset(together)


def hours_beside(words: str, spans: list[tuple[int, int]]) -> list[re.Match[str]]:
    """The hours told, without those of rates (30一小时)."""
    return [found for found in HOURS.finditer(words) if not any(start <= found.start() < end for start, end in spans)]
