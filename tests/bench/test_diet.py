"""The plain Rasa project that DIET is trained in (bench/understanding/diet.py)."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rasa.shared.nlu.training_data.loading import load_data

from bench.understanding import configurations, diet
from bot.nlu import corpus
from bot.settings import ROOT

NAME = "jieba, counts and DIET, seed alone"
FEW = {"work_injury": ["上班摔断了腿谁赔", "干活受伤了老板不管", "工伤怎么赔"],
       "overtime_pay": ["加班没有加班费", "天天加班到半夜加班费怎么算", "周末加班给多少钱"]}


def seed() -> tuple[list[str], list[str]]:
    """What DIET learns in the comparison."""
    examples = configurations.all_of_them()[NAME].lessons(corpus.read_sentences(ROOT / "data/nlu"))
    return configurations.needs_of(examples)


def test_rasa_reads_every_seed_sentence_of_a_need_word_by_word_and_nothing_else(tmp_path: Path) -> None:
    texts, needs = seed()
    diet.write_project(tmp_path, texts, needs)
    read = load_data(str(tmp_path / "nlu.yml")).intent_examples
    assert {(one.get("text"), one.get("intent")) for one in read} == set(zip(texts, needs, strict=True))
    assert set(needs) == set(corpus.NEEDS)


def test_the_pipeline_is_the_peers_with_ten_epochs_and_no_intent_of_a_fallback(tmp_path: Path) -> None:
    diet.write_project(tmp_path, *seed())
    steps = yaml.safe_load((tmp_path / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    assert [step["name"] for step in steps] == ["JiebaTokenizer", *["CountVectorsFeaturizer"] * 2, "DIETClassifier"]
    assert steps[-1]["epochs"] == 10


def test_a_trained_diet_ranks_needs_alone_by_chance_and_gives_its_archive(capfd: pytest.CaptureFixture[str]) -> None:
    texts = [text for some in FEW.values() for text in some]
    rank, archive = diet.train(texts, [need for need, some in FEW.items() for _ in some])
    rankings = rank(["老板，加班费咋算", "我手受伤了"])
    assert all({name for name, _ in ranking} == set(FEW) for ranking in rankings)
    assert all(ranking == sorted(ranking, key=lambda pair: -pair[1]) for ranking in rankings)
    assert all(abs(sum(chance for _, chance in ranking) - 1) < 0.01 for ranking in rankings)
    assert capfd.readouterr().out == ""  # where a measurement prints its figures
    assert archive[:2] == b"\x1f\x8b" and len(archive) > 100_000
