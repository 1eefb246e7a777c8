"""Copies of conversations, and the states that rules look at: Rasa plays all events again for each."""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from copy import copy
from typing import Any
from weakref import WeakKeyDictionary

from rasa.core.policies.rule_policy import RULES, RULES_FOR_LOOP_UNHAPPY_PATH, RulePolicy
from rasa.shared.core.constants import PREVIOUS_ACTION, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

Keys = dict[tuple[str | None, str | None], list[str]]
_longest: WeakKeyDictionary[RulePolicy, int] = WeakKeyDictionary()
_tables: WeakKeyDictionary[RulePolicy, dict[int, Keys]] = WeakKeyDictionary()


def copy_of_tracker(self: DialogueStateTracker) -> DialogueStateTracker:
    """What `DialogueStateTracker.copy` gives: the same events, and the state that they have led to."""
    twin = DialogueStateTracker(self.sender_id, None, self._max_event_history, self.sender_source, self.is_rule_tracker)
    ids = {"model_id": twin.model_id, "assistant_id": twin.assistant_id}
    own = {"slots": {name: copy(slot) for name, slot in self.slots.items()}, "events": self._create_events(self.events),
           "active_loop": copy(self.active_loop), "latest_action": copy(self.latest_action)}
    twin.__dict__.update({**self.__dict__, **own, **ids})
    return twin


def recent_states(
    self: RulePolicy, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool = False,
    rule_only_data: Mapping[str, Any] | None = None,
) -> list[State]:
    """The last states of `Policy._prediction_states`: as many as the longest rule has, and one."""
    states = _last_states(tracker, domain, _length_of_rules(self) + 1)
    self.featurizer._choose_last_user_input([states], use_text_for_last_user_input)
    return states


def _last_states(tracker: DialogueStateTracker, domain: Domain, count: int) -> list[State]:
    """The state before each of the last actions and the state now."""
    events = tracker.applied_events()
    hidden = sum(isinstance(event, ActionExecuted) for event in events) + 1 - count
    before, states = tracker.init_copy(), []
    for event in events:
        if isinstance(event, ActionExecuted):
            hidden -= 1
            if hidden < 0:
                states.append(domain._clean_state(domain.get_active_state(before)))
        before.update(event)
    return [*states, domain._clean_state(domain.get_active_state(before))]


def _length_of_rules(policy: RulePolicy) -> int:
    """The turns of the longest rule. Worked out once for a policy."""
    if policy not in _longest:
        keys = [key for table in (RULES, RULES_FOR_LOOP_UNHAPPY_PATH) for key in policy.lookup.get(table, ())]
        _longest[policy] = max((len(policy._rule_key_to_state(key)) for key in keys), default=0)
    return _longest[policy]


def possible_keys(self: RulePolicy, lookup: dict[str, str], states: list[State]) -> set[str]:
    """`RulePolicy._get_possible_keys`, asked only of the rules that end with this action and this intent (or any)."""
    keys = _by_last_turn(self, lookup)
    last = states[-1] if states else {}
    action, intent = _marks(last)
    possible = {key for mark in {(action, intent), (action, None)} for key in keys.get(mark, ())} if states else set(lookup)
    for place, state in enumerate(reversed(states)):
        possible = {key for key in possible if self._is_rule_applicable(key, place, state)}
    return possible


def _by_last_turn(policy: RulePolicy, lookup: dict[str, str]) -> Keys:
    """The rules of a table under the previous action and the intent of their last turn. Worked out once."""
    tables = _tables.setdefault(policy, {})
    if id(lookup) not in tables:
        keys: Keys = defaultdict(list)
        for key in lookup:
            keys[_marks(policy._rule_key_to_state(key)[-1])].append(key)
        tables[id(lookup)] = keys
    return tables[id(lookup)]


def _marks(state: Mapping[str, Any]) -> tuple[str | None, str | None]:
    return state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME), state.get(USER, {}).get(INTENT)
