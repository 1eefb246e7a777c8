"""A time for a whole exchange, however slowly its bytes drip."""
from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Any


@contextmanager
def deadline(sock: Any, seconds: float) -> Iterator[Event]:
    """Shut the socket down when `seconds` are over; whoever reads from it then meets its end. The event says that it was."""
    over = Event()

    def end() -> None:
        over.set()
        with suppress(OSError):
            (getattr(sock, "_sock", None) or sock).shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield over
    finally:
        timer.cancel()
