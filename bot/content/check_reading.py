"""Reading level: words of an answer that a reader with six years of school may not know.

Such a word is neither in content/words/everyday_words.yml nor explained in content/words/glossary.yml. Cut by jieba.
"""
from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from bot.content.marks import Key, Marked

PLAIN = re.compile(r"[\W_\d]+|[A-Za-z0-9.%]+|[零〇一二两三四五六七八九十百千万亿]+")
OFTEN = 10_000_000  # a word of the glossary is never cut apart


def check_reading(files: Iterable[Marked], everyday: Any, glossary: Any) -> None:
    """A warning at each line of the files that says such a word. Nothing without lists of words."""
    if not isinstance(everyday, dict) or not isinstance(glossary, dict):
        return
    terms = {name for word, row in glossary.items() for name in (str(word), *_also(row))}
    known = terms | {word for words in everyday.values() for word in str(words).split()}
    cut = _cutter(terms)
    for file in files:
        for key, text in _texts(file.data, ()):
            for word in dict.fromkeys(cut(text)):
                if word not in known and not PLAIN.fullmatch(word):
                    file.warn(f"「{word}」 is in neither everyday_words.yml nor glossary.yml", *key)


def _also(row: Any) -> list[str]:
    also = row.get("also") if isinstance(row, dict) else None
    return [str(name) for name in also] if isinstance(also, list) else []


def _texts(node: Any, key: Key) -> Iterator[tuple[Key, str]]:
    """Every text that is said: what stands under `say`. Buttons are words that workers type themselves."""
    if isinstance(node, dict):
        for name, child in node.items():
            if name == "say" and isinstance(child, str):
                yield (*key, name), child
            else:
                yield from _texts(child, (*key, name))
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from _texts(child, (*key, number))


def _cutter(terms: set[str]) -> Callable[[str], Iterable[str]]:
    """Cuts a text into words by jieba's dictionary and the terms, without its guesses at new words."""
    import jieba

    jieba.setLogLevel(60)
    cutter = jieba.Tokenizer()
    for term in sorted(terms):
        cutter.add_word(term, OFTEN)

    def cut(text: str) -> Iterable[str]:
        return [str(word) for word in cutter.cut(text, HMM=False)]

    return cut
