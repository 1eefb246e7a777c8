"""YAML in which a value that cannot be read (a day that no calendar has) is named with its line, never an exception of Python."""
from __future__ import annotations

from typing import Any

import yaml

UNREADABLE = (ValueError, AttributeError, KeyError)  # what PyYAML raises for 2008-02-30, !!int x, !!bool x
DAY = "tag:yaml.org,2002:timestamp"


class Unread(str):
    """A value as it was written, which could not be read; its problem is named already."""


class Strict(yaml.CSafeLoader):
    """Raises yaml.constructor.ConstructorError, with its line, for a value that cannot be read."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node."""
        try:
            return super().construct_object(node, deep)
        except UNREADABLE as error:
            raise yaml.constructor.ConstructorError(None, None, said_of(node), node.start_mark) from error


class Forgiving(yaml.CSafeLoader):
    """Keeps what cannot be read as Unread, and notes it in `unread`: (line, message)."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.unread: list[tuple[int, str]] = []

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        """The value of a node."""
        try:
            return super().construct_object(node, deep)
        except UNREADABLE:
            self.unread.append((node.start_mark.line + 1, said_of(node)))
            return Unread(node.value) if isinstance(node, yaml.ScalarNode) else Unread("")


def said_of(node: yaml.Node) -> str:
    """What is wrong with a value, and the mend."""
    if node.tag == DAY:
        return f"「{node.value}」 is no day of the calendar: write one like 2026-11-22"
    return f"「{node.value}」 cannot be read as {node.tag.rpartition(':')[2]}: put it in quotes"
