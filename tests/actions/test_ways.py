"""What is said of a filing that goes another way than this desk's register: on its way, arrived, carried by himself."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from actions import filing
from actions.erase import ActionAskErase, ActionErase
from actions.filing import ActionFileComplaint, where_to
from actions.own_filings import ActionWithdraw
from actions.status import ActionStatus
from bot.cases.store import Store
from bot.content import load
from bot.filing import service
from bot.filing.handing_in import handed_in
from bot.settings import settings
from tests.actions.stage import SENDER, Message, Played, play
from tests.support.sending import Receiver, run_due
from tests.support.stores import STATION, later, previewed

YES = Message("确认提交", "affirm", slots={"awaiting": "file"})
WORDS = load().words["filing"]


@pytest.fixture
def file_by(store: Store, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Played]:
    """Files by a gateway."""

    def run(gateway: str) -> Played:
        for module in (filing, service):
            monkeypatch.setattr(module, "settings", lambda: replace(settings(), station=STATION, gateway=gateway))
        with store.session() as session:
            previewed(session, SENDER)
        return play(ActionFileComplaint(), YES)

    return run


def status() -> str:
    """What the worker hears who asks."""
    return "\n".join(play(ActionStatus(), Message("我的投诉怎么样了", "status")).texts)


def test_it_is_queued_until_it_was_delivered(store: Store, file_by: Callable[[str], Played]) -> None:
    where = file_by("webhook").response("utter_filed")["where"]
    assert where == WORDS["filed_queued"].format(station=STATION) and WORDS["states"]["queued"] in status()
    run_due(store, Receiver(), later(days=1))
    assert WORDS["filed_sent"].format(station=STATION) in status() and "还没有送到" not in status()


def test_what_nobody_has_goes_with_an_erasure_and_the_question_says_so(file_by: Callable[[str], Played]) -> None:
    file_by("webhook")
    assert play(ActionAskErase(), Message("删除我的资料", "erase_my_data")).said == ["utter_ask_erase_demo"]
    said = "".join(play(ActionErase(), Message("是的", "affirm", slots={"awaiting": "erase"})).texts)
    assert "登记的投诉1份" in said and "要留着" not in said


def test_what_he_carries_himself_is_not_filed_before_his_word(store: Store, file_by: Callable[[str], Played]) -> None:
    played = file_by("handout")
    assert where_to() == WORDS["goes_by_hand"]
    assert played.response("utter_filed")["where"] == WORDS["filed_by_hand"] and "还没有交" in status()
    (paper,) = played.customs("document")
    assert (paper["document"], paper["format"]) == ("handout", "zip") and paper["url"].startswith("/chat/files/")
    with store.session() as session:
        handed_in(session, SENDER, later(days=1))
    assert WORDS["filed_handed_in"] in status()
    withdrawn = play(ActionWithdraw(), Message("是的", "affirm", slots={"awaiting": "withdraw"}))
    assert WORDS["refused"]["handed_in_yourself"] in "".join(withdrawn.texts)


def test_the_local_desk_gives_no_bundle(file_by: Callable[[str], Played]) -> None:
    played = file_by("desk")
    assert played.response("utter_filed")["where"] == WORDS["filed_with"].format(station=STATION)
    assert played.customs("document") == []
