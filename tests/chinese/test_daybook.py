"""The day book: what is written down, what cannot be, and what is never taken for it."""
from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.chinese.daybook import Entry, NotWritten, is_daybook, read_entries
from bot.chinese.daybook_pay import read_ask_day, read_month, read_pay_answer, read_wage_came
from bot.nlu.corpus import read_corpus
from bot.settings import ROOT
from tests.chinese.daybook_compact import compact

TODAY = date(2026, 11, 23)
TABLE: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "daybook.yml").read_text(encoding="utf-8"))
STORIES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "stories.yml").read_text(encoding="utf-8"))


def read(text: str) -> str:
    """What is read, as the table writes it."""
    try:
        entries = read_entries(text, TODAY)
    except NotWritten as refused:
        return f"!{refused.reason}"
    return compact(entries) if entries else "none"


@pytest.mark.parametrize("row", TABLE["entries"], ids=lambda row: row["text"])
def test_a_line_of_the_day_book_is_read(row: dict[str, Any]) -> None:
    assert read(row["text"]) == row["want"]
    assert is_daybook(row["text"]) is row["daybook"]


def test_the_table_is_large_enough() -> None:
    assert len(TABLE["entries"]) >= 150 and len(TABLE["never"]) >= 60


@pytest.mark.parametrize("text", TABLE["never"])
def test_a_story_a_need_or_an_answer_is_never_taken_for_the_day_book(text: str) -> None:
    assert not is_daybook(text)


def test_no_story_of_the_other_tables_is_taken_for_the_day_book() -> None:
    texts = [row["text"] for row in STORIES["stories"]]
    assert len(texts) > 40
    assert [text for text in texts if is_daybook(text)] == []


#: small talk of data/nlu that is a line of the day book as well
BOTH = {"今天没活", "今天歇工", "今天又下雨 没活"}


def test_no_training_sentence_of_another_intent_is_taken_for_the_day_book() -> None:
    sentences = read_corpus(ROOT / "data" / "nlu")
    taken = {text for text, intent in sentences if intent != "keep_daybook" and text not in BOTH and is_daybook(text)}
    assert len(sentences) > 5000 and taken == set()


@pytest.mark.parametrize("text", ["", " ", "。", "\u200b", "工" * 3000, "今天" * 500, "1" * 400, "-1个工", "今天-1个工",
                                  "今天999999999个工", "0月0号一个工", "13月1号一个工",
                                  "今天一个工" + "," * 200, "\x00今天\x00", "今天1e9个工"])
def test_nonsense_never_raises_anything_but_the_documented_error(text: str) -> None:
    is_daybook(text)
    assert read(text) != ""


@pytest.mark.parametrize(("entry", "fen"), [
    (Entry(TODAY, work=Decimal("1.5"), rate={"amount": 260, "unit": "day"}), 39000),
    (Entry(TODAY, hours=Decimal("7.5"), rate={"amount": 25.5, "unit": "hour"}), 19125),
    (Entry(TODAY, work=Decimal(1), extra=Decimal(2), rate={"amount": 260, "unit": "day"}), 26000),
    (Entry(TODAY, work=Decimal(1)), None), (Entry(TODAY, hours=Decimal(5), rate={"amount": 260, "unit": "day"}), None),
    (Entry(TODAY, work=Decimal(1), rate={"amount": 6000, "unit": "month"}), None), (Entry(TODAY, off=True), 0),
])
def test_a_day_is_worth_its_work_by_its_rate_and_nothing_is_guessed(entry: Entry, fen: int | None) -> None:
    assert entry.fen == fen


def test_an_entry_comes_back_from_the_database_as_it_went() -> None:
    for row in TABLE["entries"]:
        try:
            entries = read_entries(row["text"], TODAY) or []
        except NotWritten:
            continue
        assert [Entry.from_json(entry.to_json()) for entry in entries] == entries


@pytest.mark.parametrize("row", TABLE["pay"], ids=lambda row: row["text"])
def test_the_answer_to_the_monthly_question_is_read(row: dict[str, Any]) -> None:
    assert read_pay_answer(row["text"]) is row["paid"]


@pytest.mark.parametrize("row", TABLE["came"], ids=lambda row: row["text"])
def test_a_wage_that_came_is_read_with_its_sum(row: dict[str, Any]) -> None:
    assert read_wage_came(row["text"], TODAY) == row["fen"]


@pytest.mark.parametrize("row", TABLE["ask_day"], ids=lambda row: row["text"])
def test_the_day_of_the_monthly_question_is_read(row: dict[str, Any]) -> None:
    assert read_ask_day(row["text"]) == row["day"]


@pytest.mark.parametrize("row", TABLE["month"], ids=lambda row: row["text"])
def test_the_month_of_the_sheet_is_read(row: dict[str, Any]) -> None:
    assert "{}-{:02}".format(*read_month(row["text"], TODAY)) == row["month"]
