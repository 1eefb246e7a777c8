"""Personal numbers: identity cards, bank cards and phones, in whatever form they are typed. Public hotlines are none."""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.chinese.identity import is_identity
from bot.chinese.values import Personal, PersonalKind

LABELS: dict[str, str] = {"id_number": "身份证", "bank_card": "银行卡", "phone": "手机号"}
HOTLINES = frozenset((
    "12333", "12348", "12345", "12351", "12309", "12356", "12368", "12328", "12314", "12315", "12398", "110", "119", "120",
))

_PLAIN = str.maketrans("０１２３４５６７８９Ｘｘ－—–−‐‑＋（）", "0123456789XX------+()")
_SPOKEN = str.maketrans(
    "零〇一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖oOlI", "00123456789121234567890011"
)
_GAP = r"[\s\-.·,，、\u200b-\u200f\u2060\ufeff]{0,2}"
_SHORT_GAP = r"[\s\-.·\u200b-\u200f\u2060\ufeff]?"
_IDENTITY = re.compile(rf"(?<!\d)[1-9](?:{_SHORT_GAP}\d){{16}}{_SHORT_GAP}[\dXx](?!\d)")
_IDENTITY_15 = re.compile(r"(?<!\d)[1-9]\d{14}(?!\d)")
_CARD = re.compile(r"(?<![\d])[3-9]\d{15,18}(?!\d)|(?<!\d)[3-9]\d{3}(?:[\s\-]{1,2}\d{4}){3}(?:[\s\-]{1,2}\d{1,3})?(?!\d)")
_MOBILE = re.compile(rf"(?<!\d)(?:(?:\+|00)?86{_SHORT_GAP})?1{_SHORT_GAP}[3-9](?:{_SHORT_GAP}\d){{9}}(?!\d)")
_MOBILE_SPOKEN = re.compile(rf"(?<!\d)1{_GAP}[3-9](?:{_GAP}\d){{9}}(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)\(?0(?:10|2\d|[3-9]\d{2})\)?[\s\-]{0,2}[2-9]\d{2,3}[\s\-]?\d{4}(?!\d)")
_SERVICE = re.compile(r"(?<!\d)[48]00[\s\-]?\d{3}[\s\-]?\d{4}(?!\d)|(?<!\d)[48]00[\s\-]\d{4}[\s\-]?\d{3}(?!\d)")
_LOCAL = re.compile(r"(?:电话|座机|号码|联系方式)[是为::\s]{0,2}([2-9]\d{2,3}[\s\-]?\d{4})(?!\d)")
_TWO_MOBILES = re.compile(r"(?<!\d)(1[3-9]\d{9})(1[3-9]\d{9})(?!\d)")
_NEARLY_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{8}(?:\d{2})?(?![\d元块万.])")
_NEARLY_IDENTITY = re.compile(r"(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{3,6}[Xx]?(?!\d)")
_ENTERPRISE = re.compile(r"(?:信用代码|执照|税号|代码)[号码是为::\s]{0,3}$")
_SIGNS = re.compile(r"[^0-9X]")


def token_pattern(labels: Iterable[str]) -> re.Pattern[str]:
    """A pattern for 〔身份证#1〕 and its like: the label, the ordinal."""
    return re.compile(rf"〔({'|'.join(labels)})#([0-9]{{1,6}})〕")


TOKEN = token_pattern(LABELS.values())


def mask(kind: PersonalKind, value: str) -> str:
    """A number that may be shown: first and last figures, stars between."""
    head, tail = {"id_number": (3, 4), "bank_card": (4, 4), "phone": (3, 4)}[kind]
    hidden = len(value) - head - tail
    return value[:head] + "*" * hidden + value[-tail:] if hidden > 2 else "*" * max(len(value) - 2, 1) + value[-2:]


def luhn(digits: str) -> bool:
    """Whether the check digit of a bank card holds."""
    total = 0
    for place, figure in enumerate(reversed(digits)):
        number = int(figure) * (2 if place % 2 else 1)
        total += number - 9 if number > 9 else number
    return total % 10 == 0


def find_personal(text: str) -> list[Personal]:
    """Every personal number in order of place, without overlaps; wrong check digits are found with `valid` False."""
    found: list[Personal] = []
    plain = text.translate(_PLAIN)
    if sum(map(str.isdigit, plain)) >= 7:
        _collect(plain, found, spoken=False)
    spoken = plain.translate(_SPOKEN)
    if spoken != plain and sum(map(str.isdigit, spoken)) >= 7:
        _collect(spoken, found, spoken=True)
    return sorted(found, key=lambda number: number.start)


def _collect(text: str, found: list[Personal], spoken: bool) -> None:
    """Add what is found in one reading of the text and does not overlap."""
    for number in _read(text, spoken):
        if all(number.end <= other.start or number.start >= other.end for other in found):
            found.append(number)


def _read(text: str, spoken: bool) -> Iterator[Personal]:
    for match in _TWO_MOBILES.finditer(text):
        yield from (Personal("phone", match.start(part), match.end(part), match[part], True) for part in (1, 2))
    for match in _IDENTITY.finditer(text):
        yield from _identity(text, match)
    for match in _CARD.finditer(text):
        value = _SIGNS.sub("", match.group())
        if luhn(value) or not (_NEARLY_IDENTITY.fullmatch(value) or _ENTERPRISE.search(text[:match.start()])):
            yield Personal("bank_card", match.start(), match.end(), value, luhn(value))
    for match in _NEARLY_IDENTITY.finditer(text):
        if len(match.group()) != 18 and not _ENTERPRISE.search(text[:match.start()]):
            yield Personal("id_number", match.start(), match.end(), match.group().upper(), False)
    for match in _IDENTITY_15.finditer(text):
        if is_identity(match.group()):
            yield Personal("id_number", match.start(), match.end(), match.group(), True)
    for pattern in (_MOBILE_SPOKEN if spoken else _MOBILE, _LANDLINE, _SERVICE):
        for match in pattern.finditer(text):
            value = _SIGNS.sub("", match.group())
            value = value[-11:] if pattern in (_MOBILE, _MOBILE_SPOKEN) else value
            yield Personal("phone", match.start(), match.end(), value, True)
    for match in _NEARLY_MOBILE.finditer(text):
        yield Personal("phone", match.start(), match.end(), match.group(), False)
    for match in _LOCAL.finditer(text):
        yield Personal("phone", match.start(1), match.end(1), _SIGNS.sub("", match[1]), True)


def _identity(text: str, match: re.Match[str]) -> Iterator[Personal]:
    """An 18-digit number: an identity card unless it is written as a bank card or a company's code."""
    value = _SIGNS.sub("", match.group().upper())
    if _ENTERPRISE.search(text[:match.start()]):
        return
    born = 1850 < int(value[6:10]) < 2100 and 0 < int(value[10:12]) < 13 and 0 < int(value[12:14]) < 32
    if not born and value.isdigit():
        if value[0] in "3456789" and luhn(value):
            yield Personal("bank_card", match.start(), match.end(), value, True)
            return
        if len(match.group()) > len(value):
            return
    yield Personal("id_number", match.start(), match.end(), value, is_identity(value))
