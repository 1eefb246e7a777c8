"""Reading level of what is said beside the answers: sentences short enough for a slow reader.

Checked are content/assessment, routes, safety, interview and matters, the files of content/words that a worker
hears, and domain.yml.
A placeholder counts as what it is filled with: a day, a number or a name, or sentences of its own.
"""
from __future__ import annotations

import re
from typing import Any

from bot.content.check_lines import check_sentences
from bot.content.marks import Key, Marked

FOLDERS = ("assessment/", "routes/", "safety/", "interview/", "matters/", "words/")
NOT_HEARD = {"words/documents.yml", "words/desk.yml", "words/run.yml", "words/glossary.yml", "words/everyday_words.yml"}
NO_SENTENCE = {"laws", "when", "names", "payload", "warm_up", "says_so"}
FORMULA = "work_"  # a line of a calculation: rate × time = sum
PLACEHOLDER = re.compile(r"\{(\w+)\}")
PROGRESS = re.compile(r"^第\{question_step\}题/共\{question_of\}题：")
DAYS = {"on", "since", "begin", "end", "earliest", "latest", "restarts"}
SENTENCES = {"why", "example", "where", "facts"}
DAY, WORD = "日" * 10, "字" * 4


def check_spoken(files: dict[str, Marked]) -> None:
    """An error at each text of the files (by their names under content/) with a sentence that is too long."""
    for name, file in files.items():
        if name.startswith(FOLDERS) and name not in NOT_HEARD:
            check_texts(file, file.data, ())


def check_texts(file: Marked, node: Any, key: Key) -> None:
    """The same for every text under `node`."""
    if isinstance(node, dict):
        for name, child in node.items():
            if name not in NO_SENTENCE and not str(name).startswith(FORMULA):
                check_texts(file, child, (*key, name))
    elif isinstance(node, list):
        for number, child in enumerate(node):
            check_texts(file, child, (*key, number))
    elif isinstance(node, str):
        check_sentences(file, filled(node), key)


def filled(text: str) -> str:
    """The text as long as it is when it is said, without the number of the question."""
    return PLACEHOLDER.sub(_length, PROGRESS.sub("", text))


def _length(found: re.Match[str]) -> str:
    if found[1] in SENTENCES:
        return "\n"
    return DAY if found[1] in DAYS else WORD
