"""Stop, go on, begin again, change something, say it again."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk.events import ActiveLoop, EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.common import FORMS, Act, Turn, in_words, mirror, plan, ran_before, said_before, store
from actions.consent import KEPT
from actions.inform import ActionInform
from actions.speech import say_matter
from bot import clock
from bot.cases import drafts
from bot.cases.drafts import Draft
from bot.chinese.not_a_name import named_none
from bot.chinese.story import read_story
from bot.chinese.values import Fact
from bot.interview.begins import MONEY_FACTS
from bot.interview.corrections import correction, other_debtor, there_is_none
from bot.interview.crew import merged, own_sum_only
from bot.interview.moves import Move
from bot.interview.questions import Plan, next_slot
from bot.interview.two_sides import DEBTOR, WORKER, on_both_sides, one_side, worker_told
from bot.interview.wrong import says_wrong

LEAVE_FORM: list[EventType] = [ActiveLoop(None), SlotSet("requested_slot", None)]

#: what follows a form that is complete
AFTER = {"wage_claim": "action_assess", "paper_details": "action_preview", "ruling_details": "action_after_ruling"}
SINCE_THE_OFFER = 2  # the yes itself, and the message that began the session


class ActionPause(Act):
    """"明天再说": everything is saved already; the form is left."""

    called = "action_pause"

    def do(self, turn: Turn) -> list[EventType]:
        """Say where it will go on."""
        with store().session(read_only=True) as session:
            draft = drafts.load(session, turn.sender)
        open_form = turn.form and turn.tracker.get_slot("question_step") and draft and draft.stage != "filed"
        turn.say("utter_progress_saved" if open_form else "utter_saved")
        return [*LEAVE_FORM, SlotSet("awaiting", None)]


class ActionResume(Act):
    """"继续": the form where it stopped, or what comes after it."""

    called = "action_resume"

    def do(self, turn: Turn) -> list[EventType]:
        """Back into the form of the draft."""
        with store().session(read_only=True) as session:
            draft = drafts.load(session, turn.sender)
        if turn.form:
            return [FollowupAction(turn.form)]
        if draft and draft.stage != "claim" and not draft.asked:
            turn.say("utter_offer_next")
            return []
        turn.say("utter_resume" if draft and draft.facts else "utter_first_question")
        if draft and draft.facts and ran_before(turn.tracker.events, "action_danger"):
            turn.say("utter_play_back", facts=in_words(draft.facts))  # what was told with the danger was only kept
        form = draft.form if draft and draft.form else "wage_claim"
        return [FollowupAction(form)]


class ActionRestartClaim(Act):
    """"重新登记": a new draft; what was filed stays filed."""

    called = "action_restart_claim"

    def do(self, turn: Turn) -> list[EventType]:
        """Empty facts, first question."""
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            if draft and draft.stage == "filed":
                drafts.start_new(session, turn.sender, clock.now())
            elif draft:
                drafts.save(session, turn.sender, facts={}, form="wage_claim", asked=None, answered=[], stage="claim",
                            now=clock.now())
        turn.say("utter_restarted")
        emptied: list[EventType] = [SlotSet(slot, None) for slot in _claim_slots(turn)]
        return [*emptied, *LEAVE_FORM, SlotSet("awaiting", None), FollowupAction("wage_claim")]


def _claim_slots(turn: Turn) -> list[str]:
    return [slot for slot, value in turn.tracker.slots.items() if isinstance(value, dict) and "state" in value]


class ActionCorrect(Act):
    """"改一下金额", "我说错了 是一万四" outside the form: the new value is taken, or the form comes back at that question."""

    called = "action_correct"

    def do(self, turn: Turn) -> list[EventType]:
        """Take the new value, ask the question again, or ask what to change; without a case it may be a story."""
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            if draft and draft.facts:
                return _correct(turn, session, draft)
        if tells_a_claim(turn):
            return ActionInform().do(turn)
        turn.say("utter_nothing_to_correct")
        return []


def _correct(turn: Turn, session: Session, draft: Draft) -> list[EventType]:
    """The correction of a case in hand."""
    move = _meant(turn, session, draft)
    if not move.slot:
        ask_what(turn, draft.facts)
        return []
    form = _form_of(move.slot)
    if move.kind == "answer":
        return _corrected(turn, session, draft, move, form)
    if move.kind == "impossible":
        turn.say(f"utter_impossible_{move.reason}")
    claim.keep(session, turn.sender, draft, draft.facts, clock.now(), form=form, asked=move.slot)
    return [FollowupAction(form)]


def _meant(turn: Turn, session: Session, draft: Draft) -> Move:
    """Which fact of the case the message corrects, and its new value; a new ID number is checked in clear."""
    everything = Plan("", tuple(question for form in FORMS for question in plan(form).questions))
    today = clock.today()
    worker = worker_told(turn.text, draft.facts)
    move = Move("answer", facts={WORKER: worker}, slot=WORKER) if worker else (
        other_debtor(turn.text, "", draft.facts, today) or there_is_none(turn.text, draft.facts)
        or correction(turn.text, everything, draft.facts, today))
    if claim.impossible_id(session, turn.sender, move.facts.get("worker_id_number")):
        return Move("impossible", slot=move.slot, reason="id_number")
    return move


def _form_of(slot: str) -> str:
    return next(form for form in FORMS if plan(form).question(slot))


#: wishes that change or take back by actions of their own
HAVE_THEIR_OWN = ("change_filing", "withdraw_filing", "correct", "erase_my_data")


def answer_not_so(turn: Turn) -> list[EventType] | None:
    """Correct the case in hand by words that begin with 不对 and tell what is right, which NLU takes for a bare no or a story;
    None for other words."""
    if turn.intent in HAVE_THEIR_OWN or not (says_wrong(turn.text) or named_none(turn.text)):
        return None
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        move = _meant(turn, session, draft) if draft and draft.facts else Move("nonsense")
        if draft is None or move.kind != "answer":
            return None
        return [SlotSet("awaiting", None), *_corrected(turn, session, draft, move, _form_of(move.slot))]


def ask_what(turn: Turn, facts: Mapping[str, Fact]) -> None:
    """Play the claim back and ask what to change in it."""
    turn.say("utter_play_back", facts=in_words(facts))
    claimed = plan("wage_claim").changes(facts)
    told = {WORKER: facts[WORKER]} if WORKER in facts else {}
    turn.say("utter_correct_which", buttons=[*claimed, *plan("paper_details").changes(told)])


def _corrected(turn: Turn, session: Session, draft: Draft, move: Move, form: str) -> list[EventType]:
    """The new value is kept and said; then the form goes on, or what comes after it once more."""
    found = own_sum_only(move.facts, draft.facts, "owed_amount")
    facts = merged(draft.facts, found)
    form = draft.form if draft.form and draft.stage == "claim" else form
    name, facts = on_both_sides(facts), one_side(facts)
    asked = DEBTOR if name else next_slot(plan(form), facts, draft.answered) or ""
    claim.keep(session, turn.sender, draft, facts, clock.now(), form=form, asked=asked)
    turn.say("utter_corrected", facts=in_words(found))
    if name:
        turn.say("utter_one_name_on_both_sides", worker=name)
    return [*mirror(facts, turn.tracker.slots), FollowupAction(form if asked else AFTER[form])]


def tells_a_claim(turn: Turn) -> bool:
    """Whether words that NLU takes for an act tell facts of the money owed."""
    return bool(MONEY_FACTS & read_story(turn.text, clock.today()).keys())


class ActionDontKnow(Act):
    """"不知道" where nothing was asked; a story that begins so (具体记不清, 大概万把块) is heard."""

    called = "action_dont_know"

    def do(self, turn: Turn) -> list[EventType]:
        """Hear the story, or say that no question is open."""
        if tells_a_claim(turn):
            return ActionInform().do(turn)
        if say_matter(turn):
            return []
        turn.say("utter_dont_know_here")
        return []


class ActionKeep(Act):
    """A no to what was asked: nothing happens, and it is said so."""

    called = "action_keep"

    def do(self, turn: Turn) -> list[EventType]:
        """Say that it is left as it is."""
        turn.say(KEPT.get(str(turn.tracker.get_slot("awaiting")), "utter_deny_nothing"))
        return [SlotSet("awaiting", None)]


class ActionAffirm(Act):
    """A yes to nothing in particular; right after the offer to go on it means: go on."""

    called = "action_affirm"

    def do(self, turn: Turn) -> list[EventType]:
        """Into the form, or ask what to do next."""
        if _just_offered(turn) and not turn.tracker.active_loop:
            return [FollowupAction("action_resume")]
        turn.say("utter_affirm_nothing")
        return []


class ActionRepeat(Act):
    """"再说一遍": the last answer again (a form asks again by itself)."""

    called = "action_repeat"

    def do(self, turn: Turn) -> list[EventType]:
        """The bot's last turn, word for word."""
        if turn.form:
            return []
        last = said_before(turn.tracker.events)
        if not last:
            turn.say("utter_nothing_to_repeat")
        say_again(turn, last)
        return []


def say_again(turn: Turn, said: Sequence[Mapping[str, Any]]) -> None:
    """The bot's words once more, with their buttons."""
    for event in said:
        turn.dispatcher.utter_message(text=event.get("text"), buttons=(event.get("data") or {}).get("buttons") or None)


def _just_offered(turn: Turn) -> bool:
    """Whether going on was offered when this session began, at most one message ago.

    The offer's own words may be gone: Rasa writes them before `session_started`, and the store reads a session from there on.
    The number of the question, which the start of the session sets with the offer, stays.
    """
    events = turn.tracker.events
    start = max((i for i, event in enumerate(events) if event.get("event") == "session_started"), default=len(events))
    if start < len(events) and (events[start].get("metadata") or {}).get("shortened"):
        return False
    typed = [i for i, event in enumerate(events) if i > start and event.get("event") == "user"]
    offered = any(event.get("event") == "slot" and event.get("name") == "question_step" and event.get("value")
                  for event in events[start:typed[0] if typed else None])
    return offered and len(typed) <= SINCE_THE_OFFER
