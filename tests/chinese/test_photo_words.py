"""Keep or remove: the short answers, and nothing else."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.photo_words import (
    about_photo,
    is_site_video,
    names_this,
    numbered_photos,
    only_says_sent,
    removed_photos,
    says_read,
    wants_rest,
    without_read,
)

ROWS = yaml.safe_load((Path(__file__).parent / "photo_words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("said", "meant"), [(said, name) for name in ("keep", "remove", "neither") for said in ROWS[name]])
def test_a_short_answer_about_a_photo_is_understood(said: str, meant: str) -> None:
    assert about_photo(said) == (None if meant == "neither" else meant)


@pytest.mark.parametrize(("said", "meant"), [
    ("读对了", "right"), ("都读对了", "right"), ("读得对", "right"), ("读错了", "wrong"), ("读错了，欠8000", "wrong"),
    ("没读对", "wrong"), ("对", None), ("我没读过书", None)])
def test_read_rightly_or_wrongly_is_heard(said: str, meant: str | None) -> None:
    assert says_read(said) == meant


@pytest.mark.parametrize(("said", "meant"), [
    ("第二张是工资条", [((2,), "工资条")]), ("第一张是合同", [((1,), "合同")]), ("最后一张是考勤", [((5,), "考勤")]),
    ("第一张是合同，第二张是工资条。", [((1,), "合同"), ((2,), "工资条")]), ("第一、三张是聊天记录", [((1, 3), "聊天记录")]),
    ("前两张都是工资条", [((1, 2), "工资条")]), ("第2到第4张是聊天记录", [((2, 3, 4), "聊天记录")]),
    ("倒数第二张是欠条", [((4,), "欠条")]), ("不对，第二张不是合同，是工资条", [((2,), "工资条")]),
    ("第十二张是合同", [((12,), "合同")]), ("最后两张拍的是银行流水", [((4, 5), "银行流水")]), ("一月是合同到期", []),
    ("这张是合同", []), ("第一个老板姓张", []), ("我说的第二张是工资条", []), ("", [])])
def test_which_of_five_photos_is_what_is_heard(said: str, meant: list[tuple[tuple[int, ...], str]]) -> None:
    assert numbered_photos(said, 5) == meant


@pytest.mark.parametrize("said", ["接着看", "接着看吧", "继续看", "看剩下的照片", "剩下的也看看", "看下一张", "接着看照片"])
def test_the_wish_to_see_the_rest_is_heard(said: str) -> None:
    assert wants_rest(said)


@pytest.mark.parametrize("said", ["继续", "看看我的情况", "接着说", "再看看合同怎么写", "看照片", ""])
def test_other_wishes_are_not_taken_for_it(said: str) -> None:
    assert not wants_rest(said)


@pytest.mark.parametrize(("said", "is_video"), [("这是现场视频", True), ("工地上拍的视频", True), ("和老板谈话的录像", False)])
def test_a_video_of_the_site_is_no_recorded_talk(said: str, is_video: bool) -> None:
    assert is_site_video(said) is is_video


@pytest.mark.parametrize(("said", "places"), [
    ("删掉第二张", (2,)), ("把最后一张照片删了", (5,)), ("第三张删掉", (3,)), ("删掉这张", ()), ("第二张是合同", ()),
    ("删除我的资料", ())])
def test_which_photo_is_to_be_removed_is_heard(said: str, places: tuple[int, ...]) -> None:
    assert removed_photos(said, 5) == places


@pytest.mark.parametrize(("said", "word", "only"), [
    ("发了一张照片", "照片", True), ("给你看个截图", "截图", True), ("我拍了照片发给你", "照片", True),
    ("工地的照片", "照片", False), ("现场照片", "现场照片", False), ("干活拍的照片", "照片", False)])
def test_words_that_only_say_that_a_photo_was_sent_name_no_kind(said: str, word: str, only: bool) -> None:
    assert only_says_sent(said, word) is only


@pytest.mark.parametrize(("said", "names"), [
    ("这张是工资条", True), ("不对，这张是合同", True), ("那张是考勤", True), ("这是怎么回事", False), ("这张是什么", False),
    ("工资条", False), ("", False)])
def test_what_the_photo_before_him_is_is_heard(said: str, names: bool) -> None:
    assert names_this(said) is names


@pytest.mark.parametrize(("said", "left"), [
    ("读错了，欠8000", "欠8000"), ("你读错了 是张建业", "是张建业"), ("没读对", ""), ("欠8000", "欠8000")])
def test_what_stands_beside_read_wrongly_is_left(said: str, left: str) -> None:
    assert without_read(said) == left
