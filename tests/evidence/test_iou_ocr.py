"""What check finds in IOUs as OCR reads them from photos (tests/evidence/ocr_ious.yml)."""
from __future__ import annotations

import re
import time
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.iou.elements import flatten
from bot.chinese.iou.ocr import mend
from bot.chinese.iou.ocr_sums import UNREAD
from bot.evidence.iou_check import Checked, check

HERE = Path(__file__).parent
ROWS: list[dict[str, Any]] = yaml.safe_load((HERE / "ocr_ious.yml").read_text(encoding="utf-8"))
TYPED: list[dict[str, Any]] = yaml.safe_load((HERE / "iou_texts.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
_SIGNS = "今欠王李张工资元整壹贰叁武任查万仟佰拾大写欠款人日期年月日手印公章 :(),.。\n0123456789OlI|Y羊□"


def _read(text: str) -> Checked:
    return check(text, TODAY, from_photo=True)


def _traps(checked: Checked) -> list[str]:
    return [trap["trap"] for trap in checked.traps]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_elements_on_the_paper_are_found_and_no_others(row: dict[str, Any]) -> None:
    found = _read(row["text"])
    assert {name: value for name, value in found.elements.items() if value is not None} == row["has"]
    assert found.text == row["text"]


@pytest.mark.parametrize("row", [row for row in ROWS if "not_traps" in row or "only_traps" in row], ids=lambda row: row["name"])
def test_damage_alone_raises_no_trap_and_a_true_one_stays(row: dict[str, Any]) -> None:
    traps = _traps(_read(row["text"]))
    assert not set(row.get("not_traps", [])) & set(traps)
    assert traps == row.get("only_traps", traps)


@pytest.mark.parametrize("row", TYPED, ids=lambda row: row["name"])
def test_a_paper_that_was_read_without_an_error_keeps_what_it_says(row: dict[str, Any]) -> None:
    today = date.fromisoformat(row.get("today", TODAY.isoformat()))
    typed, photo = check(row["text"], today), check(row["text"], today, from_photo=True)
    label_of_the_form = {"stamp"} if "(盖章):" in flatten(row["text"]) else set()
    assert {name for name in typed.elements if typed.elements[name] != photo.elements[name]} == label_of_the_form


@pytest.mark.parametrize("row", TYPED, ids=lambda row: row["name"])
def test_no_element_that_a_typed_paper_lacks_is_there_after_mending(row: dict[str, Any]) -> None:
    today = date.fromisoformat(row.get("today", TODAY.isoformat()))
    assert set(check(row["text"], today).missing) <= set(check(row["text"], today, from_photo=True).missing)


def _damaged(text: str, chance: Random) -> str:
    """The text with its long lines broken anywhere, some colons of labels lost and some 0 read as O."""
    lines = []
    for line in text.split("\n"):
        if re.match(r"(?:欠款人|经手人|签名|日期|借款人|欠款单位)[：:]", line) and chance.random() < 0.6:
            line = re.sub("[：:]", " " if chance.random() < 0.3 else "", line, count=1)
        width = chance.randint(9, 18)
        pieces = [line[at : at + width] for at in range(0, len(line), width)] if len(line) > 20 else [line]
        lines += [re.sub("0", lambda _: "O" if chance.random() < 0.12 else "0", piece) for piece in pieces]
    return "\n".join(lines)


def test_damage_never_makes_a_missing_element_be_there_and_seldom_loses_one() -> None:
    chance, written, kept = Random(5), 0, 0
    for row in TYPED * 3:
        today = date.fromisoformat(row.get("today", TODAY.isoformat()))
        typed = check(row["text"], today).elements
        photo = check(damaged := _damaged(row["text"], chance), today, from_photo=True).elements
        assert not [name for name in typed if typed[name] is None and photo[name] is not None], damaged
        written += sum(value is not None for value in typed.values())
        kept += sum(value is not None and value == photo[name] for name, value in typed.items())
    assert kept >= 0.98 * written


def test_there_are_thirty_damaged_papers() -> None:
    assert len({row["text"] for row in ROWS}) >= 30
    assert sum(mend(flatten(row["text"])) != flatten(row["text"]) for row in ROWS) >= 30


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=3000), st.text(alphabet=_SIGNS, max_size=3000)))
def test_any_text_is_mended_in_a_moment(text: str) -> None:
    begin = time.process_time()
    mended = mend(flatten(text))
    assert time.process_time() - begin < 1.0
    assert isinstance(mended, str)


@settings(max_examples=120, deadline=None)
@given(st.text(alphabet="壹贰叁肆伍陆柒捌玖拾佰仟万武任查元整零方", min_size=1, max_size=14))
def test_capitals_that_no_figure_proves_are_never_changed_into_others(words: str) -> None:
    mended = mend(f"今欠王大强工资{words}。")
    left = mended.removeprefix("今欠王大强工资").removesuffix("。")
    assert left == words or UNREAD in left


@pytest.mark.parametrize("piece", [
    "壹武", "任", "12.000", "1O", "欠款人", "今欠\n", "12.000元壹万武仟元整",
    "欠款人王", "2026年1",  " ", "(手印)",
])
def test_a_text_made_of_one_piece_is_mended_in_a_moment(piece: str) -> None:
    begin = time.process_time()
    mend(flatten(piece * (3000 // len(piece))))
    assert time.process_time() - begin < 1.0
