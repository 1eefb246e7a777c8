"""Which piece is to be removed, by its kind; a talk, a claim and all his data are something else."""
from __future__ import annotations

import pytest

from bot.chinese.photo_removal import removed_kind, removes_a_piece


@pytest.mark.parametrize(("said", "kind"), [
    ("删掉那张身份证", "id_card"), ("把身份证删了", "id_card"), ("把银行卡的照片删了", "bank_card"), ("删掉欠条照片", "iou"),
    ("把工资条那张删了", "payslip"), ("工资条发错了，不要了", "payslip"), ("把那张收条删掉", "receipt"),
    ("删掉那张聊天截图", "chat"),
    ("把录音删了", "recording"), ("删掉这张", None), ("删除聊天记录", None), ("把我的聊天记录删了", None),
    ("老板把欠条删了", None),
    ("欠条不要了", None), ("删除我的资料", None), ("撤回投诉", None), ("把照片都删了", None), ("", None)])
def test_the_kind_that_is_named_is_heard(said: str, kind: str | None) -> None:
    assert removed_kind(said) == kind


@pytest.mark.parametrize(("said", "is_one"), [
    ("这张发错了，不要了", True), ("把这张照片删了", True), ("删掉欠条照片", True), ("删了吧", False),
    ("删除我的全部资料", False),
    ("工头让我把录音删了", False)])
def test_one_piece_or_something_else(said: str, is_one: bool) -> None:
    assert removes_a_piece(said) is is_one
