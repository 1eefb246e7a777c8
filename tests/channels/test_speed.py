"""What the patches of Rasa leave as it was, and what they spare."""
from __future__ import annotations

import asyncio
import copy
from typing import Any

import pytest
import rasa.shared.utils.common
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.core.featurizers.tracker_featurizers import MaxHistoryTrackerFeaturizer
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    LoopInterrupted,
    SessionStarted,
    SlotSet,
    UserUttered,
    deserialise_events,
)
from rasa.shared.core.slots import AnySlot, Slot
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig

from bot.channels.speed import make_rasa_quick
from bot.channels.speed.calls import TURNS_SENT, close_held_session, recent
from bot.channels.speed.rules import by_intent

RASAS_OWN_CALL = RemoteAction._action_call_format
RASAS_OWN_RUN = DaskGraphRunner.run
RASAS_OWN_FIND = RulePolicy._find_action_from_rules
RASAS_OWN_STATES, RASAS_OWN_KEYS = RulePolicy._prediction_states, RulePolicy._get_possible_keys
RASAS_OWN_COPY = DialogueStateTracker.copy
PATCHED = (
    (RemoteAction, "_validate_action_result"), (RemoteAction, "_action_call_format"), (EndpointConfig, "session"),
    (DaskGraphRunner, "run"), (RulePolicy, "_find_action_from_rules"), (Domain, "is_empty"),
    (rasa.shared.utils.common, "all_subclasses"), (RulePolicy, "_prediction_states"), (RulePolicy, "_get_possible_keys"),
    (DialogueStateTracker, "copy"),
)


@pytest.fixture
def patched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The patches, taken back after the test."""
    for owner, name in PATCHED:
        monkeypatch.setattr(owner, name, getattr(owner, name))
    monkeypatch.setattr(Slot, "__copy__", None, raising=False)
    make_rasa_quick()


def turns(count: int) -> list[list[Event]]:
    return [[UserUttered(str(number)), SlotSet("question_step", number), BotUttered("?")] for number in range(count)]


def test_an_action_gets_the_events_of_the_last_three_messages() -> None:
    events = [event for turn in turns(5) for event in turn]
    assert recent(events) == events[6:]
    assert recent(events[:9]) == events[:9]


@pytest.mark.parametrize("reply", [[], {"events": {}}, {"events": [{"name": "slot without a kind"}]}, {"responses": ["text"]}])
@pytest.mark.usefixtures("patched")
def test_a_reply_that_is_none_is_refused(reply: Any) -> None:
    with pytest.raises(ValidationError):
        RemoteAction("action_answer", None)._validate_action_result(reply)


@pytest.mark.usefixtures("patched")
def test_a_reply_of_the_action_server_passes() -> None:
    reply = {"events": [{"event": "slot", "name": "awaiting", "value": None}], "responses": [{"text": "好"}]}
    assert RemoteAction("action_answer", None)._validate_action_result(reply)
    assert deserialise_events(reply["events"]) == [SlotSet("awaiting", None)]


def test_the_call_differs_from_rasas_own_in_nothing_but_old_events(patched: None) -> None:
    domain = Domain.from_dict({"actions": ["action_answer"], "slots": {"question_step": {"type": "any", "mappings": []}}})
    tracker = DialogueStateTracker.from_events("a", [event for turn in turns(5) for event in turn], domain.slots)
    action = RemoteAction("action_answer", None)
    ours, rasas = action._action_call_format(tracker, domain), RASAS_OWN_CALL(action, tracker, domain)
    assert ours["tracker"].pop("events") == rasas["tracker"].pop("events")[-3 * TURNS_SENT :]
    assert ours == rasas


class Plus:
    """A component that adds what it gets."""

    def add(self, left: int, right: int) -> int:
        """The sum."""
        return left + right


def adder(**nodes: dict[str, str]) -> DaskGraphRunner:
    """A runner of nodes that add: name, what each needs. Built without Rasa's storage, which no node here uses."""
    runner = object.__new__(DaskGraphRunner)
    runner._execution_context = "test"
    runner._graph_schema = GraphSchema({
        name: SchemaNode(needs=needs, uses=Plus, constructor_name="create", fn="add", config={}, is_target=name == "last")
        for name, needs in nodes.items()})
    runner._instantiated_nodes = {name: _node(name, needs) for name, needs in nodes.items()}
    return runner


