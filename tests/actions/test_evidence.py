"""Photos: kept, named, and counted among the proof."""
from __future__ import annotations

import pytest

from actions.evidence import ActionEvidence
from actions.photos import ActionReceiveEvidence
from bot.cases import drafts, evidence
from bot.cases.store import Store
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, PNG, later, previewed


@pytest.fixture
def photo(store: Store) -> str:
    """A photo that was sent, and a claim."""
    with store.session() as session:
        previewed(session, SENDER)
        return evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW).id


def kinds(store: Store) -> list[str | None]:
    """The kinds of the sender's photos."""
    with store.session(read_only=True) as session:
        return [item.kind for item in evidence.list_all(session, SENDER)]


def held(store: Store) -> list[str]:
    """What the case counts as proof."""
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    fact = draft.facts.get("evidence_held") if draft else None
    return list(fact.value) if fact else []


def test_a_bare_photo_is_kept_and_asked_about(store: Store, photo: str) -> None:
    played = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[photo]))
    assert "这张是什么" in "".join(played.texts) and played.customs("evidence") == [{"kind": "evidence", "ids": [photo]}]
    assert kinds(store) == [None] and held(store) == []


def test_a_photo_named_in_the_same_message_is_counted_at_once(store: Store, photo: str) -> None:
    played = play(ActionReceiveEvidence(), Message(f"{PHOTO_MARK}这是欠条", "send_evidence", photos=[photo]))
    assert played.said == ["utter_photo_kept_brief", "utter_evidence_named"] and played.customs("laws")
    assert kinds(store) == ["iou"] and held(store) == ["iou"]


def test_a_photo_may_be_named_afterwards(store: Store, photo: str) -> None:
    played = play(ActionReceiveEvidence(), Message("这是欠条", "send_evidence"))
    assert played.said == ["utter_evidence_named"] and kinds(store) == ["iou"] and held(store) == ["iou"]


def test_something_else_is_a_kind_too(store: Store, photo: str) -> None:
    assert play(ActionReceiveEvidence(), Message("别的", "send_evidence")).said == ["utter_evidence_named"]
    assert kinds(store) == ["other"]


def test_a_named_photo_keeps_its_name_when_another_comes(store: Store, photo: str) -> None:
    play(ActionReceiveEvidence(), Message("这是欠条", "send_evidence"))
    with store.session() as session:
        second = evidence.add(session, SENDER, data=PNG + b"2", filename="b.png", now=later(minutes=1)).id
    play(ActionReceiveEvidence(), Message("这是考勤表", "send_evidence", photos=[second]))
    assert kinds(store) == ["iou", "attendance"] and held(store) == ["iou", "attendance"]


def test_a_photo_that_is_not_there_is_said_to_be_gone(store: Store) -> None:
    assert play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=["EV-none"])).said == ["utter_photo_gone"]


def test_in_a_form_nothing_is_offered_beside_the_question(store: Store, photo: str) -> None:
    played = play(ActionReceiveEvidence(), Message("这是欠条", "send_evidence", photos=[photo], form="wage_claim"))
    assert played.said[0] == "utter_photo_kept_brief" and not any(message.get("buttons") for message in played.messages)


def test_the_list_counts_photos_as_proof_in_hand(store: Store, photo: str) -> None:
    before = play(ActionEvidence(), Message("怎么收集证据", "collect_evidence"))
    play(ActionReceiveEvidence(), Message("这是欠条", "send_evidence"))
    after = play(ActionEvidence(), Message("怎么收集证据", "collect_evidence"))
    assert before.said == after.said == ["utter_ask_photo"]
    assert "欠条" in after.texts[0] and after.texts[0] != before.texts[0]


def test_the_same_photo_sent_again_is_not_asked_about_and_may_get_another_name(store: Store, photo: str) -> None:
    play(ActionReceiveEvidence(), Message("这是欠条", "send_evidence"))
    again = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[photo]))
    assert again.said == ["utter_photo_kept_brief"]
    assert play(ActionReceiveEvidence(), Message("别的", "send_evidence")).said == ["utter_evidence_named"]
    assert kinds(store) == ["other"]
