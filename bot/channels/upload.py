"""A file that comes in a form over HTTP: read as it comes, sealed at once, never whole in memory. Nothing of HTTP stands here."""
from __future__ import annotations

from threading import Lock

from werkzeug.exceptions import HTTPException
from werkzeug.http import parse_options_header
from werkzeug.sansio.multipart import Data, Epilogue, Event, Field, File, MultipartDecoder, NeedData

from bot import clock
from bot.cases import evidence
from bot.cases.store import Store
from bot.channels.limits import RESERVED

PART = 256 * 1024  # so much is gathered before it is read, sealed and written
MOST_BUFFERED = 4 * PART
MOST_PARTS = 20
LONGEST_SENDER = 200


class BadUpload(Exception):
    """The body is no form with a file in it, or it stops before its end."""


class Upload:
    """`feed` the body, then `keep` what it brought; `discard` in any case. Each may be called from another thread."""

    def __init__(self, store: Store, content_type: str) -> None:
        """BadUpload when the body is no multipart form."""
        kind, options = parse_options_header(content_type)
        boundary = options.get("boundary", "").encode("ascii", "replace")
        if kind != "multipart/form-data" or not 0 < len(boundary) <= 200:
            raise BadUpload("not a form")
        self._decoder = MultipartDecoder(boundary, MOST_BUFFERED, max_parts=MOST_PARTS)
        self._store, self._lock = store, Lock()
        self._draft: evidence.Draft | None = None
        self._reading: bytearray | evidence.Draft | None = None
        self._sender, self._filename, self._ended, self._closed = bytearray(), "", False, False

    def feed(self, data: bytes | None) -> None:
        """The next bytes of the body, None after the last. BadUpload, EvidenceRefused, OSError, KeyProblem."""
        with self._lock:
            if self._closed:
                return
            parts = [None] if data is None else [data[start : start + PART] for start in range(0, len(data), PART)]
            try:
                for part in parts:
                    self._decoder.receive_data(part)
                    self._take_all()
            except (ValueError, HTTPException) as error:  # what the decoder raises at a body that is none
                raise BadUpload("a broken form") from error

    def sender(self) -> str | None:
        """The sender of a REST client, named in the form; never one of another channel."""
        value = bytes(self._sender).decode("utf-8", "replace")
        return value if 0 < len(value) <= LONGEST_SENDER and not value.startswith(RESERVED) else None

    def keep(self, sender: str, channel: str) -> str:
        """The id of the evidence: original and row are on the disk when this returns. Errors as `feed`, and SQLAlchemyError."""
        with self._lock:
            if self._draft is None or not self._ended or self._closed:
                raise BadUpload("no file")
            with self._store.session() as session:
                return evidence.add_draft(session, sender, draft=self._draft, filename=self._filename, channel=channel,
                                          now=clock.now()).id

    def discard(self) -> None:
        """Delete what was not kept."""
        with self._lock:
            self._closed = True
            if self._draft is not None:
                self._draft.discard()

    def _take_all(self) -> None:
        while not self._ended and not isinstance(event := self._decoder.next_event(), NeedData):
            self._ended = isinstance(event, Epilogue)
            self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event, File):
            self._reading = None
            if event.name == "file" and self._draft is None:
                self._draft = self._reading = self._store.vault.draft()
                self._filename = event.filename
        elif isinstance(event, Field):
            self._reading = self._sender if event.name == "sender" and not self._sender else None
        elif isinstance(event, Data) and self._reading is not None:
            if self._reading is self._draft:
                self._draft.write(event.data)
            elif isinstance(self._reading, bytearray) and len(self._reading) <= 4 * LONGEST_SENDER:
                self._reading += event.data
