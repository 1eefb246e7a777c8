"""What a claim comes to, said after the answer to a question about money: the sum, its working, what would narrow it."""
from __future__ import annotations

from collections.abc import Mapping

from actions.assessment import sentence
from actions.common import FORMS, Turn, content, plan
from bot import clock
from bot.chinese.values import Fact
from bot.law.money.findings import findings
from bot.law.money.values import Money


def say_sums(turn: Turn, need: str, facts: Mapping[str, Fact]) -> None:
    """The sums that belong to a need (content/words/sums.yml) and that these facts allow; nothing when there are none."""
    words = content().words["sums"]
    wanted = words["needs"].get(need, [])
    for found in findings(facts, clock.today()) if wanted else ():
        if found.what in wanted:
            lines = _lines(found)
            turn.teach("\n".join([f"【{words['head']}】", *(text for text, _ in lines)]),
                       [*found.laws, *(law for _, laws in lines for law in laws)])


def _lines(found: Money) -> list[tuple[str, list[str]]]:
    """The result, each line of the working, and the question that decides, when the claim form has it."""
    answerable = found.question is not None and plan(FORMS[0]).question(found.question) is not None
    asked = [_asked(found.question)] if answerable else []
    return [sentence(found.key, found.values), *(sentence(line.key, line.values) for line in found.working), *asked]


def _asked(question: str | None) -> tuple[str, list[str]]:
    text, laws = sentence(f"ask_{question}")
    return f"{content().words['sums']['asks']}{text}", laws
