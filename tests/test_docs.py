"""What exists is documented, and what is documented exists: settings, commands, targets, intents, actions, forms, slots."""
from __future__ import annotations

import ast
import itertools
import re
import subprocess
from importlib import metadata
from typing import Any

import pytest
import yaml

from bot.__main__ import COMMANDS
from bot.content import NEEDS
from bot.settings import ROOT, read_settings

DOCS = ROOT / "docs"
SETTING = re.compile(r"MINGXIN_[A-Z][A-Z_]*[A-Z]")
CODE = ("bot", "actions", "bench", "scripts", "tests", "content/words", ".ci")
DOMAIN: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
MARKERS = ("model", "servers", "browser", "faults", "postgres", "rasa", "poppler")


def page(name: str) -> str:
    """A page of docs/."""
    return (DOCS / name).read_text(encoding="utf-8")


def section(name: str, heading: str) -> str:
    """A page from one heading to the next of its level or above."""
    level = heading.split(" ")[0]
    text = page(name).split(f"\n{heading}", 1)[1]
    return re.split(rf"\n#{{1,{len(level)}}} ", text, maxsplit=1)[0]


def rows(text: str) -> dict[str, list[str]]:
    """Table rows that begin with a name in backticks: name -> the other cells."""
    found = (line.strip().strip("|").split(" | ") for line in text.splitlines() if re.match(r"\| `[^`]+` \|", line))
    return {cells[0].strip().strip("`"): [cell.strip() for cell in cells[1:]] for cells in found}


def makefile() -> dict[str, list[str]]:
    """The targets that explain themselves, with their commands."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.findall(r"^([a-z-]+):.*## .+\n((?:\t.+\n?)*)", text, re.MULTILINE)
    return {target: [line.strip() for line in body.splitlines()] for target, body in found}


# settings

def settings_in_code() -> set[str]:
    """Every variable of ours that stands in code, scripts, Makefile or Rasa's files."""
    files = [path for folder in CODE for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    files += [ROOT / "Makefile", *ROOT.glob("*.yml"), *ROOT.glob("*.ini")]
    return {name for path in files for name in SETTING.findall(path.read_text(encoding="utf-8", errors="ignore"))}


def test_every_setting_is_documented_and_every_documented_one_exists() -> None:
    assert set(rows(page("settings.md"))) == settings_in_code()


def test_no_page_speaks_of_a_setting_that_does_not_exist() -> None:
    for path in DOCS.glob("*.md"):
        assert set(SETTING.findall(path.read_text(encoding="utf-8"))) <= settings_in_code(), path.name


def test_the_defaults_are_those_that_the_page_tells() -> None:
    told = {name: cells[0] for name, cells in rows(page("settings.md")).items()}
    made = read_settings({})
    for name, value in {"MINGXIN_HOST": made.host, "MINGXIN_PORT": made.port, "MINGXIN_ACTION_PORT": made.action_port}.items():
        assert told[name] == f"`{value}`"
    for name, path in {"MINGXIN_VAR": made.var}.items():
        assert told[name] == f"`{path.relative_to(ROOT)}` in the project"
    for name, path in {"MINGXIN_VAULT": made.vault, "MINGXIN_KEY_FILE": made.key_file}.items():
        assert told[name] == f"`{path.relative_to(made.var)}` in `MINGXIN_VAR`"
    assert made.database_url == f"sqlite:///{made.var / 'mingxin.db'}" and "mingxin.db" in told["MINGXIN_DATABASE_URL"]
    for name, value in {"MINGXIN_STATION": made.station, "MINGXIN_TODAY": made.today}.items():
        assert (told[name], value) == ("empty", "")


def test_every_field_of_the_settings_is_read_from_a_documented_variable() -> None:
    tree = ast.parse((ROOT / "bot" / "settings.py").read_text(encoding="utf-8"))
    read = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
            and SETTING.fullmatch(node.value)}
    assert len(read) == len(read_settings({}).__dataclass_fields__)
    assert read <= set(rows(page("settings.md")))


# commands and targets

def test_every_command_is_documented_and_every_documented_one_exists() -> None:
    told = {name.removeprefix("python -m bot ") for name in rows(section("commands.md", "## python -m bot"))}
    assert told == set(COMMANDS)


def test_every_target_of_make_is_documented_and_every_documented_one_exists() -> None:
    told = {name.removeprefix("make ") for name in rows(section("commands.md", "## make"))}
    assert told == set(makefile())


def test_no_page_names_a_command_or_target_that_does_not_exist() -> None:
    for path in [*DOCS.glob("*.md"), ROOT / "content" / "README.md"]:
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"`make ([a-z]+)", text)) <= set(makefile()), path.name
        assert set(re.findall(r"python -m bot ([a-z][a-z-]*)", text)) <= set(COMMANDS), path.name


