"""Imports point one way, and no sentence for a worker stands in Python (docs/design.md, section 2)."""
from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted([*(ROOT / "bot").rglob("*.py"), *(ROOT / "actions").rglob("*.py")])
ALWAYS = {"settings", "clock"}
ROOMS = {
    "chinese": {"chinese"},
    "law": {"law", "chinese"},
    "interview": {"interview", "chinese"},
    "content": {"content"},
    "search": {"search", "content"},
    "privacy": {"privacy", "chinese"} | ALWAYS,
    "nlu": {"nlu", "chinese"} | ALWAYS,
    "photos": {"photos"} | ALWAYS,
    "evidence": {"evidence", "photos", "content", "chinese", "privacy"} | ALWAYS,
    "cases": {"cases", "evidence", "privacy", "chinese"} | ALWAYS,
    "filing": {"filing", "cases", "documents", "privacy", "law", "content", "chinese"} | ALWAYS,
    "documents": {"documents", "photos", "law", "content", "chinese"} | ALWAYS,
    "jobs": {"jobs", "filing", "cases", "documents", "content"} | ALWAYS,
    "channels": {"channels", "cases", "filing", "privacy", "content"} | ALWAYS,
}
RASA = {"bot/nlu/components.py", "bot/nlu/importer.py",
        *(str(path.relative_to(ROOT)) for path in (ROOT / "bot/channels").rglob("*.py"))}


def imported(path: Path) -> set[str]:
    """Every module that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room(path: Path) -> str:
    """The room of bot/ that a file stands in."""
    return path.relative_to(ROOT).parts[1].removesuffix(".py")


@pytest.mark.parametrize("path", [p for p in CODE if p.parts[-2] != "bot" and room(p) in ROOMS and "actions" not in p.parts],
                         ids=lambda p: str(p.relative_to(ROOT)))
def test_a_room_imports_only_what_the_plan_allows(path: Path) -> None:
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("bot.")}
    assert ours <= ROOMS[room(path)], ours - ROOMS[room(path)]


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_nlu_and_channels_import_rasa_and_only_actions_its_sdk(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    is_action = path.relative_to(ROOT).parts[0] == "actions"
    if str(path.relative_to(ROOT)) not in RASA:
        assert "rasa" not in tops
    if not is_action:
        assert "rasa_sdk" not in tops


SPOKEN = ["actions", *(f"bot/{name}" for name in ("channels", "filing", "cases", "interview", "documents", "evidence", "privacy",
                                                   "run", "content", "search", "cli", "jobs"))]
SENTENCE = re.compile(r"[\u4e00-\u9fff]{6,}")
# a pattern or a set of signs is no sentence
PATTERN = re.compile(r"[\[\]\\|]|^[-0-9０-９xX零〇一二三四五六七八九十百千万亿幺两\s]+$")


@pytest.mark.parametrize("folder", SPOKEN)
def test_no_chinese_sentence_stands_in_python(folder: str) -> None:
    found = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docs = {id(node.body[0].value) for node in ast.walk(tree)
                if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and node.body
                and isinstance(node.body[0], ast.Expr)}
        found += [f"{path.relative_to(ROOT)}:{node.lineno} {node.value[:30]}" for node in ast.walk(tree)
                  if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
                  and SENTENCE.search(node.value) and not PATTERN.search(node.value)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("command", ["facts", "check-iou", "desk", "answer", "vault"])
def test_a_command_without_servers_loads_no_rasa_spacy_or_jieba_to_begin(command: str) -> None:
    code = ("import sys, runpy\n"
            f"sys.argv = ['bot', '{command}', '--help']\n"
            "try:\n    runpy.run_module('bot', run_name='__main__')\nexcept SystemExit:\n    pass\n"
            "heavy = {'rasa', 'rasa_sdk', 'tensorflow', 'spacy', 'jieba'} & set(sys.modules)\nprint(sorted(heavy))")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip().splitlines()[-1] == "[]"


def test_no_file_of_ours_is_over_three_hundred_lines() -> None:
    long = [f"{path.relative_to(ROOT)}: {count}" for path in CODE if (count := len(path.read_text().splitlines())) > 300]
    assert not long, long


def test_the_job_process_loads_no_rasa_spacy_or_jieba() -> None:
    code = ("import sys, bot.jobs.__main__\n"
            "print(sorted({'rasa', 'rasa_sdk', 'tensorflow', 'spacy', 'jieba', 'sanic'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
