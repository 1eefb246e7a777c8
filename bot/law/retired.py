"""Whether the worker is past the age of retirement, by his words: then it is not sure that labour law gives him more
than pay, a written agreement, the least wage and cover for injuries (LAW-WAGE-28)."""
from __future__ import annotations

import re

from bot.chinese.clauses import typed_clauses
from bot.chinese.numerals import level, read_number

OLD = (60, 99)
"""Years of age that are read so; the age of retirement itself stands in no fact of the store."""
AGE = re.compile(r"(?P<n>\d{2}|[六七八]十[一二三四五六七八九]?)(?:多|来|几)?(?:周)?岁")
SAID = re.compile(
    r"(?<!没)(?<!不)(?:退休了|退休以?后|办了退休|过了?退休年龄|超龄|超过退休)"
    r"|领(?:着|了|的)?(?:养老金|退休金)|(?:养老金|退休金)(?:领|拿)着"
)
UNDER = re.compile("(?:不到|未满|没满|不满|没到|还差)$")
OTHER = re.compile("老板|工头|父母|公婆|家里|照顾|伺候|孩子|儿子|女儿|住院|看病|治病|生病|雇主")
"""In the clause of an age: it is not that of who worked."""


def tells_age(text: str) -> bool:
    """Whether words tell that the worker is past the age of retirement."""
    return any(_old(clause) for clause in typed_clauses(level(text)) if not OTHER.search(clause))


def _old(clause: str) -> bool:
    ages = [read_number(match["n"]) for match in AGE.finditer(clause) if not UNDER.search(clause[: match.start()])]
    return bool(SAID.search(clause)) or any(age is not None and OLD[0] <= age.low <= OLD[1] for age in ages)
