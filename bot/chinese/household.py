"""雇主, 东家, 主家: words for any employer; only with words of a home they name a household."""
from __future__ import annotations

import re

from bot.chinese.lexicon import Hit
from bot.chinese.trades import read_industry

_EMPLOYER = re.compile(r"雇主(?!家)|东家(?!家)|主家")
#: work in a home, on one's own house, or for a family's feast
_HOME = re.compile(
    r"家里|家中|人家|(?:带|看)(?:小?孩|娃|宝宝|双胞胎)|老人|做饭|住家|月子|家务|[他她]家|一家人|盖(?:新|楼)?房|建房|自建|起房子|小洋楼|地基"
    r"|酒席|席面|办酒|红白|喜事|坟|棺|花轿|做法事"
)


def home_employers(text: str) -> list[Hit]:
    """The words for an employer, as hits of `household`, when the text tells of work in a home; else none."""
    found = [match for match in _EMPLOYER.finditer(text)]
    if not found:
        return []
    industry = read_industry(text).get("industry")
    if not _HOME.search(text) and (industry is None or industry.value != "domestic"):
        return []
    return [Hit(match.start(), match.end(), match.group(), "household") for match in found]
