"""Readers of personal numbers for the form: the statement in, the number or the token that stands for it out."""
from __future__ import annotations

from datetime import date

from bot.chinese.personal import TOKEN, find_personal
from bot.chinese.values import Fact


def phone(text: str, today: date) -> Fact | None:
    """A phone number or the token that stands for one."""
    return _number(text, "phone", "手机号")


def id_number(text: str, today: date) -> Fact | None:
    """An identity number whose check digit holds, or its token."""
    return _number(text, "id_number", "身份证")


def _number(text: str, kind: str, label: str) -> Fact | None:
    for token in TOKEN.finditer(text):
        if token.group(1) == label:
            return Fact("known", value=token.group(), words=token.group())
    for number in find_personal(text):
        if number.kind == kind and number.valid:
            return Fact("known", value=number.value, words=number.value)
    return None
