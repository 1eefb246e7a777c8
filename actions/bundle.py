"""拿走: everything he sent, as one paper to print and as one archive of untouched originals."""
from __future__ import annotations

from rasa_sdk.events import EventType

from actions.common import Act, Turn, content, store
from bot import clock
from bot.cases import daybook, evidence, links, people
from bot.cases.cards import Sorted, sort_cards
from bot.cases.drafts import begin, case_in_hand
from bot.documents.bundle.context import withheld
from bot.filing.bundle import DOCUMENT, FORMATS


class ActionTakeEvidence(Act):
    """Links to the evidence bundle; it is made when a link is opened. A form goes on by itself."""

    called = "action_take_evidence"

    def do(self, turn: Turn) -> list[EventType]:
        """How many pieces there are, a month of the day book being one, and both links; which cards stay out of it."""
        with store().session() as session:
            found = sort_cards(session, evidence.list_all(session, turn.sender))
            count = len(found.shown) + daybook.months(session, turn.sender)
            if count and case_in_hand(session, turn.sender) is None:
                begin(session, people.need(session, turn.sender, clock.now(), lock=True), clock.now())
            tokens = {form: links.make(session, turn.sender, DOCUMENT, form, clock.now()) for form in FORMATS} if count else {}
        if not tokens:
            _say_empty(turn, found)
            return []
        turn.say("utter_bundle_ready", count=count)
        if left := withheld(content().words["bundle"]["withheld"], found):
            turn.teach("\n".join(left))
        for form, token in tokens.items():
            turn.custom(kind="document", document=DOCUMENT, format=form, url=f"/chat/files/{token}",
                        title=content().words["papers"]["titles"][DOCUMENT])
        turn.say("utter_bundle_after")
        return []


def _say_empty(turn: Turn, found: Sorted) -> None:
    """What to send first; who sent a card alone is told that it is not handed on."""
    cards = [*found.kept, *found.unanswered]
    if not cards:
        turn.say("utter_bundle_empty")
        return
    words = content().words["bundle"]["withheld"]
    turn.teach(words["only"].format(card=words["names"][cards[0]]))
