"""拿走: everything he sent, as one paper to print and as one archive of untouched originals."""
from __future__ import annotations

from rasa_sdk.events import EventType

from actions.common import Act, Turn, content, store
from bot import clock
from bot.cases import daybook, evidence, links, people
from bot.cases.drafts import begin, case_in_hand
from bot.filing.bundle import DOCUMENT, FORMATS


class ActionTakeEvidence(Act):
    """Links to the evidence bundle; it is made when a link is opened. A form goes on by itself."""

    called = "action_take_evidence"

    def do(self, turn: Turn) -> list[EventType]:
        """How many pieces there are, a month of the day book being one, and both links; without any what to send first."""
        with store().session() as session:
            count = len(evidence.list_all(session, turn.sender)) + daybook.months(session, turn.sender)
            if count and case_in_hand(session, turn.sender) is None:
                begin(session, people.need(session, turn.sender, clock.now(), lock=True), clock.now())
            tokens = {form: links.make(session, turn.sender, DOCUMENT, form, clock.now()) for form in FORMATS} if count else {}
        if not tokens:
            turn.say("utter_bundle_empty")
            return []
        turn.say("utter_bundle_ready", count=count)
        for form, token in tokens.items():
            turn.custom(kind="document", document=DOCUMENT, format=form, url=f"/chat/files/{token}",
                        title=content().words["papers"]["titles"][DOCUMENT])
        turn.say("utter_bundle_after")
        return []
