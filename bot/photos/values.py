"""What reading a photo gives. Plain values: they cross a pipe as JSON."""
from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

#: why a photo or a file gave nothing: broken or no picture, too many pixels, the reader failed, too many are waiting, its end
#: is missing
REASONS = ("unreadable", "too_large", "failed", "busy", "cut", "locked")
#: a line of fewer characters than this counts less for `Reading.sure`
FULL_LINE = 4


class PhotoProblem(Exception):
    """A photo could not be read; `reason` is one of REASONS."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Line:
    """One line of text and how sure the reader is of it (0 to 1, the mean over its characters)."""

    text: str
    sure: float


@dataclass(frozen=True)
class Marks:
    """Red marks seen in the picture, whatever the text says."""

    stamp: bool = False
    fingerprint: bool = False


@dataclass(frozen=True)
class Reading:
    """A photo as text. `papers`: how many lie side by side (0 without text); `seconds`: what reading it took."""

    lines: tuple[Line, ...] = ()
    papers: int = 0
    marks: Marks = Marks()
    seconds: float = 0.0

    @property
    def text(self) -> str:
        """The lines, joined by newlines."""
        return "\n".join(line.text for line in self.lines)

    @property
    def sure(self) -> float:
        """The least sure line; one shorter than FULL_LINE (a smudge) weighs less, by its length. 0.0 without text."""
        if not self.lines:
            return 0.0
        return min(1 - (1 - line.sure) * min(1.0, len(line.text) / FULL_LINE) for line in self.lines)

    def to_json(self) -> dict[str, Any]:
        """The reading as plain data."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Reading:
        """Back from `to_json`, also after a journey through JSON."""
        return cls(tuple(Line(**line) for line in data["lines"]), data["papers"], Marks(**data["marks"]), data["seconds"])
