"""The list of what could not be delivered, from the words of content/words/desk.yml."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.clock import CHINA
from bot.filing.undelivered import Undelivered


def undelivered_text(lines: Sequence[Undelivered], words: Mapping[str, Any]) -> str:
    """A line for each order that waits for a person."""
    own = words["desk"]["undelivered"]
    return "\n".join(_line(one, own) for one in lines) or str(own["none"])


def _line(one: Undelivered, own: Mapping[str, Any]) -> str:
    refused = own["refused"].format(who="、".join(one.refused)) if one.refused else ""
    since = one.since.astimezone(CHINA).strftime("%Y-%m-%d %H:%M")
    told = {"number": one.number, "gateway": one.gateway, "tries": one.tries, "since": since, "refused": refused}
    return str(own["line"].format(what=own["what"][one.what], state=own["state"][one.state],
                                  reason=own["reasons"].get(one.reason, one.reason), **told)).rstrip()
