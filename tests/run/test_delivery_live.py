"""The whole bot with a webhook: queued at the yes, delivered by the job process, told to the worker without his asking."""
from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from bot.cases import outgoing
from bot.cases.store import Store
from bot.clock import CHINA
from bot.evidence.vault import Vault
from bot.privacy.cipher import default_cipher
from tests.support.live import Live
from tests.support.peers import SECRET, Agency, agency_at
from tests.support.stores import STATION
from tests.support.talks import previewed

pytestmark = pytest.mark.servers


@pytest.fixture
def agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agency]:
    with agency_at(tmp_path_factory.mktemp("agency"), dead=True) as made:
        yield made


@pytest.fixture
def bot(tmp_path_factory: pytest.TempPathFactory, agency: Agency) -> Iterator[Live]:
    live = Live(tmp_path_factory.mktemp("live"), station=STATION, MINGXIN_GATEWAY="webhook", MINGXIN_WEBHOOK_URL=agency.url,
                MINGXIN_WEBHOOK_SECRET=SECRET, MINGXIN_WEBHOOK_CA=agency.ca).start()
    yield live
    live.stop()


def test_the_worker_hears_queued_and_then_delivered(bot: Live, agency: Agency) -> None:
    talk = previewed(bot)
    said = talk.say("确认提交")
    assert said.custom("receipt") and "已排队" in said.text and "还没有送到" in said.text, talk.transcript()
    assert "还没有送到" in talk.say("我的投诉怎么样了").text, talk.transcript()
    time.sleep(2)
    bot.servers.stop("jobs", kill=True)
    agency.dead = False
    bot.later(hours=1)
    bot.servers.start_jobs()
    end = time.monotonic() + 30
    while not agency.register and time.monotonic() < end:
        time.sleep(0.2)
    time.sleep(1)
    assert list(agency.receipts.values()) == [said.custom("receipt")[0]["receipt"]]
    assert f"已送到{STATION}" in talk.say("我的投诉怎么样了").text, talk.transcript()
    cipher = default_cipher({}, bot.folder / "secret.key")
    store = Store(f"sqlite:///{bot.database}", cipher=cipher, vault=Vault(bot.folder / "vault", cipher))
    with store.session(read_only=True) as session:
        told = [message["text"] for message in outgoing.waiting(session, talk.sender, bot.now().replace(tzinfo=CHINA))]
    store.close()
    assert len(told) == 1 and "送到了" in told[0]
