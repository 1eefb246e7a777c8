"""Ports: taken, free, answering; with real sockets."""
from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from bot.run import ports


class Quiet(BaseHTTPRequestHandler):
    """200 for /well, 500 for all else."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/well" else 500)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture
def served() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()
    server.server_close()


def test_a_port_where_something_listens_is_taken_and_afterwards_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert ports.is_taken("127.0.0.1", port)
        assert ports.is_taken("0.0.0.0", port)
    assert not ports.is_taken("127.0.0.1", port)


def test_a_free_port_can_be_bound() -> None:
    with socket.create_server(("127.0.0.1", ports.free_port())) as listener:
        assert listener.getsockname()[1] > 1023


def test_a_server_on_every_interface_is_reached_on_this_machine() -> None:
    assert ports.reachable("0.0.0.0") == "127.0.0.1"
    assert ports.reachable("192.168.1.5") == "192.168.1.5"


def test_only_a_success_is_an_answer(served: int) -> None:
    assert ports.answers(f"http://127.0.0.1:{served}/well")
    assert not ports.answers(f"http://127.0.0.1:{served}/ill")
    assert not ports.answers(f"http://127.0.0.1:{ports.free_port()}/well")
    assert not ports.answers("no address")


def test_a_proxy_of_the_office_does_not_stand_before_our_own_servers(served: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{ports.free_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert ports.answers(f"http://127.0.0.1:{served}/well")


def test_waiting_ends_at_once_when_the_process_has_ended(served: int) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    started = time.monotonic()
    assert not ports.wait_for(f"http://127.0.0.1:{served}/ill", 20, process)
    assert time.monotonic() - started < 5


def test_waiting_ends_when_the_time_is_up() -> None:
    assert not ports.wait_for(f"http://127.0.0.1:{ports.free_port()}/", 0.5)
