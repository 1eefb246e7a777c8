"""The secret words of receipts: the list, and finding them in what somebody types."""
from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from bot.chinese.receipts import RECEIPT, narrow
from bot.settings import ROOT

Three = tuple[str, str, str]

_GAP = re.compile(r"[\s,、.。;:+/·|\"“”'‘’()\[\]<>《》〈〉【】「」~_\-—–和]*")
_LABEL = re.compile(r"我的|三个|这个|查询|查|是|为|叫|的|口令|暗号|密码|密语|词语|词|字|编号|回执|号码")
_ASIDE = re.compile(r"投诉|办到哪|怎么样|进度|查?一下|回执号|了|和")  # in a message without the words: no part of a try
_HANZI = re.compile(r"[\u4e00-\u548b\u548d-\u9fff]")  # without 和, which may stand between two words


def read_words(path: Path) -> tuple[str, ...]:
    """The words of a list, one a line, `#` begins a remark."""
    lines = (line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line)


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """The 2,048 words of content/words/secret_words.txt."""
    return read_words(ROOT / "content" / "words" / "secret_words.txt")


def sound(word: str) -> str:
    """Toneless pinyin: words that sound alike are the same secret."""
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(word))


@lru_cache(maxsize=4)
def _sounds(words: tuple[str, ...]) -> dict[str, str]:
    return {word: word for word in words} | {sound(word): word for word in words}


def canonical(word: str) -> str | None:
    """The word of the list that is written or sounds like `word`; None if there is none."""
    table = _sounds(word_list())
    return table.get(word) or table.get(sound(word))


def without_frame(text: str) -> str:
    """A narrowed message without the receipt number and without what is said around words (口令是, 我的回执, 办到哪, 和 …)."""
    return _LABEL.sub(" ", _ASIDE.sub(" ", RECEIPT.sub(" ", narrow(text))))


def find_words(text: str) -> tuple[int, int, Three] | None:
    """Where three secret words stand in a message (start, end), and which, as typed.

    Beside a receipt number two words of the list are enough if nothing else touches the three: a mistyped try is
    hidden as well. Without a number the message must be nothing but three words of the list.
    """
    plain = narrow(text)
    receipt = RECEIPT.search(plain)
    if receipt is not None:
        plain = plain[: receipt.start()] + "#" * len(receipt[0]) + plain[receipt.end() :]
    plain = _LABEL.sub(lambda label: "#" * len(label[0]), plain)
    if receipt is None and len(_HANZI.findall(plain)) != 6:
        return None
    for start in (found.start() for found in _HANZI.finditer(plain)):
        found = _three_at(plain, start)
        if found is not None and _is_secret(plain, start, found[0], found[1], receipt is not None):
            return start, found[0], found[1]
    return None


def _three_at(text: str, start: int) -> tuple[int, Three] | None:
    """The end of three words of two hanzi that begin at `start`, with nothing but gaps between them."""
    words: list[str] = []
    at = start
    for _ in range(3):
        word = text[at : at + 2]
        if len(_HANZI.findall(word)) != 2:
            return None
        words.append(word)
        end = at + 2
        gap = _GAP.match(text, end)
        at = gap.end() if gap else end
    return end, (words[0], words[1], words[2])


def _is_secret(text: str, start: int, end: int, words: Three, with_receipt: bool) -> bool:
    rest = text[:start] + text[end:]
    if not with_receipt and re.search(r"[0-9A-Za-z一-鿿]", rest):
        return False
    known = sum(canonical(word) is not None for word in words)
    touched = bool(_HANZI.match(text[end : end + 1]) or _HANZI.match(text[start - 1 : start] if start else ""))
    return known == 3 or (with_receipt and known == 2 and not touched)
