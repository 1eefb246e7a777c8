"""Which paper he wants written, by its name in his words: never one that he has, hands in, or is told to sign."""
from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bot.chinese import paper_wishes as wish
from bot.chinese.normalise import normalise
from bot.chinese.paper_titles import FULL, HELD, ROADS, SHORT

LONGEST = 600
SHORT_ENOUGH = 24
"""In a longer message 怎么写 may ask of anything."""

_CLAUSES = re.compile(
    r"[,。;!…~:\s]+|(?<=\?)|(?<=了)(?=你[帮给写弄出替]|(?:麻烦|请)你)"
    r"|(?<=[^应意好]了)(?=帮我[写弄出做拟])")
_GENERIC = re.compile("申请(?:书|表)")
_GENERIC_WISH = re.compile(rf"(?:{wish.HOW}|{wish.FILL}写)(?:一?[份个张])?申请书$")


class Named(NamedTuple):
    """A paper's name in a clause: whether it is said in full, what stands before it, what after."""

    paper: str
    full: bool
    head: str
    tail: str


@lru_cache(maxsize=2)
def _compiled(full: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((paper, re.compile(pattern)) for paper, pattern in (FULL if full else SHORT))


def named_paper(text: str) -> str | None:
    """The name (bot/documents/catalogue) of the paper that he asks to have written, or None.

    How a wage IOU is written and what it looks like is a lesson of its own (`iou_how_to_write`): only a wish for one names it.
    """
    plain = normalise(text[:LONGEST])
    clauses = [piece for piece in _CLAUSES.split(plain) if piece]
    for clause in clauses:
        found = _found(clause)
        if found is not None and _wants(clause, found, alone=len(clauses) == 1):
            return found.paper
    return _elsewhere(clauses)


def _found(clause: str) -> Named | None:
    """The first name in the clause, one in full before a short one."""
    for full in (True, False):
        hits = [(match.start(), -match.end(), paper) for paper, pattern in _compiled(full) if (match := pattern.search(clause))]
        if hits:
            start, end, paper = min(hits)
            return Named(paper, full, clause[:start], clause[-end:])
    return None


def _wants(clause: str, found: Named, *, alone: bool) -> bool:
    if wish.DONE_AFTER.search(found.tail) or wish.NOT.search(found.head):
        return False
    if _asked(found) or (wish.ASKED_AFTER.search(found.tail) and not wish.HAS.search(found.head)):
        return True
    if _is_lesson(clause, found):
        return False
    if wish.MODEL_AFTER.search(found.tail) and wish.PLAIN_HEAD.search(found.head):
        return True
    if wish.TOLD.search(found.head) or wish.HAS.search(found.head):
        return False
    if wish.ABOUT.search(clause) and not wish.POLITE.search(clause):
        return False
    if wish.AFTER.search(found.tail) or wish.BEFORE.search(found.head):
        return True
    given = wish.GIVEN.search(found.tail) and wish.GIVEN_HEAD.search(found.head)
    return bool(given) or _ordered(clause, found) or (alone and _is_name_alone(found))


def _is_lesson(clause: str, found: Named) -> bool:
    """欠条怎么写, 欠条格式: he wants to learn it and to write it himself."""
    taught = re.search(rf"{wish.HOW}|{wish.MODEL}|教", clause)
    return found.paper == "wage_iou" and bool(taught) and not re.search(rf"[给发]{wish.ME}", clause)


def _asked(found: Named) -> bool:
    """帮我写…, 给我一份…, 把…打印出来: said to whom he talks with, not of what somebody else does for him."""
    said = wish.ASKED.search(found.head)
    if said and not found.full and not wish.WRITE.search(found.head, said.start()):
        said = None
    put = wish.PUT.search(found.head) if wish.PUT_TAIL.search(found.tail) else None
    for asked in (said, put):
        before = found.head[: asked.start()] if asked else ""
        others = re.search(rf"{wish.OTHERS}.{{0,3}}$", before)
        if asked and (wish.PLAIN_HEAD.search(before) or (_speaks(before) and not others)):
            return not wish.HIRED.match(found.tail)
    return False


def _speaks(before: str) -> bool:
    """Whether what stands before is said to the bot: 你, 麻烦你, or his own plan (我要打官司)."""
    return bool(wish.CALLED.search(before) or wish.OWN_PLAN.search(before) or wish.OWN_WISH.search(before))


def _ordered(clause: str, found: Named) -> bool:
    """写仲裁申请书, 我要一份还款协议, 能不能出个起诉状: a deed asked for, nobody else doing it, nothing asked about it."""
    order = (wish.ORDER if found.full else wish.ORDER_SHORT).search(found.head)
    if order is None or not wish.ORDER_TAIL.search(found.tail):
        return False
    before = found.head[: order.start()]
    if not (wish.PLAIN_HEAD.search(before) or wish.OWN_WISH.search(before)):
        return False
    return not wish.QUESTION.search(clause) or bool(wish.POLITE.search(clause))


def _is_name_alone(found: Named) -> bool:
    return found.full and found.paper not in HELD and not found.head and not re.sub("[吧啊呢呀嘛.]", "", found.tail)


def _elsewhere(clauses: list[str]) -> str | None:
    """The wish in a clause of its own (你帮我写一份), the paper in another one; 申请书 alone goes by the road."""
    asks_how = sum(map(len, clauses)) <= SHORT_ENOUGH and any(wish.HOW_ELSEWHERE.search(clause) for clause in clauses)
    if not asks_how and not any(wish.ELSEWHERE.search(clause) or _GENERIC_WISH.search(clause) for clause in clauses):
        return None
    told = [found for clause in clauses if (found := _found(clause)) is not None]
    named = {found.paper for found in told if not _is_there(found) and not (asks_how and _is_forced(found))}
    if not told and any(_GENERIC.search(clause) for clause in clauses):
        whole = ",".join(clauses)
        named = {paper for paper, pattern in ROADS if re.search(pattern, whole)}
    return named.pop() if len(named) == 1 else None


def _is_forced(found: Named) -> bool:
    """Told to sign it, or a wage IOU: how that is written is a lesson."""
    return found.paper == "wage_iou" or bool(wish.TOLD.search(found.head))


def _is_there(found: Named) -> bool:
    """Whether he has it, or wants it not; one that he is told to sign is still to be written."""
    has = wish.HAS.search(found.head) and not wish.TOLD.search(found.head)
    return bool(has or wish.NOT.search(found.head) or wish.DONE_AFTER.search(found.tail))
