"""What a citizen's ID number says: sex and day of birth, only when the number holds."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.chinese.identity import is_identity


@dataclass(frozen=True)
class Identity:
    """Sex ("male" or "female") and day of birth."""

    sex: str
    birth: date

    def age(self, today: date) -> int:
        """Full years on a day."""
        return today.year - self.birth.year - ((today.month, today.day) < (self.birth.month, self.birth.day))


def read_id(number: str, today: date) -> Identity | None:
    """The identity in a number of 18 or 15 signs; None if check digit, area or day of birth cannot be right."""
    number = number.strip().upper()
    if not is_identity(number):
        return None
    born, digit = (number[6:14], number[16]) if len(number) == 18 else ("19" + number[6:12], number[14])
    birth = date(int(born[:4]), int(born[4:6]), int(born[6:]))
    return Identity("male" if int(digit) % 2 else "female", birth) if birth <= today else None
