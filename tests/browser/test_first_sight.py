"""What a cheap phone gets when it opens the page: little, from one place, readable, and safe."""
from __future__ import annotations

import re

import httpx

from bot.channels.chat import STATIC
from tests.browser.fits import BODY_PRINT, misfits
from tests.browser.phone import Phone
from tests.support.live import Live

ALLOWED_BYTES = 60_000
TOO_NEW_JS = [r"\?\.[a-zA-Z(\[]", r"\?\?", "replaceChildren", "replaceAll", "requestSubmit", "randomUUID", "structuredClone",
              r"\.at\(", "allSettled", "Promise.any", r"^import ", r"^export ", r"\bstatic #", "globalThis", "matchAll"]
TOO_NEW_CSS = [r"(?<![\w-])gap:", r"(?<![\w-])inset:", "margin-inline", "padding-inline", "aspect-ratio", ":is\\(", ":where\\(",
               ":has\\(", "@layer", "color-mix"]


def test_the_greeting_comes_by_itself_with_four_buttons(phone: Phone) -> None:
    assert "不是律师" in phone.bubbles()[0] and "删除我的资料" in phone.bubbles()[0]
    assert phone.page.locator(".choices button").count() == 4
    assert phone.bubbles(mine=True) == []


def test_it_fits_a_small_screen_in_large_print(phone: Phone) -> None:
    assert misfits(phone.page) == []
    for what in (".bubble", ".choices button", "#text", "#send"):
        size = phone.page.locator(what).first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert size >= BODY_PRINT, what


def test_the_page_turned_to_its_side_and_on_a_wide_screen_fits_too(phone: Phone) -> None:
    for width, height in ((740, 360), (320, 568), (1280, 800)):
        phone.page.set_viewport_size({"width": width, "height": height})
        assert misfits(phone.page) == [], width


def test_all_of_it_is_under_sixty_kilobytes_and_from_one_place(new_phone: Phone) -> None:
    loaded: dict[str, int] = {}
    new_phone.page.on("response", lambda reply: loaded.__setitem__(reply.url, len(reply.body())))
    new_phone.open()
    assert any(url.endswith("chat.css") for url in loaded) and any(url.endswith("send.js") for url in loaded)
    assert sum(loaded.values()) < ALLOWED_BYTES, loaded
    assert new_phone.outside == []


def test_a_second_visit_fetches_no_style_and_no_script_again(live: Live) -> None:
    first = live.http.get("/chat/static/chat.css")
    again = live.http.get("/chat/static/chat.css", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_no_script_or_style_stands_in_the_page_itself_and_the_browser_forbids_it(live: Live) -> None:
    page = httpx.get(f"{live.servers.url}/chat")  # a client of its own: the page gives a cookie
    policy = page.headers["content-security-policy"]
    assert "default-src 'self'" in policy and "unsafe" not in policy and "form-action 'self'" in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", page.text)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page.text))
    assert "http://" not in page.text and "https://" not in page.text


def test_a_script_put_into_the_page_does_not_run(phone: Phone) -> None:
    phone.page.evaluate("""() => { const s = document.createElement('script'); s.textContent = 'document.title = "ran"';
                                   document.body.appendChild(s); }""")
    assert phone.page.title() != "ran"
    assert any("Content Security Policy" in trouble for trouble in phone.troubles)
    phone.forgive("Content Security Policy")


def test_the_cookie_cannot_be_read_by_scripts_and_goes_to_the_chat_alone(live: Live, phone: Phone) -> None:
    reply = httpx.get(phone.home)
    cookie = reply.headers["set-cookie"].lower()
    assert re.search(r"mingxin=[0-9a-f]{32};", cookie)
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/chat" in cookie
    assert phone.page.evaluate("document.cookie") == ""


def test_the_scripts_and_styles_need_no_browser_newer_than_2019() -> None:
    for path in STATIC.glob("*.js"):
        for pattern in TOO_NEW_JS:
            found = re.search(pattern, path.read_text(encoding="utf-8"), re.M)
            assert not found, f"{path.name}: {found}"
    style = (STATIC / "chat.css").read_text(encoding="utf-8")
    for pattern in TOO_NEW_CSS:
        assert not re.search(pattern, style), pattern
    for new in re.findall(r"^.*(?:dvh|max\(|:focus-visible).*$", style, re.M):
        assert "100%" in new or "height: 100dvh" in new or "padding" in new or ":not(:focus-visible)" in new, new


def test_every_word_that_a_script_says_stands_in_the_page() -> None:
    for path in STATIC.glob("*.js"):
        own = STATIC / f"{path.stem}.html"  # check.js has a page of its own, the others are parts of chat.html
        page = (own if own.exists() else STATIC / "chat.html").read_text(encoding="utf-8")
        offered = set(re.findall(r'data-word="(\w+)"', page))
        code = path.read_text(encoding="utf-8")
        assert set(re.findall(r"\bwords\.(\w+)", code)) <= offered, path.name
        strings = re.sub(r"//.*|/\^?【[^\n]*", "", code)
        assert not re.search(r"[\u4e00-\u9fff]", strings), path.name


def test_a_link_that_is_gone_says_so_on_a_page_that_leads_back(phone: Phone) -> None:
    phone.page.goto(f"{phone.home}/files/{'0' * 32}")
    assert "过期" in phone.page.inner_text("main")
    assert misfits_outside_the_chat(phone) == []
    phone.page.get_by_role("link", name="回到对话").tap()
    phone.settle()
    assert "不是律师" in phone.text()
    phone.forgive("404")


def misfits_outside_the_chat(phone: Phone) -> list[str]:
    """The same look at a page that has no log."""
    phone.page.evaluate("window.log = document.querySelector('main')")
    return misfits(phone.page)
