"""Which page a first message gets, where the need heard in it does not fit what is told: no child where no child is spoken of, no
private home where a boss owes."""
from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.chinese.household import home_employers
from bot.chinese.normalise import normalise
from bot.chinese.trades import read_industry
from bot.interview.ages import WORKING_AGE, is_at_school, is_young_worker, tells_of_youth, told_ages

MINOR, PRIVATE, STEPS = "minor_or_student_worker", "civil_service_relationship", "steps"
_CHILD = re.compile(
    r"童工|未成年|(?<![带看])[男女小]?娃|(?<![带看])小孩|初中|初[一二三]|小学|几岁|多大|年龄|(?:未|不|没)满")
_CLAIM = re.compile(r"\d|欠|拖|只给|给了|不给|没给|不发|没发|没结|不结|日结|兼职")
_BOSS_OWES = re.compile(
    r"(?:老板娘?|工头|公司|厂里|店里)(?:就|才|都|又|也|还|总|一直)*"
    r"(?:只|说|讲|不|没|欠|差|拖|扣|发|给|跑|叫|微信|电话)")


@dataclass(frozen=True)
class Page:
    """The need that is answered, the further ones, and the lines of content/words/ages.yml said beside it."""

    need: str
    second: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


def page(need: str, second: Sequence[str], text: str) -> Page:
    """The page for a message as typed with the needs heard in it."""
    told = (need, *second)
    lines: tuple[str, ...] = ()
    if MINOR in told and text and not tells_child(text) and (_CLAIM.search(normalise(text)) or not tells_of_youth(text)):
        holds = {"of_16_and_17": is_young_worker(text), "at_school": is_at_school(text)}
        lines = tuple(line for line, fits in holds.items() if fits)
        told = _without(MINOR, told)
    if PRIVATE in told and boss_owes(text):
        told = _without(PRIVATE, told)
    return Page(told[0], told[1:], lines)


def _without(need: str, told: tuple[str, ...]) -> tuple[str, ...]:
    """The needs without this one; where it was the first, how wages are claimed comes in its place."""
    rest = tuple(one for one in told[1:] if one not in (need, STEPS))
    return (STEPS, *rest) if told[0] == need else (told[0], *(one for one in told[1:] if one != need))


def tells_child(text: str) -> bool:
    """Whether a child under sixteen is spoken of: by age, or by its word where no age is told."""
    ages = told_ages(text)
    return min(ages) < WORKING_AGE if ages else bool(_CHILD.search(text))


def boss_owes(text: str) -> bool:
    """Whether a boss or a firm is told to owe, and no family for whom he keeps house."""
    plain = normalise(text)
    trade = read_industry(plain).get("industry")
    return bool(_BOSS_OWES.search(plain)) and not home_employers(plain) and (trade is None or trade.value != "domestic")
