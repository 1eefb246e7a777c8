"""Conversations of the last minutes as they were saved, so that a turn does not read a hundred events again."""
from __future__ import annotations

from collections import OrderedDict
from typing import NamedTuple

from rasa.shared.core.trackers import DialogueStateTracker

MOST = 200


class Stamp(NamedTuple):
    """What the database holds of a conversation: another stamp means that somebody else wrote."""

    events: int
    last_id: int
    latest: float


class TrackerCache:
    """At most `MOST` trackers, the least recently used go first. A tracker is out while its turn runs."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[str, tuple[Stamp, DialogueStateTracker]] = OrderedDict()

    def take(self, sender: str, stamp: Stamp) -> DialogueStateTracker | None:
        """The tracker of this stamp, which leaves the cache: a turn that fails half-way must not change it for the next."""
        known, tracker = self._kept.pop(sender, (None, None))
        return tracker if known == stamp else None

    def keep(self, sender: str, stamp: Stamp, tracker: DialogueStateTracker) -> None:
        """A tracker just as the database has it."""
        self._kept[sender] = (stamp, tracker)
        self._kept.move_to_end(sender)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def drop(self, sender: str) -> None:
        """Forget a conversation."""
        self._kept.pop(sender, None)
