"""One small reader for the whole folder: every fourth sentence of data/nlu, all acts and dangers; trained in seconds."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.nlu import corpus, model
from bot.settings import ROOT

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def reader() -> model.Reader:
    examples = corpus.read_corpus(ROOT / "data/nlu")
    needs = [row for row in examples if row[1] in corpus.NEEDS][::4]
    rest = [row for row in examples if row[1] not in corpus.NEEDS]
    return model.train([*needs, *rest], ROOT / "data/nlu/lookups")


def table(name: str) -> list[dict]:
    """The cases of a YAML table beside the tests."""
    return yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
