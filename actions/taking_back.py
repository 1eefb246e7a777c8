"""不要了,撤了吧, which sounds like leaving a form: where something of his is filed it may be the filing that he means."""
from __future__ import annotations

from rasa_sdk.events import EventType

from actions.common import Turn, store
from actions.own_filings import ActionAskWithdraw
from bot import clock
from bot.chinese.which_filing import takes_back
from bot.filing.own import open_filings


def answer_taking_back(turn: Turn) -> list[EventType] | None:
    """Ask whether the filing is to be taken back; None when the words do not say so, or nothing is filed."""
    if not takes_back(turn.text):
        return None
    with store().session(read_only=True) as session:
        own = open_filings(session, turn.sender, clock.now())
    if not own:
        return None
    return ActionAskWithdraw().do(turn)
