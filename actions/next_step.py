"""What comes next (下一步咋办), once the case was told: the road of this case, what to do today, the papers."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction

from actions.assessment import sentence
from actions.common import Turn, content, store
from actions.complaint import are_wages, complaint_fits
from bot import clock
from bot.cases import drafts
from bot.interview.wishes import asks_next_step
from bot.law.assess import assess, first_help
from bot.nlu.matters import find_matter

ACTING = "acting_for"  # a matter of content/matters: may I do it for him


def answer_next_step(turn: Turn) -> list[EventType] | None:
    """The first road, what to do today, and what can be made here; None when it was not asked, or no case is told to its end."""
    if not asks_next_step(turn.text):
        return None
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
    if draft is None or not draft.facts or draft.stage == "claim":
        return None
    if draft.stage == "filed":
        return [FollowupAction("action_status")]
    found, today = assess(draft.facts, clock.today()), first_help(draft.facts, clock.today())
    lines = [sentence(key, found.places) for key in found.recommended.keys]
    lines.append(sentence(today.today_thing, today.values))
    words = content().words["assessment"]
    following = words["next" if complaint_fits(draft.facts) else "next_private" if are_wages(draft.facts) else "next_no_wages"]
    said = dict.fromkeys((text, tuple(laws)) for text, laws in lines)
    turn.teach("\n".join([words["roads"], *(text for text, _ in said)]), [law for _, laws in said for law in laws],
               [(word, word) for word in following])
    return []


def answer_acting_for(turn: Turn) -> list[EventType] | None:
    """Whether he may write or file for somebody else, which NLU takes for the wish to file; None for other words."""
    if find_matter(turn.text) != ACTING or turn.intent not in ("file_complaint", "papers"):
        return None
    words = content().folder("matters")["matters"][ACTING]
    turn.teach(words["text"], words["laws"], [] if turn.form else [(word, word) for word in words["next"]])
    return []
