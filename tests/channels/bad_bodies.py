"""Bodies that the REST channel refuses, and odd ones that it takes: rows for a table test."""
from __future__ import annotations

from typing import Any

BAD: list[tuple[str, Any]] = [
    ("a list", []),
    ("a text", "你好"),
    ("a number", 7),
    ("nothing", None),
    ("no sender", {"message": "你好"}),
    ("sender null", {"sender": None, "message": "你好"}),
    ("sender empty", {"sender": "", "message": "你好"}),
    ("sender blank", {"sender": "  \t", "message": "你好"}),
    ("sender a number", {"sender": 12, "message": "你好"}),
    ("sender a list", {"sender": ["a"], "message": "你好"}),
    ("sender of 201 characters", {"sender": "甲" * 201, "message": "你好"}),
    ("sender of the chat page", {"sender": "chat:" + "0" * 32, "message": "你好"}),
    ("sender of WeChat", {"sender": "wx:o123", "message": "你好"}),
    ("message a number", {"sender": "甲", "message": 12}),
    ("message a list", {"sender": "甲", "message": ["你好"]}),
    ("message an object", {"sender": "甲", "message": {"text": "你好"}}),
]

GOOD: list[tuple[str, Any, str]] = [
    ("plain", {"sender": "甲", "message": "你好"}, "你好"),
    ("sender of 200 characters", {"sender": "甲" * 200, "message": "你好"}, "你好"),
    ("no message", {"sender": "甲"}, ""),
    ("message null", {"sender": "甲", "message": None}, ""),
    ("metadata null", {"sender": "甲", "message": "你好", "metadata": None}, "你好"),
    ("metadata a text", {"sender": "甲", "message": "你好", "metadata": "x"}, "你好"),
    ("further fields", {"sender": "甲", "message": "你好", "input_channel": "facebook", "stream": True}, "你好"),
]
