"""YAML with line numbers, for messages that a lawyer can follow."""
from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.content.strict_yaml import Forgiving
from bot.content.types import Problem

Key = tuple[Any, ...]


@dataclass
class Marked:
    """A YAML file's data, the line of each value by its path of keys, and what is wrong with its form."""

    name: str
    data: Any = None
    lines: dict[Key, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, *key: Any) -> int:
        """The line of the value at `key`, or of the nearest thing around it."""
        while key and key not in self.lines:
            key = key[:-1]
        return self.lines.get(key, 1)

    def error(self, message: str, *key: Any) -> None:
        """Note an error at `key`."""
        self.problems.append(Problem(self.name, self.line(*key), message))

    def warn(self, message: str, *key: Any) -> None:
        """Note a warning at `key`."""
        self.problems.append(Problem(self.name, self.line(*key), message, "warning"))


def read_marked(path: Path, name: str) -> Marked:
    """The file with its lines. Broken YAML becomes a problem, and `data` is None; a value that cannot be read becomes Unread."""
    marked = Marked(name)
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        loader = Forgiving(text)
        try:
            data = loader.get_single_data()
        finally:
            loader.dispose()
        if node is not None:
            _walk(node, (), marked)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        marked.problems.append(Problem(name, line, f"not valid YAML: {getattr(error, 'problem', None) or error}"))
        return marked
    except UnicodeDecodeError as error:
        line = error.object[:error.start].count(b"\n") + 1
        marked.problems.append(Problem(name, line, "not UTF-8: save the file as UTF-8"))
        return marked
    except RecursionError:
        marked.problems.append(Problem(name, 1, "lists or mappings within each other without end"))
        return marked
    marked.data = data
    marked.problems += [Problem(name, line, message) for line, message in loader.unread]
    return marked


def _walk(node: yaml.Node, key: Key, marked: Marked) -> None:
    marked.lines[key] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            _walk(child, (*key, number), marked)
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for name_node, child in node.value:
            name = name_node.value
            if name in seen:
                line = name_node.start_mark.line + 1
                marked.problems.append(Problem(marked.name, line, f"the key {name} stands twice here"))
            seen.add(name)
            _walk(child, (*key, name), marked)
