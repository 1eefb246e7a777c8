"""What a photo or a file is: asked with four buttons, guessed, named, and what a piece of its kind proves."""
from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from actions import claim
from actions.common import Turn, content, store
from actions.evidence import with_photos, without_photos
from actions.photo_read import Paper, is_poor, is_two
from bot import clock
from bot.cases import drafts, evidence
from bot.chinese.evidence_words import find_evidence
from bot.chinese.photo_words import is_site_video, only_says_sent

OTHER = ("别的", "其他")
MOST_BUTTONS = 4


def kind_of(text: str) -> str | None:
    """The kind of evidence that he says a photo is; None when he does not."""
    if not text:
        return None
    if is_site_video(text):
        return "site_photo"
    named = [kind for kind, word in find_evidence(text, default=True).items() if not only_says_sent(text, word)]
    return next(iter(named), "other" if any(word in text for word in OTHER) else None)


def medium_of(paper: Paper) -> str:
    """audio, video or document for what is no picture, "" for a picture."""
    medium = paper.item.mime.partition("/")[0]
    return {"audio": "audio", "video": "video", "image": ""}.get(medium, "document")


def ask_kind(turn: Turn, paper: Paper, total: int) -> None:
    """Four buttons, the guess first; what to do when no word could be read, or two papers lie in one picture."""
    words, medium = content().words["photos"], medium_of(paper)
    lines = [(words["media"][medium] if medium else words)["asks"].format(total=total)]
    if is_two(paper):
        lines = [words["kept"].format(total=total), words["two"]]
    elif paper.reading and is_poor(paper):
        lines.append(words["poor" if paper.reading.text else "no_words"])
    turn.teach("\n".join(lines), (), [] if is_two(paper) else _kind_buttons(words, paper, medium))


def _kind_buttons(words: dict[str, Any], paper: Paper, medium: str) -> list[tuple[str, str]]:
    """Three kinds, the guess first, and another; for a recording or a video what it may be."""
    own = words["media"].get(medium, words)
    if "usual" not in own:
        return [(title, payload) for title, payload in own["buttons"]]
    usual = dict.fromkeys([*paper.kinds, *own["usual"]])
    kinds = [kind for kind in usual if kind in words["buttons"] and kind != "other"][:MOST_BUTTONS - 1]
    return [tuple(words["buttons"][kind]) for kind in (*kinds, "other")]


def say_guesses(turn: Turn, papers: Sequence[tuple[int, Paper]], alone: bool) -> None:
    """Photos of which nothing is asked are named by their guess, with the word that puts it right; `alone`: only one came."""
    if not papers:
        return
    words, entries = content().words["photos"], content().evidence
    two = [number for number, paper in papers if is_two(paper)]
    guessed = {number: paper.item.kind or paper.guess for number, paper in papers if number not in two}
    none = [number for number, kind in guessed.items() if kind not in entries]
    with store().session() as session:
        for number, paper in papers:
            if number in guessed and number not in none and paper.item.kind is None:
                name_items(session, turn.sender, [paper.item.id], paper.guess)
    lines = [words["guess"].format(which=_which(words, [number], alone), kind=entries[kind]["name"])
             for number, kind in guessed.items() if number not in none]
    lines += [words[key].format(which=_which(words, numbers, alone))
              for key, numbers in (("no_guess", none), ("two_here", two)) if numbers]
    kinds = {kind for number, kind in guessed.items() if number not in none}
    proves = entries[next(iter(kinds))]["proves"] if len(kinds) == 1 else {}
    lines += [str(proves["text"])] if proves else []
    if guessed:
        template = words["tell" if len(none) == len(guessed) else "guess_wrong"]
        lines.append(template.format(which=_which(words, [max(guessed)], alone)))
    turn.teach("\n".join(lines), proves.get("laws", []))


def _which(words: dict[str, Any], numbers: Sequence[int], alone: bool) -> str:
    return str(words["this"] if alone else words["nth"].format(number=words["numbers"].join(map(str, numbers))))


def name_items(session: Session, sender: str, items: Sequence[str], kind: str) -> None:
    """Name the files, and count their kind among the evidence held; one that they had by a wrong guess counts no more."""
    evidence.set_kinds(session, sender, items, kind)
    draft = drafts.load(session, sender)
    if draft and items:
        kinds = {item.kind for item in evidence.list_all(session, sender) if item.kind}
        claim.keep(session, sender, draft, with_photos(without_photos(dict(draft.facts), kinds), [kind]), clock.now())


def say_brief(turn: Turn, kind: str) -> None:
    """One of several that are named together: its name, and in one line what it proves."""
    entry = content().evidence[kind]
    turn.say("utter_evidence_named", kind=entry["name"])
    turn.teach(str(entry["proves"]["text"]), entry["proves"].get("laws", []))


def say_kind(turn: Turn, kind: str, buttons: list[tuple[str, str]]) -> None:
    """What a piece of this kind proves, and all that makes it stronger."""
    entry = content().evidence[kind]
    turn.say("utter_evidence_named", kind=entry["name"])
    lines = [str(part["text"]) for part in (entry["proves"], *entry["stronger"])]
    laws = [law for part in (entry["proves"], *entry["stronger"]) for law in part.get("laws", [])]
    turn.teach("\n".join(lines), list(dict.fromkeys([*entry.get("laws", []), *laws])), buttons)
