"""The comparison of readers: who learns what, and what the tables say of it (bench/understanding)."""
from __future__ import annotations

from typing import Any

import pytest

from bench.understanding import configurations, report, rows
from bench.understanding.measure import part_of
from bot.nlu import corpus
from bot.settings import ROOT

ALL = corpus.read_sentences(ROOT / "data/nlu")
ASKED = [rows.Row("老板不给钱怎么办", "clean", "x", "steps"), rows.Row("今天天气好吗", "clean", "x", "out_of_scope")]
DIET, SEED_ALONE = "jieba, counts and DIET, seed alone", "mingxin, seed alone"


def told(**more: Any) -> dict[str, Any]:
    """What a measurement prints: the first row right, the second wrong but in three."""
    rankings = [[("steps", 0.9), ("out_of_scope", 0.1)], [("steps", 0.6), ("out_of_scope", 0.4)]]
    return {"sentences": 5988, "of_needs": 3202, "seconds": 61.4, "megabytes": 900, "milliseconds": 12.345, "size": 20.04,
            "rankings": rankings, **more}


def cells(line: str) -> list[str]:
    """The cells of a line of a table."""
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_diet_and_our_reader_on_the_seed_are_given_the_same_sentences_of_the_first_author() -> None:
    readers = configurations.all_of_them()
    given = readers[DIET].lessons(ALL)
    assert given == readers[SEED_ALONE].lessons(ALL) and {one.author for one in given} == {"first_hands"}
    assert 0 < len(given) < len(ALL) / 2


def test_all_other_readers_are_given_every_sentence() -> None:
    others = {name: one for name, one in configurations.all_of_them().items() if name not in (DIET, SEED_ALONE)}
    assert len(others) >= 7 and all(one.lessons(ALL) == ALL for one in others.values())


def test_the_sentences_that_teach_needs_hold_no_act_and_no_danger() -> None:
    texts, needs = configurations.needs_of([corpus.Sentence("老板跑了", "steps"), corpus.Sentence("你好", "greet"),
                                            corpus.Sentence("我不想活了", "danger_self")])
    assert (texts, needs) == (["老板跑了"], ["steps"])


@pytest.mark.parametrize("share", [0.125, 0.25, 0.5, 1.0])
def test_a_part_of_the_sentences_is_drawn_across_authors_and_a_larger_one_holds_it(share: float) -> None:
    part = part_of(ALL, share)
    assert len(part) == pytest.approx(len(ALL) * share, rel=0.05)
    assert {id(one) for one in part} <= {id(one) for one in part_of(ALL, min(1.0, share * 2))}
    large = [one for one in ALL if one.author == "first_hands"]
    assert sum(one.author == "first_hands" for one in part) == pytest.approx(len(large) * share, rel=0.1)


def test_the_table_says_what_a_reader_learnt_how_well_it_reads_and_what_it_costs() -> None:
    text = report.compared(ASKED, {DIET: told()})
    head, rule, line = (cells(one) for one in text.splitlines() if one.startswith("|"))
    assert len(head) == len(rule) == len(line)
    row = dict(zip(head, line, strict=True))
    assert (row["first guess"], row["in three"], row["macro F1"]) == ("50.0 %", "100.0 %", "33.3 %")
    assert row["calibration error"] == "0.350" and row["sentences of needs"] == "3202"
    assert (row["train"], row["ms a message"], row["size"]) == ("61 s", "12.35", "20.0 MB")


def test_the_comparison_says_that_diet_saw_the_seed_alone() -> None:
    assert "DIET saw the seed alone" in report.compared(ASKED, {DIET: told()})


def test_the_learning_curve_has_a_line_for_each_part_and_says_how_parts_are_drawn() -> None:
    text = report.learning(ASKED, {0.125: told(sentences=700), 1.0: told()})
    lines = [cells(line) for line in text.splitlines() if line.startswith("|")]
    assert [line[:2] for line in lines[2:]] == [["12.5 %", "700"], ["100.0 %", "5988"]]
    assert len({len(line) for line in lines}) == 1
    assert "not by author" in text
