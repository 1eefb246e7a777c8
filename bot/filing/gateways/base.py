"""What all ways to another house have in common: what goes, what came back, why it did not arrive."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True)
class Sheet:
    """A paper as a file."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True)
class Parcel:
    """A filing, or its withdrawal, on its way. `key`: the same at every try of this version; `replaces`: the key of the version
    before, when the receiver has or may have it, and of a withdrawal the key of what is taken back; `facts`, `evidence`: JSON
    with personal numbers in clear."""

    key: str
    what: str
    receipt: str
    version: int
    replaces: str
    filed_at: datetime
    station: str
    law_version: str
    form_version: str
    facts: dict[str, Any]
    evidence: list[dict[str, Any]]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True)
class Sent:
    """It arrived. `number`: the receiver's own; `refused`: recipients that did not take it while another did."""

    number: str = ""
    message_id: str = ""
    refused: tuple[str, ...] = ()


class NotSent(Exception):
    """It did not arrive as far as is known. `reason`: key of content/words/desk.yml; `maybe_there`: it may have arrived all the
    same; `final`: trying again by itself helps nothing."""

    def __init__(self, reason: str, *, maybe_there: bool = False, final: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.maybe_there, self.final = reason, maybe_there, final


class Unset(Exception):
    """A gateway that is not set up whole. `reason`: key of content/words/run.yml, `names`: the settings to give or to mend."""

    def __init__(self, reason: str, names: tuple[str, ...]) -> None:
        super().__init__(f"{reason}: {' '.join(names)}")
        self.reason, self.names = reason, names


class Gateway(Protocol):
    """A way to another house."""

    def send(self, parcel: Parcel, now: datetime, only: tuple[str, ...] = ()) -> Sent:
        """Bring it there, within the time of one try. `only`: these recipients. Raises NotSent."""
        ...
