"""`email`: a mail with the papers attached, over TLS alone. Its Message-ID is made of the key: the same at every try."""
from __future__ import annotations

import smtplib
import ssl
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from bot.content import load
from bot.filing.gateways.base import NotSent, Parcel, Sent, Unset
from bot.filing.gateways.deadline import deadline
from bot.filing.outbox import rules
from bot.settings import Settings

NEEDED = {"MINGXIN_MAIL_HOST": "mail_host", "MINGXIN_MAIL_FROM": "mail_from", "MINGXIN_MAIL_TO": "mail_to"}
WAYS = ("starttls", "implicit")


@dataclass(frozen=True)
class Email:
    """A mail server and the addresses. `tls`: "starttls", or "implicit" from the first byte on (port 465)."""

    host: str
    port: int
    tls: str
    user: str
    password: str
    sender: str
    to: tuple[str, ...]
    ca: str = ""

    @classmethod
    def of(cls, conf: Settings) -> Email:
        """By the settings. Raises Unset when one is missing or is no address."""
        missing = [name for name, field in NEEDED.items() if not getattr(conf, field)]
        if bool(conf.mail_user) != bool(conf.mail_password):
            missing.append("MINGXIN_MAIL_PASSWORD" if conf.mail_user else "MINGXIN_MAIL_USER")
        if missing:
            raise Unset("gateway_unset", tuple(missing))
        to = tuple(one.strip() for one in conf.mail_to.split(",") if one.strip())
        wrong = tuple(name for name, ones in (("MINGXIN_MAIL_FROM", (conf.mail_from,)), ("MINGXIN_MAIL_TO", to))
                      if not ones or not all(_is_address(one) for one in ones))
        if wrong:
            raise Unset("gateway_no_address", wrong)
        if conf.mail_tls not in WAYS:
            raise Unset("gateway_no_tls", ("MINGXIN_MAIL_TLS",))
        return cls(conf.mail_host, conf.mail_port, conf.mail_tls, conf.mail_user, conf.mail_password, conf.mail_from, to,
                   conf.mail_ca)

    def send(self, parcel: Parcel, now: datetime, only: tuple[str, ...] = ()) -> Sent:
        """Send it to all recipients, or to `only` those. One that is refused beside one that is not: Sent with `refused`."""
        to = [one for one in self.to if not only or one in only]
        if not to:
            raise NotSent("recipient_refused", final=True)
        mail = letter(parcel, self.sender, self.to, now)
        wire = self._wire()
        with closing(wire), deadline(wire.sock, rules().one_try) as over:
            try:
                refused = wire.send_message(mail, self.sender, to)
            except smtplib.SMTPRecipientsRefused as problem:
                final = all(code >= 500 for code, _ in problem.recipients.values())
                raise NotSent("recipient_refused", final=final) from problem
            except smtplib.SMTPResponseException as problem:
                raise NotSent("refused" if problem.smtp_code >= 500 else "busy", final=problem.smtp_code >= 500) from problem
            except (OSError, smtplib.SMTPException) as problem:
                slow = over.is_set() or isinstance(problem, TimeoutError)
                raise NotSent("slow" if slow else "cut_off", maybe_there=True) from problem
            _goodbye(wire)
        return Sent(message_id=str(mail["Message-ID"]), refused=tuple(sorted(refused)))

    def _wire(self) -> smtplib.SMTP:
        """A connection under TLS, logged in. Nothing was sent when this fails."""
        limit = rules().one_try
        try:
            context = ssl.create_default_context()
            if self.ca:
                context.load_verify_locations(self.ca)
            if self.tls == "implicit":
                wire: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=limit, context=context)
            else:
                wire = smtplib.SMTP(self.host, self.port, timeout=limit)
        except ssl.SSLError as problem:
            raise NotSent("tls") from problem
        except (OSError, smtplib.SMTPException) as problem:
            raise NotSent("unreachable") from problem
        try:
            with deadline(wire.sock, limit):
                if self.tls == "starttls":
                    wire.starttls(context=context)
                self._log_in(wire)
        except (OSError, smtplib.SMTPException) as problem:
            wire.close()
            raise _before_sending(problem) from problem
        return wire

    def _log_in(self, wire: smtplib.SMTP) -> None:
        """With the name and password that are set. A server that knows neither waits for a person."""
        try:
            if self.user:
                wire.login(self.user, self.password)
        except (smtplib.SMTPAuthenticationError, smtplib.SMTPNotSupportedError) as problem:
            wire.close()
            raise NotSent("bad_login", final=True) from problem


def letter(parcel: Parcel, sender: str, to: tuple[str, ...], now: datetime) -> EmailMessage:
    """The mail: who it is from, the receipt, the papers. No name or number of the worker in its subject or text."""
    words = load().folder("filing")["mail"][parcel.what]
    told = {"receipt": parcel.receipt, "version": parcel.version, "station": parcel.station, "count": len(parcel.sheets),
            "filed_at": f"{parcel.filed_at:%Y-%m-%d %H:%M}"}
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Date"] = sender, ", ".join(to), format_datetime(now)
    mail["Subject"] = str(words["subject"]).format(**told)
    mail["Message-ID"] = f"<{parcel.key}@{sender.rpartition('@')[2]}>"
    mail["X-Mingxin-Key"] = parcel.key
    if parcel.replaces:
        mail["References"] = f"<{parcel.replaces}@{sender.rpartition('@')[2]}>"
    mail.set_content(str(words["text"]).format(**told))
    for sheet in parcel.sheets:
        main, _, sub = sheet.mime.partition("/")
        mail.add_attachment(sheet.data, maintype=main, subtype=sub, filename=sheet.name)
    return mail


def _goodbye(wire: smtplib.SMTP) -> None:
    """The mail is there, however the server says goodbye."""
    with suppress(OSError, smtplib.SMTPException):
        wire.quit()


def _before_sending(problem: Exception) -> NotSent:
    if isinstance(problem, (ssl.SSLError, smtplib.SMTPNotSupportedError)):
        return NotSent("tls")
    return NotSent("unreachable")


def _is_address(text: str) -> bool:
    try:
        return bool(Address(addr_spec=text).domain)
    except (ValueError, IndexError):
        return False
