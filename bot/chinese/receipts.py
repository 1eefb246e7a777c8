"""Receipt numbers (`MX-2026-0000123`) in what somebody types."""
from __future__ import annotations

import re

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# the whole number in a narrowed text: small letters, blanks, commas, any dash or none
RECEIPT = re.compile(r"[Mm]\s*[Xx][\s\-_,.:—–−]*((?:[0-9][\s\-_,.—–−]*){11})(?![0-9])")
# what is meant as one, also with too few or too many figures: a question for the register, which then says so
LIKE_RECEIPT = re.compile(r"(?i)(?<![a-z])mx[\s\-—_]*\d{4}[\s\-—_]*\d+")


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


_FORGOT = re.compile(
    r"(?:口令|暗号|密码|密语|三个词|那几个词|三个字)[^,，。]{0,8}(?:忘|不记得|记不|想不起|丢|弄没|找不|没了|没存|没记|没保存|不见|不晓得|不知道)"
    r"|(?:忘|不记得|记不[得住起清]|想不起|丢|没存|没记|找不到)[^,，。]{0,6}(?:口令|暗号|密码|三个词|那几个词)"
    r"|只(?:记得|有|剩)[^,，。]{0,4}回执")
_WHAT_NOW = re.compile(
    r"(?:那|那么|这下|这|现在|,|，|\s)*(?:我|俺)?(?:该|要|可)?(?:咋个?|怎么|啷个|咋么|如何)(?:办|整|弄|搞)(?:呢|啊|嘛|呀|哦|喃|才好)*[。?？!！]*")


def forgot_words(text: str) -> bool:
    """Whether somebody says that he no longer has the words of a receipt (口令忘了, 只记得回执号)."""
    return bool(_FORGOT.search(narrow(text)))


def asks_what_now(text: str) -> bool:
    """Whether the whole message is a helpless 那我咋办."""
    return bool(_WHAT_NOW.fullmatch(text.strip()))
