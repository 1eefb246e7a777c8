"""A paper as .pdf: typst, fonts from content/fonts alone, data passed as JSON (never as markup)."""
from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timezone
from typing import Any

from bot.documents.label import implicit_label
from bot.settings import ROOT


def compile_pdf(document: str, data: Mapping[str, Any], today: date) -> bytes:
    """The PDF: A4, fonts embedded. Raises FileNotFoundError without a template, RuntimeError when typst refuses it."""
    made: bytes = _compile(document, data, today, format="pdf")
    return made


def compile_pictures(document: str, data: Mapping[str, Any], today: date, ppi: float) -> list[bytes]:
    """Each page as PNG, `ppi` points an inch; raises as `compile_pdf`."""
    made: bytes | list[bytes] = _compile(document, data, today, format="png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)


def _compile(document: str, data: Mapping[str, Any], today: date, **form: Any) -> Any:
    import typst

    folder = ROOT / "content" / "documents"
    template = folder / f"{document}.typ"
    if not template.is_file():
        raise FileNotFoundError(template)
    filled = {**data, "description": implicit_label(document, data, today)}
    return typst.compile(
        str(template),
        root=str(folder),
        font_paths=[str(ROOT / "content" / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(filled, ensure_ascii=False)},
        timestamp=int(datetime(today.year, today.month, today.day, tzinfo=timezone.utc).timestamp()),
        **form,
    )
