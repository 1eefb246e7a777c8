"""What is taught, said in a turn: the first help, an answer, one line for a further need, the list of proof."""
from __future__ import annotations

from actions.assessment import sentence
from actions.common import Turn, content
from bot import clock
from bot.chinese.values import Fact
from bot.content import Answer
from bot.law.assess import first_help

NOT_SAID_BESIDE = {"steps", "out_of_scope", "calculation_amount", "evidence_general", "who_is_liable", "jurisdiction_where"}


def say_first_help(turn: Turn, facts: dict[str, Fact]) -> None:
    """The door, the number, one thing for today."""
    help_now = first_help(facts, clock.today())
    parts = [sentence(help_now.door, help_now.values), sentence(help_now.today_thing, help_now.values)]
    turn.teach("\n".join(text for text, _ in parts), [law for _, laws in parts for law in laws])


def say_answer(turn: Turn, answer: Answer, brief: bool = False) -> None:
    """The answer of content/answers, with its law ids; inside a form without the next buttons."""
    lines = [answer.short, *(part.text for part in answer.paragraphs)]
    if answer.today and not brief:
        lines.append(answer.today)
    buttons = [] if brief else [(word, word) for word in answer.next]
    turn.teach("\n".join(lines), answer.laws, buttons)


def say_second_needs(turn: Turn, needs: list[str], most: int = 2) -> None:
    """One line for each further need, at most `most`."""
    answers = [content().answers[need] for need in dict.fromkeys(needs) if need in content().answers]
    for answer in [answer for answer in answers if answer.second and answer.need not in NOT_SAID_BESIDE][:most]:
        turn.teach(answer.second, answer.second_laws)
