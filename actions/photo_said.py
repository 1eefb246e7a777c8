"""What is said of a photo that was read: the facts on the paper, what is missing, what hurts. Nothing counts before a yes."""
from __future__ import annotations

import re
from collections.abc import Mapping

from actions.common import Turn, content, in_words, store
from actions.photo_read import Paper
from bot import clock
from bot.cases import personal
from bot.chinese.personal import find_personal
from bot.chinese.rights_board import read_board
from bot.chinese.values import Fact
from bot.evidence import iou_words
from bot.evidence.iou_check import Checked
from bot.evidence.iou_photo import check_photo
from bot.evidence.paper_facts import facts_of_board, facts_of_iou
from bot.privacy.redact import redact

IOUS = ("iou", "loan_note")
SPECIAL = (*IOUS, "rights_board")
UNSURE = 0.9
#: a landline or a short number of an office: public, to be called
OFFICE = re.compile(r"(?<!\d)(?:0\d{2,3}[-－ ]?\d{7,8}|1[02]\d{3}|[1-9]\d{6,7})(?:转\d+)?$")


def facts_on(paper: Paper) -> dict[str, Fact]:
    """The facts of a claim on the paper, without any in which a personal number was read; {} for a kind that tells none."""
    if paper.reading is None or paper.guess not in SPECIAL:
        return {}
    if paper.guess == "rights_board":
        found = facts_of_board(read_board(paper.reading.text))
    else:
        found = facts_of_iou(check_photo(paper.reading, clock.today()), clock.today(), loan=paper.guess == "loan_note")
    return {slot: fact for slot, fact in found.items() if not find_personal(str(fact.value))}


def board_lines(turn: Turn, paper: Paper) -> list[str]:
    """What a board says, a line each, phone numbers behind tokens."""
    assert paper.reading is not None
    board, words = read_board(paper.reading.text), content().words["photos"]["board"]
    values = {name: getattr(board, key) for key, name in words["names"].items()}
    told = [words["line"].format(name=name, value=value) for name, value in values.items() if value]
    with store().session() as session:
        def hidden(line: str) -> str:
            return redact(line, lambda kind, value: personal.keep(session, turn.sender, kind, value))

        return [line if OFFICE.search(line) else hidden(line) for line in told]


def say_paper(turn: Turn, paper: Paper, facts: Mapping[str, Fact]) -> None:
    """What was read of an IOU or a board, with what is missing and what hurts; the question for a yes outside a form."""
    assert paper.reading is not None
    if paper.guess == "rights_board":
        _say_board(turn, paper)
    else:
        say_iou(turn, check_photo(paper.reading, clock.today()), facts, paper.guess)
    words = content().words["photos"]
    if paper.reading.sure < UNSURE:
        turn.teach(words["unsure"])
    if turn.form:
        turn.teach(words["in_form"])
        return
    ask = words["board" if paper.guess == "rights_board" else "iou"]
    turn.teach(ask["ask"], (), [(word, word) for word in ask["next"]])


def say_iou(turn: Turn, found: Checked, facts: Mapping[str, Fact], guess: str) -> None:
    """The facts on an IOU or a loan note, then what is missing and what hurts."""
    words = content().words["photos"]["iou"]
    shown = {slot: fact for slot, fact in facts.items() if slot != "has_iou"}
    if shown:
        turn.teach(words["loan" if guess == "loan_note" else "read"].format(facts=in_words(shown)))
    for title, said in (("lacking", iou_words.lacking(found)), ("traps", iou_words.traps(found))):
        if said:
            lines = [words[title], *(f"· {line}" for line, _ in said)]
            turn.teach("\n".join(lines), list(dict.fromkeys(law for _, laws in said for law in laws)))
    if not found.traps and not iou_words.lacking(found):
        turn.teach(words["complete"])


def _say_board(turn: Turn, paper: Paper) -> None:
    words = content().words["photos"]["board"]
    turn.teach("\n".join([words["read"], *(f"· {line}" for line in board_lines(turn, paper))]),
               content().evidence["rights_board"]["laws"])
