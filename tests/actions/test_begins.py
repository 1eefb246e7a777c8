"""When the claim form begins by itself."""
from __future__ import annotations

from actions.answer import ActionAnswer
from bot.cases import drafts
from bot.cases.store import Store
from tests.actions.stage import SENDER, Message, play


def test_a_story_is_played_back_kept_and_the_form_follows(store: Store) -> None:
    played = play(ActionAnswer(), Message("包工头老李欠我一万五工资，不接电话", "steps", slots={"fallback_count": 2}))
    assert played.said == ["utter_play_back"] and played.next == "wage_claim"
    assert played.slots["fallback_count"] == 0 and played.slots["owed_amount"]["value"] == 15000
    assert played.customs("laws")
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft is not None and draft.facts["debtor_name"].value == "老李"


def test_a_question_is_answered_and_nothing_begins(store: Store) -> None:
    played = play(ActionAnswer(), Message("仲裁要多久", "steps_arbitration"))
    assert played.next == "" and played.said == [] and len(played.texts) == 2 and played.slots == {}
    assert [bool(message["buttons"]) for message in played.messages if message["text"]] == [False, True]
    with store.session(read_only=True) as session:
        assert drafts.load(session, SENDER) is None


def test_inside_a_form_the_answer_has_no_buttons() -> None:
    played = play(ActionAnswer(), Message("仲裁要多久", "steps_arbitration", form="wage_claim"))
    assert played.next == "" and len(played.texts) == 1 and not played.messages[0]["buttons"]
