"""Facts of a case -> papers as .docx and .pdf: `render`, `preview`, `missing` (docs/interfaces.md)."""
from __future__ import annotations

from bot.documents.service import DOCUMENTS, missing, preview, render

__all__ = ["DOCUMENTS", "missing", "preview", "render"]
