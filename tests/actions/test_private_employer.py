"""A private household owes: no complaint to the labour inspection is offered, written or filed."""
from __future__ import annotations

import pytest

from actions.assessment import ActionAssess
from actions.evidence import ActionEvidence
from actions.filing import ActionFileComplaint
from actions.papers import ActionMakeIou, ActionPapers, ActionPreview
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.service import NotForInspection, file_complaint
from bot.filing.status import own_status
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.stores import NOW, STATION, previewed

HOUSEHOLD = Fact("known", "household", words="给一户人家带孩子")
NANNY = {"debtor_kind": HOUSEHOLD, "debtor_name": Fact("known", "何燕", words="何燕"),
         "industry": Fact("known", "domestic", words="保姆")}
WANTS = Message("写投诉书", "papers")


@pytest.fixture(params=["claim", "assessed", "papers", "previewed"])
def nanny(request: pytest.FixtureRequest, store: Store) -> str:
    """A case against a household at each stage before a filing."""
    with store.session() as session:
        draft = previewed(session, SENDER, **NANNY)
        drafts.save(session, SENDER, facts=draft.facts, form="wage_claim", asked=None, answered=[], stage=request.param, now=NOW)
    return str(request.param)


def papers(played: Played) -> set[str]:
    """The papers to which links are given."""
    return {str(part["document"]) for part in played.customs("document")}


def buttons(played: Played) -> set[str]:
    """Everything that can be tapped."""
    return {button["payload"] for message in played.messages for button in message.get("buttons") or []}


def filings(store: Store) -> int:
    """How many filings the sender has."""
    with store.session(read_only=True) as session:
        return len(own_status(session, SENDER))


@pytest.mark.parametrize("action", [ActionPapers, ActionPreview])
def test_in_place_of_the_complaint_stand_mediation_court_and_the_papers_for_them(
    store: Store, nanny: str, action: type[ActionPapers],
) -> None:
    played = play(action(), WANTS)
    told = "\n".join(played.texts)
    assert "劳动监察多半不收" in told and "调解" in told and "法院" in told
    assert {"LAW-JUR-07", "LAW-LIT-03", "LAW-MED-03"} <= {law for part in played.customs("laws") for law in part["ids"]}
    assert papers(played) == {"wage_iou", "evidence_list"}
    assert "写投诉书" not in buttons(played) and "确认提交" not in buttons(played) and played.next == ""
    assert played.slots == {"awaiting": None}
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft and draft.stage == "assessed"


def test_who_insists_hears_it_again_and_nothing_is_filed(store: Store, nanny: str) -> None:
    first = play(ActionPapers(), WANTS)
    again = play(ActionPapers(), Message("我就要投诉 提交", "file_complaint"))
    assert again.texts == first.texts
    assert play(ActionFileComplaint(), Message("确认提交", "affirm", slots={"awaiting": "file"})).next == "action_papers"
    assert filings(store) == 0


def test_a_yes_after_a_preview_of_another_debtor_files_nothing(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER, **NANNY)
    played = play(ActionFileComplaint(), Message("确认提交", "affirm", slots={"awaiting": "file"}))
    assert played.next == "action_papers" and played.customs("receipt") == [] and filings(store) == 0
    with store.session() as session, pytest.raises(NotForInspection):
        file_complaint(session, SENDER, NOW, STATION)


@pytest.mark.parametrize("action", [ActionAssess, ActionEvidence, ActionMakeIou])
def test_no_other_answer_offers_the_complaint(store: Store, action: type[ActionAssess]) -> None:
    with store.session() as session:
        previewed(session, SENDER, **NANNY)
    played = play(action(), Message("看看我的情况", "assess"))
    assert buttons(played) and "写投诉书" not in buttons(played)


def test_a_company_is_offered_the_complaint_as_before(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER, debtor_kind=Fact("known", "company"))
    assert "写投诉书" in buttons(play(ActionAssess(), Message("看看我的情况", "assess")))
    assert papers(play(ActionPreview(), WANTS)) == {"inspection_complaint", "evidence_list"}
