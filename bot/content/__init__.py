"""Everything the bot teaches: loads content/ once, names law facts, says what caution they need, checks the files.

Standard library and PyYAML only; the check of the reading level cuts words with jieba.
`load(root)` takes the folder; without one it is content/ beside bot/.
"""
from __future__ import annotations

from bot.content.checking import check
from bot.content.loading import ContentError, load
from bot.content.speech import caution, speak
from bot.content.types import (
    CASE_FACTS,
    NEEDS,
    PARTS,
    ROUTES,
    Answer,
    Content,
    Disagreement,
    Law,
    Line,
    Problem,
    Statute,
    Variant,
)

__all__ = [
    "CASE_FACTS",
    "NEEDS",
    "PARTS",
    "ROUTES",
    "Answer",
    "Content",
    "ContentError",
    "Disagreement",
    "Law",
    "Line",
    "Problem",
    "Statute",
    "Variant",
    "caution",
    "check",
    "load",
    "speak",
]
