"""The training data for Rasa, read once: Rasa's own importer reads, checks and copies 20,000 sentences five times over."""
from __future__ import annotations

from functools import lru_cache
from hashlib import md5
from pathlib import Path
from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.corpus import Sentence, read_file


class Example(Message):
    """A training sentence. Rasa copies all of them at each of its eleven merges: a copy shares everything until it is changed."""

    def __deepcopy__(self, memo: dict[int, Any]) -> Example:
        twin = Example.__new__(Example)
        twin.__dict__.update(self.__dict__)
        return twin

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """As in Rasa, on properties of its own from now on."""
        self.data, self.output_properties = {**self.data}, {*self.output_properties}
        super().set(prop, info, add_to_output)

    def add_features(self, features: Features | None) -> None:
        """As in Rasa, on features of its own from now on."""
        self.features = list(self.features)
        super().add_features(features)

    def fingerprint(self) -> str:
        """A hash of content and features. Rasa's own walks through every value in JSON: ten seconds of a training."""
        if self._cached_fingerprint is None:
            told = repr((sorted(self.data.items()), [feature.fingerprint() for feature in self.features]))
            self._cached_fingerprint = md5(told.encode(), usedforsecurity=False).hexdigest()
        return self._cached_fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint())


class SentenceImporter(RasaFileImporter):
    """Rasa's file importer with the sentences as `bot/nlu/corpus.py` reads them. Named in config.yml."""

    def get_nlu_data(self, language: str | None = "zh") -> TrainingData:
        """All sentences with intent, author and second needs. ValueError: an unknown intent, with the file's name."""
        return _read(tuple(sorted(self._nlu_files)))


@lru_cache(maxsize=1)
def _read(files: tuple[str, ...]) -> TrainingData:
    """Kept for the process: Rasa merges copies of it and leaves it as it is."""
    return TrainingData([_example(sentence) for path in files for sentence in read_file(Path(path))])


def _example(sentence: Sentence) -> Example:
    about = {"author": sentence.author, "second": list(sentence.second)}
    return Example({TEXT: sentence.text, INTENT: sentence.intent, METADATA: {METADATA_INTENT: about}})
