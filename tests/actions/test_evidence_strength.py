"""How strong the proof is, in one message."""
from __future__ import annotations

from datetime import timedelta

import pytest

from actions.evidence import ActionEvidenceStrength
from actions.photo_answer import ActionPhotoRight, ActionPhotoWrong
from bot.cases import drafts, evidence
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.photos.values import Line, Reading
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


def sent_paper(store: Store, kind: str | None, text: str, number: int = 1) -> None:
    """A photo that was read as this text and has this name."""
    reading = Reading(tuple(Line(line, 0.98) for line in text.splitlines()), papers=1)
    with store.session() as session:
        item = evidence.add(session, SENDER, data=PNG + bytes([number]), filename="a.png", kind=kind,
                            now=NOW + timedelta(minutes=number))
        evidence.keep_reading(session, SENDER, item.id, reading.to_json())


IOU = "欠条\n今欠王大强工资12000元，2026年12月1日前付清。\n欠款人：罗三贵\n2026年8月1日"
RECEIPT = "收条\n今收到罗三贵工资5000元，所有款项已结清。\n王大强\n2026年9月1日"


def test_a_receipt_that_says_all_is_paid_is_named_and_the_sum_is_not_strong(store: Store) -> None:
    told(store, debtor_kind="foreman", industry="building")
    sent_paper(store, "iou", IOU, 1)
    assert "欠多少：稳。" in said(play(ActionEvidenceStrength(), ASKED))
    sent_paper(store, None, RECEIPT, 2)
    played = play(ActionEvidenceStrength(), ASKED)
    (line,) = [line for line in said(played) if line.startswith("欠多少：")]
    assert line.startswith("欠多少：不够稳。第2张（收条）写了“已结清”") and "12348" in line
    laws = [law for told in played.customs("laws") for law in told.get("ids", told.get("laws", []))]
    assert "LAW-NEG-06" in laws and len(said(played)) <= LINES


def last_photo(store: Store) -> dict[str, str]:
    """The slot of the photo that was asked about."""
    with store.session(read_only=True) as session:
        return {"photo_meant": evidence.list_all(session, SENDER)[-1].id}


def test_what_was_read_wrongly_hurts_no_more_until_he_says_that_it_is_right(store: Store) -> None:
    told(store, debtor_kind="foreman", industry="building")
    sent_paper(store, "iou", IOU, 1)
    sent_paper(store, "settlement", RECEIPT, 2)
    asked = Message("读错了", "deny", slots=last_photo(store))
    play(ActionPhotoWrong(), asked)
    assert "欠多少：稳。" in said(play(ActionEvidenceStrength(), ASKED))
    play(ActionPhotoRight(), asked)
    assert any(line.startswith("欠多少：不够稳。第2张") for line in said(play(ActionEvidenceStrength(), ASKED)))


def test_two_papers_with_two_debtors_are_not_strong_on_who_owes(store: Store) -> None:
    told(store, debtor_kind="foreman", industry="building")
    sent_paper(store, "iou", IOU, 1)
    sent_paper(store, "iou", IOU.replace("罗三贵", "陈大海"), 2)
    lines = said(play(ActionEvidenceStrength(), ASKED))
    (line,) = [line for line in lines if line.startswith("谁欠你的：")]
    assert "不够稳" in line and "罗三贵、陈大海" in line and "第1张和第2张" in line
    assert "欠多少：稳。" in lines


def test_two_papers_with_two_sums_are_not_strong_on_how_much(store: Store) -> None:
    told(store, debtor_kind="foreman", industry="building")
    sent_paper(store, "iou", IOU, 1)
    sent_paper(store, "settlement", "结算单\n罗三贵尚欠王大强工资8000元\n签字：罗三贵", 2)
    (line,) = [line for line in said(play(ActionEvidenceStrength(), ASKED)) if line.startswith("欠多少：")]
    assert "不够稳" in line and "12,000元、8,000元" in line
