"""The classes that the SDK registers are the actions of the domain, and no other."""
from __future__ import annotations

import inspect

import yaml
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.utils import all_subclasses

from actions.common import Act
from actions.forms import FormAction
from bot.settings import ROOT


def registered() -> set[str]:
    """What `python -m actions` offers."""
    executor = ActionExecutor()
    executor.register_package("actions")
    return set(executor.actions)


def test_the_action_server_offers_exactly_the_actions_of_the_domain() -> None:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    assert registered() == set(domain["actions"])


def test_what_the_actions_share_is_abstract_and_every_action_has_a_name_of_its_own() -> None:
    assert inspect.isabstract(Act) and inspect.isabstract(FormAction)
    concrete = [one for one in all_subclasses(Act) if not inspect.isabstract(one) and one.__module__.startswith("actions.")]
    names = [one().name() for one in concrete]
    assert len(names) == len(set(names)) == len(registered())
    assert set(names) == registered()
