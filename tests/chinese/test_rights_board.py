"""What stands on a rights board (tests/chinese/rights_boards.yml)."""
from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chinese.rights_board import Board, is_board, read_board
from bot.chinese.rights_board_labels import LABELS, find_labels

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("rights_boards.yml").read_text("utf-8"))
BOARDS = [row for row in ROWS if row.get("board", True)]
_WORDS = "建设单位施工总承包分劳资专管员电话投诉法律援助监察工资日期 :\n0123456789-()l张三公司局"


@pytest.mark.parametrize("row", BOARDS, ids=lambda row: row["name"])
def test_the_fields_that_are_written_are_read_and_no_others(row: dict[str, Any]) -> None:
    assert read_board(row["text"]).told() == row["has"]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_board_is_known_from_other_papers(row: dict[str, Any]) -> None:
    assert is_board(row["text"]) is row.get("board", True)


def test_the_table_has_twenty_five_boards_and_shows_each_field() -> None:
    assert len(BOARDS) >= 25
    assert {field for row in BOARDS for field in row["has"]} == set(Board.__dataclass_fields__)


@pytest.mark.parametrize("row", BOARDS, ids=lambda row: row["name"])
def test_what_is_read_stands_on_the_board_and_is_no_label(row: dict[str, Any]) -> None:
    labels = {word for words in LABELS.values() for word in words.split()}
    assert not labels & set(read_board(row["text"]).told().values())


@pytest.mark.parametrize("field", sorted(set(LABELS) - {"phone", "other"}))
def test_each_name_of_a_label_is_found_and_gives_nothing_without_a_value(field: str) -> None:
    for word in LABELS[field].split():
        assert [label.field for label in find_labels(f"{word}:")] == [field]
        assert read_board(f"维权信息告示牌\n{word}:\n监理单位:某某监理有限公司").told() == {}


def test_no_label_has_two_fields() -> None:
    words = [word for words in LABELS.values() for word in words.split()]
    assert len(words) == len(set(words))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=3000), st.text(alphabet=_WORDS, max_size=3000)))
def test_any_text_is_read_in_a_moment(text: str) -> None:
    begin = time.process_time()
    told = read_board(text).told()
    is_board(text)
    assert time.process_time() - begin < 0.5
    assert all(value.strip() for value in told.values())


_PIECES = ["建设单位", "建设单位\n", "电话 ", "1", "0851-", "(", "维权", "一", "张三 ", "劳资专管员:", "建 ", "建没单位:\n"]


@pytest.mark.parametrize("piece", _PIECES)
def test_a_text_made_of_one_piece_is_read_in_a_moment(piece: str) -> None:
    begin = time.process_time()
    read_board(piece * (3000 // len(piece)))
    assert time.process_time() - begin < 0.5
