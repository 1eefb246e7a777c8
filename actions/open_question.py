"""A message outside a form that answers the question which the draft left open (days later, on another device)."""
from __future__ import annotations

from actions.common import Turn, plan, store
from actions.forms import ID_NUMBER, hear, speak_said
from bot import clock
from bot.cases import drafts
from bot.interview.step import FormState


def answer_open_question(turn: Turn) -> str:
    """Take the message as the answer to the question that the draft left open; the form's name if it was one.

    What cannot be true is no answer here, but a wrong ID number is: it is said so, and the form asks again.
    """
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if not draft or not draft.asked or not draft.form:
            return ""
        step = hear(turn, session, plan(draft.form), FormState(draft.facts, draft.asked, list(draft.answered)))
        is_id = draft.asked == ID_NUMBER
        if step.hand_over or step.state.misses or step.which or (step.refused and not is_id):
            return ""
        drafts.save(session, turn.sender, facts=step.state.facts, form=draft.form, asked=step.state.asked or None,
                    answered=step.state.answered, stage=draft.stage, now=clock.now())
    for said in step.say:
        speak_said(turn, said)
    return str(draft.form)
