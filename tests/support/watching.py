"""A Live whose action calls go through a proxy that keeps every body, so that a test can search what travels."""
from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import httpx

from bot.settings import ROOT
from tests.support.live import Live

_NUMERALS = str.maketrans("零〇一二三四五六七八九幺", "001234567891")
_BETWEEN = re.compile(r"[\s\-.·,，、_]+")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def signs(data: bytes | str) -> str:
    """What is written in some bytes, made comparable: unescaped, half width, Chinese numerals as digits, nothing between."""
    text = data if isinstance(data, str) else data.decode("utf-8", "ignore")
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text).translate(_NUMERALS)).upper()


class Proxy:
    """Passes requests on to the action server and keeps what went there and back."""

    def __init__(self, action_port: int) -> None:
        self.bodies: list[bytes] = []
        self._to = httpx.Client(base_url=f"http://127.0.0.1:{action_port}", timeout=60)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = int(self._server.server_address[1])
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._to.close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                answer = proxy._to.post(self.path, content=body, headers={"Content-Type": "application/json"})
                proxy.bodies += [body, answer.content]
                self.send_response(answer.status_code)
                self.send_header("Content-Type", answer.headers.get("content-type", "application/json"))
                self.send_header("Content-Length", str(len(answer.content)))
                self.end_headers()
                self.wfile.write(answer.content)

            def log_message(self, *_: Any) -> None:
                return

        return Handler


class WatchedLive(Live):
    """The servers with the proxy between them, and Rasa's own log at its most talkative."""

    proxy: Proxy

    def __init__(self, folder: Path, **more: str) -> None:
        super().__init__(folder, LOG_LEVEL="DEBUG", **more)

    def start(self) -> WatchedLive:
        """Migrate, then action server, proxy, Rasa."""
        subprocess.run([sys.executable, "-m", "bot.cases.migrate"], cwd=ROOT, env={**os.environ, **self.environment}, check=True)
        self.servers.start_actions()
        self.proxy = Proxy(self.servers.action_port)
        self.servers.action_port = self.proxy.port
        self.servers.start_rasa()
        return self

    def stop(self) -> None:
        """Stop all."""
        super().stop()
        self.proxy.stop()

    def files(self) -> dict[str, bytes]:
        """Everything that was written, by name: databases with their logs ahead, vault, server logs."""
        found = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}

    def travelled(self) -> bytes:
        """All bodies between Rasa and the action server."""
        return b"\n".join(self.proxy.bodies)
