"""拿走: two links to everything that was sent, or what to send first."""
from __future__ import annotations

from datetime import date
from decimal import Decimal

from actions.bundle import ActionTakeEvidence
from actions.evidence import ActionEvidence
from bot.cases import daybook, evidence, links
from bot.cases.store import Store
from bot.chinese.daybook_values import Entry
from bot.filing.bundle import open_bundle
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, PNG, previewed

TAKE = Message("把我的材料都给我", "take_evidence")


def buttons(texts: list[dict[str, object]]) -> list[object]:
    """The payloads of every button."""
    return [button["payload"] for message in texts for button in message.get("buttons") or []]  # type: ignore[attr-defined]


def test_without_a_photo_it_says_what_to_send_first(store: Store) -> None:
    assert play(ActionTakeEvidence(), TAKE).said == ["utter_bundle_empty"]
    with store.session() as session:
        previewed(session, SENDER)
    played = play(ActionTakeEvidence(), TAKE)
    assert played.said == ["utter_bundle_empty"] and not played.customs("document")


def test_with_photos_there_are_two_links_that_open_the_bundle(store: Store) -> None:
    with store.session() as session:
        evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW)
    played = play(ActionTakeEvidence(), TAKE)
    assert played.said == ["utter_bundle_ready", "utter_bundle_after"] and played.response("utter_bundle_ready")["count"] == 1
    found = played.customs("document")
    assert [(one["document"], one["format"]) for one in found] == [("evidence_bundle", "pdf"), ("evidence_bundle", "zip")]
    assert all(one["title"] == "证据材料" for one in found)
    with store.session() as session:
        opened = [links.open_link(session, one["url"].removeprefix("/chat/files/"), NOW) for one in found]
    assert [one[1:] for one in opened if one] == [("evidence_bundle", "pdf"), ("evidence_bundle", "zip")]


def test_a_day_book_alone_is_something_to_take_away(store: Store) -> None:
    with store.session() as session:
        daybook.add(session, SENDER, [Entry(date(2026, 11, 2), work=Decimal(1)), Entry(date(2026, 10, 30), work=Decimal(1))],
                      "记工", NOW)
    played = play(ActionTakeEvidence(), TAKE)
    assert played.response("utter_bundle_ready")["count"] == 2
    with store.session() as session:
        token = played.customs("document")[0]["url"].removeprefix("/chat/files/")
        found = links.open_link(session, token, NOW)
    assert found
    file = open_bundle(store, found[0], "pdf", NOW)
    assert file and file.read(4) == b"%PDF"


def test_in_a_form_it_changes_nothing_of_the_form(store: Store) -> None:
    with store.session() as session:
        evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW)
    played = play(ActionTakeEvidence(), Message("拿走", "take_evidence", form="wage_claim"))
    assert played.events == [] and len(played.customs("document")) == 2 and buttons(played.messages) == []


def test_after_the_list_of_proof_the_materials_are_offered_once_something_was_sent(store: Store) -> None:
    with store.session() as session:
        previewed(session, SENDER)
    assert "拿走材料" not in buttons(play(ActionEvidence(), Message("怎么收集证据", "collect_evidence")).messages)
    with store.session() as session:
        evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW)
    assert "拿走材料" in buttons(play(ActionEvidence(), Message("怎么收集证据", "collect_evidence")).messages)
