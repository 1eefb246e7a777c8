"""A file that nobody will be able to open: kept, and said in one sentence."""
from __future__ import annotations

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import common
from actions.broken_files import say_broken
from actions.common import Turn
from actions.photos import ActionReceiveEvidence
from bot.cases import evidence
from bot.cases.store import Store
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.stage import SENDER, Message, play
from tests.support.stores import NOW, PNG

CUT_FILM = b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  " + bytes(300)


def said_of_all() -> list[str]:
    """What is said of all files of the case."""
    dispatcher = CollectingDispatcher()
    turn = Turn(dispatcher, Tracker(SENDER, {}, {}, [], False, None, {}, "action_listen"))
    with common.store().session(read_only=True) as session:
        came = evidence.list_all(session, SENDER)
    say_broken(turn, came)
    return [str(message["text"]) for message in dispatcher.messages if message.get("text")]


@pytest.mark.parametrize(("files", "said"), [
    ((PNG,), []), ((CUT_FILM,), ["这份打不开，可能没传完。先替你存着，请再发一次。"]),
    ((PNG, CUT_FILM, CUT_FILM + b"\0"), ["第2、3份打不开，可能没传完。先替你存着，请再发一次。"]),
], ids=["none", "one", "two of three"])
def test_what_cannot_be_opened_is_said_in_one_sentence_and_kept(store: Store, files: tuple[bytes, ...], said: list[str]) -> None:
    with store.session() as session:
        for number, data in enumerate(files):
            evidence.add(session, SENDER, data=data, filename=f"{number}.mov", now=NOW.replace(second=number))
    assert said_of_all() == said
    with store.session(read_only=True) as session:
        assert len(evidence.list_all(session, SENDER)) == len(files)


def test_a_photo_that_the_reader_could_not_open_is_said_so_too(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, SENDER, data=PNG, filename="a.png", now=NOW).id
        evidence.keep_reading(session, SENDER, item, {"problem": "unreadable"})
    assert len(said_of_all()) == 1


def test_a_cut_film_is_asked_about_and_said_to_be_cut_and_a_word_that_comes_later_does_not_repeat_it(store: Store) -> None:
    with store.session() as session:
        item = evidence.add(session, SENDER, data=CUT_FILM, filename="a.mov", now=NOW).id
    played = play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item]))
    assert sum("打不开" in text for text in played.texts) == 1 and played.texts[0].startswith("收到了")
    later = play(ActionReceiveEvidence(), Message("这是现场视频", "send_evidence"))
    assert not any("打不开" in text for text in later.texts)
