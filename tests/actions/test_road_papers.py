"""The papers for mediation, arbitration and court in the chat: by name, which are needed, all at once."""
from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from actions.answer import ActionAnswer
from actions.papers import ActionPapers, ActionPreview
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.papers import open_paper
from tests.actions.stage import SENDER, Message, Played, play
from tests.documents.samples import facts
from tests.support.stores import NOW

DETAILS = ["worker_name", "worker_phone", "debtor_name", "debtor_phone", "worker_id_number"]


def told(store: Store, base: str, changes: dict[str, Any] | None = None, asked: list[str] | None = None) -> None:
    """A claim that was told to its end; the details for the papers were asked unless `asked` names fewer."""
    known = {slot: fact for slot, fact in facts(base, changes).items() if "〔" not in str(fact.value)}
    known |= {slot: Fact("skipped") for slot in (DETAILS if asked is None else asked) if slot not in known}
    with store.session() as session:
        drafts.save(session, SENDER, facts=known, form="wage_claim", asked=None, answered=DETAILS if asked is None else asked,
                    stage="papers", now=NOW)


def ask(text: str, intent: str = "papers") -> Played:
    """The message, as NLU hears it."""
    return play(ActionPapers() if intent == "papers" else ActionAnswer(), Message(text, intent))


def documents(played: Played) -> list[str]:
    """The papers of which links were given, each once."""
    return list(dict.fromkeys(part["document"] for part in played.customs("document")))


def laws(played: Played) -> set[str]:
    """The facts of law that were named."""
    return {law for part in played.customs("laws") for law in part["ids"]}


@pytest.mark.parametrize(("text", "intent", "base", "changes", "document", "law"), [
    ("写仲裁申请书", "papers", "company", None, "arbitration_application", "LAW-ARB-07"),
    ("写仲裁申请书", "steps_arbitration", "foreman_told", None, "arbitration_application", "LAW-ARB-07"),
    ("我要申请支付令", "steps_payment_order", "company", {"has_iou": True}, "payment_order_application", "LAW-PAY-06"),
    ("起诉状怎么写，帮我写一份", "steps_lawsuit", "foreman_told", None, "civil_complaint", "LAW-LIT-05"),
    ("强制执行申请书", "papers", "ruled", None, "enforcement_application", "LAW-ENF-02"),
    ("写调解申请书", "papers", "household", None, "mediation_application", "LAW-MED-01"),
])
def test_a_paper_is_previewed_with_links_copies_and_where_to_hand_it_in(
    store: Store, text: str, intent: str, base: str, changes: dict[str, Any] | None, document: str, law: str
) -> None:
    told(store, base, changes)
    played = ask(text, intent)
    assert documents(played) == [document] and {part["format"] for part in played.customs("document")} == {"docx", "pdf"}
    assert law in laws(played)
    assert any("打印" in line and "份" in line for line in played.texts)
    assert "还没有交出去" in played.texts[0]


@pytest.mark.parametrize(("text", "base", "changes", "law", "instead"), [
    ("写起诉状", "company", {"has_iou": False}, "LAW-LIT-01", "inspection_complaint"),
    ("强制执行申请书", "company", None, "LAW-ENF-01", "inspection_complaint"),
    ("强制执行申请书", "ruled", {"ruling_kind": "agreement"}, "LAW-MED-04", "judicial_confirmation"),
    ("写仲裁申请书", "household", None, "LAW-JUR-07", "mediation_application"),
    ("先予执行申请书", "company", None, "LAW-ARB-14", "inspection_complaint"),
])
def test_a_paper_that_does_not_fit_is_refused_with_its_law_and_the_right_one_is_given(
    store: Store, text: str, base: str, changes: dict[str, Any] | None, law: str, instead: str
) -> None:
    told(store, base, changes)
    played = ask(text)
    assert "现在用不上" in played.texts[0] and law in laws(played)
    assert instead in documents(played)


def test_details_are_asked_first_and_then_the_paper_comes_that_was_wished_for(store: Store) -> None:
    told(store, "company", {"worker_name": None}, asked=[])
    begun = ask("写仲裁申请书")
    assert begun.next == "paper_details" and not documents(begun)
    with store.session() as session:
        draft = drafts.load(session, SENDER)
        assert draft is not None
        details = {**draft.facts, "worker_name": Fact("known", "王大强")}
        drafts.save(session, SENDER, facts=details, form="paper_details", asked=None, answered=DETAILS, stage="papers", now=NOW)
    played = play(ActionPreview(), Message("跳过"))
    assert documents(played) == ["arbitration_application"] and any("王大强" in text for text in played.texts)
    again = play(ActionPreview(), Message("跳过"))
    assert "inspection_complaint" in documents(again)


def test_a_complaint_asked_for_later_is_not_answered_with_the_paper_before(store: Store) -> None:
    told(store, "company", asked=[])
    ask("写仲裁申请书")
    ask("写投诉书")
    assert "inspection_complaint" in documents(play(ActionPreview(), Message("跳过")))


def test_a_paper_asked_for_before_the_claim_is_told_begins_the_claim(store: Store) -> None:
    assert ask("写仲裁申请书").next == "wage_claim"


def test_which_papers_are_needed_is_said_with_copies_and_desks(store: Store) -> None:
    told(store, "company")
    played = ask("要哪些材料", "evidence_general")
    assert "劳动保障监察投诉书，打印2份" in played.texts[0] and "劳动监察" in played.texts[0] and "LAW-INS-01" in laws(played)


def test_all_papers_come_as_one_archive_that_is_made_when_its_link_is_opened(store: Store) -> None:
    told(store, "company", {"already_tried": [["inspection"]]})
    played = ask("都给我")
    link, = played.customs("document")
    assert (link["document"], link["format"]) == ("road_papers", "zip")
    made = open_paper(store, link["url"].rsplit("/", 1)[1], NOW)
    names = zipfile.ZipFile(io.BytesIO(made.data)).namelist()
    assert names == ["1-劳动人事争议仲裁申请书.docx", "1-劳动人事争议仲裁申请书.pdf", "2-证据清单.docx", "2-证据清单.pdf"]
    assert made.filename == "全部文书.zip" and made.mime == "application/zip"


def test_which_and_all_without_a_claim_are_left_to_the_others(store: Store) -> None:
    assert "road_papers" not in documents(ask("都给我", "papers"))