def _node(name: str, needs: dict[str, str]) -> Any:
    def call(*outputs: tuple[str, int]) -> tuple[str, int]:
        got = dict(outputs)
        return name, Plus().add(**{parameter: got[source] for parameter, source in needs.items()})

    return call


def test_the_graph_gives_what_rasas_own_runner_gives(patched: None) -> None:
    runner = adder(last={"left": "first", "right": "given"}, first={"left": "given", "right": "given"},
                   other={"left": "given", "right": "first"})
    for targets in (None, ["first"], ["other", "last"]):
        ours, rasas = runner.run({"given": 2}, targets), RASAS_OWN_RUN(runner, {"given": 2}, targets)
        assert ours == rasas
    assert runner.run({"given": 2}) == {"last": 6}


def test_an_input_named_as_a_node_is_refused(patched: None) -> None:
    with pytest.raises(GraphRunError):
        adder(last={"left": "given", "right": "given"}).run({"given": 2, "last": 3})


def rules(*states: dict[str, Any]) -> RulePolicy:
    """A policy that knows these rules of one turn and answers them by `found`."""
    policy = object.__new__(RulePolicy)
    policy.lookup = {RULES: {policy._create_feature_key([state]): "action_answer" for state in states}}
    return policy


LISTENED = {"prev_action": {"action_name": "action_listen"}}


@pytest.mark.parametrize(("rule", "looked"), [
    ({**LISTENED, "user": {"intent": "greet"}}, False),
    ({**LISTENED, "user": {"text": "你好"}}, True),
    (LISTENED, True),
])
def test_rules_are_looked_up_by_text_only_where_one_may_be_found(rule: dict[str, Any], looked: bool) -> None:
    asked: list[bool] = []
    find = by_intent(lambda self, tracker, domain, use_text: (asked.append(use_text), (None, None, False))[1])
    policy = rules(rule)
    find(policy, None, None, True)
    find(policy, None, None, False)
    assert asked == ([True, False] if looked else [False])


def test_calls_share_one_session_until_the_server_stops(patched: None) -> None:
    async def calls() -> None:
        endpoint = EndpointConfig("http://127.0.0.1:1/webhook")
        async with endpoint.session() as first:
            pass
        assert not first.closed
        async with endpoint.session() as second:
            assert second is first
        await close_held_session()
        assert first.closed
        async with endpoint.session() as third:
            assert third is not first
        await close_held_session()

    asyncio.run(calls())


def test_a_copied_slot_is_a_slot_of_its_own(patched: None) -> None:
    slot = AnySlot("owed_amount", mappings=[])
    slot.value = {"amount": "9600"}
    twin = copy.copy(slot)
    assert type(twin) is AnySlot and twin == slot and twin.value is slot.value
    twin.value = None
    assert slot.value == {"amount": "9600"}


def test_an_empty_domain_is_still_known_from_a_full_one(patched: None) -> None:
    assert Domain.empty().is_empty()
    assert not Domain.from_dict({"intents": ["greet"]}).is_empty()


