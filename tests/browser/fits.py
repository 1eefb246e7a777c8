"""Whether the page fits the screen: nothing wider, nothing cut, thumbs find every button, print is large enough."""
from __future__ import annotations

from playwright.sync_api import Page

THUMB = 44
PRINT = 15
BODY_PRINT = 18
LOOK = """
([thumb, print]) => {
  const wide = document.documentElement.clientWidth, found = [];
  const name = (e) => e.tagName + '.' + e.className + ' ' + (e.innerText || '').slice(0, 20);
  if (document.documentElement.scrollWidth > wide) found.push('the page scrolls sideways');
  if (log.scrollWidth > log.clientWidth) found.push('the log scrolls sideways');
  for (const e of document.body.querySelectorAll('*')) {
    if (['TEMPLATE', 'NOSCRIPT'].includes(e.tagName) || !e.getClientRects().length) continue;
    const box = e.getBoundingClientRect();
    if (box.left < -1 || box.right > wide + 1) found.push(`wider than the screen: ${name(e)} ${box.left}..${box.right}`);
    const tapped = e.matches('button, summary, .button, label.photo, textarea');
    if (tapped && (box.height < thumb || (box.width < thumb))) found.push(`too small: ${name(e)} ${box.width}x${box.height}`);
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (own && parseFloat(getComputedStyle(e).fontSize) < print) found.push(`small print: ${name(e)}`);
  }
  return found;
}
"""


def misfits(page: Page) -> list[str]:
    """What does not fit, in words; empty when all is well."""
    found: list[str] = page.evaluate(LOOK, [THUMB, PRINT])
    return found


def newest_in_view(page: Page) -> bool:
    """Whether the newest answer is in view: its end, or, when it is longer than the screen, its beginning."""
    seen: bool = page.evaluate("""
      () => {
        const mine = [...document.querySelectorAll('.row.me')].pop();
        const first = mine ? mine.nextElementSibling : log.firstElementChild, last = log.lastElementChild;
        const view = log.getBoundingClientRect();
        if (!first) return true;
        const top = first.getBoundingClientRect().top, bottom = last.getBoundingClientRect().bottom;
        const whole = top >= view.top - 1 && bottom <= view.bottom + 1;
        return whole || (top >= view.top - 1 && top < view.top + 140 && !more.hidden);
      }
    """)
    return seen
