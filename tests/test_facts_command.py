"""`python -m bot facts`: JSON alone on stdout, quickly, without the heavy libraries."""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import main

ROOT = Path(__file__).resolve().parents[1]
STORY = "我在贵阳花果园工地做木工，一天260，包工头王大强还欠我12000，我电话13812345678，说好2026年12月20日给"


def call(*arguments: str, **options: object) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=30, check=False, **options)


def test_the_command_prints_the_facts_as_json_alone() -> None:
    done = call("facts", "--text", STORY, "--today", "2026-11-22")
    assert done.returncode == 0
    facts = json.loads(done.stdout)
    assert facts["owed_amount"] == 12000
    assert facts["pay_rate"] == {"amount": 260, "unit": "day"}
    assert facts["debtor_kind"] == "foreman"
    assert facts["promised_date"] == "2026-12-20"
    assert facts["worker_phone"] == "13812345678"
    assert "has_contract" not in facts


def test_a_range_is_a_list_of_two() -> None:
    done = call("facts", "--text", "工头欠我三四千", "--today", "2026-11-22")
    assert json.loads(done.stdout)["owed_amount"] == [3000, 4000]


def test_the_story_can_come_from_standard_input() -> None:
    done = call("facts", "--text", "-", "--today", "2026-11-22", input="包工头欠我8000")
    assert json.loads(done.stdout)["owed_amount"] == 8000


def test_no_fact_is_an_empty_object() -> None:
    assert json.loads(call("facts", "--text", "你好").stdout) == {}



def test_it_loads_neither_rasa_nor_spacy_nor_jieba() -> None:
    program = (
        "import sys; from bot.__main__ import main; main(['facts', '--text', '工头欠我8000']); "
        "print(sorted({'rasa', 'rasa_sdk', 'spacy', 'jieba', 'tensorflow', 'sqlalchemy'} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=30, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["facts"], ["facts", "--text", "x", "--today", "soon"]])
def test_a_wrong_call_ends_with_code_two_and_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "usage" in captured.err


def test_broken_characters_do_not_break_it() -> None:
    done = call("facts", "--text", "欠我\u200b8000\ufeff😀〔", "--today", "2026-11-22")
    assert json.loads(done.stdout)["owed_amount"] == 8000
