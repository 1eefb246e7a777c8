"""What the Python of actions/ and bot/ says, read from the source without running it: responses named and values given."""
from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from bot.settings import ROOT

RESPONSE = re.compile(r"utter_[a-z_]+")
CODE = ("actions", "bot")
RASAS = {"utter_action"}  # a key of Rasa's own, no response
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Call:
    """One place where responses are said: their names (or beginnings of names, ending in *) and the values given."""

    where: str
    names: frozenset[str]
    values: frozenset[str]


@lru_cache(maxsize=1)
def trees() -> dict[str, ast.Module]:
    """Every module of actions/ and bot/."""
    paths = sorted(path for folder in CODE for path in (ROOT / folder).rglob("*.py"))
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def strings() -> set[str]:
    """Every string constant that is one word."""
    return {node.value for tree in trees().values() for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"\w+", node.value)}


def named() -> set[str]:
    """Every response named anywhere; a name put together at run time as its beginning and *."""
    found: set[str] = set()
    for tree in trees().values():
        beginnings = {id(argument) for node in ast.walk(tree) if isinstance(node, ast.Call)
                      and isinstance(node.func, ast.Attribute) and node.func.attr == "startswith" for argument in node.args}
        found |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
                  and RESPONSE.fullmatch(node.value) and not node.value.endswith("_") and id(node) not in beginnings}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                found |= _of(node, tree)
    return found - RASAS


def calls() -> Iterator[Call]:
    """Every place that says a response by name: `….say(name, key=…)`, `Said(name, {key: …}, facts=…)`."""
    for file, tree in trees().items():
        functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
        for function in functions:
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and node.args and _is_saying(node.func):
                    names = _of(node.args[0], function)
                    if names:
                        yield Call(f"{file}:{node.lineno}", frozenset(names), frozenset(_values(node)))


def _is_saying(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):
        return function.attr == "say"
    return isinstance(function, ast.Name) and function.id == "Said"


def _values(call: ast.Call) -> set[str]:
    given = {keyword.arg for keyword in call.keywords if keyword.arg}
    for argument in call.args[1:]:
        if isinstance(argument, ast.Dict):
            given |= {key.value for key in argument.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    return given


def _of(node: ast.AST, scope: ast.AST) -> set[str]:
    """The response names that an expression may have, as far as the source tells."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and RESPONSE.fullmatch(node.value):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return _of(node.body, scope) | _of(node.orelse, scope)
    if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
        start = str(node.values[0].value)
        return {f"{start}*"} if start.startswith("utter_") else set()
    if isinstance(node, ast.Name):
        assigned = [each.value for each in ast.walk(scope) if isinstance(each, ast.Assign)
                    and any(isinstance(target, ast.Name) and target.id == node.id for target in each.targets)]
        return {name for value in assigned if not isinstance(value, ast.Name) for name in _of(value, scope)}
    return set()


def follow_ups() -> set[str]:
    """Actions and forms that an action calls next by name (`FollowupAction("…")`)."""
    return _first_arguments("FollowupAction")


def slots_set() -> set[str]:
    """Slots that code sets by name (`SlotSet("…", …)`)."""
    return _first_arguments("SlotSet")


def reasons() -> set[str]:
    """Why an answer is impossible, as the interview says it by name (`Move("impossible", …, reason="…")`)."""
    return {keyword.value.value for tree in trees().values() for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Move"
            for keyword in node.keywords if keyword.arg == "reason" and isinstance(keyword.value, ast.Constant)}


def _first_arguments(function: str) -> set[str]:
    found = set()
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function and node.args:
                first = node.args[0]
                found |= {first.value} if isinstance(first, ast.Constant) and isinstance(first.value, str) else set()
    return found
