"""A file that nobody will be able to open: kept, and said in one sentence."""
from __future__ import annotations

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import common, photo_read
from actions.broken_files import say_broken
from actions.common import Turn
from actions.going_on import ActionKeep
from actions.photo_read import papers_of
from actions.photos import ActionReceiveEvidence
from bot.cases import evidence
from bot.cases.store import Store
from bot.photos.values import Reading
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.photo_stage import FakeReader
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, PNG

CUT_FILM = b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + bytes(300)
CUT_CALL = b"#!AMR\n" + (b"\x3c" + bytes(31)) * 9 + b"\x3c" + bytes(10)


def said_of_all() -> list[str]:
    """What is said of all files of the case."""
    dispatcher = CollectingDispatcher()
    turn = Turn(dispatcher, Tracker(SENDER, {}, {}, [], False, None, {}, "action_listen"))
    with common.store().session(read_only=True) as session:
        came = papers_of(session, evidence.list_all(session, SENDER))
    say_broken(turn, came)
    return [str(message["text"]) for message in dispatcher.messages if message.get("text")]


@pytest.mark.parametrize(("files", "said"), [
    ((PNG,), []), ((CUT_FILM,), ["这份打不开，可能没传完。先替你存着，请再发一次。"]),
    ((PNG, CUT_FILM, CUT_FILM + b"\0"), ["第2、3份打不开，可能没传完。先替你存着，请再发一次。"]),
    ((CUT_CALL,), ["这份后面缺了一截，可能没传完。先替你存着，请再发一次。"]),
    ((CUT_CALL, PNG, CUT_FILM), ["第3份打不开，可能没传完。先替你存着，请再发一次。",
                                 "第1份后面缺了一截，可能没传完。先替你存着，请再发一次。"]),
], ids=["none", "one", "two of three", "a call", "a call and a film"])
def test_what_cannot_be_opened_is_said_in_one_sentence_and_kept(store: Store, files: tuple[bytes, ...], said: list[str]) -> None:
    with store.session() as session:
        for number, data in enumerate(files):
            evidence.add(session, SENDER, data=data, filename=f"{number}.mov", now=NOW.replace(second=number))
    assert said_of_all() == said
    with store.session(read_only=True) as session:
        assert len(evidence.list_all(session, SENDER)) == len(files)


@pytest.mark.parametrize(("problem", "named"), [("unreadable", "打不开"), ("locked", "要密码")])
def test_what_the_reader_could_not_open_is_said_so_too(store: Store, problem: str, named: str) -> None:
    with store.session() as session:
        item = evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW).id
        evidence.keep_reading(session, SENDER, item, {"problem": problem})
    said = said_of_all()
    assert len(said) == 1 and named in said[0] and "存着" in said[0]


def test_a_cut_film_is_asked_about_and_said_to_be_cut_and_a_word_that_comes_later_does_not_repeat_it(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, SENDER, data=CUT_FILM, filename="a.mov", now=NOW).id
    played = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item]))
    assert sum("打不开" in text for text in played.texts) == 1 and played.texts[0].startswith("收到了")
    later = play(ActionReceiveEvidence(), Message("这是现场视频", "send_evidence"))
    assert not any("打不开" in text for text in later.texts)


def both_together(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A photo without words and one that cannot be opened, sent in one message; their ids."""
    monkeypatch.setattr(photo_read, "reader", lambda: FakeReader(problem="unreadable"))
    with store.session() as session:
        items = [evidence.add(session, SENDER, data=PNG + bytes([place]), filename="a.png", now=NOW.replace(second=place)).id
                 for place in range(2)]
        evidence.keep_reading(session, SENDER, items[0], Reading().to_json())
    return items


def test_of_a_broken_file_among_several_it_is_said_only_that_it_cannot_be_opened(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items = both_together(store, monkeypatch)
    said = "\n".join(play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=items)).texts)
    assert "第1张看不出是什么" in said and "第2份打不开" in said
    assert "第2张" not in said and "第1、2张" not in said


def test_of_several_files_that_are_all_broken_no_name_is_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.session() as session:
        items = [evidence.add(session, SENDER, data=CUT_FILM + bytes(place), filename="a.mov", now=NOW).id for place in range(2)]
    said = "\n".join(play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=items)).texts)
    assert "第1、2份打不开" in said and "看不出" not in said and "打字告诉我" not in said


def test_a_photo_that_was_looked_at_later_and_is_broken_is_said_to_be_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    items = both_together(store, monkeypatch)
    with store.session() as session:
        evidence.keep_reading(session, SENDER, items[1], {"problem": "unreadable"})
    sent = {"event": "user", "text": PHOTO_MARK, "metadata": {"attachments": items}}
    said = "\n".join(play(ActionKeep(), Message("接着看", "inform", before=[sent])).texts)
    assert "第1张看不出是什么" in said and "第2份打不开" in said and "第2张" not in said
