"""How strong the proof is, in one message."""
from __future__ import annotations

import pytest

from actions.evidence import ActionEvidenceStrength
from bot.cases import drafts, evidence
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.stores import NOW, PNG

LINES = 11
ASKED = Message("证据够不够", "evidence_strength")


def told(store: Store, **values: object) -> None:
    """A claim with these facts."""
    with store.session() as session:
        drafts.save(session, SENDER, facts={slot: Fact("known", value) for slot, value in values.items()}, form=None,
                    asked=None, answered=[], stage="claim", now=NOW)


def said(played: Played) -> list[str]:
    """The lines of the one message that was said."""
    (text,) = played.texts
    return text.split("\n")


@pytest.mark.parametrize(("values", "line"), [
    ({"debtor_kind": "company", "industry": "factory"}, "单位要拿"),
    ({"debtor_kind": "company", "industry": "building"}, "总包"),
    ({"debtor_kind": "foreman", "industry": "building"}, "包工头是个人"),
    ({"debtor_kind": "household", "industry": "domestic"}, "对方是个人"),
    ({"debtor_kind": "unknown", "work_place": "贵阳"}, "是单位欠的"),
])
def test_one_message_of_at_most_eleven_lines_says_five_facts_and_who_brings_what(
        store: Store, values: dict[str, object], line: str) -> None:
    told(store, **values)
    played = play(ActionEvidenceStrength(), ASKED)
    lines = said(played)
    assert len(lines) <= LINES and sum("：还没有。" in one for one in lines) == 5
    assert any(line in one for one in lines) and not any("{" in one for one in lines)
    assert played.customs("laws") and any(message.get("buttons") for message in played.messages)


def test_what_is_held_is_called_strong_and_the_weakest_is_named(store: Store) -> None:
    told(store, debtor_kind="company", industry="factory", has_iou=True)
    lines = said(play(ActionEvidenceStrength(), ASKED))
    assert "谁欠你的：稳。" in lines and "欠多少：稳。" in lines
    assert any("先补这样：工价多少" in line for line in lines)


def test_all_five_strong_promises_no_victory(store: Store) -> None:
    told(store, debtor_kind="company", industry="factory", evidence_held=["settlement", "social_insurance"])
    lines = said(play(ActionEvidenceStrength(), ASKED))
    assert sum(line.endswith("：稳。") for line in lines) == 5 and any("不打包票" in line for line in lines)


def test_a_named_photo_counts_as_proof(store: Store) -> None:
    told(store, debtor_kind="foreman", industry="building")
    before = said(play(ActionEvidenceStrength(), ASKED))
    with store.session() as session:
        item = evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW)
        evidence.set_kinds(session, SENDER, [item.id], "iou")
    after = said(play(ActionEvidenceStrength(), ASKED))
    assert "欠多少：稳。" not in before and "欠多少：稳。" in after


def test_proof_named_in_the_question_is_counted_and_kept(store: Store) -> None:
    told(store, debtor_kind="foreman", industry="building")
    lines = said(play(ActionEvidenceStrength(), Message("我有考勤表,够不够", "evidence_strength")))
    assert "干了多久：稳。" in lines
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft and draft.facts["evidence_held"].value == ["attendance"]


def test_without_a_claim_the_general_answer_comes(store: Store) -> None:
    played = play(ActionEvidenceStrength(), ASKED)
    assert len(played.texts) == 2 and "证据" in played.texts[0] and "【证据稳不稳】" not in "".join(played.texts)
    with store.session(read_only=True) as session:
        assert drafts.load(session, SENDER) is None


def test_in_a_form_nothing_is_offered_beside_the_question(store: Store) -> None:
    told(store, debtor_kind="company", industry="factory")
    played = play(ActionEvidenceStrength(), Message("证据够不够", "evidence_strength", form="wage_claim"))
    assert said(played)[0] == "【证据稳不稳】" and not any(message.get("buttons") for message in played.messages)


def test_against_a_household_no_complaint_is_offered(store: Store) -> None:
    told(store, debtor_kind="household", industry="domestic")
    played = play(ActionEvidenceStrength(), ASKED)
    offered = [button["payload"] for message in played.messages for button in message.get("buttons") or []]
    assert "帮我写欠条" in offered and "写投诉书" not in offered
