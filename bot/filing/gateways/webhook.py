"""`webhook`: an HTTPS POST of JSON with the papers to an agency's system, signed (docs/webhook.openapi.yml describes it)."""
from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from bot.filing.gateways.base import NotSent, Parcel, Sent, Unset
from bot.filing.gateways.deadline import deadline
from bot.filing.outbox import rules
from bot.filing.printable import printable
from bot.settings import Settings

LONGEST_NUMBER = 80
SHORTEST_SECRET = 16
AGAIN = (408, 409, 425, 429)  # not now: as with the 500s, trying again may help
NEEDED = {"MINGXIN_WEBHOOK_URL": "webhook_url", "MINGXIN_WEBHOOK_SECRET": "webhook_secret"}


@dataclass(frozen=True)
class Webhook:
    """The address (https), the shared secret, and perhaps a file of certificates to trust besides the system's."""

    url: str
    secret: str
    ca: str = ""

    @classmethod
    def of(cls, conf: Settings) -> Webhook:
        """By the settings. Raises Unset when one is missing, is no https address, or the secret is short."""
        missing = tuple(name for name, field in NEEDED.items() if not getattr(conf, field))
        if missing:
            raise Unset("gateway_unset", missing)
        parts = urlsplit(conf.webhook_url)
        if parts.scheme != "https" or not parts.hostname or parts.username:
            raise Unset("gateway_no_https", ("MINGXIN_WEBHOOK_URL",))
        if len(conf.webhook_secret) < SHORTEST_SECRET:
            raise Unset("gateway_short_secret", ("MINGXIN_WEBHOOK_SECRET",))
        return cls(conf.webhook_url, conf.webhook_secret, conf.webhook_ca)

    def send(self, parcel: Parcel, now: datetime, only: tuple[str, ...] = ()) -> Sent:
        """POST it; its number from the answer. Raises NotSent."""
        body = json.dumps(as_json(parcel), ensure_ascii=False, sort_keys=True).encode()
        status, data = self._post(body, headers(parcel.key, body, self.secret, now))
        return read_answer(status, data)

    def _post(self, body: bytes, headed: Mapping[str, str]) -> tuple[int, bytes]:
        parts, limits = urlsplit(self.url), rules()
        try:
            context = ssl.create_default_context()
            if self.ca:
                context.load_verify_locations(self.ca)
        except (OSError, ssl.SSLError) as problem:
            raise NotSent("tls") from problem
        wire = http.client.HTTPSConnection(str(parts.hostname), parts.port, timeout=limits.one_try, context=context)
        try:
            try:
                wire.connect()
            except ssl.SSLCertVerificationError as problem:
                raise NotSent("tls") from problem
            except OSError as problem:
                raise NotSent("unreachable") from problem
            return _exchange(wire, parts.path + (f"?{parts.query}" if parts.query else ""), body, headed)
        finally:
            wire.close()


def _exchange(wire: http.client.HTTPSConnection, path: str, body: bytes, headed: Mapping[str, str]) -> tuple[int, bytes]:
    """Status and body; from the first byte sent on nobody knows whether it arrived."""
    limits = rules()
    with deadline(wire.sock, limits.one_try) as over:
        try:
            wire.request("POST", path or "/", body, dict(headed))
            answer = wire.getresponse()
            data = answer.read(limits.largest_answer + 1)
        except (OSError, http.client.HTTPException) as problem:
            slow = over.is_set() or isinstance(problem, TimeoutError)
            raise NotSent("slow" if slow else "cut_off", maybe_there=True) from problem
    if len(data) > limits.largest_answer:
        raise NotSent("answer_too_large", maybe_there=True)
    if over.is_set():
        raise NotSent("slow", maybe_there=True)
    return answer.status, data


def as_json(parcel: Parcel) -> dict[str, Any]:
    """The body: what docs/webhook.openapi.yml calls Delivery."""
    return {
        "kind": parcel.what, "key": parcel.key, "receipt": parcel.receipt, "version": parcel.version,
        "replaces": parcel.replaces or None, "filed_at": parcel.filed_at.isoformat(timespec="seconds"),
        "receiver": parcel.station, "law_version": parcel.law_version, "form_version": parcel.form_version,
        "facts": parcel.facts, "evidence": parcel.evidence,
        "papers": [{"name": sheet.name, "mime": sheet.mime, "sha256": hashlib.sha256(sheet.data).hexdigest(),
                    "base64": base64.b64encode(sheet.data).decode()} for sheet in parcel.sheets],
    }


def headers(key: str, body: bytes, secret: str, now: datetime) -> dict[str, str]:
    """Idempotency key, time in seconds since 1970, and HMAC-SHA256 over time, a full stop and the body."""
    moment = str(int(now.timestamp()))
    signed = hmac.new(secret.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
    return {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": key, "X-Mingxin-Timestamp": moment,
            "X-Mingxin-Signature": f"v1={signed}"}


def read_answer(status: int, data: bytes) -> Sent:
    """The number in a good answer, `{"accepted": true, "number": "…"}`. A 200 that says anything else is no receipt."""
    if status >= 500 or status in AGAIN:
        raise NotSent("busy", maybe_there=True)
    if not 200 <= status < 300:
        raise NotSent("refused", final=True)
    try:
        told = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise NotSent("answer_unreadable", maybe_there=True) from problem
    if not isinstance(told, dict) or told.get("accepted") is not True:
        raise NotSent("answer_error", maybe_there=True)
    number = told.get("number")
    return Sent(number=printable(str(number))[:LONGEST_NUMBER] if isinstance(number, (str, int)) else "")
