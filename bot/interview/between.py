"""What is said between two questions and answered at once: a narrow matter asked about, the wish to be asked less."""
from __future__ import annotations

import re
from collections.abc import Mapping

from bot.chinese.normalise import normalise
from bot.chinese.values import Fact
from bot.interview.moves import Move
from bot.interview.reading import is_question

#: of content/matters: these are asked, never told as a fact of the case
ASKED = {"bankrupt_firm", "find_contractor", "cannot_read", "inspection_covers", "lowest_wage",
         "hotline_no_answer", "inspection_refused", "what_to_bring", "too_old", "sign_blank", "shame_online", "feels_bad",
         "block_gate", "debtor_died", "boss_hears"}
#: the whole message: 你好烦, 问题太多了
_TIRED = re.compile(
    r"(?:你们?|我|真的?|太|好|也|这个?|机器人|问得?|都|要|把|被|有点|[,，。!！\s])*(?:烦不烦|烦死(?:人|我)?|烦得?很|烦人|烦|啰嗦|罗嗦|啰里啰嗦|没完没了)"
    r"(?:死|人|我|了|啊|哦|呀|哟|吗|不|得很|的|[,，。!！?？\s])*"
    r"|(?:你们?|咋|怎么|这|的|[,，\s])*(?:问题?|题目?)(?:得|的|也|都)?(?:太|这么|那么|好|恁个?|真)多(?:了|啊|哦|呀|哟|嘛|[,，。!！?？\s])*")
_MORE = re.compile(r"[,，。;；\s]|\d")  # another clause, a day


def between(text: str, matter: str) -> Move | None:
    """The move of a message that tells no fact and is answered whatever is asked; None for another."""
    if matter in ASKED:
        return Move("matter", reason=matter)
    return Move("tired") if is_tired(text) else None


def is_tired(text: str) -> bool:
    """Whether the whole message says that the asking is a bother."""
    return bool(_TIRED.fullmatch(normalise(text).strip()))


def beside_question(found: Mapping[str, Fact], text: str) -> dict[str, Fact]:
    """The facts told beside a question; words of leaving alone in it tell none (我被辞退有没有赔偿)."""
    asks_of_leaving = is_question(text) and not _MORE.search(text.strip())
    return {slot: fact for slot, fact in found.items() if not (asks_of_leaving and slot == "still_working")}
