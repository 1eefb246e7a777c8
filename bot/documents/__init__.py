"""Facts of a case -> papers as .docx and .pdf: `render`, `preview`, `missing`, `asks_a_sum` (docs/interfaces.md)."""
from __future__ import annotations

from bot.documents.service import DOCUMENTS, asks_a_sum, missing, preview, render

__all__ = ["DOCUMENTS", "asks_a_sum", "missing", "preview", "render"]
