"""A worker who brings a claim to its receipt on his phone; at each step the page is measured."""
from __future__ import annotations

import io
import mimetypes
from pathlib import Path
from typing import Any

import yaml
from PIL import Image, ImageDraw

from tests.browser.fits import misfits, newest_in_view
from tests.browser.phone import Phone
from tests.support.live import Said

CLAIM: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "claim.yml").read_text(encoding="utf-8"))
MOST_QUESTIONS = 30


def daybook_photo() -> bytes:
    """A photo of a page of a daybook, as a phone takes it."""
    page = Image.new("RGB", (900, 1200), (230, 226, 210))
    pen = ImageDraw.Draw(page)
    for line in range(80, 1150, 60):
        pen.line((60, line, 840, line), fill=(120, 140, 180), width=3)
        pen.line((90, line - 18, 90 + (line * 7) % 400 + 200, line - 18), fill=(40, 40, 60), width=6)
    pen.rectangle((560, 950, 800, 1100), outline=(200, 40, 40), width=10)
    out = io.BytesIO()
    page.save(out, "JPEG", quality=80)
    return out.getvalue()


class Worker:
    """Speaks on a phone; `misfits` gathers what did not fit after any of his messages."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.misfits: list[str] = []
        self.progress: list[str] = []

    def say(self, words: str) -> Said:
        """One message, then a look at the page."""
        return self._look(words, self.phone.say(words))

    def tap(self, title: str) -> Said:
        """One tap, then a look at the page."""
        return self._look(title, self.phone.tap(title))

    def answer_all(self) -> Said:
        """Answer until nothing is asked any more."""
        for _ in range(MOST_QUESTIONS):
            said = self.phone.last()
            if not said.asks:
                return said
            self.progress.append(self.phone.page.inner_text("#progress-text"))
            self.say(CLAIM["answers"][said.asks])
        raise AssertionError(f"the questions do not end: {said.asks}")

    def send_photo(self, data: bytes, name: str = "daybook.jpg") -> Said:
        """Choose a photo or a document; the bot's answer."""
        mime = mimetypes.guess_type(name)[0] or "image/jpeg"
        self.phone.page.set_input_files("#photo", [{"name": name, "mimeType": mime, "buffer": data}])
        return self._look(name, self.phone.answer_to(""))

    def download(self, title: str, form: str) -> bytes:
        """Tap a link on the newest card with this title; the file."""
        card = self.phone.page.locator(".card.paper", has=self.phone.page.get_by_text(title, exact=True)).last
        with self.phone.page.expect_download() as waiting:
            card.get_by_role("link", name=form).tap()
        return Path(waiting.value.path()).read_bytes()

    def _look(self, what: str, said: Said) -> Said:
        self.misfits.extend(f"{what}: {found}" for found in misfits(self.phone.page))
        if not newest_in_view(self.phone.page):
            self.misfits.append(f"{what}: the answer is out of view")
        return said
