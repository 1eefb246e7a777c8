"""What is taught, said in a turn: the first help, an answer, one line for a further need, the list of proof."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actions.assessment import sentence
from actions.common import Turn, content
from actions.known import known_of
from bot import clock
from bot.chinese.freight import of_freight
from bot.chinese.kept_back import tells_of_deduction, tells_of_deposit
from bot.chinese.overtime import tells_overtime
from bot.chinese.values import Fact
from bot.content import Answer
from bot.law.assess import first_help
from bot.nlu.matters import find_matter
from bot.search.answer import MOST_BESIDE, Message, answer_messages, beside
from bot.search.answer_facts import BEYOND, in_place_of

SURE_NEED = 0.5
WITHHELD = "deposit_or_fine_withheld"


def say_first_help(turn: Turn, facts: dict[str, Fact]) -> None:
    """The door, the number, the last day when it is near, one thing for today."""
    help_now = first_help(facts, clock.today())
    near = help_now.near
    parts = [sentence(help_now.door, help_now.values), *([sentence(near.key, near.values)] if near else []),
             sentence(help_now.today_thing, help_now.values)]
    turn.teach("\n".join(text for text, _ in parts), [law for _, laws in parts for law in laws])


def say_answer(turn: Turn, answer: Answer, brief: bool = False) -> None:
    """The answer of content/answers for this sender's case, with its law ids; inside a form without the next buttons."""
    buttons = [] if brief else [(word, word) for word in answer.next]
    parts = answer_messages(answer, known_of(turn), turn.cautions, content(), brief)
    for number, part in enumerate(parts, 1):
        turn.teach(part.text, part.laws, buttons if number == len(parts) else [], cautious=False)


def say_found(turn: Turn, found: Message) -> None:
    """What the law store holds, with a word before it."""
    turn.say("utter_fallback_search")
    turn.teach(found.text, found.laws)


def say_in_place(turn: Turn) -> bool:
    """The facts of the store in place of an apology, or of an answer beside the point. Whether they were said."""
    found = in_place_of(turn.intent, turn.text, content())
    if found:
        say_found(turn, found)
    if found and turn.intent == BEYOND:  # it may be beside the point: where else to ask
        further = content().answers[BEYOND].second
        turn.teach(further.say, further.laws)
    return found is not None


def say_matter(turn: Turn, brief: bool = False) -> bool:
    """The words of content/matters in place of an answer, when the message has a narrow matter and no surer need of its own.

    `brief`: without the next buttons. Whether it was said.
    """
    words = _matter(turn)
    own = turn.intent in content().answers and _need_confidence(turn) >= SURE_NEED
    if not words or (own and turn.intent not in words["instead_of"]):
        return False
    turn.teach(words["text"], words["laws"], [] if brief else [(word, word) for word in words["next"]])
    return True


def has_matter(turn: Turn) -> bool:
    """Whether the message speaks of a narrow matter."""
    return find_matter(turn.text) is not None


def say_beside(turn: Turn) -> None:
    """One line for the narrow matter of a message that tells something else."""
    line = _matter(turn).get("beside")
    if line:
        turn.teach(line["text"], line["laws"])


def _matter(turn: Turn) -> Mapping[str, Any]:
    matter = find_matter(turn.text)
    return content().folder("matters")["matters"][matter] if matter else {}


def _need_confidence(turn: Turn) -> float:
    return float(next(iter(turn.message.get("need_ranking") or []), {}).get("confidence") or 0)


def say_second_needs(turn: Turn, needs: list[str], most: int = MOST_BESIDE) -> None:
    """One line for each further need that the message bears out, at most `most`."""
    for answer in beside([need for need in needs if _is_borne_out(need, turn.text)], content(), most):
        if answer.need == WITHHELD and tells_of_deposit(turn.text):
            line = content().words["withheld"]["deposit"]
            turn.teach(line["text"], line["laws"])
        if answer.need != WITHHELD or not turn.text or tells_of_deduction(turn.text):
            turn.teach(answer.second.say, answer.second.laws)


def _is_borne_out(need: str, text: str) -> bool:
    """Whether a further need is in the words: no deduction where nothing was taken, no project money for freight, no overtime
    for pay by the hour."""
    if need == WITHHELD:
        return not text or tells_of_deposit(text) or tells_of_deduction(text)
    if need == "overtime_pay":
        return not text or tells_overtime(text)
    return not (need == "project_money_vs_wages" and of_freight(text))
