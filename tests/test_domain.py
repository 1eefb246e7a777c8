"""domain.yml, rules, content and code fit together: all that is named exists, all that exists is used."""
from __future__ import annotations

import re
from typing import Any, get_args

import pytest
import yaml

from bot.chinese.impossible import Reason
from bot.content import NEEDS
from bot.settings import ROOT
from tests.support import uses

BUILT_IN = {"action_listen", "action_restart", "action_back", "action_default_fallback", "action_session_start"}
GIVEN_BY_RASA = {"nlu_fallback"}
PLACEHOLDER = re.compile(r"{(\w+)}")


def loaded(path: str) -> dict[str, Any]:
    """A YAML file of the project."""
    return dict(yaml.safe_load((ROOT / path).read_text(encoding="utf-8")))


DOMAIN = loaded("domain.yml")
RESPONSES: dict[str, list[dict[str, Any]]] = DOMAIN["responses"]
SLOTS: dict[str, dict[str, Any]] = DOMAIN["slots"]
FORMS: dict[str, dict[str, list[str]]] = DOMAIN["forms"]
RULES = [rule for path in sorted((ROOT / "data" / "rules").glob("*.yml")) for rule in loaded(f"data/rules/{path.name}")["rules"]]
PLANS = {path.stem: loaded(f"content/interview/{path.name}") for path in sorted((ROOT / "content/interview").glob("*.yml"))}
QUESTIONS = {f"utter_ask_{form}_{question['slot']}" for form, plan in PLANS.items() for question in plan["questions"]}


def steps(kind: str) -> set[str]:
    """Every intent or action (`kind`) of the rules."""
    return {step[kind] for rule in RULES for step in rule["steps"] if kind in step}


def placeholders(response: str) -> set[str]:
    """What a response wants filled in, in texts and buttons."""
    return set(PLACEHOLDER.findall(yaml.safe_dump(RESPONSES[response], allow_unicode=True)))


def matching(names: frozenset[str] | set[str]) -> set[str]:
    """Responses of the domain for names, of which some end in *."""
    return {response for response in RESPONSES for name in names
            if response == name or (name.endswith("*") and response.startswith(name[:-1]))}


def test_every_response_that_code_or_rules_name_exists() -> None:
    rules = {action for action in steps("action") if action.startswith("utter_")}
    assert {name for name in uses.named() | rules if not matching({name})} == set()


def test_every_response_is_said_by_an_action_a_rule_or_a_form() -> None:
    said = matching(uses.named()) | steps("action") | QUESTIONS
    assert set(RESPONSES) - said == set()


def test_a_name_put_together_at_run_time_has_exactly_the_responses_that_it_can_become() -> None:
    beginnings = {name[:-1] for name in uses.named() if name.endswith("*")}
    assert beginnings == {"utter_impossible_"}
    assert matching({"utter_impossible_*"}) == {f"utter_impossible_{reason}" for reason in {*get_args(Reason), *uses.reasons()}}


@pytest.mark.parametrize("call", list(uses.calls()), ids=lambda call: f"{call.where} {'|'.join(sorted(call.names))}")
def test_what_a_response_wants_filled_in_is_given_where_it_is_said(call: uses.Call) -> None:
    for name in matching(call.names):
        assert placeholders(name) <= call.values | set(SLOTS), f"{name}: {placeholders(name) - call.values - set(SLOTS)}"


def test_what_a_response_without_a_known_saying_wants_is_a_slot() -> None:
    seen = {name for call in uses.calls() for name in matching(call.names)}
    lacking = {name: placeholders(name) - set(SLOTS) for name in set(RESPONSES) - seen}
    assert {name: names for name, names in lacking.items() if names} == {}


def test_every_response_has_one_text_besides_those_with_a_condition_so_that_answers_can_be_tested() -> None:
    plain = {name: [one for one in variants if "condition" not in one] for name, variants in RESPONSES.items()}
    assert {name for name, variants in plain.items() if len(variants) != 1 or not variants[0].get("text")} == set()


def test_every_further_text_of_a_response_has_its_slot_and_is_said_in_a_dialogue() -> None:
    further = [one for variants in RESPONSES.values() for one in variants if "condition" in one]
    heard = {part for path in (ROOT / "tests" / "conversations").rglob("*.yml")
             for part in re.findall(r"[\u4e00-\u9fff]{3,}", " ".join(re.findall(r"says: \[([^\]]*)\]", path.read_text("utf-8"))))}
    for one in further:
        assert all(part["type"] == "slot" and part["name"] in SLOTS for part in one["condition"])
        assert any(part in one["text"] for part in heard), one["text"]


