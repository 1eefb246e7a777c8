"""The papers for mediation, arbitration and court in the chat: by name, which are needed, all of them at once."""
from __future__ import annotations

from collections.abc import Mapping, Sequence

from rasa_sdk.events import EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.assessment import sentence
from actions.common import WISHED_PAPER, Turn, content, plan, ran_before, store
from actions.papers import claim_first, in_messages, offer
from bot import clock
from bot.cases import drafts, evidence, links
from bot.cases.drafts import Draft
from bot.chinese.named_papers import ALL, WHICH, wished_paper
from bot.chinese.values import Fact
from bot.documents.catalogue import paper
from bot.documents.letters import not_yet_words, why
from bot.documents.roads import Unfit, copies, recommended_papers, unfit, where
from bot.documents.service import preview
from bot.documents.words import words as printed
from bot.filing import rosters
from bot.filing.road_papers import DOCUMENT
from bot.interview.questions import remaining
from bot.law.assess import assess
from bot.law.letters import LETTERS, letters_for, not_yet

TOLD = {"owed_amount", "debtor_name"}
NEW_COMPLAINT = ("papers", "file_complaint")
DONE = ("filed", "previewed")


def answer_road_papers(turn: Turn) -> list[EventType] | None:
    """The events when the message wishes for such a paper; None when it does not, or nothing of a claim is known."""
    wished = wished_paper(turn.text)
    if not wished and turn.intent not in NEW_COMPLAINT:
        return None
    if wished == ALL and ran_before(turn.tracker.events, "action_take_evidence"):  # all of the evidence
        return None
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        told = draft is not None and bool(TOLD & draft.facts.keys())
        if not wished:
            _forget(turn, session, draft)
            return None
        if draft is None or not told:
            return None if wished in (ALL, WHICH) else claim_first(turn, session, draft)
        return _answer(turn, session, draft, wished)


def answer_wished_paper(turn: Turn) -> list[EventType] | None:
    """After the details for the papers: the paper for which they were asked; None when that is the complaint."""
    with store().session() as session:
        draft = drafts.load(session, turn.sender)
        wished = draft.facts.get(WISHED_PAPER) if draft else None
        if draft is None or wished is None:
            return None
        _forget(turn, session, draft)
        return _show(turn, session, draft.facts, str(wished.value))


def _forget(turn: Turn, session: Session, draft: Draft | None) -> None:
    """A paper that was wished for before something else was."""
    if draft and WISHED_PAPER in draft.facts:
        facts = {slot: fact for slot, fact in draft.facts.items() if slot != WISHED_PAPER}
        claim.keep(session, turn.sender, draft, facts, clock.now())


def _answer(turn: Turn, session: Session, draft: Draft, wished: str) -> list[EventType]:
    """Which are needed; or why this one does not fit; or first the details, then the paper."""
    if wished == WHICH:
        return _say_which(turn, session, draft.facts)
    if wished in LETTERS and (early := not_yet(wished, draft.facts, clock.today(), _workers(turn, session))):
        turn.teach(*not_yet_words(early), [(content().words["road_papers"]["which"],) * 2])
        return [SlotSet("awaiting", None)]
    refused = None if wished == ALL else unfit(wished, draft.facts, clock.today())
    if refused:
        return _say_unfit(turn, session, draft.facts, wished, refused)
    if draft.stage == "claim" and not draft.asked and remaining(plan("wage_claim"), draft.facts, draft.answered):
        return claim_first(turn, session, draft)
    if not remaining(plan("paper_details"), draft.facts, draft.answered):
        return _show(turn, session, draft.facts, wished)
    facts = {**draft.facts, WISHED_PAPER: Fact("known", value=wished)}
    claim.keep(session, turn.sender, draft, facts, clock.now(), form="paper_details", asked="",
               stage=draft.stage if draft.stage in DONE else "papers")
    turn.say("utter_papers_need")
    return [SlotSet("awaiting", None), FollowupAction("paper_details")]


