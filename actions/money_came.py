"""What came of the money after a filing: kept as a step of his road, told to the desk, the rest said and asked."""
from __future__ import annotations

from rasa_sdk.events import EventType, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.common import Act, Turn, content, mirror, store
from actions.next_road import say_next_road
from bot import clock
from bot.cases import drafts, road_steps
from bot.cases.drafts import Draft
from bot.cases.road_steps import Step
from bot.chinese.amounts import format_yuan
from bot.chinese.values import PART_PAID, Fact
from bot.filing import events, reminders
from bot.filing.service import DEMO, active_filing
from bot.law.rest import Rest, rest_of

EVENTS = {"paid": "worker_paid", "part_paid": "worker_part_paid"}
"""What a desk sees among the events of the filing."""
TOLD = {"paid": "desk_paid", "part_paid": "desk_part_paid"}
"""What he is told of that."""
RULED = frozenset({"award", "judgment", "mediation_statement", "payment_order", "agreement"})


def record(turn: Turn, what: str, amount: Fact | None = None) -> list[str]:
    """Keep `paid`, `part_paid` or `not_paid` as his own word; a desk that has the filing sees it, and the filing stays as the
    desk has it. Gives the lines to say; none when nothing was set going."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is None:
            return []
        drafts.case_in_hand(session, turn.sender, lock=True)
        steps = road_steps.of_case(session, draft.case_id)
        filing = active_filing(session, draft.case_id)
        if not steps and filing is None:
            return []
        day = clock.today() if what != "not_paid" else None
        road_steps.add(session, draft.case_id, _road(steps), what, day, turn.text, clock.now())
        reminders.money_answered(session, draft.case_id, clock.now())
        told = _tell_desk(session, filing, what)
        if amount is not None:
            claim.keep(session, turn.sender, draft, {**draft.facts, PART_PAID: amount}, clock.now())
    words = content().words["after_filing"]["money"]
    if what == "not_paid":
        return [str(words["not_noted"]["text"])]
    said = words["part_unsaid"] if what == "part_paid" and amount is None else words[what].format(part=_say_sum(amount))
    return [str(said), *([str(words[TOLD[what]])] if told else [])]


def _road(steps: list[Step]) -> str:
    """The road on which the case stands: that of the last step."""
    return steps[-1].road if steps else "inspection"


def _tell_desk(session: Session, filing: object, what: str) -> bool:
    """An event for the desk that has an open filing, once; whether a desk has it."""
    if filing is None or filing.state == "closed" or what == "not_paid":  # type: ignore[attr-defined]
        return False
    name = EVENTS[what]
    history = events.of_filings(session, [filing.id])[filing.id]  # type: ignore[attr-defined]
    if not history or history[-1].what != name:
        events.append(session, filing, name, "worker", clock.now())  # type: ignore[arg-type]
    return bool(filing.filed_with != DEMO)  # type: ignore[attr-defined]


def _say_sum(amount: Fact | None) -> str:
    if amount is None:
        return ""
    return format_yuan(round(amount.value * 100)) if amount.value is not None else amount.words


def answer_none(turn: Turn) -> list[EventType] | None:
    """还是没给: kept, and the next road; None when he told of no step and was not asked for the money."""
    with store().session(read_only=True) as session:
        draft = drafts.load(session, turn.sender)
        steps = road_steps.of_case(session, draft.case_id) if draft else []
        asked = reminders.money_is_asked(session, turn.sender, clock.now())
    if not steps and not asked:
        return None
    noted = record(turn, "not_paid")
    if not noted:
        return None
    turn.teach(noted[0], content().words["after_filing"]["money"]["not_noted"]["laws"])
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        if draft is not None:
            say_next_road(turn, session, draft)
    return [SlotSet("awaiting", None)]


def ask_rest(turn: Turn) -> list[EventType]:
    """Say what is still owed and ask whether it is right; nothing is changed without a yes."""
    words = content().words["after_filing"]["money"]
    with store().session(read_only=True) as session:
        draft, rest = _rest(session, turn.sender)
    if draft is None or rest is None:
        turn.teach(words["rest_unknown"])
        return [SlotSet("awaiting", None)]
    if rest.rest <= 0:
        turn.teach(words["rest_too_much"].format(owed=format_yuan(rest.owed)))
        return [SlotSet("awaiting", None)]
    sums = {"owed": format_yuan(rest.owed), "part": format_yuan(rest.part), "rest": format_yuan(rest.rest)}
    asked = words["rest_awarded" if rest.base == "ruling_amount" else "rest"]
    turn.teach(asked.format(**sums), buttons=[(word, word) for word in words["rest_next"]])
    return [SlotSet("awaiting", "rest")]


def _rest(session: Session, sender: str) -> tuple[Draft | None, Rest | None]:
    draft = drafts.load(session, sender)
    if draft is None:
        return None, None
    ruled = any(step.what in RULED for step in road_steps.of_case(session, draft.case_id))
    return draft, rest_of(draft.facts, ruled)


class ActionTakeRest(Act):
    """The yes to what is still owed."""

    called = "action_take_rest"

    def do(self, turn: Turn) -> list[EventType]:
        """What is owed is the rest from now on, by his word; what a ruling says stays. Then the next road."""
        words = content().words["after_filing"]["money"]
        with store().session() as session:
            draft, rest = _rest(session, turn.sender)
            if draft is None or rest is None or rest.rest <= 0:
                turn.teach(words["rest_unknown"])
                return [SlotSet("awaiting", None)]
            facts = _with_rest(draft, rest)
            draft = claim.keep(session, turn.sender, draft, facts, clock.now())
            taken = words["rest_taken" if rest.base == "owed_amount" else "rest_kept"]
            turn.teach(taken.format(rest=format_yuan(rest.rest)))
            say_next_road(turn, session, draft)
        return [*mirror(facts, turn.tracker.slots), SlotSet("awaiting", None)]


def _with_rest(draft: Draft, rest: Rest) -> dict[str, Fact]:
    """The facts with what is owed now and what was paid in all; the part was counted and stands in both."""
    if rest.base != "owed_amount":
        return dict(draft.facts)
    facts, part = dict(draft.facts), draft.facts[PART_PAID]
    facts["owed_amount"] = Fact("known", _yuan(rest.rest), words=f"{_yuan(rest.rest)}元")
    paid = facts.get("paid_amount")
    before = paid.value if paid and isinstance(paid.value, int | float) and not isinstance(paid.value, bool) else 0
    facts["paid_amount"] = Fact("known", _yuan(round(before * 100) + rest.part), words=part.words)
    return facts


def _yuan(fen: int) -> int | float:
    return fen // 100 if fen % 100 == 0 else fen / 100
