"""Hard words and their plain explanations (content/words/glossary.yml)."""
from __future__ import annotations

from bot.content import Content
from bot.content.saying import Message

MOST = 3


def hard_words(text: str, content: Content) -> list[str]:
    """The words of the glossary that the text says, in its order; a word within a longer one does not count."""
    names = _names(content)
    found: list[str] = []
    place = 0
    while place < len(text):
        name = next((name for name in names if text.startswith(name, place)), None)
        if name and names[name] not in found:
            found.append(names[name])
        place += len(name) if name else 1
    return found


def explain(words: list[str], content: Content, most: int = MOST) -> Message:
    """The first `most` words explained, a line each, with the facts behind them. KeyError: no word of the glossary."""
    glossary, shape = content.words["glossary"], str(content.words["answers"]["explained"])
    said = words[:most]
    text = "\n".join(shape.format(word=word, say=glossary[word]["say"]) for word in said)
    return Message(text, tuple(dict.fromkeys(law for word in said for law in glossary[word]["laws"])))


def _names(content: Content) -> dict[str, str]:
    """Every name of every word, longest first."""
    glossary = content.words["glossary"]
    names = {name: word for word, row in glossary.items() for name in (word, *(row.get("also") or ()))}
    return {name: names[name] for name in sorted(names, key=len, reverse=True)}
