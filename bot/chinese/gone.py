"""The words for being gone or still there (data/nlu/lookups/gone.yml), each reader with as many as its place allows."""
from __future__ import annotations

import re
from functools import lru_cache

from bot.chinese import lexicon

#: before the word: a plan, a condition, a denial, or somebody else (who may well have done it to him: 公司把我辞了)
_NOT_YET = re.compile(r"(?:就|就当|算|当|不|会计都|他|他早就|经理|说我|才能|准备|想|要|能|没)$")
_OTHERS = re.compile(r"(?:她|老板娘?|包工头|工头|带班的?|总包|公司|物业|项目部)(?:都|已经|早就|也)*$")
_TOLD_TO = re.compile(r"(?:叫|让|逼|喊|劝|催|要求?|通知)(?:我们?|俺们?|大家|他们)?"
                      r"(?:自己|主动|去|来|写|签|办|交|填|按)*$")  # 叫我自动离职
_DENIED = re.compile(r"没(?:有)?(?:辞职|离职|走|完工|结束|干完|退场|撤场|收工|回老?家)|还没")
_NO_WORD = "(?![程资钱])"  # 验收工程, 发完工资, 停工资


@lru_cache(maxsize=8)
def _any(*kinds: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternation('gone', kinds)}){_NO_WORD}")


def gone_in_story(text: str) -> str:
    """The words of a story that say that his work is over; "" when none do, or somebody else is gone."""
    found = _any("gone").search(text)
    before = text[: found.start()] if found else ""
    if found and _TOLD_TO.search(before) and not text[found.start() :][: len(found.group()) + 1].endswith("了"):
        return ""
    if found is None or _NOT_YET.search(before) or (_OTHERS.search(before) and "我" not in found.group()):
        return ""
    return found.group()


def still_in_story(text: str) -> str:
    """The words of a story that say that he still works there, or ""."""
    found = _any("still").search(text)
    return found.group() if found else ""


def is_gone(text: str) -> bool:
    """Whether an answer says that he left (走了, 收工了), and does not deny it."""
    return has_left(text) and not _DENIED.search(text)


def has_left(text: str) -> bool:
    """Whether there is any word of leaving in an answer."""
    return bool(_any("gone", "left", "answer").search(text))


def find_end(text: str) -> re.Match[str] | None:
    """The first word that ends the work when it stands beside a day (五月走的, 八月封顶)."""
    return _any("gone", "left", "ended").search(text)


def is_still_there(text: str) -> bool:
    """Whether a whole answer says that he is still there (还在干, 现在还在工地上, 至今)."""
    return bool(_still_there().fullmatch(text))


def ends_here(text: str) -> bool:
    """Whether the text, right behind a day, begins with such a word."""
    return bool(_any("gone", "left", "ended", "beside").match(text))


def tells_an_end(text: str) -> bool:
    """Whether any word of leaving or of an end stands in the text, whoever left."""
    return bool(_any("gone", "left", "answer", "ended").search(text))


def is_only_that(text: str) -> bool:
    """Whether the text says nothing but that he is gone or still there (还在干活, 走了)."""
    return bool(_only_that().fullmatch(text))


@lru_cache(maxsize=1)
def _only_that() -> re.Pattern[str]:
    words = lexicon.alternation("gone", ("gone", "left", "answer", "still", "there"))
    return re.compile(rf"(?:现在|目前|我们?)*(?:还|都|仍)?(?:{words})(?:活|着|呢|了)?|(?:还|仍)在")


@lru_cache(maxsize=1)
def _still_there() -> re.Pattern[str]:
    there = lexicon.alternation("gone", ("still", "there"))
    return re.compile(rf"(?:现在|我们?|目前|人)*(?:还|都|仍)?(?:{there}).{{0,6}}|至今|到现在|现在|在的?")
