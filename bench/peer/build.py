"""Writes the peer: a plain Rasa project on the seed sentences of data/nlu (its first authors), with a rule and an answer for
each intent."""
from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.corpus import read_sentences
from bot.settings import ROOT

PROJECT = Path(__file__).parent / "project"
SEED = "first_hands"
FORM_INTENT = "start_claim"  # its rule stands in form_rules.yml
ANSWER = "这是{intent}的回答。先找劳动监察,再留好证据;不会写材料,打法律援助的电话,不收钱。"


def build(folder: Path) -> None:
    """The whole project in `folder` (which must not exist)."""
    shutil.copytree(PROJECT, folder)
    data = folder / "data"
    data.mkdir()
    intents = _copy_sentences(data)
    shutil.move(str(folder / "form_rules.yml"), data / "form_rules.yml")
    rules = [_rule(name) for name in intents if name != FORM_INTENT]
    _write(data / "rules.yml", {"version": "3.1", "rules": rules, "stories": _stories(intents)})
    domain = yaml.safe_load((folder / "form.yml").read_text(encoding="utf-8"))
    (folder / "form.yml").unlink()
    domain["intents"] = intents
    domain["responses"].update({f"utter_{name}": [{"text": ANSWER.format(intent=name)}] for name in intents})
    _write(folder / "domain.yml", domain)


def _copy_sentences(data: Path) -> list[str]:
    """The seed sentences of each intent in a file; gives the intents that have some."""
    seeds: dict[str, list[str]] = {}
    for one in read_sentences(ROOT / "data" / "nlu"):
        if one.author == SEED:
            seeds.setdefault(one.intent, []).append(one.text)
    for intent, texts in seeds.items():
        examples = "".join(f"- {text}\n" for text in texts)
        _write(data / f"nlu_{intent}.yml", {"version": "3.1", "nlu": [{"intent": intent, "examples": examples}]})
    return sorted(seeds)


def _rule(intent: str) -> dict[str, Any]:
    return {"rule": intent, "steps": [{"intent": intent}, {"action": f"utter_{intent}"}]}


def _stories(intents: list[str]) -> list[dict[str, Any]]:
    """TED learns from stories alone: a greeting, two questions in a row, thanks."""
    asked = [name for name in intents if name not in ("greet", "thanks", FORM_INTENT)]
    return [{"story": f"{one} then {two}",
             "steps": [step for name in ("greet", one, two, "thanks") for step in _rule(name)["steps"]]}
            for one, two in zip(asked, [*asked[1:], asked[0]], strict=True)]


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