TALK: list[Event] = [
    ActionExecuted("action_session_start"), SessionStarted(), ActionExecuted("action_listen"),
    UserUttered("你好", intent={"name": "greet"}), ActionExecuted("action_greet"), BotUttered("您好"),
    ActionExecuted("action_listen"),
    UserUttered("欠我一万二", intent={"name": "inform"}), ActionExecuted("wage_claim"), ActiveLoop("wage_claim"),
    SlotSet("question_step", 3), SlotSet("requested_slot", "pay_rate"), ActionExecuted("action_listen"),
    UserUttered("仲裁要多久", intent={"name": "steps_arbitration"}), LoopInterrupted(True), ActionExecuted("action_answer"),
    BotUttered("四十五天"),
]
DOMAIN = Domain.from_dict({
    "intents": ["greet", "inform", "steps_arbitration"], "actions": ["action_greet", "action_answer"],
    "slots": {"question_step": {"type": "any", "mappings": [{"type": "custom"}]},
              "requested_slot": {"type": "any", "mappings": [{"type": "custom"}]}},
    "forms": {"wage_claim": {"required_slots": []}},
})


def told(events: list[Event]) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("a", events, DOMAIN.slots)


@pytest.mark.parametrize("length", range(len(TALK) + 1))
def test_a_copied_conversation_is_what_rasas_own_copy_is(patched: None, length: int) -> None:
    tracker = told(TALK[:length])
    ours, rasas = tracker.copy(), RASAS_OWN_COPY(tracker)
    assert ours.current_state(EventVerbosity.ALL) == rasas.current_state(EventVerbosity.ALL)
    assert vars(ours).keys() == vars(rasas).keys()
    assert ours.latest_message == rasas.latest_message and ours.events == rasas.events


def test_a_copied_conversation_goes_its_own_way(patched: None) -> None:
    tracker = told(TALK)
    before = tracker.current_state(EventVerbosity.ALL)
    twin = tracker.copy()
    for event in (SlotSet("question_step", 4), LoopInterrupted(False), ActionExecuted("action_listen"), ActiveLoop(None)):
        twin.update(event)
    assert tracker.current_state(EventVerbosity.ALL) == before
    assert twin.get_slot("question_step") == 4 and not twin.active_loop


def policy_of(*known: list[dict[str, Any]]) -> RulePolicy:
    """A policy that knows these rules, each a row of turns."""
    policy = object.__new__(RulePolicy)
    policy._Policy__featurizer = MaxHistoryTrackerFeaturizer()
    policy.lookup = {RULES: {policy._create_feature_key(turns): f"action_{number}" for number, turns in enumerate(known)}}
    return policy


def turn(action: str, intent: str | None = None, **more: dict[str, Any]) -> dict[str, Any]:
    return {"prev_action": {"action_name": action}, **({"user": {"intent": intent}} if intent else {}), **more}


POLICY = policy_of(
    [{}], [turn("action_listen")], [turn("action_listen", "greet")],
    [turn("action_listen", "greet"), turn("action_greet", "greet")],
    [turn("action_listen", "inform"), turn("wage_claim", "inform")], [turn("action_listen", "steps_arbitration")],
    [turn("action_listen", "steps_arbitration", active_loop={"name": "should_not_be_set"})],
    [turn("action_listen", "steps_arbitration"), turn("action_answer", "steps_arbitration", active_loop={"name": "wage_claim"})],
)


@pytest.mark.parametrize("length", range(len(TALK) + 1))
def test_the_same_rules_fit_as_rasa_finds_itself(patched: None, length: int) -> None:
    tracker = told(TALK[:length])
    all_states: list[dict[str, Any]] = RASAS_OWN_STATES(POLICY, tracker, DOMAIN)
    states = POLICY._prediction_states(tracker, DOMAIN)
    assert states == all_states[-3:]
    found = POLICY._get_possible_keys(POLICY.lookup[RULES], states)
    assert found == RASAS_OWN_KEYS(POLICY, POLICY.lookup[RULES], all_states)


def test_the_whole_talk_meets_rules_of_one_turn_and_of_two(patched: None) -> None:
    lengths = set()
    for length in range(len(TALK) + 1):
        states = POLICY._prediction_states(told(TALK[:length]), DOMAIN)
        lengths |= {len(POLICY._rule_key_to_state(key)) for key in POLICY._get_possible_keys(POLICY.lookup[RULES], states)}
    assert lengths == {1, 2}
