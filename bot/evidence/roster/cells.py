"""One cell of a roster: a name, a number, a day, a sum. What cannot be right raises Wrong with its key."""
from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from bot.chinese.amounts import parse_amount
from bot.chinese.dates import parse_date
from bot.chinese.identity import is_identity
from bot.evidence.roster.heads import table
from bot.evidence.roster.values import MOST_CELL

LARGEST = Decimal(10_000_000)
FEN = Decimal("0.01")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?e\+?\d+", re.IGNORECASE)
_NAME = re.compile(r"[㐀-鿿豈-﫿𠀀-𰀀]{2,8}(?:[·•.][㐀-鿿]{1,12}){0,4}|[A-Za-z][A-Za-z .·'-]{1,40}")
_MOBILE, _LANDLINE = re.compile(r"1[3-9]\d{9}"), re.compile(r"0\d{9,11}|[2-8]\d{6,7}")
_DAY = re.compile(r"(?:(\d{4}|\d{2})[./\-年])(\d{1,2})[./\-月](\d{1,2})日?")
_EIGHT = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_FORMULA = re.compile(r"[=@]|[-+][A-Za-z(=]")
_SERIAL_ZERO, _SERIALS = date(1899, 12, 30), (36_526, 73_050)  # Excel's days of 2000 to 2099
_EARLIEST = 1990
_EXACT_FLOAT = 10**15  # above it a number of Excel has lost its last figures


class Wrong(Exception):
    """A cell that cannot be right. `key` of content/words/roster.yml, `values` for its sentence."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def text_of(cell: Any) -> str:
    """A cell as text, full-width signs as half-width; 13912345678.0 as 13912345678. A formula is Wrong."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT_FLOAT:
        cell = int(cell)
    text = " ".join(unicodedata.normalize("NFKC", str(cell)[:MOST_CELL]).replace("\ufeff", "").split())
    text = text.lstrip("'`‘’")
    if _FORMULA.match(text):
        raise Wrong("formula")
    return "" if text in table()["marks"]["none"] else text


def name(cell: Any) -> str:
    """The name of a worker, without blanks between its signs."""
    text = text_of(cell)
    if not text:
        raise Wrong("name_empty")
    plain = text if text.isascii() else text.replace(" ", "")
    if not _NAME.fullmatch(plain):
        raise Wrong("name_wrong")
    return plain


def id_number(cell: Any) -> str:
    """A number of an identity card that can be one, or ""."""
    if isinstance(cell, float) and cell >= _EXACT_FLOAT:
        raise Wrong("id_scientific")
    text = re.sub(r"[\s-]", "", text_of(cell)).upper()
    if _SCIENTIFIC.fullmatch(text):
        raise Wrong("id_scientific")
    if text and len(text) not in (15, 18):
        raise Wrong("id_length", count=str(len(text)))
    if isinstance(cell, int) and len(text) == 18:  # Excel keeps fifteen figures of a number, the others are noughts
        raise Wrong("id_scientific")
    if text and not is_identity(text):
        raise Wrong("id_wrong")
    return text


def phone(cell: Any) -> str:
    """A phone number, or ""."""
    text = re.sub(r"[\s()-]", "", text_of(cell)).removeprefix("+86")
    if _SCIENTIFIC.fullmatch(text):
        raise Wrong("phone_scientific")
    if text and not (_MOBILE.fullmatch(text) or _LANDLINE.fullmatch(text)):
        raise Wrong("phone_wrong")
    return text


def trade(cell: Any) -> str:
    """What he does, as it is written, at most twenty signs."""
    return text_of(cell)[:20]


def day(cell: Any, today: date) -> date | None:
    """A day that is not in the future; None when none is written, or when he still works there."""
    if isinstance(cell, datetime):
        found: date | None = cell.date()
    elif isinstance(cell, date):
        found = cell
    else:
        text = text_of(cell).replace(" ", "")
        if not text or text in table()["marks"]["still"]:
            return None
        found = _serial(text) or _written(text) or _said(text, today)
    if found is None or found.year < _EARLIEST:
        raise Wrong("date_wrong")
    if found > today:
        raise Wrong("date_future")
    return found


def money(cell: Any) -> Decimal | None:
    """A sum in yuan with two places; None when none is written."""
    if isinstance(cell, bool):
        raise Wrong("sum_wrong")
    text = text_of(cell) if not isinstance(cell, (int, float)) else repr(cell)
    if not text:
        return None
    plain = re.sub(r"[,，\s¥￥]|元整?$|块钱?$|RMB", "", text, flags=re.IGNORECASE)
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return _told(text)
    return _checked(value)


def mark(cell: Any) -> bool:
    """Whether a representative is marked here."""
    text = text_of(cell).lower()
    marks = table()["marks"]
    if not text or text in marks["not_chosen"]:
        return False
    if text not in marks["chosen"]:
        raise Wrong("representative_wrong")
    return True


def _checked(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise Wrong("sum_wrong")
    if value < 0:
        raise Wrong("sum_negative")
    if value > LARGEST:
        raise Wrong("sum_large")
    return value.quantize(FEN, ROUND_HALF_UP)


def _told(text: str) -> Decimal:
    """1.2万, 一万二: one exact sum in words."""
    if text.startswith(("-", "−", "负")):
        raise Wrong("sum_negative")
    amount = parse_amount(text)
    if amount is None or amount.vague or amount.unit != "sum" or amount.low != amount.high:
        raise Wrong("sum_wrong")
    return _checked(Decimal(amount.low) / 100)


def _serial(text: str) -> date | None:
    """A day as Excel counts it."""
    if not text.isdigit() or len(text) != 5 or not _SERIALS[0] <= int(text) <= _SERIALS[1]:
        return None
    return _SERIAL_ZERO + timedelta(days=int(text))


def _written(text: str) -> date | None:
    """2026.3.1, 2026-3-1, 26/3/1, 20260301."""
    found = _DAY.match(text) or _EIGHT.fullmatch(text)
    if found is None or (found.re is _DAY and not re.fullmatch(r"(?:T?0?0:00(?::00)?)?", text[found.end():])):
        return None
    year = int(found[1]) + (2000 if len(found[1]) == 2 else 0)
    try:
        return date(year, int(found[2]), int(found[3]))
    except ValueError:
        return None


def _said(text: str, today: date) -> date | None:
    """3月1日 and what else names one day; 3.1 may be the first or the tenth when a table wrote it, so it is none."""
    if re.fullmatch(r"[\d.]+", text):
        return None
    found = parse_date(text, today)
    return found.first if found is not None and found.exact else None
