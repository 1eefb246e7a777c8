"""The papers: IOU, complaint and evidence list as .docx and .pdf, previewed before anything is filed."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasa_sdk.events import EventType, FollowupAction, SlotSet
from sqlalchemy.orm import Session

from actions import claim
from actions.another import asks_which
from actions.answer import told_before
from actions.apart import offer_other
from actions.assessment import sentence
from actions.common import Act, Turn, content, in_words, mirror, plan, store
from actions.complaint import are_wages, can_be_filed, complaint_fits, money_of, refusal
from actions.filing import say_closed_inspection, say_receipt, where_to
from actions.roster_words import say_missing_representatives
from bot import clock
from bot.cases import drafts, evidence, links
from bot.cases.cards import sort_cards
from bot.cases.drafts import Draft
from bot.documents.needed import fitting
from bot.documents.service import asks_a_sum, preview
from bot.filing import rosters
from bot.filing.service import present_filing
from bot.interview.crew import own_sum_only
from bot.interview.questions import remaining
from bot.interview.two_sides import DEBTOR, on_both_sides, one_side
from bot.law.assess import assess

LONGEST_MESSAGE = 2000  # bytes: what a phone's messenger takes as one message
LONGEST = 1000  # signs: any message
PAPERS = ("inspection_complaint", "evidence_list")


class ActionMakeIou(Act):
    """A wage IOU from the facts."""

    called = "action_make_iou"

    def do(self, turn: Turn) -> list[EventType]:
        """Preview, links, how to have it signed and what not to sign."""
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            facts = dict(draft.facts) if draft else {}
            if not {"owed_amount", "debtor_name", "debtor_kind"} & facts.keys():
                turn.say("utter_no_facts_yet")
                return [] if turn.form else [FollowupAction("wage_claim")]
            if not are_wages(facts):
                text, laws = sentence(money_of(facts).key)
                turn.teach(text, laws)
                return []
            lines = preview("wage_iou", facts, evidence=[], today=clock.today())
            turn.teach("\n".join(lines))
            offer(turn, session, "wage_iou")
        turn.say("utter_iou_ready")
        words = content().words["papers"]
        after = words["after_iou" if complaint_fits(facts) else "after_iou_private"]
        turn.teach(words["dont_sign"]["text"], words["dont_sign"]["laws"], [] if turn.form else [(word, word) for word in after])
        return []


class ActionPapers(Act):
    """The complaint: first the details that only the papers need, then the preview."""

    called = "action_papers"

    def do(self, turn: Turn) -> list[EventType]:
        """Begin what is missing, or preview."""
        if turn.form:
            turn.say("utter_papers_after_form")
            return [SlotSet("awaiting", None)]
        with store().session() as session:
            filed = present_filing(session, turn.sender)
            if filed:
                say_receipt(turn, filed, "")
                for document in PAPERS:
                    offer(turn, session, document)
                return [SlotSet("awaiting", None)]
            draft = drafts.load(session, turn.sender)
            confirms = content().words["papers"]["confirm"] in turn.text
            if draft and draft.stage == "previewed" and confirms and can_be_filed(draft.facts):
                return [FollowupAction("action_file_complaint")]
            if not draft or not {"owed_amount", "debtor_name"} & draft.facts.keys():
                return claim_first(turn, session, draft)
            if not complaint_fits(draft.facts):
                return _instead_of_a_complaint(turn, session, draft)
            begun = draft.stage != "claim" or draft.asked
            if not begun and remaining(plan("wage_claim"), draft.facts, draft.answered):
                return claim_first(turn, session, draft)
            stage = draft.stage if draft.stage in ("filed", "previewed") else "papers"
            draft = _asking_names_again(draft)
            asks = remaining(plan("paper_details"), draft.facts, draft.answered)
            claim.keep(session, turn.sender, draft, draft.facts, clock.now(), stage=stage,
                       form="paper_details" if asks else None, asked="" if asks else None)
        if asks:
            turn.say("utter_papers_need")
            return [SlotSet("awaiting", None), FollowupAction("paper_details")]
        return [FollowupAction("action_preview")]


def claim_first(turn: Turn, session: Session, draft: Draft | None) -> list[EventType]:
    """The claim form before any paper; what the messages before told of a claim is kept, though it began none."""
    told = {} if draft else own_sum_only(told_before(turn, LONGEST))
    if told:
        claim.keep(session, turn.sender, draft, told, clock.now())
        turn.say("utter_play_back", facts=in_words(told))
    turn.say("utter_papers_after_form" if told or (draft and draft.facts) else "utter_no_facts_yet")
    return [*mirror(told, turn.tracker.slots), SlotSet("awaiting", None), FollowupAction("wage_claim")]


def _asking_names_again(draft: Draft) -> Draft:
    """Before the first details for the papers: what both forms ask counts as not asked yet, a bare surname above all."""
    if draft.stage in ("papers", "previewed", "filed"):
        return draft
    both = {question.slot for question in plan("paper_details").questions if plan("wage_claim").question(question.slot)}
    return replace(draft, answered=[slot for slot in draft.answered if slot not in both])


class ActionPreview(Act):
    """What would be filed, shown before the yes."""

    called = "action_preview"

    def do(self, turn: Turn) -> list[EventType]:
        """The complaint in lines, the links, and the question."""
        with store().session() as session:
            draft = drafts.load(session, turn.sender)
            if draft is None:
                turn.say("utter_no_facts_yet")
                return [FollowupAction("wage_claim")]
            if not complaint_fits(draft.facts):
                return _instead_of_a_complaint(turn, session, draft)
            if asks_which(turn, session, draft.facts):
                return [SlotSet("awaiting", None)]
            if name := on_both_sides(draft.facts):
                return _who_owes(turn, session, draft, name)
            items = sort_cards(session, evidence.list_all(session, turn.sender)).shown
            say_closed_inspection(turn, draft.facts)
            turn.say("utter_papers_ready")
            laws = content().words["papers"]["complaint_laws"]
            group = rosters.rows_of_sender(session, turn.sender)
            told = preview("inspection_complaint", draft.facts, evidence=items, today=clock.today(), roster=group)
            for part in in_messages(told):
                turn.teach(part, laws)
            for document in fitting(draft.facts, len(group)):
                offer(turn, session, document)
            claim.keep(session, turn.sender, draft, draft.facts, clock.now(), stage="previewed")
        if not can_be_filed(draft.facts):
            turn.say("utter_too_little_to_file")
            return [SlotSet("awaiting", None)]
        say_missing_representatives(turn, group)
        if not group and not asks_a_sum(draft.facts):
            words = content().words["papers"]["no_sum"]
            turn.teach(words["text"], buttons=[(words["add"], words["add"])])
        turn.say("utter_confirm_filing", where=where_to())
        return [SlotSet("awaiting", "file")]


def _who_owes(turn: Turn, session: Session, draft: Draft, name: str) -> list[EventType]:
    """One person is named on both sides: nothing is shown for a yes before it is asked who owes."""
    facts = one_side(draft.facts)
    claim.keep(session, turn.sender, draft, facts, clock.now(), form="paper_details", asked=DEBTOR, stage="papers")
    turn.say("utter_one_name_on_both_sides", worker=name)
    return [SlotSet("awaiting", None), SlotSet(DEBTOR, None), FollowupAction("paper_details")]


def _instead_of_a_complaint(turn: Turn, session: Session, draft: Draft) -> list[EventType]:
    """Why there is no complaint, the road that there is, and the papers for it. Nothing is filed."""
    words = content().words["papers"][refusal(draft.facts)]
    found = assess(draft.facts, clock.today())
    lawsuit = next(road for road in found.roads if road.route == "lawsuit")
    keys = dict.fromkeys([found.recommended.keys[0], *([] if found.recommended.route == "lawsuit" else lawsuit.keys[:1])])
    lines = [(words["text"], words["laws"]), *(sentence(key) for key in keys)]
    turn.teach("\n".join(text for text, _ in lines), [law for _, laws in lines for law in laws])
    refused = () if are_wages(draft.facts) else ("wage_iou", "inspection_complaint")
    papers = [paper for paper in fitting(draft.facts) if paper not in refused]
    for document in papers:
        offer(turn, session, document)
    turn.teach(words["instead"]["text"], words["instead"]["laws"], [(word, word) for word in words["next"]])
    claim.keep(session, turn.sender, draft, draft.facts, clock.now(), stage="assessed")
    offer_other(turn, draft.facts)
    return [SlotSet("awaiting", None)]


def in_messages(lines: Sequence[str], most: int = LONGEST_MESSAGE) -> list[str]:
    """Lines joined to messages of at most `most` bytes in UTF-8; a line is never cut."""
    parts: list[str] = []
    for line in lines:
        joined = f"{parts[-1]}\n{line}" if parts else line
        if parts and len(joined.encode()) <= most:
            parts[-1] = joined
        else:
            parts.append(line)
    return parts


def offer(turn: Turn, session: Session, document: str) -> None:
    """Links to a paper in both forms; it is rendered when a link is opened."""
    for form in ("docx", "pdf"):
        token = links.make(session, turn.sender, document, form, clock.now())
        turn.custom(kind="document", document=document, format=form, url=f"/chat/files/{token}",
                    title=content().words["papers"]["titles"][document])

