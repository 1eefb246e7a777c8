"""Which paper a message wishes to have written (tests/chinese/named_papers.yml)."""
from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.named_papers import LONGEST, wished_paper

ROWS = yaml.safe_load((Path(__file__).parent / "named_papers.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_wish_for_a_paper_is_heard_by_its_name(row: dict[str, str]) -> None:
    assert wished_paper(row["text"]) == row["paper"]


def test_a_story_that_names_a_paper_is_no_wish_for_it() -> None:
    assert wished_paper("帮我写仲裁申请书" + "老板欠我钱" * LONGEST) == ""


def test_no_message_of_the_training_sentences_about_stories_is_taken_for_a_wish_for_all() -> None:
    nlu = Path(__file__).resolve().parents[2] / "data" / "nlu"
    for name in ("paid", "take_evidence", "erase_my_data", "daybook_sheet", "steps", "steps_lawsuit", "evidence_general"):
        lines = [line.strip()[2:] for line in (nlu / f"{name}.yml").read_text(encoding="utf-8").splitlines()
                 if line.startswith("    - ")]
        assert not [line for line in lines if wished_paper(line) == "all"], name
