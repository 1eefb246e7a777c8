"""How the reading of photos is scored (bench/photo_scores.py, bench/photos.py)."""
from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bench import photos
from bench.photo_scores import (
    called_complete,
    distance,
    found,
    holds,
    judged_right,
    kind_right,
    plain,
    wrong_characters,
)
from bot.photos.values import Line, Marks, PhotoProblem, Reading
from tests.photos.pictures import read_pictures

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(("first", "second", "steps"), [
    ("", "", 0), ("欠条", "欠条", 0), ("欠条", "久条", 1), ("欠条", "", 2), ("今欠工资", "欠工资款", 2), ("12000", "1200", 1)])
def test_the_distance_counts_what_is_put_in_taken_out_or_changed(first: str, second: str, steps: int) -> None:
    assert distance(first, second) == distance(second, first) == steps


def test_blanks_punctuation_and_width_do_not_count() -> None:
    assert plain("今欠 王大强，工资：１２，０００元（整）\n") == "今欠王大强工资12000元整"
    assert wrong_characters(["欠 条\n今欠王大强，工资9400元。"], "欠条今欠王大强工资9400元") == (0, 14)


def test_two_papers_side_by_side_may_come_in_any_order() -> None:
    assert wrong_characters(["甲乙丙", "一二三"], "一二三甲乙丁") == (1, 6)


def test_a_word_too_many_on_no_paper_at_all_is_wrong() -> None:
    assert wrong_characters([], "O") == (1, 0)


@pytest.mark.parametrize(("text", "value", "right"), [
    ("工资9400元", "9400", True), ("工资9,400元", "9400", True), ("工资19400元", "9400", False), ("工资94000元", "9400", False),
    ("工资94\n00元", "9400", True), ("实发3645.50", "3645.50", True), ("实发3645.50", "3645", False), ("86405000", "8640", False),
    ("今欠王大 强工资", "王大强", True), ("今欠王太强工资", "王大强", False), ("2026-03-12 工资", "2026-03-12", True),
    ("2026年3月\n1日", "2026年3月1日", True), ("电话0851-8683 1560", "0851-86831560", True), ("8640 5000", "8640", True),
    ("１２０００元", "12000", True)])
def test_a_value_counts_only_when_it_stands_there_exactly(text: str, value: str, right: bool) -> None:
    assert holds(text, value) is right and found(text, [value]) == ([value] if right else [])


def test_an_element_is_judged_right_when_there_or_missing_is_said_truly() -> None:
    assert judged_right({"stamp"}, {"stamp", "period"}, ["stamp", "period", "amount"]) == ["stamp", "amount"]


def test_a_person_needs_no_stamp_to_be_complete_and_a_company_does() -> None:
    assert called_complete([], False) and called_complete(["stamp"], True)
    assert not called_complete(["stamp"], False) and not called_complete(["pay_by"], True)


def test_the_first_guess_counts_and_silence_is_right_for_no_paper() -> None:
    assert kind_right(["iou"], ["iou", "chat"]) and not kind_right(["chat"], ["iou", "chat"])
    assert kind_right(["none"], []) and not kind_right(["iou"], []) and not kind_right(["none"], ["iou"])


def read_as(name: str, lines: list[str], **marks: bool) -> photos.Read:
    """The picture of this name, as if the engine had read these lines."""
    picture = next(one for one in read_pictures() if one.name == name)
    reading = Reading(tuple(Line(line, 0.99) for line in lines), 1, Marks(**marks))
    return photos.read_set([picture], lambda data: reading, TODAY)[0]


def rows(*reads: photos.Read) -> dict[str, Any]:
    """The rows by their names."""
    return {row.what.removeprefix("photos: "): row for row in photos.rows(reads)}


def test_a_paper_read_as_it_stands_has_no_fault() -> None:
    picture = next(one for one in read_pictures() if one.name == "iou-two-lines-tilted")
    one = read_as(picture.name, picture.texts[0].split("\n"))
    made = rows(one)
    assert made["printed paper: characters right"].measured.startswith("100.0%")
    assert made["printed paper: sums and names exact"].met and made["elements of an IOU judged right"].met
    assert made["IOUs that lack something and are called complete"].met
    assert made["missing elements of IOUs that are called there"].measured == "0"
    assert photos.worst([one], 5) == []


def test_a_lost_name_and_a_stamp_that_is_not_there_are_told() -> None:
    one = read_as("iou-two-lines-tilted", ["欠条", "今欠杨昌华工资9400元。", "欠款人:旧应军", "2026年9月12日"], stamp=True)
    told = "\n".join(photos.worst([one], 5))
    assert "not found: 田应军" in told and "called there and is missing: stamp" in told and "expected '田应军'" in told
    assert rows(one)["printed paper: sums and names exact"].met is False


def test_a_photo_that_cannot_be_read_counts_as_nothing_read() -> None:
    def refuse(data: bytes) -> Reading:
        raise PhotoProblem("failed")

    picture = next(one for one in read_pictures() if one.name == "iou-two-lines-tilted")
    one = photos.read_set([picture], refuse, TODAY)[0]
    assert one.problem == "failed" and rows(one)["printed paper: characters right"].measured.startswith("0.0%")
    assert rows(one)["elements of an IOU judged right"].met is False
