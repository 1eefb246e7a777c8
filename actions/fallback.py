"""What no rule foresees: likely guesses as buttons, else what the law store holds, else a person."""
from __future__ import annotations

from rasa_sdk.events import EventType, FollowupAction, SlotSet

from actions.common import Turn, content, ran_before
from actions.speech import say_found, say_matter
from bot.chinese.foreign import is_foreign
from bot.chinese.normalise import normalise
from bot.chinese.paid import how_much
from bot.search.answer_facts import searched

WORTH_ASKING = 0.12
PATIENCE = 2  # misses before this one after which a person is named in any case


def fall_back(turn: Turn) -> list[EventType]:
    """A narrow matter has its own words. Else at the first miss the likely guesses, or what the law store holds.

    Afterwards what the law store holds, from the third miss in a row with a person beside it; a person when it holds nothing.
    A sentence in another language hears that only Chinese is read.
    Between two questions of a form nothing is searched at the first miss: the question comes again.
    """
    if say_matter(turn, brief=bool(turn.form)):
        return [SlotSet("fallback_count", 0)]
    if is_foreign(turn.text):
        turn.say("utter_chinese_only")
        return [SlotSet("fallback_count", int(turn.tracker.get_slot("fallback_count") or 0) + 1)]
    if ran_before(turn.tracker.events, "action_paid") and how_much(normalise(turn.text)) != "unsaid":
        return [FollowupAction("action_paid")]
    count = int(turn.tracker.get_slot("fallback_count") or 0)
    if count > 0 or not _guess(turn):
        found = (count > 0 or not turn.form) and _search(turn)
        if not found:
            turn.say("utter_fallback_person" if count else "utter_fallback_unheard")
        elif count >= PATIENCE:
            turn.say("utter_fallback_person")
    return [SlotSet("fallback_count", count + 1)]


def _guess(turn: Turn) -> bool:
    ranking = turn.message.get("need_ranking") or []
    likely = [row for row in ranking[:3] if row["need"] in content().answers and row["confidence"] >= WORTH_ASKING]
    answers = [content().answers[row["need"]] for row in likely]
    titles = [(answer.title, answer.title) for answer in answers if answer.need != "out_of_scope"][:2]
    if not titles:
        return False
    turn.say("utter_fallback_guess", buttons=[*titles, (content().words["fallback"]["neither"],) * 2])
    return True


def _search(turn: Turn) -> bool:
    found = searched(turn.text, content())
    if found:
        say_found(turn, found)
    return found is not None
