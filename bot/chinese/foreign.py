"""Whether a message is a sentence in another language."""
from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_OTHER_SCRIPT = re.compile(r"[^\W\d_A-Za-zÀ-ɏ]{3,}")
SENTENCE = 3


def is_foreign(text: str) -> bool:
    """No hanzi and three words or more (my boss ran away), or letters of another script; a short word (hello, ok) is not."""
    if _HAN.search(text):
        return False
    return bool(_OTHER_SCRIPT.search(text)) or len(_WORD.findall(text)) >= SENTENCE
