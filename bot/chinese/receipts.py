"""Receipt numbers (`MX-2026-0000123`) in what somebody types."""
from __future__ import annotations

import re

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# the whole number in a narrowed text: small letters, blanks, commas, any dash or none
RECEIPT = re.compile(r"[Mm]\s*[Xx][\s\-_,.:—–−]*((?:[0-9][\s\-_,.—–−]*){11})(?![0-9])")
# what is meant as one, also with too few or too many figures: a question for the register, which then says so
LIKE_RECEIPT = re.compile(r"(?i)(?<![a-z])mx[\s\-—_]*\d{4}[\s\-—_]*\d{3,}")


def narrow(text: str) -> str:
    """Full-width letters, digits and signs as ASCII; every character keeps its place."""
    return text.translate(_NARROW)


def read_receipt(text: str) -> str | None:
    """`MX-2026-0000123` however it was typed (small letters, full width, blanks, commas, no dashes); None without one."""
    match = RECEIPT.search(narrow(text))
    if match is None:
        return None
    digits = re.sub(r"[^0-9]", "", match[1])
    return f"MX-{digits[:4]}-{digits[4:]}"
