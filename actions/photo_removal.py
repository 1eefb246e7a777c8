"""The wish to remove one piece, not all that he told: the piece that he names is asked about, or those he may mean are listed."""
from __future__ import annotations

from collections.abc import Sequence

from rasa_sdk.events import EventType

from actions.common import Turn, acted_since, content, turn_before
from actions.photo_asked import ask_pieces, ask_which, asked_of, is_the_button, kind_of_piece
from actions.photo_queue import all_sent, last_sent
from bot.cases.evidence import EvidenceItem
from bot.chinese.photo_removal import removed_kind
from bot.chinese.photo_words import about_photo, names_photo, removed_photos


def answer_removal(turn: Turn) -> list[EventType] | None:
    """把照片删了, 删掉第二张, 删掉那张身份证, 发错了: asked about the one. None for other words, and when nothing was sent."""
    mine = [] if turn.attachments or acted_since(turn.tracker.events) else all_sent(turn)
    if not mine:
        return None
    if (events := _by_number(turn, mine)) is not None:
        return events
    if (kind := removed_kind(turn.text)) and (found := [item for item in mine if kind_of_piece(item) == kind]):
        return ask_pieces(turn, found, mine) if len(found) == 1 else ask_which(turn, found, mine)
    if about_photo(turn.text) == "remove" and names_photo(turn.text):
        return ask_removal(turn, mine)
    return None


def ask_removal(turn: Turn, mine: Sequence[EvidenceItem]) -> list[EventType]:
    """这张: the one that he just sent, or the only one; else the pieces are listed to choose from."""
    just = _just_sent(turn, mine)
    asked = asked_of(turn)
    open_ones = [item for item in mine if asked and item.id in asked.ids and item not in just]
    if open_ones and is_the_button(turn):  # the button of an older question, or the newest piece: it is not guessed
        return ask_which(turn, [*open_ones, *(just or mine[-1:])], mine)
    if len(mine) == 1 or len(just) == 1:
        return ask_pieces(turn, just or mine, mine)
    return ask_which(turn, just or mine, mine)


def _by_number(turn: Turn, mine: Sequence[EvidenceItem]) -> list[EventType] | None:
    """删掉第二张: of the pieces that were listed, as long as no newer one came; else of the last message with several."""
    asked = asked_of(turn)
    listed = asked.choice if asked and asked.choice and all(item.id in asked.choice for item in mine) else ()
    numbered = list(listed) or [item.id for item in last_sent(turn, mine)]
    places = removed_photos(turn.text, len(numbered))
    if not places:
        return None
    wanted = [numbered[place - 1] for place in places if place <= len(numbered)]
    meant = [item for item in mine if item.id in wanted]
    if meant:
        return ask_pieces(turn, meant, mine)
    if wanted:
        turn.say("utter_card_gone")
    else:
        turn.teach(content().words["photos"]["no_such"].format(total=len(numbered)))
    return []


def _just_sent(turn: Turn, mine: Sequence[EvidenceItem]) -> list[EvidenceItem]:
    """What came with the message before this one."""
    before = next((event for event in turn_before(turn.tracker.events) if event.get("event") == "user"), {})
    came = (before.get("metadata") or {}).get("attachments") or []
    return [item for item in mine if item.id in came]
