"""What he tells of a road after the filing: 投诉书交上去了, 监察没理我, 仲裁受理了, 裁决下来了."""
from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.common import Act, Turn, content, in_words, mirror, plan, store
from actions.deadlines import say_days
from actions.next_road import say_next_road
from bot import clock
from bot.cases import drafts, road_steps
from bot.cases.drafts import Draft
from bot.cases.road_steps import Step
from bot.chinese.after_filing import Told, hear, hear_bare
from bot.chinese.dates import format_date
from bot.chinese.rulings import read_ruling
from bot.chinese.values import Fact
from bot.filing import deadlines
from bot.filing.handing_in import handed_in
from bot.filing.service import FilingRefused
from bot.interview.questions import remaining

FORM = "ruling_details"
RULINGS = frozenset({"award", "judgment", "mediation_statement", "payment_order", "agreement"})
RULING_ROADS = ("enforcement", "lawsuit", "mediation")


def answer_after_filing(turn: Turn) -> list[EventType] | None:
    """Note the steps that a message tells, and say what follows; None when it tells none, or there is no case they belong to."""
    steps, bare = hear(turn.text, clock.today()), hear_bare(turn.text)
    if not steps and not bare:
        return None
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None or draft.stage == "claim":
            return None
        steps = steps or _on_his_road(session, draft, bare, turn.text)
        if not steps:
            return None
        early = _too_early(session, turn, steps[-1])
        if early:
            say_not_yet(turn, early)
            return [SlotSet("awaiting", None)]
        drafts.case_in_hand(session, turn.sender, lock=True)
        for step in steps:
            road_steps.add(session, draft.case_id, step.road, step.what, step.day, turn.text, clock.now())
            if step.road == "inspection" and step.what == "handed_in":
                _count_as_filed(session, turn)
        events = _said(turn, session, draft, steps)
    return [SlotSet("awaiting", None), *events]


def _on_his_road(session: Session, draft: Draft, what: str, words: str) -> list[Told]:
    """Bare words as a step of the road on which the case stands; none before anything was set going."""
    before = [step.road for step in road_steps.of_case(session, draft.case_id)]
    if not before and draft.stage != "filed":
        return []
    return [Told(before[-1] if before else "inspection", what, None, words)]


def _count_as_filed(session: Session, turn: Turn) -> None:
    """A filing that goes by his own hand (gateway handout) counts from his word on; of any other it changes nothing."""
    try:
        handed_in(session, turn.sender, clock.now())
    except FilingRefused:
        return
    turn.teach(content().words["filing"]["filed_handed_in"])


def _too_early(session: Session, turn: Turn, step: Told) -> str:
    """The day until which an office may still be silent; "" when it has passed or is not known."""
    if step.what != "no_answer":
        return ""
    days = [one for one in deadlines.of_sender(session, turn.sender, clock.now())
            if one.road == step.road and not one.assumed and not one.limit]
    return format_date(days[0].earliest) if days and days[0].days_left >= 0 else ""


def say_not_yet(turn: Turn, on: str) -> None:
    """The office has its time until then."""
    words = content().words["after_filing"]
    turn.teach(words["not_yet"]["text"].format(on=on), buttons=[(word, word) for word in words["not_yet"]["next"]])


def _said(turn: Turn, session: Session, draft: Draft, steps: Sequence[Told]) -> list[EventType]:
    """What is said to the steps; what follows is said to the last of them."""
    for step in steps:
        turn.teach(noted(step))
    last, said = steps[-1], False
    if last.what in RULINGS:
        return _ruling(turn, session, draft, last)
    if last.what in ("handed_in", "accepted"):
        said = say_days(turn, session, only=(last.road,), limits=False)
    if last.what != "handed_in" or not said:
        say_next_road(turn, session, draft)
    return []


def noted(step: Told | Step) -> str:
    """That a step was kept, with its day."""
    words = content().words["after_filing"]
    if step.what in words["money"]["steps"]:
        return str(words["money"]["steps"][step.what])
    words = words["noted"]
    on = words["day"].format(on=format_date(step.day)) if step.day else ""
    return str(words[step.what].format(road=content().routes[step.road]["name"] if step.road else "", on=on))


def _ruling(turn: Turn, session: Session, draft: Draft, step: Told) -> list[EventType]:
    """Keep what the message tells of the ruling; ask the rest, or say what follows."""
    told = read_ruling(turn.text, clock.today())
    told["ruling_kind"] = Fact("known", step.what, words=step.words)
    if step.day and "ruling_date" not in told:
        told["ruling_date"] = Fact("known", step.day.isoformat(), words=step.words)
    before = _same_ruling(draft, step)
    facts = {**before, **told}
    more = {slot: fact for slot, fact in told.items() if slot != "ruling_kind"}
    if more:
        turn.say("utter_understood", facts=in_words(more))
    asks = remaining(plan(FORM), facts, ())
    claim.keep(session, turn.sender, draft, facts, clock.now(), form=FORM if asks else None, asked=asks[0] if asks else None)
    if asks:
        turn.teach(content().words["after_filing"]["ruling_asks"])
    return [*mirror(facts, turn.tracker.slots), FollowupAction(FORM if asks else "action_after_ruling")]


def _same_ruling(draft: Draft, step: Told) -> dict[str, Fact]:
    """The facts of the case without those of an earlier ruling of another kind."""
    kind = draft.facts.get("ruling_kind")
    slots = {question.slot for question in plan(FORM).questions} if kind and kind.value != step.what else set()
    return {slot: fact for slot, fact in draft.facts.items() if slot not in slots}


class ActionAfterRuling(Act):
    """What follows from an award, a judgment or an order: its days and the next road."""

    called = "action_after_ruling"

    def do(self, turn: Turn) -> list[EventType]:
        """Say both; the form is done."""
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            if draft is None:
                turn.say("utter_no_facts_yet")
                return [FollowupAction("wage_claim")]
            claim.keep(session, turn.sender, draft, draft.facts, clock.now(), form="wage_claim", asked="")
            say_days(turn, session, only=RULING_ROADS, buttons=False)
            say_next_road(turn, session, draft)
        return [SlotSet("awaiting", None)]