def test_every_intent_is_used_by_a_rule_and_every_intent_of_a_rule_exists() -> None:
    assert set(DOMAIN["intents"]) | GIVEN_BY_RASA == steps("intent")


def test_every_intent_has_examples_and_every_file_of_examples_an_intent() -> None:
    files = {path.stem for path in (ROOT / "data" / "nlu").glob("*.yml")}
    assert files == set(DOMAIN["intents"])


def test_the_needs_are_the_thirty_three_of_the_design() -> None:
    assert set(NEEDS) <= set(DOMAIN["intents"]) and len(set(NEEDS)) == 33


def test_every_action_is_called_by_a_rule_a_form_or_another_action() -> None:
    called = steps("action") | {f"validate_{form}" for form in FORMS} | uses.follow_ups() | BUILT_IN
    assert set(DOMAIN["actions"]) - called == set()
    assert uses.follow_ups() <= set(DOMAIN["actions"]) | set(FORMS) | BUILT_IN


def test_every_action_of_a_rule_exists() -> None:
    assert steps("action") <= set(DOMAIN["actions"]) | set(RESPONSES) | set(FORMS) | BUILT_IN


@pytest.mark.parametrize("form", sorted(FORMS))
def test_a_form_asks_what_its_plan_asks_in_the_same_order_and_has_a_question_for_each(form: str) -> None:
    slots = [question["slot"] for question in PLANS[form]["questions"]]
    assert FORMS[form]["required_slots"] == slots
    assert PLANS[form]["form"] == form
    assert {f"utter_ask_{form}_{slot}" for slot in slots} <= set(RESPONSES)
    assert set(slots) <= set(SLOTS)


def test_every_plan_of_questions_is_a_form() -> None:
    assert set(PLANS) == set(FORMS)


def test_every_question_shows_how_far_the_form_has_come() -> None:
    assert {name for name in QUESTIONS if not {"question_step", "question_of"} <= placeholders(name)} == set()


def sentences(text: str) -> list[str]:
    """The sentences of a text, without the number of the question before them."""
    return [piece for piece in re.split("[。！？]", re.sub("^第.*?题：", "", text)) if piece]


def test_every_question_has_at_most_two_sentences() -> None:
    texts = [(name, text["text"]) for name in sorted(QUESTIONS) for text in RESPONSES[name]]
    assert [(name, text) for name, text in texts if len(sentences(text)) > 2] == []


def test_the_greeting_has_two_sentences_with_what_it_is_and_how_to_be_erased_and_four_buttons() -> None:
    (greeting,) = RESPONSES["utter_greet"]
    first, second = sentences(greeting["text"])
    assert len(greeting["buttons"]) == 4
    assert all(word in first for word in ("免费", "不是律师", "政府", "投诉书")) and "「删除我的资料」" in second


def test_every_slot_is_used_by_code_or_a_form() -> None:
    asked = {slot for form in FORMS.values() for slot in form["required_slots"]}
    assert set(SLOTS) - asked - uses.strings() == set()


def test_every_slot_that_code_sets_exists() -> None:
    assert uses.slots_set() - set(SLOTS) - {"requested_slot"} == set()


def test_a_condition_of_a_rule_names_a_slot_and_a_value_that_it_can_have() -> None:
    for rule in RULES:
        for part in rule.get("condition", []):
            for condition in part.get("slot_was_set", []):
                for slot, value in condition.items():
                    assert slot in SLOTS, rule["rule"]
                    assert value in SLOTS[slot].get("values", [value]), rule["rule"]


def test_every_value_of_a_choosing_slot_is_used_by_a_rule_or_by_code() -> None:
    set_before = [slots for rule in RULES for part in rule.get("condition", []) for slots in part.get("slot_was_set", [])]
    conditions = {value for slots in set_before for value in slots.values()}
    for name, slot in SLOTS.items():
        mapped = {mapping.get("value") for mapping in slot["mappings"]}
        assert {value for value in slot.get("values", []) if value not in conditions | uses.strings() | mapped} == set(), name


def test_the_domain_stays_one_readable_file() -> None:
    assert len((ROOT / "domain.yml").read_text(encoding="utf-8").splitlines()) < 900
