"""Whether a name as said can stand in a paper: a full name of a person or of a company (LAW-IOU-01, LAW-IOU-08)."""
from __future__ import annotations

import re
from collections.abc import Sequence

_HAN = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇]"
_PERSON = re.compile(rf"^{_HAN}{{2,4}}$|^{_HAN}+(?:[·•]{_HAN}+)+$|^[A-Za-z][A-Za-z .'-]+$|^{_HAN}{{5,8}}$")


def is_company(name: str, endings: Sequence[str]) -> bool:
    """Whether it ends like the full name of a company, a shop or an office."""
    bare = re.sub(r"[（(].*[)）]$", "", name)
    return len(bare) >= 4 and bare.endswith(tuple(endings))


def is_person(name: str, titles: Sequence[str], endings: Sequence[str]) -> bool:
    """Whether it can be a person's name in an identity card: not `老王`, `王总`, `张老板`, `阿强`."""
    if name.startswith("姓") or is_company(name, endings) or not _PERSON.match(name):
        return False
    if name.endswith(tuple(title for title in titles if len(title) > 1)):
        return False
    if len(name) == 2 and (name[0] in "老小阿" or name[1] in titles):
        return False
    return not (len(name) == 3 and name[0] in "老小" and (name[2] in "头板子" or name[1] == name[2]))
