"""Bounds that several channels share."""
from __future__ import annotations

MOST_HEARD = 200 * 1024 * 1024  # bytes of a body that is read as it comes; Sanic sets no limit there
RESERVED = ("chat:", "wx:")  # beginnings of senders that no client of the REST channel may name
