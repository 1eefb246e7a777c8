"""Checks of every use of a fact's id: any key `laws`, anywhere under content/."""
from __future__ import annotations

from typing import Any

from bot.content.marks import Key, Marked
from bot.content.numbers import not_held

Laws = dict[str, dict[str, Any]]
SAID_BESIDE = ("text", "why")


def check_uses(file: Marked, laws: Laws) -> None:
    """Unknown ids are errors; so are numbers in a `text` or a `why` beside `laws` that the facts do not hold."""
    _walk(file, file.data, (), laws)


def _walk(file: Marked, node: Any, key: Key, laws: Laws) -> None:
    if isinstance(node, dict):
        if "laws" in node:
            check_ids(file, node["laws"], (*key, "laws"), laws)
            for said in SAID_BESIDE:
                if isinstance(node.get(said), str):
                    for words in stray_numbers(node[said], node["laws"], laws):
                        file.error(f"no cited fact holds 「{words}」", *key, said)
        for name, child in node.items():
            _walk(file, child, (*key, name), laws)
    elif isinstance(node, list):
        for number, child in enumerate(node):
            _walk(file, child, (*key, number), laws)


def check_ids(file: Marked, ids: Any, key: Key, laws: Laws) -> None:
    """Each of `ids` must be the id of a fact that is in force."""
    if not isinstance(ids, list):
        file.error("laws must be a list of ids", *key)
        return
    for place, law_id in enumerate(ids):
        if not isinstance(law_id, str) or law_id not in laws:
            file.error(f"no such fact: {law_id}", *key, place)
        elif laws[law_id].get("replaced_by") is not None:
            after = laws[law_id]["replaced_by"]
            instead = ", ".join(map(str, after if isinstance(after, list) else [after])) or "nothing"
            file.error(f"{law_id} is no longer law; in its place: {instead}", *key, place)


def stray_numbers(text: str, ids: Any, laws: Laws) -> list[str]:
    """Numbers in `text` that none of the cited facts holds."""
    cited = [law_id for law_id in ids if isinstance(law_id, str)] if isinstance(ids, list) else []
    return not_held(text, [str(laws[law_id].get("rule", "")) for law_id in cited if law_id in laws])