def test_make_help_lists_every_target_with_a_word_on_it() -> None:
    said = subprocess.run(["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    listed = dict(line.split(" — ", 1) for line in said.splitlines())
    written = (ROOT / "Makefile").read_text(encoding="utf-8")
    declared = re.search(r"^\.PHONY: (.+)$", written, re.MULTILINE)
    assert declared
    assert set(listed) == set(makefile()) == set(declared.group(1).split())
    assert set(re.findall(r"^([a-z-]+):", written, re.MULTILINE)) == set(makefile())
    assert all(listed.values())


def selects(expression: str, markers: tuple[str, ...]) -> bool:
    """Whether pytest's -m expression selects a test with these markers."""
    return bool(eval(expression, {"__builtins__": {}}, {name: name in markers for name in MARKERS}))


def test_make_test_runs_every_test_exactly_once() -> None:
    targets = makefile()
    commands = [line for target in ("check", "test") for line in targets[target] if "pytest" in line]
    expressions = [re.search(r'-m "([^"]+)"', line.split("-m pytest")[1]) for line in commands]
    assert len(commands) == 3 and all(line.endswith(" tests") for line in commands)
    for count in range(len(MARKERS) + 1):
        for markers in itertools.combinations(MARKERS, count):
            chosen = [one.group(1) for one in expressions if one and selects(one.group(1), markers)]
            assert len(chosen) == 1, (markers, chosen)


def test_the_markers_are_those_of_pyproject() -> None:
    found = re.search(r"^markers = \[(.+)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert found and set(re.findall(r'"(\w+):', found.group(1))) == set(MARKERS)


# the dialogue

def test_every_intent_is_documented_and_every_documented_one_exists() -> None:
    told = {*rows(section("intents.md", "## Dangers")), *rows(section("intents.md", "## Acts"))}
    assert told | set(NEEDS) == set(DOMAIN["intents"])
    assert not told & set(NEEDS)


def test_the_needs_of_the_design_are_those_of_the_content() -> None:
    names = section("design.md", "### Needs").split("How to choose")[0]
    assert set(re.findall(r"`([a-z_]+)`", names)) == set(NEEDS)


def test_every_entity_is_documented_and_every_documented_one_exists() -> None:
    assert set(rows(section("intents.md", "## Entities"))) == set(DOMAIN["entities"])


@pytest.mark.parametrize(("heading", "part"), [("## Actions", "actions"), ("## Forms", "forms"), ("## Slots", "slots")])
def test_every_action_form_and_slot_is_documented_and_every_documented_one_exists(heading: str, part: str) -> None:
    assert set(rows(section("dialogue.md", heading))) == set(DOMAIN[part])


def test_the_page_tells_the_rules_that_call_an_action() -> None:
    called: dict[str, set[str]] = {}
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]:
            steps = [step for step in rule["steps"] if "intent" in step or "action" in step]
            if len(steps) == 2 and not rule.get("condition") and "intent" in steps[0]:
                called.setdefault(steps[1]["action"], set()).add(steps[0]["intent"])
    for action, cells in rows(section("dialogue.md", "## Actions")).items():
        intents = called.get(action, set())
        wanted = set() if len(intents) > 4 else intents
        told = set(re.findall(r"`([a-z_]+)`", cells[-1])) & {*DOMAIN["intents"], "nlu_fallback"}
        assert told == wanted, action


def test_the_page_tells_what_a_yes_is_about() -> None:
    values = set(DOMAIN["slots"]["awaiting"]["values"]) - {"nothing"}
    told = rows(section("dialogue.md", "## A yes or a no"))
    assert set(told) == values
    rules = [rule for path in (ROOT / "data" / "rules").glob("*.yml")
             for rule in yaml.safe_load(path.read_text(encoding="utf-8"))["rules"]]
    for value in values:
        answers = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in rules
                   if [{"awaiting": value}] in [part.get("slot_was_set") for part in rule.get("condition", [])]}
        assert f"`{answers['affirm']}`" == told[value][1] and f"`{answers['deny']}`" == told[value][2], value


# pages

def test_every_link_between_pages_leads_somewhere() -> None:
    for path in [*DOCS.rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "content").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
            assert "://" in target or (path.parent / target).exists(), f"{path.name}: {target}"


# what it is built of

def dependencies(part: str) -> set[str]:
    """The packages that pyproject.toml asks for: `dependencies` or `dev`."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(rf"^{part} = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert found
    return {re.split(r"[<>=\[]", line.strip().strip('",'))[0] for line in found.group(1).splitlines()}


@pytest.mark.parametrize(("part", "heading"), [("dependencies", "## Libraries that the bot runs on"),
                                               ("dev", "## Libraries for development and tests")])
def test_every_library_is_on_the_page_of_third_parties_and_no_other(part: str, heading: str) -> None:
    names = {name.lower().replace("_", "-") for name in rows(section("third-party.md", heading))}
    assert names == {name.lower().replace("_", "-") for name in dependencies(part)}


def test_the_page_says_which_libraries_nothing_imports_yet() -> None:
    modules = {"pyyaml": "yaml", "pillow": "PIL", "argon2-cffi": "argon2", "opencv-python-headless": "cv2"}
    by_others = {"tensorflow-cpu", "psycopg2-binary", "onnxruntime"}  # Rasa, SQLAlchemy and rapidocr import them
    code = "\n".join(path.read_text(encoding="utf-8") for folder in ("bot", "actions") for path in (ROOT / folder).rglob("*.py"))
    for name, cells in rows(section("third-party.md", "## Libraries that the bot runs on")).items():
        module = modules.get(name, name.replace("-", "_"))
        used = name in by_others or re.search(rf"^\s*(?:import|from) {module}\b", code, re.MULTILINE)
        assert bool(used) != ("imports it yet" in cells[-1]), name


def test_no_installed_library_is_under_a_licence_that_would_bind_ours() -> None:
    bound = []
    for one in metadata.distributions():
        stated = " ".join([one.metadata.get("License-Expression") or "", (one.metadata.get("License") or "")[:120],
                           *(line for line in one.metadata.get_all("Classifier", []) if line.startswith("License"))])
        if re.search(r"\bA?GPL|(?<!Lesser )General Public License", stated) and not re.search(r"LGPL|Lesser", stated):
            bound.append((one.metadata["Name"], stated))
    assert bound == []


def test_the_licence_of_the_font_lies_beside_it() -> None:
    for font in (ROOT / "content" / "fonts").glob("*.ttf"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (font.parent / "OFL.txt").read_text(encoding="utf-8")
        assert str(font.relative_to(ROOT)) in page("third-party.md")


def test_a_page_reads_like_a_page() -> None:
    for path in DOCS.glob("*.md"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith("# "), path.name