def _show(turn: Turn, session: Session, facts: Mapping[str, Fact], wished: str) -> list[EventType]:
    """The paper in lines with its links; how many to print and where to; or the archive of all."""
    words = content().words["road_papers"]
    if wished == ALL:
        return _say_all(turn, session, facts)
    turn.teach(words["ready"].format(title=_title(wished)))
    rests_on = [law for line in printed()[paper(wished).part]["preview_tail"] for law in line["laws"]]
    for part in in_messages(preview(wished, facts, evidence=evidence.list_all(session, turn.sender), today=clock.today(),
                                    roster=rosters.rows_of_sender(session, turn.sender))):
        turn.teach(part, rests_on)
    offer(turn, session, wished)
    place, laws = why(wished) if wished in LETTERS else where(wished)
    turn.teach(words["print"].format(count=copies(wished, facts)) + place, [*words["print_laws"], *laws],
               [(words["which"],) * 2, (words["all"],) * 2])
    return [SlotSet("awaiting", None)]


def _say_which(turn: Turn, session: Session, facts: Mapping[str, Fact]) -> list[EventType]:
    """The papers of the recommended road: how many of each, where to."""
    words = content().words["road_papers"]
    route, papers = recommended_papers(facts, clock.today())
    if not papers:
        turn.teach(words["nothing"], words["nothing_laws"])
        return [SlotSet("awaiting", None)]
    lines, laws = _rows(facts, papers)
    head = words["needed"].format(road=content().folder("routes")[route]["name"])
    turn.teach("\n".join([head, *lines]), [*words["print_laws"], *laws], [(words["all"],) * 2])
    letters = letters_for(facts, clock.today(), _workers(turn, session))
    notes = [(words["letter"].format(title=_title(one), why=why(one).text), why(one).laws) for one in letters]
    if notes:
        laws = list(dict.fromkeys(law for _, ids in notes for law in ids))
        turn.teach("\n".join([words["letters"], *(text for text, _ in notes)]), laws)
    return [SlotSet("awaiting", None)]


def _workers(turn: Turn, session: Session) -> int:
    """How many stand in the roster of the case in hand."""
    return len(rosters.rows_of_sender(session, turn.sender))


def _rows(facts: Mapping[str, Fact], papers: Sequence[str]) -> tuple[list[str], list[str]]:
    """A line for each paper, and the facts that the lines rest on."""
    words, laws, lines = content().words["road_papers"], [], []
    for number, document in enumerate(papers, 1):
        place, ids = where(document)
        laws += ids
        lines.append(words["row"].format(n=number, title=_title(document), count=copies(document, facts), where=place))
    return lines, list(dict.fromkeys(laws))


def _say_all(turn: Turn, session: Session, facts: Mapping[str, Fact]) -> list[EventType]:
    """One archive with all of them; it is made when its link is opened."""
    words = content().words["road_papers"]
    _, papers = recommended_papers(facts, clock.today())
    if not papers:
        turn.teach(words["nothing"], words["nothing_laws"])
        return [SlotSet("awaiting", None)]
    lines, laws = _rows(facts, papers)
    turn.teach("\n".join([words["packed"].format(count=len(papers)), *lines]), [*words["print_laws"], *laws])
    token = links.make(session, turn.sender, DOCUMENT, "zip", clock.now())
    turn.custom(kind="document", document=DOCUMENT, format="zip", url=f"/chat/files/{token}", title=_title(DOCUMENT))
    return [SlotSet("awaiting", None)]


def _say_unfit(turn: Turn, session: Session, facts: Mapping[str, Fact], wished: str, refused: Unfit) -> list[EventType]:
    """Why not this paper now, with the law; and those that he needs instead."""
    words = content().words["road_papers"]
    own = words["unfit"].get(refused.key)
    found = assess(facts, clock.today())
    text, laws = (own["text"], own["laws"]) if refused.own else sentence(refused.key, found.places)
    turn.teach(words["not_now"].format(title=_title(wished)) + text, laws)
    if refused.papers:
        lines, ids = _rows(facts, refused.papers)
        turn.teach("\n".join([words["instead"], *lines]), [*words["print_laws"], *ids], [(words["all"],) * 2])
        for document in refused.papers:
            offer(turn, session, document)
    return [SlotSet("awaiting", None)]


def _title(document: str) -> str:
    return str(content().words["papers"]["titles"][document])
