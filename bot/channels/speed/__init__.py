"""Small patches of the installed Rasa 3.6.21: what it does anew at each call and need not (docs/performance.md)."""
from __future__ import annotations

from functools import lru_cache

import rasa.shared.utils.common
from jsonschema import Draft7Validator
from rasa.core.actions.action import RemoteAction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.slots import Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.channels.speed import calls, graph, rules, trackers


def make_rasa_quick() -> None:
    """Install the patches, once in a process. For a server only: a training frees what its graph no longer needs."""
    RemoteAction._validate_action_result = calls.validation(Draft7Validator(calls.REPLY))
    RemoteAction._action_call_format = calls.call_with_recent_events
    EndpointConfig.session = calls.held_session
    DaskGraphRunner.run = graph.run
    RulePolicy._find_action_from_rules = rules.by_intent(RulePolicy._find_action_from_rules)
    RulePolicy._prediction_states = trackers.recent_states
    RulePolicy._get_possible_keys = trackers.possible_keys
    DialogueStateTracker.copy = trackers.copy_of_tracker
    # the classes of events and slots, which Rasa searches anew for each event it reads
    rasa.shared.utils.common.all_subclasses = lru_cache(maxsize=8)(rasa.shared.utils.common.all_subclasses)
    # copied for each tracker, several times a message
    Slot.__copy__ = copy_of_slot
    # an empty domain, which Rasa builds for each message to see that its own is none
    nothing = Domain.empty().as_dict()
    Domain.is_empty = lambda self: self.as_dict() == nothing


def copy_of_slot(self: Slot) -> Slot:
    """What `copy.copy` gives, without the detour of a pickle."""
    twin: Slot = object.__new__(type(self))
    twin.__dict__.update(self.__dict__)
    return twin
