"""The sentences, roads, kinds of evidence and desks: complete, plain, short, and each with law facts that exist."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.law.evidence import PROVES
from bot.law.offices import BY_TRADE, TOLD
from bot.law.values import ROUTES
from bot.settings import ROOT
from tests.law.tables import law_ids, sentences

FOLDERS = ("assessment", "routes", "evidence", "authorities")
FILES = [path for folder in FOLDERS for path in sorted((ROOT / "content" / folder).glob("*.yml"))
         if path.stem != "iou_check"]
ELEMENTS = [
    "debtor_name", "debtor_id", "creditor_name", "amount", "amount_capital", "purpose", "period", "project", "pay_by",
    "written_on", "signature", "fingerprint", "stamp",
]
TRAPS = [
    "ambiguous_hai", "loan_wording", "receipt_wording", "project_money_wording", "foreman_alone", "company_without_stamp",
    "no_date", "blank_space", "sums_differ", "overdue", "all_settled_wording",
    "pay_condition", "several_workers",
]
LABELS = re.compile(r"^(role|ask|work)_|^(place|hours)_unknown$")
LONGEST = 40


def load(path: Path) -> Any:
    """A file of content."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def entries(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping with a text in a file."""
    if isinstance(node, dict):
        if "text" in node:
            yield node
        for child in node.values():
            yield from entries(child)
    elif isinstance(node, list):
        for child in node:
            yield from entries(child)


def _length(sentence: str) -> int:
    """Characters of a sentence; in an equation a placeholder counts as the figure of four signs that it becomes."""
    return len(re.sub(r"\s", "", re.sub(r"\{\w+\}", "0000", sentence)) if "=" in sentence else sentence)


def by_name(path: Path) -> str:
    """Test id of a file."""
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", FILES, ids=by_name)
def test_every_sentence_is_short_plain_and_rests_on_law_facts(path: Path) -> None:
    found = list(entries(load(path)))
    assert found or path.stem in ("negotiation", "letters_and_visits", "criminal_report")
    for entry in found:
        text = entry["text"]
        assert entry["laws"] or path.parent.name == "assessment", text
        assert set(entry["laws"]) <= law_ids(), text
        assert len(set(entry["laws"])) == len(entry["laws"]), text
        for sentence in re.split(r"[。！？；]", text):
            assert _length(sentence) <= LONGEST, sentence
        assert not re.search(r"[\u4e00-\u9fff][,;:?!]", text), f"half-width: {text}"


def test_only_labels_stand_without_law_facts() -> None:
    assert {key for key, entry in sentences().items() if not entry["laws"] and not LABELS.match(key)} == set()


def test_placeholders_are_those_the_engine_fills() -> None:
    allowed = {"limit": {"on", "days", "since", "restarts", "left"}, "note": {"restarts", "first_month"}, "clock": {"on", "days"},
               "door": {"phone", "place"},
               "first": {"place"}, "road": {"place"}, "office": {"place"},
               "bring": {"documents"}, "strength": {"weakest"}, "harm": {"paper", "said", "one", "other"},
               "sum": {"low", "high"}, "term": {"earliest", "latest"},
               "money": {"low", "high"},
               "work": {"rate", "count", "sum", "more", "begin", "end", "percent", "capitals"}}
    for key, entry in sentences().items():
        wanted = set(re.findall(r"\{(\w+)\}", entry["text"]))
        assert wanted <= allowed.get(key.split("_")[0], set()), key


FIRST = ("inspection", "arbitration", "mediation", "lawsuit", "payment_order", "legal_aid", "enforcement")
"""Roads that can come first: what they cost, how long they take and what to bring is said."""


@pytest.mark.parametrize("route", ROUTES)
def test_every_road_has_its_name_and_what_is_said_of_it_when_it_comes_first(route: str) -> None:
    told = load(ROOT / "content" / "routes" / f"{route}.yml")
    assert told.pop("route") == route and told.pop("name")
    parts = {"cost", "duration", "papers"} if route in FIRST else set()
    variants = {"cost_labour_service", "cost_project_money"} if route == "lawsuit" else set()
    variants |= {"duration_private"} if route == "mediation" else {"no_answer"} if route == "inspection" else set()
    assert told.keys() == parts | variants


def test_there_is_one_file_per_road_and_per_kind_of_evidence() -> None:
    assert {path.stem for path in (ROOT / "content" / "routes").glob("*.yml")} == set(ROUTES)
    assert {path.stem for path in FILES if path.parent.name == "evidence"} == PROVES.keys() | {"elements_of_iou"}


@pytest.mark.parametrize("kind", PROVES)
def test_every_kind_of_evidence_says_what_it_proves_and_how_to_get_it(kind: str) -> None:
    told = load(ROOT / "content" / "evidence" / f"{kind}.yml")
    assert told["kind"] == kind and told["name"] and told["proves"]["text"]
    assert told["where"] and told["stronger"]
    assert set(told["laws"]) == {law for entry in entries(told) for law in entry["laws"]}


def test_the_iou_names_all_elements_and_traps_with_words_that_mend() -> None:
    told = load(ROOT / "content" / "evidence" / "elements_of_iou.yml")
    assert [row["element"] for row in told["elements"]] == ELEMENTS
    assert [row["trap"] for row in told["traps"]] == TRAPS
    assert all(row["words"] for row in told["elements"]) and all(row["mend"] for row in told["traps"])
    for row in (*told["elements"], *told["traps"]):
        assert any(law.startswith(("LAW-IOU", "LAW-NEG")) for law in row["laws"])


def test_every_desk_says_what_it_refuses_and_that_its_hours_are_not_known() -> None:
    desks = load(ROOT / "content" / "authorities" / "desks.yml")
    assert desks.keys() == {*TOLD, *BY_TRADE.values(), "industry_authority", "citizens_line", "national_platform"}
    for kind, desk in desks.items():
        assert desk["hours"] in ("unknown", "known") and desk["refuses"]["text"] and desk["refuses"]["laws"], kind
        assert not re.search(r"[上下]午|[点时]至|点到|\d点", desk["refuses"]["text"]), kind


def test_only_national_numbers_stand_in_the_files() -> None:
    page = (ROOT / "bot" / "channels" / "static" / "chat.html").read_text(encoding="utf-8")
    numbers = set(re.findall(r"\d+", re.search(r'data-word="hotlines">([^<]+)<', page)[1]))  # type: ignore[index]
    assert len(numbers) > 10
    for path in FILES:
        for entry in entries(load(path)):
            assert set(re.findall(r"(?<!\d)1(?:\d{4}|[12]0)(?!\d)", entry["text"])) <= numbers
            assert not re.search(r"\d{7,}|\d{3,4}-\d{7,8}", entry["text"])
