"""A line of the day book told in pieces: 记工, then 今天, then 10个小时. Pure."""
from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.chinese.date_scan import scan
from bot.chinese.daybook_days import prepared
from bot.chinese.daybook_gate import MARK, is_bare_mark, is_daybook, tells_how_much

_SOME_DAY = date(2026, 1, 7)
_MARK_WORD = "记工"
_DONE = re.compile(r"[干做上搞忙]了|白天.*(?:晚上|夜)|点工")
LONGEST = 60
MOST = 3  # messages that make up one line


def is_day_alone(text: str) -> bool:
    """Whether it names a day and nothing else, with 记工 before it or not."""
    plain = MARK.sub("", prepared(text, _SOME_DAY))
    dated = scan(plain)
    for expr in reversed(dated):
        plain = plain[:expr.start] + plain[expr.end:]
    return bool(dated) and all(expr.kind == "day" for expr in dated) and not re.sub(r"[的吧了到至、和,\s~-]", "", plain)


def is_undated(text: str) -> bool:
    """Whether it tells the work and pay of one day that is not named, as done (点工一天干了12个小时一个小时22)."""
    plain = prepared(text, _SOME_DAY)
    if is_daybook(text) or scan(plain) or not _DONE.search(plain) or re.search(r"每天|天天|每个", plain):
        return False
    named = f"今天{text.strip()}"
    return len(text) <= LONGEST and is_daybook(named) and tells_how_much(named)


def whole_line(before: Sequence[str], text: str) -> str | None:
    """The line that the message goes on with, from the messages right before it, oldest first; None when none was begun or the
    message is about something else. It may still lack the work (记工 今天)."""
    said: list[str] = []
    if before and is_day_alone(text) and is_undated(before[-1]):
        return f"{text.strip()} {before[-1].strip()}"
    for one in reversed(before[-MOST:]):
        marked = is_bare_mark(one)
        if not marked and not is_day_alone(one):
            return None
        said.insert(0, "" if marked else MARK.sub("", one))
        if marked or MARK.match(one):
            line = " ".join([_MARK_WORD, *filter(None, said), text.strip()])
            return line if is_day_alone(text) or is_daybook(line) else None
    return None
