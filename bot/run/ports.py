"""Ports and addresses of this machine: taken or free, answering or not."""
from __future__ import annotations

import socket
import time
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

_DIRECT = build_opener(ProxyHandler({}))  # an office's http_proxy must not stand before our own servers


def reachable(host: str) -> str:
    """The address at which a server bound to `host` is reached from this machine."""
    return "127.0.0.1" if host == "0.0.0.0" else host


def is_taken(host: str, port: int) -> bool:
    """Whether something listens on host:port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(1)
        return probe.connect_ex((reachable(host), port)) == 0


def free_port() -> int:
    """A port of 127.0.0.1 that is free now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    """Whether the address answers with success."""
    try:
        with _DIRECT.open(url, timeout=2) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError, ValueError):
        return False


def wait_for(url: str, seconds: float, alive: object = None) -> bool:
    """Wait until the address answers; False when time is up or the process (`alive.poll()`) has ended."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answers(url):
            return True
        if alive is not None and alive.poll() is not None:  # type: ignore[attr-defined]
            return False
        time.sleep(0.2)
    return False
