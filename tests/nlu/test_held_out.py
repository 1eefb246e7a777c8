"""The sentences of strangers: enough of each kind, and never trained on."""
from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bench.understanding import rows
from bench.understanding.score import calibration_error, macro_f1, score
from bot.nlu import corpus
from bot.settings import ROOT
from tests.nlu.test_corpus import LIKE, grams

HELD = rows.read()


def test_there_are_enough_sentences_of_each_kind_by_three_authors() -> None:
    kinds = Counter(row.kind for row in HELD)
    assert len(HELD) >= 1500 and set(kinds) == {*rows.SETS, *rows.DANGER_SETS} and min(kinds.values()) >= 150
    assert sum(row.danger not in ("", "none") for row in HELD) >= 150 and sum(row.danger == "none" for row in HELD) >= 300
    assert len({row.author for row in HELD}) >= 3 and {row.need for row in HELD} - {None} == set(corpus.NEEDS)


def test_no_author_of_the_held_out_sentences_wrote_training_sentences() -> None:
    assert not {row.author for row in HELD} & {one.author for one in corpus.read_sentences(ROOT / "data/nlu")}


def test_every_training_block_names_its_author() -> None:
    assert all(one.author for one in corpus.read_sentences(ROOT / "data/nlu"))


def test_no_held_out_sentence_is_nearly_a_training_sentence() -> None:
    where: dict[str, list[int]] = {}
    trained = [grams(one.text) for one in corpus.read_sentences(ROOT / "data/nlu")]
    for number, own in enumerate(trained):
        for gram in own:
            where.setdefault(gram, []).append(number)
    twins = []
    for row in HELD:
        own = grams(row.text)
        shared = Counter(number for gram in own for number in where.get(gram, ()))
        twins += [row.text for number, n in shared.items() if n / (len(own) + len(trained[number]) - n) > LIKE]
    assert not twins


def test_a_second_need_counts_and_out_of_scope_is_counted_both_ways() -> None:
    told = [rows.Row("a", "clean", "x", "steps", ("work_injury",)), rows.Row("b", "clean", "x", "out_of_scope"),
            rows.Row("c", "clean", "x", "steps")]
    rankings = [[("work_injury", 0.9), ("steps", 0.1)], [("steps", 0.6), ("out_of_scope", 0.4)], [("out_of_scope", 1.0)]]
    figures = score(told, rankings)
    assert figures.strict == 0 and figures.counted == pytest.approx(1 / 3) and figures.in_three == pytest.approx(2 / 3)
    assert figures.out_found == 0 and figures.turned_away == pytest.approx(1 / 2)


def test_macro_f1_and_calibration_are_those_of_a_small_example() -> None:
    assert macro_f1([("a", "a"), ("a", "b"), ("b", "b")]) == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert calibration_error([(0.9, True), (0.9, False)]) == pytest.approx(0.4)
    assert calibration_error([(1.0, True)]) == pytest.approx(0.0)


def test_a_row_with_an_unknown_need_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("clean:\n- {text: 怎么办, need: stepz}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"x\.yml.*怎么办"):
        rows.read(tmp_path)
