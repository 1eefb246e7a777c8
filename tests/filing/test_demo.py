"""Every page of a trial's papers says that it is one; with a station none does."""
from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import docx
import pypdfium2
import pytest

from bot.cases import links
from bot.cases.store import Store
from bot.documents.service import DOCUMENTS
from bot.filing import demo
from bot.filing.papers import open_paper
from bot.settings import settings
from tests.support.stores import NOW, STATION, previewed


@pytest.fixture(params=["", STATION], ids=["trial", "station"])
def marked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[bool]:
    """Whether the pages are to bear the mark."""
    monkeypatch.setattr(demo, "settings", lambda: replace(settings(), station=request.param))
    yield not request.param


def paper(store: Store, document: str, form: str) -> bytes:
    with store.session() as session:
        previewed(session, "甲")
        token = links.make(session, "甲", document, form, NOW)
    return open_paper(store, token, NOW).data


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_page_of_a_pdf(store: Store, document: str, marked: bool) -> None:
    pages = pypdfium2.PdfDocument(paper(store, document, "pdf"))
    assert [("演示" in page.get_textpage().get_text_bounded()) for page in pages] == [marked] * len(pages)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_foot_of_a_word_file(store: Store, document: str, marked: bool) -> None:
    made = docx.Document(io.BytesIO(paper(store, document, "docx")))
    feet = ["".join(paragraph.text for paragraph in section.footer.paragraphs) for section in made.sections]
    assert [("演示" in foot) for foot in feet] == [marked] * len(feet)


def test_every_foot_of_the_words_is_marked_in_a_trial(marked: bool) -> None:
    told = demo.paper_words()
    assert ("演示" in told["footer"]) == marked
    assert ("演示" in told["daybook"]["footer"]) == marked
