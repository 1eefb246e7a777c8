"""What a worker wishes for one of his filings, and which of several he names by its place."""
from __future__ import annotations

import re
from typing import Literal

from bot.chinese.counts import to_int
from bot.chinese.normalise import normalise

Wish = Literal["withdraw", "change", "keep", ""]

_NO_MORE = r"不(?:想|要|打算|准备)?再?(?:投诉|告)(?:他|她|老板|他们)?了"
_WITHDRAW = re.compile(rf"撤|收回|取消|{_NO_MORE}")
_TAKES_BACK = re.compile(rf"^.{{0,12}}(?:撤|收回)|{_NO_MORE}")  # near the beginning: a wish, no story
_CHANGE = re.compile(r"改(?![口天日行嫁造装建革善])|更正|修正|(?:写|填|说|报)错")
_NOT = re.compile(r"(?:不|别|莫|没|甭)(?:要|用|想|去|再|给我|必)*(?:撤|收回|取消|改|更正|修正)")
_CLAUSE = re.compile(r"[,。.;!]+")
_DONE = re.compile(r"(?:撤|收回|取消|改)[^,。]{0,3}(?:了没|了吗|了么|没有|好了|成了)")  # asks whether it is done: a status
_ONE = r"(?:一?[份个件]|投诉书?|的)"
_NTH = re.compile(rf"第(?P<nth>\d|[一二两三四五六七八九]){_ONE}")
_BARE = re.compile(r"(?P<nth>\d)号?[.。吧]?")
_FIRST = re.compile(rf"(?:最早|最先|最前面?|头|前面|先前|先交|先写|之前|上面|原来)(?:的|交的?|写的?|那|这)*{_ONE}")
_LAST = re.compile(rf"(?:最后|最新|最近|后面|后来|刚才|刚刚|刚|后|下面)(?:的|交的?|写的?|那|这)*{_ONE}")


def wish(text: str) -> Wish:
    """Whether words about a filing want it taken back, changed, or kept as it is (第一份不要改); "" for none of these and for a
    question whether it is done."""
    plain = normalise(text)
    if _DONE.search(plain):
        return ""
    wanted = _wanted(plain)
    if _WITHDRAW.search(wanted):
        return "withdraw"
    return "change" if _CHANGE.search(wanted) else "keep" if wanted != plain else ""


def takes_back(text: str) -> bool:
    """Whether the words begin with the wish to take something back: 撤了吧, 不告了."""
    return wish(text) == "withdraw" and bool(_TAKES_BACK.search(_wanted(normalise(text))))


def _wanted(plain: str) -> str:
    """The text without the clauses that refuse: 第一份不撤,撤第二份."""
    if "能不能" in plain or not _NOT.search(plain):
        return plain
    return ",".join(clause for clause in _CLAUSE.split(plain) if not _NOT.search(clause))


def place_of(text: str, count: int) -> int | None:
    """Which of `count` filings, the oldest first, is named by its place (第一份, 前面那份, 2): 1 to `count`, else None."""
    plain = _wanted(normalise(text)).strip()
    found = _NTH.search(plain) or _BARE.fullmatch(plain)
    if found:
        nth = to_int(found["nth"])
        return nth if nth and nth <= count else None
    if _FIRST.search(plain):
        return 1
    return count if _LAST.search(plain) else None
