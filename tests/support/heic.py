"""A photo as iPhones make them, kept as a file: what the bot opens HEIC with cannot write it.

640 by 480, light grey, its upper left quarter red; its EXIF part names a time, a zone, and a place that the camera wrote.
"""
from __future__ import annotations

from pathlib import Path

HEIC = (Path(__file__).parent / "samples" / "photo.heic").read_bytes()
ZONE = b"+06:30"


def without_zone() -> bytes:
    """The same photo of a camera that did not write its zone."""
    assert HEIC.count(ZONE) == 1
    return HEIC.replace(ZONE, b" " * len(ZONE))
