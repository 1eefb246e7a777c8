"""Boxes become lines in reading order."""
from __future__ import annotations

import math

from bot.photos.lines import Box, arrange, turn


def box(x: float, y: float, text: str, degrees: float = 0) -> Box:
    wide, high, angle = 30.0 * len(text), 30.0, math.radians(degrees)
    corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
    return Box(tuple(turn(point, angle) for point in corners), text, 0.9)  # type: ignore[arg-type]


def texts(boxes: list[Box]) -> list[str]:
    return [line.text for line in arrange(boxes)[0]]


def test_a_skewed_paper_keeps_its_rows() -> None:
    boxes = [box(700, 100, "二", 8), box(50, 100, "一", 8), box(50, 160, "三四五六七八", 8), box(700, 160, "九", 8)]
    assert texts(boxes[::-1]) == ["一 二", "三四五六七八 九"]


def test_pieces_of_a_word_are_joined_without_a_blank() -> None:
    assert texts([box(50, 50, "今欠"), box(118, 52, "张三")]) == ["今欠张三"]


def board(shift: float) -> list[Box]:
    left = [box(0, 50 + row * 60, f"左边{row}") for row in range(4)]
    return left + [box(500, 50 + row * 60 + shift, f"右边{row}") for row in range(4)]


def test_columns_of_a_board_share_their_rows_and_papers_do_not() -> None:
    assert texts(board(0))[0] == "左边0 右边0" and arrange(board(0))[1] == 1
    assert texts(board(28))[:4] == ["左边0", "左边1", "左边2", "左边3"] and arrange(board(28))[1] == 2


def test_a_table_between_parts_papers_whose_rows_meet() -> None:
    assert arrange(board(0), lambda *edges: True)[1] == 2


def test_no_boxes_are_no_paper() -> None:
    assert arrange([]) == ((), 0)
