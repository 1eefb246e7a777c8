"""A browser for the tests of this folder, closed when they are over; a new phone for each test."""
from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from bot.settings import ROOT
from tests.browser.phone import Phone, start_browser
from tests.support.live import Live


@pytest.fixture(scope="package")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Chromium. Playwright's own event loop ends with it, before tests of other folders need theirs."""
    with sync_playwright() as playwright:
        started = start_browser(playwright, tmp_path_factory.mktemp("browser"))
        yield started
        started.close()


@pytest.fixture(scope="package")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pictures go: docs/pictures with MINGXIN_PICTURES=1, else a folder that is thrown away."""
    if os.environ.get("MINGXIN_PICTURES") != "1":
        return tmp_path_factory.mktemp("pictures")
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def new_phone(browser: Browser, live: Live, pictures: Path) -> Iterator[Phone]:
    """A phone that has not opened the page yet. At the end nothing may have gone wrong on its page."""
    held = Phone(browser, live, pictures)
    yield held
    held.context.close()
    assert not held.troubles, held.troubles
    assert not held.outside, held.outside


@pytest.fixture
def phone(new_phone: Phone) -> Phone:
    """A phone with the page open and the greeting read."""
    return new_phone.open()
