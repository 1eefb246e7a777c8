"""The training data as Rasa gets it."""
from __future__ import annotations

import copy
from pathlib import Path

import pytest
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, METADATA, TEXT

from bot.nlu.components import second_of
from bot.nlu.importer import SentenceImporter

FILE = """
version: "3.1"
nlu:
- intent: steps
  metadata: {author: hand_a, second: [limitation_period]}
  examples: |
    - 老板不给钱咋整,过了两年还能要不
    - 去年的工钱没拿到
- intent: greet
  examples: |
    - 你好
"""


def importers(folder: Path, text: str) -> tuple[SentenceImporter, RasaFileImporter]:
    """Ours and Rasa's own, over a folder with one file of sentences."""
    (folder / "some.yml").write_text(text, encoding="utf-8")
    return SentenceImporter(None, None, [str(folder)]), RasaFileImporter(None, None, [str(folder)])


def test_the_sentences_are_those_that_rasa_reads(tmp_path: Path) -> None:
    ours, rasas = (importer.get_nlu_data().training_examples for importer in importers(tmp_path, FILE))
    assert [(one.get(TEXT), one.get(INTENT)) for one in ours] == [(one.get(TEXT), one.get(INTENT)) for one in rasas]
    assert [second_of(one.get(METADATA)) for one in ours] == [second_of(one.get(METADATA)) for one in rasas]
    assert second_of(ours[0].get(METADATA)) == ("limitation_period",)


def test_an_unknown_intent_is_refused_by_the_name_of_its_file(tmp_path: Path) -> None:
    ours, _ = importers(tmp_path, FILE.replace("intent: greet", "intent: gret"))
    with pytest.raises(ValueError, match=r"some\.yml: unknown intent gret"):
        ours.get_nlu_data()


def test_what_is_done_to_a_merged_copy_leaves_the_data_as_they_were(tmp_path: Path) -> None:
    data = importers(tmp_path, FILE)[0].get_nlu_data()
    before = data.fingerprint()
    merged = data.merge(data)
    for example in merged.training_examples:
        example.set(INTENT, "thanks")
        example.add_features(None)
    assert data.fingerprint() == before
    assert {example.get(INTENT) for example in data.training_examples} == {"steps", "greet"}


def test_a_copy_is_equal_and_keeps_its_fingerprint_until_it_is_changed(tmp_path: Path) -> None:
    example = importers(tmp_path, FILE)[0].get_nlu_data().training_examples[0]
    twin = copy.deepcopy(example)
    assert twin == example and twin is not example
    twin.set(TEXT, "别的")
    assert twin != example
