"""Collects the replies of one turn in Rasa's own form."""
from __future__ import annotations

from rasa.core.channels.channel import CollectingOutputChannel


class TurnOutput(CollectingOutputChannel):
    """Rasa's collecting channel under the name of the channel that asked."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def name(self) -> str:  # type: ignore[override]
        """The channel's name, so that channel-specific responses work."""
        return self._name
