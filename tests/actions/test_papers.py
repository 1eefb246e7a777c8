"""A preview in parts that a messenger takes."""
from __future__ import annotations

from actions.filing import ActionFileComplaint
from actions.papers import LONGEST_MESSAGE, ActionPapers, ActionPreview, in_messages
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.stores import NOW


def test_lines_are_joined_to_messages_that_a_messenger_takes_and_none_is_cut() -> None:
    lines = [f"{number}：{'欠' * 90}" for number in range(20)]
    parts = in_messages(lines)
    assert "\n".join(parts) == "\n".join(lines) and len(parts) > 1
    assert all(len(part.encode()) <= LONGEST_MESSAGE for part in parts)


def papers(store: Store, text: str, stage: str, **told: Fact) -> Played:
    """写投诉书 with these facts at this stage, every detail for the papers asked already."""
    asked = ["worker_name", "worker_phone", "debtor_name", "debtor_phone", "worker_id_number"]
    skipped = {slot: Fact("skipped") for slot in asked}
    with store.session() as session:
        drafts.save(session, SENDER, facts={**skipped, **told}, form="paper_details", asked=None, answered=asked, stage=stage,
                    now=NOW)
    return play(ActionPreview(), Message(text))


def test_papers_with_nothing_but_blanks_are_given_and_not_offered_for_filing(store: Store) -> None:
    played = papers(store, "写投诉书", "papers", owed_amount=Fact("unknown"))
    assert played.said[-1] == "utter_too_little_to_file" and played.slots == {"awaiting": None} and played.customs("document")
    yes = play(ActionFileComplaint(), Message("确认提交", "affirm", slots={"awaiting": "file"}))
    assert not yes.customs("receipt") and yes.next == "action_papers"
    again = play(ActionPapers(), Message("确认提交"))
    assert again.next == "action_preview"


def test_one_thing_to_begin_with_is_enough_to_file(store: Store) -> None:
    played = papers(store, "写投诉书", "papers", worker_phone=Fact("known", "〔手机号#1〕"))
    assert played.said[-1] == "utter_confirm_filing" and played.slots == {"awaiting": "file"}


def test_a_preview_without_a_sum_says_so_before_the_yes_and_offers_to_add_it(store: Store) -> None:
    about = Fact("vague", low=15000, high=15000, words="1万5左右")
    played = papers(store, "写投诉书", "papers", debtor_name=Fact("known", "王小明"), owed_amount=about)
    told = next(message for message in played.messages if "没有要多少钱" in (message.get("text") or ""))
    assert [button["payload"] for button in told["buttons"]] == ["改一下金额"]
    assert played.messages.index(told) < played.messages.index(played.response("utter_confirm_filing"))


def test_a_preview_with_a_sum_says_nothing_of_a_missing_one(store: Store) -> None:
    played = papers(store, "写投诉书", "papers", debtor_name=Fact("known", "王小明"), owed_amount=Fact("known", 9000))
    assert not [text for text in played.texts if "没有要多少钱" in text]


def test_papers_asked_for_in_the_middle_of_a_claim_do_not_say_that_nothing_is_known(store: Store) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts={"industry": Fact("known", "factory")}, form="wage_claim", asked="debtor_name",
                    answered=[], stage="claim", now=NOW)
    played = play(ActionPapers(), Message("写投诉书"))
    assert played.said == ["utter_papers_after_form"] and played.next == "wage_claim"
    assert play(ActionPapers(), Message("写投诉书"), sender="乙").said == ["utter_no_facts_yet"]


def test_a_claim_of_which_no_question_was_asked_is_asked_before_any_paper(store: Store) -> None:
    told = {"debtor_kind": Fact("known", "company"), "owed_amount": Fact("known", 18000)}
    with store.session() as session:
        drafts.save(session, SENDER, facts=told, form="wage_claim", asked=None, answered=[], stage="claim", now=NOW)
    played = play(ActionPapers(), Message("写投诉书", "papers"))
    assert played.said == ["utter_papers_after_form"] and played.next == "wage_claim"
    with store.session() as session:
        drafts.save(session, SENDER, facts=told, form="wage_claim", asked=None, answered=[], stage="assessed", now=NOW)
    assert play(ActionPapers(), Message("写投诉书", "papers")).next == "paper_details"


def test_what_was_told_just_before_is_played_back_when_nothing_was_kept_of_it(store: Store) -> None:
    before = [{"event": "user", "text": "我在贵阳送快递，站长老是扣我钱"}]
    played = play(ActionPapers(), Message("帮我写投诉书", "papers", before=before))
    assert played.said == ["utter_play_back", "utter_papers_after_form"] and played.next == "wage_claim"
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
    assert draft and {"industry", "work_place"} <= draft.facts.keys()
