"""`python -m bot.run` for real: it answers, revives a server, and one Ctrl-C leaves nothing behind."""
from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.run.ports import free_port, is_taken
from bot.settings import ROOT
from tests.support.live import Live, trained_model
from tests.support.processes import Speaking, command, descendants, living

pytestmark = pytest.mark.servers
READY, STARTING, STOPPING, REVIVING = "可以用了", "正在启动", "正在停止", "重新启动"


@pytest.fixture
def ports() -> tuple[int, int]:
    return free_port(), free_port()


@pytest.fixture
def running(tmp_path: Path, ports: tuple[int, int]) -> Iterator[Speaking]:
    """The command of `make run`, started with a folder and ports of its own."""
    trained_model()
    environment = {**os.environ, "MINGXIN_VAR": str(tmp_path), "MINGXIN_PORT": str(ports[0]),
                   "MINGXIN_ACTION_PORT": str(ports[1])}
    environment.pop("MINGXIN_DATABASE_URL", None)
    run = Speaking([sys.executable, "-m", "bot.run"], ROOT, environment)
    yield run
    run.end()


def greeting(port: int) -> str:
    """What the bot says to a greeting."""
    reply = httpx.post(f"http://127.0.0.1:{port}/webhooks/rest/webhook", json={"sender": "run-1", "message": "你好"}, timeout=60,
                       trust_env=False)
    assert reply.status_code == 200
    return "".join(part.get("text", "") for part in reply.json())


def test_it_answers_revives_a_server_and_one_ctrl_c_stops_all(running: Speaking, ports: tuple[int, int], tmp_path: Path) -> None:
    running.wait_for(READY, 300)
    assert f"http://127.0.0.1:{ports[0]}/chat" in running.said
    assert "明薪" in greeting(ports[0])
    assert (tmp_path / "mingxin.db").exists() and (tmp_path / "logs" / "rasa.log").exists()

    servers = descendants(running.process.pid)
    actions = next(pid for pid in servers if "-m actions" in command(pid))
    os.kill(actions, signal.SIGKILL)
    running.wait_for(REVIVING, 20)
    servers |= _wait_for_new(running, actions, ports[1])
    assert "明薪" in greeting(ports[0])

    running.process.send_signal(signal.SIGINT)
    assert running.process.wait(timeout=40) == 0
    assert STOPPING in running.said and "Traceback" not in running.said
    assert len(servers) >= 3 and living(servers) == set()
    assert not any(is_taken("127.0.0.1", port) for port in ports)


def _wait_for_new(running: Speaking, old: int, port: int) -> set[int]:
    from bot.run.ports import wait_for

    assert wait_for(f"http://127.0.0.1:{port}/health", 60)
    now = descendants(running.process.pid)
    assert old not in now
    return now


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stopped_while_it_starts_it_leaves_nothing_either(running: Speaking, ports: tuple[int, int],
                                                         number: signal.Signals) -> None:
    running.wait_for(STARTING, 300)
    end = 0
    while not (servers := descendants(running.process.pid)) and end < 100:
        running.wait_for(STARTING, 1)
        end += 1
    running.process.send_signal(number)
    running.process.send_signal(number)  # an impatient second time
    assert running.process.wait(timeout=40) == 0
    assert STOPPING in running.said and "Traceback" not in running.said
    assert servers and living(servers) == set()
    assert not any(is_taken("127.0.0.1", port) for port in ports)


def test_both_servers_listen_on_127_0_0_1_alone(live: Live) -> None:
    for port in (live.servers.port, live.servers.action_port):
        assert is_taken("127.0.0.1", port)
        # a server on every interface would answer at any address of this machine
        with socket.socket() as probe:
            assert probe.connect_ex(("127.0.0.2", port)) != 0


@pytest.mark.parametrize("query", ["", "?token=", "?token=guess", "?token=%E8%AF%8D", "?token=a&token=b"])
def test_the_action_server_refuses_a_call_without_its_token(live: Live, query: str) -> None:
    call = {"next_action": "action_session_start", "sender_id": "x", "tracker": {"sender_id": "x", "slots": {}, "events": []}}
    base = f"http://127.0.0.1:{live.servers.action_port}"
    assert httpx.post(f"{base}/webhook{query}", json=call, trust_env=False).status_code == 401
    assert httpx.get(f"{base}/actions{query}", trust_env=False).status_code == 401
    allowed = httpx.post(f"{base}/webhook?token={live.servers.token}", json=call, trust_env=False)
    assert allowed.status_code == 200 and allowed.json()["events"]


def test_rasa_serves_no_address_but_the_channels(live: Live) -> None:
    for method, path in [("GET", "/conversations/x/tracker"), ("POST", "/model/parse"), ("GET", "/domain"), ("PUT", "/model"),
                         ("POST", "/conversations/x/trigger_intent")]:
        assert live.http.request(method, path).status_code in (404, 405), path
