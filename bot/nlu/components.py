"""The three components of config.yml: thin shells that Rasa calls; all reading is done by the pure modules beside them."""
from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, METADATA, METADATA_INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot import clock
from bot.chinese.normalise import normalise
from bot.nlu import corpus, entities, model
from bot.nlu.output import intent_ranking, parse_data
from bot.settings import ROOT

NORMALISED = "normalised_text"
KINDS = DefaultV1Recipe.ComponentType


def spoken(message: Message) -> str:
    """The normalised text of a message, made here when the Normaliser did not see it."""
    return str(message.get(NORMALISED) or normalise(message.get(TEXT) or ""))


def second_of(metadata: dict[str, Any] | None) -> tuple[str, ...]:
    """The second needs that stand in the metadata of a block of examples."""
    return tuple(((metadata or {}).get(METADATA_INTENT) or {}).get("second") or ())


@DefaultV1Recipe.register([KINDS.MESSAGE_FEATURIZER], is_trainable=False)
class Normaliser(GraphComponent):
    """Writes the normalised text beside the message's own text, which stays as it was typed."""

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> Normaliser:
        """A component without state."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the normalised text; it is not part of the parse data."""
        for message in messages:
            message.set(NORMALISED, normalise(message.get(TEXT) or ""))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing: the reader normalises the sentences that it learns from."""
        return training_data


@DefaultV1Recipe.register([KINDS.INTENT_CLASSIFIER], is_trainable=True)
class NeedReader(GraphComponent):
    """Needs, act and danger of a message: `intent`, `intent_ranking`, `need_ranking`, `second_needs`, `act`, `danger`."""

    def __init__(self, lookups: Path, storage: ModelStorage, resource: Resource, reader: model.Reader | None = None) -> None:
        self._lookups = lookups
        self._storage = storage
        self._resource = resource
        self._reader = reader

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`lookups`: the folder of the word lists, from the project's root."""
        return {"lookups": "data/nlu/lookups"}

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> NeedReader:
        """Untrained."""
        return cls(ROOT / config["lookups"], model_storage, resource)

    @classmethod
    def load(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
             execution_context: ExecutionContext, **kwargs: Any) -> NeedReader:
        """Trained; the word lists come out of the model, not out of the folder."""
        with model_storage.read_from(resource) as folder:
            return cls(ROOT / config["lookups"], model_storage, resource, model.load(folder / model.FILE))

    def train(self, training_data: TrainingData) -> Resource:
        """The heads from the intent examples, in seconds; saved into the component's resource."""
        sentences = [
            corpus.Sentence(example.get(TEXT), example.get(INTENT), second_of(example.get(METADATA)))
            for example in training_data.intent_examples if example.get(TEXT)
        ]
        gc.disable()  # millions of tokens are made and none in a circle: walking through them again and again costs seconds
        try:
            self._reader = model.train(sentences, self._lookups)
        finally:
            gc.enable()
        with self._storage.write_to(self._resource) as folder:
            self._reader.save(folder)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the reading to the parse data; a message that already has an intent (a typed payload) is left alone."""
        for message in messages:
            if self._reader and not (message.get(INTENT) or {}).get("name"):
                reading = self._reader.read(spoken(message))
                message.set(INTENT, {"name": reading.intent.name, "confidence": reading.intent.confidence}, add_to_output=True)
                message.set(INTENT_RANKING_KEY, intent_ranking(reading), add_to_output=True)
                for key, value in parse_data(reading).items():
                    message.set(key, value, add_to_output=True)
        return messages


@DefaultV1Recipe.register([KINDS.ENTITY_EXTRACTOR], is_trainable=False)
class FactFinder(GraphComponent):
    """Who owes, project, place, trade, proof, sums and dates as entities; the word lists are loaded at the first message."""

    def __init__(self, lookups: Path) -> None:
        self._lookups = lookups

    @classmethod
    def create(cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource,
               execution_context: ExecutionContext) -> FactFinder:
        """Nothing is loaded yet."""
        return cls(ROOT / config.get("lookups", "data/nlu/lookups"))

    def process(self, messages: list[Message]) -> list[Message]:
        """Append the entities; offsets are those of the message's own text."""
        for message in messages:
            found = entities.finder(self._lookups).find(message.get(TEXT) or "", clock.today())
            message.set(ENTITIES, [*(message.get(ENTITIES) or []), *found], add_to_output=True)
        return messages
