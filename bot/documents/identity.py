"""What a citizen's ID number says: sex and day of birth (GB 11643), only when its check digit holds."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Identity:
    """Sex ("male" or "female") and day of birth."""

    sex: str
    birth: date

    def age(self, today: date) -> int:
        """Full years on a day."""
        return today.year - self.birth.year - ((today.month, today.day) < (self.birth.month, self.birth.day))


def read_id(number: str, today: date) -> Identity | None:
    """The identity in an 18-digit number, None if the check digit or the day of birth is wrong."""
    number = number.strip().upper()
    if not re.fullmatch(r"[1-9]\d{16}[\dX]", number):
        return None
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], _WEIGHTS, strict=True))
    if "10X98765432"[total % 11] != number[17]:
        return None
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None
    if not date(1900, 1, 1) <= birth <= today:
        return None
    return Identity("male" if int(number[16]) % 2 else "female", birth)
