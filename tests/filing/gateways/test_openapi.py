"""docs/webhook.openapi.yml against what is really sent to an agency's system, from a filed complaint to its withdrawal."""
from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, ValidationError

from bot.cases import evidence, personal
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.gateways.webhook import Webhook
from bot.filing.service import file_complaint, withdraw
from bot.settings import ROOT
from tests.support.peers import SECRET, agency_at
from tests.support.sending import run_due
from tests.support.stores import NOW, PNG, STATION, later, previewed

PAGE: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "webhook.openapi.yml").read_text(encoding="utf-8"))
ID = "11010519491231002X"


def schema(name: str) -> Draft7Validator:
    """A schema of the page; references lead into the page."""
    return Draft7Validator({**PAGE, "$ref": f"#/components/schemas/{name}"})


@pytest.fixture
def sent(store: Store, tmp_path: Path) -> list[tuple[dict[str, str], bytes]]:
    """The requests for a filing, its second version and the withdrawal."""
    with agency_at(tmp_path) as agency:
        with store.session() as session:
            token = personal.keep(session, "甲", "id_number", ID)
            evidence.add(session, "甲", data=PNG, filename="欠条.png", kind="iou", now=NOW)
        for amount in (20000, 26000):
            with store.session() as session:
                previewed(session, "甲", worker_id_number=Fact("known", token), owed_amount=Fact("known", amount))
                file_complaint(session, "甲", NOW, STATION, gateway="webhook")
            run_due(store, Webhook(agency.url, SECRET, agency.ca), NOW)
        with store.session() as session:
            withdraw(session, "甲", later(minutes=1))
        run_due(store, Webhook(agency.url, SECRET, agency.ca), later(minutes=1))
        return agency.requests


def test_what_is_sent_is_what_the_page_says(sent: list[tuple[dict[str, str], bytes]]) -> None:
    bodies = [json.loads(body) for _, body in sent]
    for body in bodies:
        schema("Delivery").validate(body)
    assert [(body["kind"], body["version"], body["replaces"]) for body in bodies] == [
        ("filing", 1, None), ("filing", 2, bodies[0]["key"]), ("withdrawal", 2, bodies[1]["key"])]
    assert bodies[1]["facts"]["worker_id_number"]["value"] == ID and len(bodies[1]["evidence"]) == 1
    assert [paper["name"] for paper in bodies[1]["papers"]] == ["劳动保障监察投诉书.pdf", "证据清单.pdf"]


def test_the_headers_are_those_of_the_page(sent: list[tuple[dict[str, str], bytes]]) -> None:
    told = {one["name"]: one["schema"]["pattern"] for one in PAGE["paths"]["/"]["post"]["parameters"]}
    for headers, _ in sent:
        assert all(re.fullmatch(pattern.strip("^$"), headers[name]) for name, pattern in told.items())


def test_the_answers_of_the_page_are_those_that_are_understood() -> None:
    from bot.filing.gateways.webhook import read_answer

    good = {"accepted": True, "number": "R-1"}
    schema("Answer").validate(good)
    assert read_answer(200, json.dumps(good).encode()).number == "R-1"
    with pytest.raises(ValidationError):
        schema("Answer").validate({"accepted": False})
