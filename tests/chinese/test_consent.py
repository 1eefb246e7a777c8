"""An explicit yes before what cannot be undone."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.consent import consents, is_bare_request, refuses

TABLE = yaml.safe_load(Path(__file__).with_suffix("").with_name("consent.yml").read_text(encoding="utf-8"))
ROWS = [(matter, str(text), said == "yes") for said in ("yes", "no") for matter, texts in TABLE[said].items() for text in texts]
BARE = [(matter, str(text), said == "request") for said in ("request", "no_request") for matter, texts in TABLE[said].items()
        for text in texts]


@pytest.mark.parametrize(("matter", "text", "agrees"), ROWS)
def test_only_a_whole_yes_is_a_yes(matter: str, text: str, agrees: bool) -> None:
    assert consents(text, matter) is agrees


@pytest.mark.parametrize(("matter", "text", "bare"), BARE)
def test_the_bare_verb_of_a_matter_is_told_from_a_yes_and_from_more_words(matter: str, text: str, bare: bool) -> None:
    assert is_bare_request(text, matter) is bare


NOES = [(text, said == "refused") for said in ("refused", "otherwise") for text in TABLE[said]]


@pytest.mark.parametrize(("text", "refused"), NOES)
def test_a_no_that_says_how_it_is_instead_refuses_nothing(text: str, refused: bool) -> None:
    assert refuses(text) is refused
