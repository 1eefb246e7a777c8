"""A paper as .docx: a Word template filled by docxtpl. Values are data: they are escaped and never read as markup."""
from __future__ import annotations

import copy
import io
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from bot.documents.label import implicit_label
from bot.settings import ROOT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.run import Run
    from jinja2.sandbox import SandboxedEnvironment

MARK = re.compile(r"(（待补[^（）]*）)")


def fill(document: str, data: Mapping[str, Any], today: date) -> bytes:
    """The .docx. Raises FileNotFoundError without a template, jinja2.UndefinedError for a placeholder nobody fills."""
    from docxtpl import DocxTemplate

    path = ROOT / "content" / "documents" / f"{document}.docx"
    if not path.is_file():
        raise FileNotFoundError(path)
    template = DocxTemplate(str(path))
    template.render(dict(data), _environment(), autoescape=True)
    made: Document = template.docx
    _shade_marks(made)
    _label(made, document, data, today)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


@cache
def _environment() -> SandboxedEnvironment:
    """What reads the placeholders; each part of a template is compiled once."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    environment = SandboxedEnvironment(undefined=StrictUndefined)
    environment.from_string = lru_cache(maxsize=64)(environment.from_string)  # type: ignore[method-assign, assignment]
    return environment


def _label(made: Document, document: str, data: Mapping[str, Any], today: date) -> None:
    """The file's properties: title, preparer, day, the implicit label (LAW-AI-03)."""
    properties, label = made.core_properties, data["label"]
    properties.title, properties.author, properties.last_modified_by = data["title"], label["author"], label["author"]
    properties.keywords, properties.subject = label["keywords"], label["subject"]
    properties.comments = implicit_label(document, data, today)
    properties.created = properties.modified = datetime(today.year, today.month, today.day)


def _shade_marks(made: Document) -> None:
    """Make each mark 「待补」 small and grey, so that the ruled blank is what the eye finds."""
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

    for element in list(made.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")):
        for run in Paragraph(element, made).runs:
            if MARK.search(run.text):
                _split(run, Run)


def _split(run: Run, make: type[Run]) -> None:
    from docx.shared import Pt, RGBColor

    last = run._r
    for piece in filter(None, MARK.split(run.text)):
        element = copy.deepcopy(run._r)
        last.addnext(element)
        last = element
        part = make(element, run._parent)
        part.text = piece
        if MARK.fullmatch(piece):
            part.font.size, part.font.color.rgb = Pt(8), RGBColor(0x5A, 0x5A, 0x5A)
    run._r.getparent().remove(run._r)
