"""The mail gateway against a mail server on loopback."""
from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from bot.filing.gateways import email
from bot.filing.gateways.base import NotSent
from bot.filing.gateways.email import Email
from bot.filing.outbox import rules
from tests.filing.gateways.test_webhook import PARCEL
from tests.support.peers import Post, post_at
from tests.support.stores import NOW, STATION

A, B = "a@desk.example", "b@desk.example"


@pytest.fixture
def post(tmp_path: Path) -> Iterator[Post]:
    with post_at(tmp_path) as made:
        yield made


def gateway(post: Post, **other: Any) -> Email:
    conf: dict[str, Any] = {"host": "127.0.0.1", "port": post.port, "tls": "starttls", "user": "", "password": "",
                            "sender": "bot@mingxin.example", "to": (A, B), "ca": post.ca, **other}
    return Email(**conf)


def mail(post: Post, which: int = 0) -> EmailMessage:
    return message_from_bytes(post.mails[which][1], policy=policy.default)  # type: ignore[return-value]


def why(post: Post, **other: Any) -> NotSent:
    with pytest.raises(NotSent) as met:
        gateway(post, **other).send(PARCEL, NOW)
    return met.value


def test_a_mail_with_the_papers_goes_over_tls_and_its_id_is_kept(post: Post) -> None:
    told = gateway(post).send(PARCEL, NOW)
    assert (told.message_id, told.refused) == ("<mx-1@mingxin.example>", ())
    made = mail(post)
    assert made["Message-ID"] == told.message_id and "MX-2026-0000001" in made["Subject"]
    assert made["References"] == "<mx-0@mingxin.example>"
    papers = list(made.iter_attachments())
    assert [(part.get_filename(), part.get_content()) for part in papers] == [("投诉书.pdf", b"%PDF-1")]
    body = made.get_body()
    assert body is not None and STATION in body.get_content() and "王大强" not in body.get_content()


def test_the_same_filing_again_bears_the_same_id(post: Post) -> None:
    assert gateway(post).send(PARCEL, NOW) == gateway(post).send(PARCEL, NOW)
    assert mail(post, 0)["Message-ID"] == mail(post, 1)["Message-ID"]


def test_one_refused_recipient_of_two_is_named_and_the_other_has_it(post: Post) -> None:
    post.refuses[B] = "550 no such box"
    assert gateway(post).send(PARCEL, NOW).refused == (B,)
    assert [to for to, _ in post.mails] == [[A]]
    post.refuses.clear()
    assert gateway(post).send(PARCEL, NOW, only=(B,)).refused == ()
    assert [to for to, _ in post.mails] == [[A], [B]]


@pytest.mark.parametrize(("answer", "final"), [("550 no such box", True), ("451 later", False)])
def test_no_recipient_taken_is_no_delivery(post: Post, answer: str, final: bool) -> None:
    post.refuses.update({A: answer, B: answer})
    met = why(post)
    assert (met.reason, met.maybe_there, met.final) == ("recipient_refused", False, final) and post.mails == []


@pytest.mark.parametrize(("answer", "reason", "final"), [("554 not this", "refused", True), ("452 full", "busy", False)])
def test_what_is_refused_at_its_end_did_not_arrive(post: Post, answer: str, reason: str, final: bool) -> None:
    post.after_data = answer
    met = why(post)
    assert (met.reason, met.maybe_there, met.final) == (reason, False, final)


def test_a_server_that_took_it_and_does_not_say_so_in_time_may_have_it(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(email, "rules", lambda: replace(rules(), one_try=1))
    post.pause = 2
    met = why(post)
    assert (met.reason, met.maybe_there, met.final) == ("slow", True, False) and len(post.mails) == 1


def test_a_recipient_who_is_no_longer_one_gets_nothing(post: Post) -> None:
    with pytest.raises(NotSent, match="recipient_refused"):
        gateway(post).send(PARCEL, NOW, only=("gone@desk.example",))


def test_nobody_there_is_unreachable(post: Post) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert why(post, port=port).reason == "unreachable"


def test_without_tls_or_with_a_strange_certificate_nothing_is_said(post: Post, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    with post_at(tmp_path / "plain", tls=False) as plain:
        assert why(plain).reason == "tls" and plain.mails == []
        assert why(post, ca=plain.ca).reason == "tls" and post.mails == []


def test_a_login_that_is_wrong_waits_for_a_person(post: Post) -> None:
    met = why(post, user="u", password="p")
    assert (met.reason, met.maybe_there, met.final) == ("bad_login", False, True)
