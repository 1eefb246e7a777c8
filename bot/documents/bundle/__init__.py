"""The evidence bundle: all pieces of a case as one numbered .pdf, and as one .zip with the untouched originals."""
from __future__ import annotations

from bot.documents.bundle.archive import write_zip
from bot.documents.bundle.making import make_pdf
from bot.documents.bundle.parts import Bundle, Unreadable
from bot.documents.bundle.press import PressFailed

__all__ = ["Bundle", "PressFailed", "Unreadable", "make_pdf", "write_zip"]
