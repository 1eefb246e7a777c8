"""What is taught, said in a turn: the first help, an answer, one line for a further need, the list of proof."""
from __future__ import annotations

from actions.assessment import sentence
from actions.common import Turn, content
from actions.known import known_of
from bot import clock
from bot.chinese.values import Fact
from bot.content import Answer
from bot.law.assess import first_help
from bot.search.answer import MOST_BESIDE, answer_messages, beside


def say_first_help(turn: Turn, facts: dict[str, Fact]) -> None:
    """The door, the number, one thing for today."""
    help_now = first_help(facts, clock.today())
    parts = [sentence(help_now.door, help_now.values), sentence(help_now.today_thing, help_now.values)]
    turn.teach("\n".join(text for text, _ in parts), [law for _, laws in parts for law in laws])


def say_answer(turn: Turn, answer: Answer, brief: bool = False) -> None:
    """The answer of content/answers for this sender's case, with its law ids; inside a form without the next buttons."""
    buttons = [] if brief else [(word, word) for word in answer.next]
    parts = answer_messages(answer, known_of(turn), turn.cautions, content(), brief)
    for number, part in enumerate(parts, 1):
        turn.teach(part.text, part.laws, buttons if number == len(parts) else [], cautious=False)


def say_second_needs(turn: Turn, needs: list[str], most: int = MOST_BESIDE) -> None:
    """One line for each further need, at most `most`."""
    for answer in beside(needs, content(), most):
        turn.teach(answer.second.say, answer.second.laws)
