"""Which piece he wants removed, named by its kind: 删掉那张身份证, 删掉欠条照片, 工资条发错了, 撤回."""
from __future__ import annotations

import re

from bot.chinese import lexicon
from bot.chinese.normalise import normalise
from bot.chinese.photo_words import about_photo, names_photo

_AWAY = re.compile(r"删|撤|擦掉|清掉|扔|[发传拍]错")
_CARDS = {"id_card": re.compile(r"身份证"), "bank_card": re.compile(r"银行卡")}
_RECEIPT = re.compile(r"收条|收据")
_ANY = re.compile(r"照片|相片|图片?|截图")
_PAPER = re.compile(r"(?:照片)+(?:的|那张|这张|原件)*(?:照片|相片|图片?|截图)?|收条|收据")
_TALK = re.compile(r"聊天|微信|对话")
RECEIPT = "receipt"


def removed_kind(text: str) -> str | None:
    """The kind that he names in a wish to remove one piece: an EvidenceKind, id_card, bank_card or receipt; None for other words.

    A talk is no piece (删除聊天记录) unless he calls it a photo or a file of its own (那张聊天截图).
    """
    plain = normalise(text)
    if not _AWAY.search(plain) or (_TALK.search(plain) and not re.search(r"[张份段]|照片|截图|图片|发错", plain)):
        return None
    card = next((card for card, word in _CARDS.items() if word.search(plain)), None)
    if card and about_photo(plain) == "remove":
        return card
    hits = [hit for hit in lexicon.find("evidence", plain) if not _ANY.fullmatch(hit.word)]
    named = list(dict.fromkeys(hit.value for hit in hits))
    if len(named) > 1:
        return None
    kind = RECEIPT if _RECEIPT.search(plain) else next(iter(named), None)
    for hit in hits:
        plain = plain.replace(hit.word, "照片")
    return kind if about_photo(_PAPER.sub("照片", plain)) == "remove" else None


def removes_a_piece(text: str) -> bool:
    """Whether he wants one piece away, and not all that he told: 删掉欠条照片, 这张发错了，不要了."""
    return removed_kind(text) is not None or (about_photo(text) == "remove" and names_photo(text))
