"""The webhook against an agency's system on loopback, under TLS."""
from __future__ import annotations

import base64
import hashlib
import hmac
import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.filing import outbox
from bot.filing.gateways import webhook
from bot.filing.gateways.base import NotSent, Parcel, Sent, Sheet
from bot.filing.gateways.webhook import Webhook
from bot.filing.outbox import rules
from tests.support.peers import SECRET, Agency, agency_at
from tests.support.stores import NOW, STATION

PARCEL = Parcel("mx-1", "filing", "MX-2026-0000001", 2, "mx-0", NOW, STATION, "2026-11-22.abc", "def",
                {"worker_name": {"state": "known", "value": "王大强"}}, [{"id": "EV-1", "sha256": "0" * 64}],
                (Sheet("投诉书.pdf", "application/pdf", b"%PDF-1"),))


@pytest.fixture
def agency(tmp_path: Path) -> Iterator[Agency]:
    with agency_at(tmp_path) as made:
        yield made


@pytest.fixture(autouse=True)
def short_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    """A try takes a second at most."""
    monkeypatch.setattr(webhook, "rules", lambda: replace(rules(), one_try=1))


def send(agency: Agency, url: str = "", ca: str = "") -> Sent:
    return Webhook(url or agency.url, SECRET, ca or agency.ca).send(PARCEL, NOW)


def why(agency: Agency, **other: str) -> NotSent:
    with pytest.raises(NotSent) as met:
        send(agency, **other)
    return met.value


def test_the_number_of_the_answer_is_kept(agency: Agency) -> None:
    assert send(agency) == Sent(number="R-1")
    assert send(agency) == Sent(number="R-1")
    assert agency.register == {"mx-1": "R-1"} and agency.wire["mx-1"] == 2


def test_it_is_signed_over_time_and_body_and_holds_facts_and_papers(agency: Agency) -> None:
    send(agency)
    headers, body = agency.requests[0]
    moment = headers["X-Mingxin-Timestamp"]
    assert int(moment) == int(NOW.timestamp())
    signed = hmac.new(SECRET.encode(), moment.encode() + b"." + body, hashlib.sha256).hexdigest()
    assert headers["X-Mingxin-Signature"] == f"v1={signed}" and headers["Idempotency-Key"] == "mx-1"
    told = json.loads(body)
    assert (told["receipt"], told["version"], told["replaces"]) == ("MX-2026-0000001", 2, "mx-0")
    assert told["facts"]["worker_name"]["value"] == "王大强"
    paper = told["papers"][0]
    assert base64.b64decode(paper["base64"]) == b"%PDF-1" and paper["sha256"] == hashlib.sha256(b"%PDF-1").hexdigest()


MET = [  # mood, reason, may be there, worth trying again
    ("busy", "busy", True, True), ("refuse", "refused", False, False), ("lie", "answer_error", True, True),
    ("refuse_200", "answer_error", True, True), ("garbage", "answer_unreadable", True, True),
    ("huge", "answer_too_large", True, True), ("drip", "slow", True, True), ("cut", "cut_off", True, True),
]


@pytest.mark.parametrize(("mood", "reason", "maybe", "again"), MET, ids=[row[0] for row in MET])
def test_each_fault_is_a_state_of_its_own(agency: Agency, mood: str, reason: str, maybe: bool, again: bool) -> None:
    agency.mood = mood
    met = why(agency)
    assert (met.reason, met.maybe_there, not met.final) == (reason, maybe, again)
    agency.mood = "good"
    assert send(agency).number == "R-1"


def test_nobody_there_is_unreachable_and_surely_not_delivered(agency: Agency) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    met = why(agency, url=f"https://127.0.0.1:{port}/")
    assert (met.reason, met.maybe_there, met.final) == ("unreachable", False, False)


def test_a_certificate_that_nobody_vouches_for_gets_nothing(agency: Agency, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with agency_at(tmp_path / "other") as other:
        met = why(agency, ca=other.ca)
    assert (met.reason, met.maybe_there) == ("tls", False) and agency.requests == []


def test_of_an_answer_no_more_is_read_than_the_rules_say(agency: Agency) -> None:
    agency.mood = "huge"
    assert outbox.rules().largest_answer < 100_000
    assert why(agency).reason == "answer_too_large"


@pytest.mark.parametrize("number", ["", None, 17, "N" * 300, "\x1b[31mrot"])
def test_a_number_is_taken_as_it_is_but_short_and_printable(number: object) -> None:
    told = webhook.read_answer(200, json.dumps({"accepted": True, "number": number}).encode())
    assert len(told.number) <= 80 and "\x1b" not in told.number
