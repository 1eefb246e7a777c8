"""Other houses on loopback, under TLS: an agency's system that may be dead, slow, lying or duplicating, and a mail server."""
from __future__ import annotations

import asyncio
import json
import random
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SECRET = "geheim-1234567890"
TOO_LARGE = 10_000_000
#: what a receiver does that lies, is slow, hangs up … in every second request
FAULTY = ("good",) * 12 + ("lie", "lie", "refuse_200", "busy", "busy", "cut", "cut", "garbage", "slow", "slow", "good", "huge")


def certificate(folder: Path) -> Path:
    """A self-signed certificate of 127.0.0.1 with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    begin = datetime.now(timezone.utc) - timedelta(days=1)
    made = (x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
            .serial_number(x509.random_serial_number()).not_valid_before(begin).not_valid_after(begin + timedelta(days=30))
            .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(key, hashes.SHA256()))
    path = folder / "peer.pem"
    plain = serialization.NoEncryption()
    path.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
                     + made.public_bytes(serialization.Encoding.PEM))
    return path


def server_context(pem: Path) -> ssl.SSLContext:
    """TLS of a server with that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    return context


@dataclass
class Agency:
    """An agency's system. `moods`: what the next requests meet, one each; then `mood`. Its register is keyed, as the page asks.

    `dice`: a mood of FAULTY by chance; `dead`: nobody answers. Moods: good · lie (takes it and answers 200 with an error) ·
    refuse_200 (does not take it, 200 with an error) · busy · refuse · slow · huge (takes it, answers 10 MB) · drip (takes it,
    answers a byte now and then) · cut (takes it and hangs up) · garbage.
    """

    url: str = ""
    ca: str = ""
    mood: str = "good"
    moods: list[str] = field(default_factory=list)
    register: dict[str, str] = field(default_factory=dict)
    requests: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    wire: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
    keep: bool = True
    dead: bool = False
    dice: random.Random | None = None
    receipts: dict[str, str] = field(default_factory=dict)

    def take(self, headers: dict[str, str], body: bytes) -> tuple[str, dict[str, Any]]:
        """(mood, the good answer). The same key again: the number of the first time."""
        key = headers["Idempotency-Key"]
        with self.lock:
            mood = self.moods.pop(0) if self.moods else self.dice.choice(FAULTY) if self.dice else self.mood
            self.wire[key] += 1
            if self.keep:
                self.requests.append((headers, body))
            if mood in ("busy", "refuse", "refuse_200"):
                return mood, {}
            again = key in self.register
            number = self.register.setdefault(key, f"R-{len(self.register) + 1}")
            self.receipts[key] = json.loads(body)["receipt"]
        return mood, {"accepted": True, "number": number, "duplicate": again}


def _handler(agency: Agency) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            mood, good = agency.take(dict(self.headers), body)
            data = json.dumps(good).encode()
            if mood in ("lie", "refuse_200"):
                data = b'{"accepted": false, "error": "try again"}'
            elif mood == "garbage":
                data = b"<html>OK</html>"
            elif mood == "huge":
                data = b'{"accepted": true, "x": "' + b"x" * TOO_LARGE + b'"}'
            if mood == "slow":
                time.sleep(0.5)
            if mood == "cut":
                self.close_connection = True
                return
            self.send_response({"busy": 503, "refuse": 422}.get(mood, 200))
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            try:
                for byte in data if mood == "drip" else b"":
                    self.wfile.write(bytes([byte]))
                    self.wfile.flush()
                    time.sleep(0.2)
                if mood != "drip":
                    self.wfile.write(data)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    agency: Agency

    def verify_request(self, request: Any, client_address: Any) -> bool:
        """A dead house hangs up before a word is said."""
        return not self.agency.dead

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that died is part of the play."""


@contextmanager
def agency_at(folder: Path, **more: Any) -> Iterator[Agency]:
    """An agency's system that listens."""
    pem = certificate(folder)
    agency = Agency(ca=str(pem), **more)
    server = _Server(("127.0.0.1", 0), _handler(agency))
    server.agency = agency
    server.socket = server_context(pem).wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    agency.url = f"https://127.0.0.1:{server.server_address[1]}/filings?v=1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield agency
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Post:
    """What a mail server took. `refuses`: address -> its answer; `pause`: seconds before its last word."""

    port: int = 0
    ca: str = ""
    refuses: dict[str, str] = field(default_factory=dict)
    after_data: str = "250 taken"
    pause: float = 0
    mails: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        """Take a recipient or not."""
        if address in self.refuses:
            return self.refuses[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take the mail."""
        if self.after_data.startswith("250"):
            self.mails.append((list(envelope.rcpt_tos), envelope.content))
        await asyncio.sleep(self.pause)
        return self.after_data


class _Controller(Controller):
    def __init__(self, post: Post, context: ssl.SSLContext | None) -> None:
        self.offered = context
        super().__init__(post, hostname="127.0.0.1", port=0)

    def factory(self) -> SMTP:
        return SMTP(self.handler, tls_context=self.offered, require_starttls=self.offered is not None, hostname="peer")

    def _trigger_server(self) -> None:
        """The port is known only now; the probe of the base class would ask port 0."""
        assert self.server is not None
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def post_at(folder: Path, tls: bool = True) -> Iterator[Post]:
    """A mail server that listens, with STARTTLS or without."""
    pem = certificate(folder)
    post = Post(ca=str(pem))
    controller = _Controller(post, server_context(pem) if tls else None)
    controller.start()
    post.port = controller.port
    try:
        yield post
    finally:
        controller.stop()
