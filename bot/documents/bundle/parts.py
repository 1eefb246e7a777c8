"""What a bundle is made from, and what one piece becomes on paper."""
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO, Protocol

from bot.documents.case import Case
from bot.documents.proof import Item

LEFT_OUT = ("full", "late", "long", "broken", "unreadable", "tall", "large", "audio", "video", "word", "excel", "other")


class Unreadable(Exception):
    """An original that cannot be read any more (lost, changed, another key)."""


class Original(Item, Protocol):
    """A piece as bot/cases/evidence.py gives it; `size` in bytes, `taken_at`: when it was received."""

    @property
    def size(self) -> int: ...
    @property
    def mime(self) -> str: ...


class Withheld(Protocol):
    """The whole cards (id_card, bank_card) that lie with the pieces and are handed to nobody."""

    @property
    def kept(self) -> Sequence[str]: ...
    @property
    def unanswered(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Bundle:
    """A case's pieces in their order. `original` opens one piece, read through once already, or raises Unreadable; `code`:
    what the check page wants; `address`: that page with the code, or "" when no public address is set; `kept` and
    `unanswered`: whole cards (id_card, bank_card) that are left out, at his word or because he has not said yet."""

    case: Case
    items: Sequence[Original]
    original: Callable[[Original], BinaryIO]
    now: datetime
    code: str
    address: str = ""
    kept: Sequence[str] = ()
    unanswered: Sequence[str] = ()


@dataclass(frozen=True)
class Page:
    """A page of a piece: page `page` of the PDF `file` in the work folder; without a file a sheet that tells `why`
    (a key of `sheet.why` in content/words/bundle.yml)."""

    file: str = ""
    page: int = 1
    why: str = ""


@dataclass(frozen=True)
class Material:
    """What a piece becomes: its pages (at least one), and their bytes on disk."""

    pages: tuple[Page, ...]
    size: int = 0

    @property
    def left_out(self) -> str:
        """Why the piece itself, or a part of it, is not printed; "" when all of it is."""
        return next((page.why for page in self.pages if page.why in LEFT_OUT), "")
