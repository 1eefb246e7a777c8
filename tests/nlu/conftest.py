"""One reader for the whole folder, trained directly (no Rasa) in a few seconds."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.nlu import corpus, model
from bot.settings import ROOT

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def reader() -> model.Reader:
    return model.train(corpus.read_sentences(ROOT / "data/nlu"), ROOT / "data/nlu/lookups")


def table(name: str) -> list[dict]:
    """The cases of a YAML table beside the tests."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
