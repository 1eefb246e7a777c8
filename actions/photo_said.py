"""What is said of a photo that was read: the facts on the paper, what is missing, what hurts. Nothing counts before a yes."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from actions.common import Turn, content, in_words, store
from actions.photo_read import Paper
from bot import clock
from bot.cases import personal
from bot.chinese.iou.paper import PaperSays, paper_says
from bot.chinese.personal import find_personal
from bot.chinese.rights_board import read_board
from bot.chinese.values import Fact
from bot.evidence import iou_words
from bot.evidence.iou_check import Checked
from bot.evidence.iou_photo import check_photo
from bot.evidence.paper_facts import facts_of_board, facts_of_hurting, facts_of_iou
from bot.law.overdue import closed_by
from bot.privacy.redact import redact

IOUS = ("iou", "loan_note")
#: kinds that are read for what stands on them, once he calls them so; a settlement only when it speaks against him
SPECIAL = (*IOUS, "rights_board", "settlement")
#: what is said of a paper of another kind: the rest is for an IOU alone
AGAINST = ("receipt_wording", "sums_differ", "all_settled_wording")
UNSURE = 0.9
#: a landline or a short number of an office: public, to be called
_NUMBER = r"(?:0\d{2,3}[-－ ]?\d{7,8}|(?:0\d{2,3}-?)?1[02]\d{3}|[1-9]\d{6,7})(?:转\d+)?"
OFFICE = re.compile(rf"(?<![\d、]){_NUMBER}(?:、{_NUMBER})*$")


def facts_on(paper: Paper) -> dict[str, Fact]:
    """The facts of a claim on the paper, without any in which a personal number was read; {} for a kind that tells none."""
    if paper.reading is None or paper.guess not in (*SPECIAL, *content().evidence):
        return {}
    if paper.guess not in (*IOUS, "rights_board"):
        found = facts_of_hurting(paper.reading.text) if says(paper).hurts else {}
    elif paper.guess == "rights_board":
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
    elif paper.guess in IOUS:
        say_iou(turn, with_limits(check_photo(paper.reading, clock.today())), paper.guess)
    else:
        found = check_photo(paper.reading, clock.today())
        say_hurting(turn, found, "" if says(paper).receipt else paper.guess)
        _say_read(turn, facts, found)
    words = content().words["photos"]
    if paper.reading.sure < UNSURE:
        turn.teach(words["unsure"])
    if turn.form:
        turn.teach(words["in_form"])
        return
    ask = words["board" if paper.guess == "rights_board" else "iou"]
    turn.teach(ask["ask"], (), [(word, word) for word in ask["next"]])


def with_limits(found: Checked) -> Checked:
    """The check with what still helps where the limits may be over (bot/law/overdue.py)."""
    return iou_words.with_limits(found, closed_by(found.elements["pay_by"], clock.today()))


def say_iou(turn: Turn, found: Checked, guess: str) -> None:
    """What stands on an IOU or a loan note, in one line; then what is missing, and what hurts."""
    words = content().words["photos"]["iou"]
    if told := iou_words.written(found, hide=True):
        turn.teach(words["loan" if guess == "loan_note" else "read"].format(found=told))
    names, traps = iou_words.lacking_names(found), iou_words.traps(found)
    if names:
        _say_lines(turn, words["lacking"].format(names=names), iou_words.lacking(found))
    if traps:
        _say_lines(turn, words["traps"], traps)
    if not names and not traps:
        turn.teach(words["complete"])


def _say_read(turn: Turn, facts: Mapping[str, Fact], found: Checked) -> None:
    """The names and the sum on a paper that speaks against him, before he is asked whether they were read rightly."""
    sum_alone = {name: value if name == "amount" else None for name, value in found.elements.items()}
    told = [line for line in (in_words(facts), iou_words.written(replace(found, elements=sum_alone), hide=True)) if line]
    words = content().words["photos"]
    if told:
        turn.teach(words["hurting"]["found"].format(facts=words["board"]["between"].join(told)))


def says(paper: Paper, number: int = 1) -> PaperSays:
    """What a photo says that bears on the proof: under the name that he gave it, else as what it looks like."""
    text = paper.reading.text if paper.reading else ""
    return paper_says(text, paper.item.kind or paper.guess, clock.today(), number)


def say_hurting(turn: Turn, found: Checked, kind: str = "") -> None:
    """A paper of another kind, a receipt when none is named, and the words on it that speak against him."""
    words = content().words["photos"]
    kind = content().evidence[kind]["name"] if kind else words["hurting"]["receipt"]
    against = replace(found, traps=[one for one in found.traps if one["trap"] in AGAINST])
    _say_lines(turn, words["hurting"]["read"].format(kind=kind), iou_words.traps(against))


def _say_lines(turn: Turn, title: str, said: iou_words.Said) -> None:
    laws = list(dict.fromkeys(law for _, ids in said for law in ids))
    turn.teach("\n".join([title, *(f"· {line}" for line, _ in said)]), laws)


def _say_board(turn: Turn, paper: Paper) -> None:
    words = content().words["photos"]["board"]
    turn.teach("\n".join([words["read"], *(f"· {line}" for line in board_lines(turn, paper))]),
               content().evidence["rights_board"]["laws"])
