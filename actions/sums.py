"""What a claim comes to, said after the answer to a question about money: the sum, its working, what would narrow it."""
from __future__ import annotations

from collections.abc import Mapping

from actions.assessment import sentence
from actions.claim import with_words
from actions.common import FORMS, Turn, content, plan
from bot import clock
from bot.chinese.values import Fact
from bot.law.money.findings import findings
from bot.law.money.values import Money
from bot.law.told import READ


def say_sums(turn: Turn, need: str, facts: Mapping[str, Fact]) -> None:
    """The sums that belong to a need (content/words/sums.yml) and that these facts and this message allow."""
    words = content().words["sums"]
    wanted = words["needs"].get(need, []) if _is_meant(need, turn.text) else []
    for found in findings(with_words(facts, turn.text), clock.today()) if wanted else ():
        if found.what in wanted:
            lines = _lines(found)
            turn.teach("\n".join([f"【{words['head']}】", *(text for text, _ in lines)]),
                       [*found.laws, *(law for _, laws in lines for law in laws)])


def _is_meant(need: str, text: str) -> bool:
    """Whether the message speaks of what the sums of this need are about; court fees are no answer to 要请律师吗."""
    speaks_of = content().words["sums"]["only_if_said"].get(need)
    return speaks_of is None or any(word in text for word in speaks_of)


def may_be_told(question: str) -> bool:
    """Whether a worker can tell this fact: a question of the claim form, or read from his words."""
    return plan(FORMS[0]).question(question) is not None or question in READ


def _lines(found: Money) -> list[tuple[str, list[str]]]:
    """The result, each line of the working, and the question that decides, when he can answer it."""
    asked = [_asked(found.question)] if found.question is not None and may_be_told(found.question) else []
    return [sentence(found.key, found.values), *(sentence(line.key, line.values) for line in found.working), *asked]


def _asked(question: str | None) -> tuple[str, list[str]]:
    text, laws = sentence(f"ask_{question}")
    return f"{content().words['sums']['asks']}{text}", laws
