"""Personal numbers: the table personal.yml, and that no valid number escapes in any form."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from id_validator import validator

from bot.chinese.identity import check_digit, is_identity
from bot.chinese.personal import HOTLINES, TOKEN, find_personal, luhn, mask
from bot.chinese.values import Personal

TABLE = yaml.safe_load((Path(__file__).parent / "personal.yml").read_text(encoding="utf-8"))
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
SPOKEN = str.maketrans("0123456789", "零一二三四五六七八九")


def said(number: Personal) -> str:
    """A number in the notation of the table."""
    return f"{number.kind} {number.value}" + ("" if number.valid else " wrong")


@pytest.mark.parametrize(("text", "numbers"), [(row[0], row[1:]) for row in TABLE["find"]])
def test_personal_numbers_are_found_however_typed(text: str, numbers: list[str]) -> None:
    assert [said(number) for number in find_personal(text)] == numbers


@pytest.mark.parametrize(("kind", "value", "shown"), TABLE["mask"])
def test_a_masked_number_keeps_its_ends(kind: str, value: str, shown: str) -> None:
    assert mask(kind, value) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize("hotline", sorted(HOTLINES))
def test_a_public_hotline_is_never_personal(hotline: str) -> None:
    assert find_personal(f"我打了{hotline},电话没人接") == []


FORMS = ["plain", "wide", "spoken", "dashes", "spaces"]


@given(st.sampled_from("358"), st.text("0123456789", min_size=9, max_size=9), st.sampled_from(FORMS))
@settings(max_examples=200, deadline=None)
def test_no_mobile_number_escapes(second: str, rest: str, form: str) -> None:
    number = "1" + second + rest
    typed = {
        "plain": number, "wide": number.translate(FULL_WIDTH), "spoken": number.translate(SPOKEN),
        "dashes": "-".join((number[:3], number[3:7], number[7:])), "spaces": " ".join((number[:3], number[3:7], number[7:])),
    }[form]
    found = find_personal(f"老板电话是{typed},关机了")
    assert [(one.kind, one.value) for one in found] == [("phone", number)]
    assert f"老板电话是{typed},关机了"[found[0].start:found[0].end] == typed


AREAS = ["520102", "440308", "110105", "510107", "522401"]


@given(st.sampled_from(AREAS), st.dates(min_value=date(1930, 1, 1), max_value=date(2010, 12, 31)), st.integers(1, 999))
@settings(max_examples=200, deadline=None)
def test_a_right_check_digit_is_valid_and_a_wrong_one_still_found(area: str, born: date, order: int) -> None:
    body = f"{area}{born:%Y%m%d}{order:03d}"
    right = body + check_digit(body)
    wrong = body + ("1" if right[-1] != "1" else "2")
    assert [(one.value, one.valid) for one in find_personal(f"身份证{right}。")] == [(right, True)]
    assert [(one.value, one.valid) for one in find_personal(f"身份证{wrong}。")] == [(wrong, False)]


@pytest.mark.parametrize("number", [
    "11010519491231002X", "440308199901101512", "440308199901101513", "440308199902301512", "520221790313123",
    "990308199901101512", "522401199003121234",
])
def test_our_check_of_identity_cards_agrees_with_the_library(number: str) -> None:
    assert is_identity(number) == validator.is_valid(number)


def test_luhn_holds_for_a_right_card_and_fails_for_one_wrong_figure() -> None:
    assert luhn("4111111111111111")
    assert not luhn("4111111111111112")


def test_a_token_in_the_text_is_recognised_and_is_no_number() -> None:
    assert TOKEN.findall("我〔手机号#12〕和〔身份证#1〕") == [("手机号", "12"), ("身份证", "1")]
    assert find_personal("〔手机号#13812345678〕") != []
