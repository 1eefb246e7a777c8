"""The implicit label of automatic preparation in a file's properties (LAW-AI-03)."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any


def implicit_label(document: str, data: Mapping[str, Any], today: date) -> str:
    """JSON for the description of a file: that it was prepared automatically, by whom, and a number of its own.

    The number is a digest of the content cut to 64 bits: it names the paper and gives nothing away.
    """
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    number = f"{document}-{today:%Y%m%d}-{hashlib.sha256(canonical).hexdigest()[:16]}"
    label = {"Label": "1", "ContentProducer": data["label"]["author"], "ProduceID": number}
    return json.dumps({"AIGC": label}, ensure_ascii=False)
