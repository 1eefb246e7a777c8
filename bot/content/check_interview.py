"""Check of content/interview/*.yml: what is said when a worker asks why names the facts that it rests on."""
from __future__ import annotations

from bot.content.legal_words import legal_words
from bot.content.marks import Marked

NEEDED = ("slot", "why", "laws", "example")


def check_interview(files: dict[str, Marked]) -> None:
    """Problems go into the files; whether the ids exist and hold the numbers is checked with every other `laws`."""
    for file in files.values():
        questions = file.data.get("questions") if isinstance(file.data, dict) else None
        if not isinstance(questions, list):
            if not file.problems:
                file.error("the file must be a mapping with a list `questions`")
            continue
        for number, row in enumerate(questions):
            missing = [name for name in NEEDED if not isinstance(row, dict) or name not in row]
            if missing:
                file.error(f"a question needs {', '.join(missing)}", "questions", number)
            elif legal_words(str(row["why"])) and not row["laws"]:
                file.error(f"「{legal_words(str(row['why']))[0]}」 is law: name its facts in laws", "questions", number, "why")
