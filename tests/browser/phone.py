"""A worker's phone in a test: 360 by 740, touch, Chinese; what it sent and got is kept, and what went wrong on the page."""
from __future__ import annotations

import io
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, Request, Response

from bot.settings import ROOT
from tests.support.live import Live, Said

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--no-first-run"]
SCREEN = {"width": 360, "height": 740}
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>
"""
PATIENCE = 30_000


def start_browser(playwright: Playwright, folder: Path) -> Browser:
    """Debian's Chromium with the Chinese font of content/fonts (Android's own), so that pictures look as on a phone."""
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS.format(fonts=ROOT / "content" / "fonts", cache=folder / "font-cache"))
    return playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, env={**os.environ, "FONTCONFIG_FILE": str(fonts)})


@dataclass
class Turn:
    """One message to the bot and what came back (`said` None: nothing came)."""

    message: str
    message_id: str
    attachments: list[str]
    said: Said | None


@dataclass
class Phone:
    """A phone with the chat page. Errors of the page are gathered in `troubles`; `forgive` takes those that a test wants."""

    browser: Browser
    live: Live
    pictures: Path
    context: BrowserContext = field(init=False)
    page: Page = field(init=False)
    turns: list[Turn] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context = self.browser.new_context(
            viewport=SCREEN, device_scale_factor=2, is_mobile=True, has_touch=True, locale="zh-CN",
            timezone_id="Asia/Shanghai", accept_downloads=True)
        self.page = self._watch(self.context.new_page())

    @property
    def home(self) -> str:
        """The address of the chat page."""
        return f"http://127.0.0.1:{self.live.servers.port}/chat"

    @property
    def sender(self) -> str:
        """The sender of this phone, from its cookie."""
        return "chat:" + next(c["value"] for c in self.context.cookies(self.home) if c["name"] == "mingxin")

    def _watch(self, page: Page) -> Page:
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda line: self.troubles.append(line.text) if line.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("request", self._asked)
        page.on("response", self._answered)
        return page

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.home, "blob:", "data:")):
            self.outside.append(request.url)
        if request.url == f"{self.home}/send":
            body: dict[str, Any] = request.post_data_json
            self.turns.append(Turn(body["message"], body["message_id"], body["attachments"], None))

    def _answered(self, response: Response) -> None:
        if response.url == f"{self.home}/send" and response.ok:
            wanted = response.request.post_data_json["message_id"]
            next(turn for turn in reversed(self.turns) if turn.message_id == wanted).said = Said(response.json())

    def forgive(self, *pieces: str) -> None:
        """Troubles that hold one of these pieces were meant by the test."""
        self.troubles = [trouble for trouble in self.troubles if not any(piece in trouble for piece in pieces)]

    # ---- what a hand does

    def open(self) -> Phone:
        """Open the chat page and wait for its first words."""
        self.page.goto(self.home)
        return self.settle()

    def another_tab(self) -> Phone:
        """Close the page and open it in a new tab: the same cookie, nothing else kept."""
        self.page.close()
        self.page = self._watch(self.context.new_page())
        return self.open()

    def settle(self) -> Phone:
        """Wait until all is answered and the newest choices can be tapped."""
        self.page.wait_for_selector("#log[aria-busy=false]")
        self.page.wait_for_selector(".choices.fresh", state="detached")
        return self

    def say(self, words: str) -> Said:
        """Type and send; the bot's answer."""
        self.page.fill("#text", words)
        self.page.tap("#send")
        return self.answer_to(words)

    def tap(self, title: str) -> Said:
        """Tap a choice; the bot's answer."""
        before = len(self.turns)
        self.choice(title).tap()
        self.settle()
        return self.answer_to(self.turns[before].message)

    def choice(self, title: str) -> Locator:
        """A choice that is offered."""
        return self.page.locator(".choices").get_by_role("button", name=title, exact=True)

    def answer_to(self, words: str) -> Said:
        """What came back to a message just sent."""
        self.settle()
        for _ in range(100):
            turn = next((turn for turn in reversed(self.turns) if turn.message == words), None)
            if turn and turn.said:
                return turn.said
            self.page.wait_for_timeout(50)
        raise AssertionError(f"no answer to {words!r}: {self.turns[-2:]}")

    def last(self) -> Said:
        """The newest answer."""
        return next(turn.said for turn in reversed(self.turns) if turn.said)

    # ---- what an eye sees

    def text(self) -> str:
        """All that stands in the log."""
        return self.page.inner_text("#log")

    def bubbles(self, mine: bool = False) -> list[str]:
        """The bubbles of the bot, or of the worker."""
        return self.page.locator(".row.me .bubble" if mine else ".row:not(.me) .bubble").all_inner_texts()

    def wait_for_text(self, words: str) -> None:
        """Wait until these words stand in the log."""
        self.page.locator("#log").get_by_text(words).first.wait_for()

    def picture(self, name: str, at_end: bool = False) -> None:
        """A picture of the screen for docs/pictures."""
        if at_end:
            self.page.locator("#log").evaluate("log => { log.scrollTop = log.scrollHeight; }")
        time.sleep(0.2)
        self.page.evaluate("document.activeElement.blur()")
        shot = Image.open(io.BytesIO(self.page.screenshot())).convert("RGB")
        shot.quantize(96).save(self.pictures / f"{name}.png", optimize=True)
