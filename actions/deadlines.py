"""还有哪些日子: the days to watch, each with what it is for, and the calendar file."""
from __future__ import annotations

from collections.abc import Collection, Sequence

from rasa_sdk.events import EventType, SlotSet
from sqlalchemy.orm import Session

from actions.assessment import sentence
from actions.common import Turn, content, store
from bot import clock
from bot.cases import drafts, links
from bot.chinese.after_wishes import asks_days
from bot.filing import calendar_file, deadlines
from bot.filing.deadlines import Deadline
from bot.law.clocks import STEPS

MOST = 8
"""So many days are said, the next ones."""


def answer_days(turn: Turn) -> list[EventType] | None:
    """The days of the case in hand when they are asked for; None when they are not, or no case is told to its end."""
    if not asks_days(turn.text):
        return None
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None or draft.stage == "claim":
            return None
        say_days(turn, session)
    return [SlotSet("awaiting", None)]


def say_days(turn: Turn, session: Session, only: Collection[str] = (), buttons: bool = True,
             limits: bool = True) -> bool:
    """The days, the next first, and the calendar file; `only`: of these roads; `limits` False: only
    what its office has to do by when. Whether there were any; of all roads it is said that there are none."""
    words = content().words["after_filing"]["days"]
    found = [one for one in deadlines.of_sender(session, turn.sender, clock.now())
             if (not only or one.road in only) and (limits or one.what in STEPS.get(one.road, ()))][:MOST]
    following = [(word, word) for word in words["next"]] if buttons else []
    if not found:
        if not only:
            turn.teach(words["none"], buttons=following)
        return False
    lines = [(words["title"], []), *_told([one for one in found if not one.assumed])]
    assumed = _told([one for one in found if one.assumed])
    lines += [(words["assumed"], []), *assumed, (words["ask_handed_in"], [])] if assumed else []
    turn.teach("\n".join(text for text, _ in lines), [law for _, laws in lines for law in laws])
    for one in found:
        if one.on and one.days_left >= 0:
            turn.custom(kind="deadline", what=one.what, on=one.on.isoformat())
    if any(one.days_left >= 0 for one in found):
        _offer_calendar(turn, session, words["calendar"], following)
    return True


def _told(days: Sequence[Deadline]) -> list[tuple[str, list[str]]]:
    return [say_day(one) for one in days]


def say_day(one: Deadline) -> tuple[str, list[str]]:
    """A day in words; one that is not sure yet, or has passed, with what it is for before it."""
    words = content().words["after_filing"]
    if one.key in words["days"]:
        said = words["days"][one.key]
        text, laws = sentence_of(said["text"], one), list(said["laws"])
    else:
        text, laws = sentence(one.key, one.values)
    if one.on and one.key != "clock_over":
        return text, laws
    return str(words["days"]["open"].format(title=words["titles"][one.what], text=text)), laws


def sentence_of(text: str, one: Deadline) -> str:
    """A sentence of this room's words with the day in it."""
    from bot.chinese.dates import format_date

    return text.format(on=format_date(one.on) if one.on else "", days=abs(one.days_left))


def _offer_calendar(turn: Turn, session: Session, text: str, buttons: Sequence[tuple[str, str]]) -> None:
    token = links.make(session, turn.sender, calendar_file.DOCUMENT, calendar_file.FORMAT, clock.now())
    turn.teach(text, buttons=buttons)
    turn.custom(kind="document", document=calendar_file.DOCUMENT, format=calendar_file.FORMAT, url=f"/chat/files/{token}",
                title=content().words["papers"]["titles"][calendar_file.DOCUMENT])
