"""Several debts told one beside the other (去年欠8000今年又欠6000): none of them is the whole, and they are never added."""
from __future__ import annotations

import re

from bot.chinese.amounts import find_amounts
from bot.chinese.pieces import IN_ALL
from bot.chinese.scene import Scene
from bot.chinese.sum_cues import Sum
from bot.chinese.values import Fact

_OF_A_YEAR = re.compile(
    r"(?P<year>[前去今]年|20\d\d年)(?:的|是|有|还|又|欠|差|我|了)*(?P<sum>\d{3,6}|[一二两三四五六七八九十]+[千万百][一二两三四五六七八九千百]*)(?![年月号日天个])")
_IN_ALL = re.compile(IN_ALL)
_ONE_MORE = re.compile(r"(?:又|另外|后来|接着)(?:拖?欠|差)(?:了|着)?(?:我们?|俺们?)?$")


def several_debts(scene: Scene, owed: list[Sum]) -> Fact | None:
    """The sums as he told them, of state "unknown" (the whole is not known); None when they are no debts of several times."""
    if len(owed) < 2 or not (of_different_times(scene, owed) or _one_more(scene, owed)):
        return None
    start, end = scene.clause(owed[0].amount.start)[0], owed[-1].amount.end
    return Fact("unknown", words=scene.text[start:end].strip(" ,"))


def debts_by_year(text: str) -> Fact | None:
    """The debts of an answer that gives each year its own (去年8000今年6000), unless the whole is told with them."""
    years = {match["year"] for match in _OF_A_YEAR.finditer(text)}
    return Fact("unknown", words=text.strip(" ,。")) if len(years) > 1 and not _IN_ALL.search(text) else None


def is_several(fact: Fact | None) -> bool:
    """Whether the fact holds several debts that wait for the whole."""
    return fact is not None and fact.state == "unknown" and len(told(fact)) > 1


def told(fact: Fact) -> list[str]:
    """The sums in the fact's words."""
    years = [match["sum"] for match in _OF_A_YEAR.finditer(fact.words)]
    return years if len(years) > 1 else [amount.words for amount in find_amounts(fact.words) if amount.unit == "sum"]


def of_different_times(scene: Scene, sums: list[Sum]) -> bool:
    """Whether each of several sums is told of another time (去年欠五千,今年欠五千): even the same figure is then no one sum."""
    times = []
    for found in sums:
        start = scene.clause(found.amount.start)[0]
        times.append(tuple(day.words for day in scene.dates if start <= day.start < found.amount.start))
    return len(times) > 1 and all(times) and len(set(times)) == len(times)


def _one_more(scene: Scene, owed: list[Sum]) -> bool:
    """Whether a sum is told to have come on top of the one before (欠我五千,后来又欠三千)."""
    return any(_ONE_MORE.search(scene.text[: found.amount.start]) for found in owed[1:])
