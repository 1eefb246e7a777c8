"""Sums of a photographed IOU: a comma read as a dot, a wrong character in the capitals. Figures and capitals prove each other;
what nothing proves is replaced by UNREAD and counts as not written."""
from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

from bot.chinese.amounts import find_amounts
from bot.chinese.capital import find_capitals, from_capital
from bot.chinese.values import Amount

UNREAD = "□"
_CAPITAL = "零〇壹弌贰貳弍叁參弎肆伍陆陸柒捌玖拾佰陌仟阡万萬亿億两一二三四五六七八九十百千"
_SURE = _CAPITAL + "元圆圓角毛分整正"
_RIGHT = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元整"
#: a capital numeral -> what OCR makes of it; and the other way round
_LOOKS_LIKE = {
    "贰": "武式贡贾弍",
    "仟": "任什迁干阡",
    "壹": "查壶豆臺",
    "叁": "叄参叙",
    "肆": "肄律",
    "佰": "伯陌栢拍怕柏",
    "柒": "染柴",
    "捌": "别挒",
    "玖": "玫致",
    "拾": "恰抬捨给",
    "陆": "陈际",
    "万": "方力",
    "零": "雯苓",
    "伍": "伐",
    "元": "无兀",
    "整": "敕墅",
}
CONFUSED = {sign: right for right, signs in _LOOKS_LIKE.items() for sign in signs}
_ODD = "".join(CONFUSED)
_BODY = rf"[{_CAPITAL}{_ODD}](?:[{_CAPITAL}{_ODD}]|(?![{_CAPITAL}{_ODD}])[\u3400-\u9fff](?=[{_CAPITAL}])){{1,22}}"
_TAIL = rf"(?:[{_CAPITAL}{_ODD}][角毛])?(?:[{_CAPITAL}{_ODD}]分)?[整正敕墅]?"
_RUN = re.compile(
    rf"(?<![\d.])(?:{_BODY}(?:[元圆圓无兀]{_TAIL}|[整正敕墅])"
    rf"|(?:(?<=大写)|(?<=大写:)){_BODY}(?=[)\s,。;]|$))"
)
_DOTTED = re.compile(
    r"(?<![\d.,:])[1-9]\d{0,2}(?:(?:[.、 ]|[.,] )\d{3}){1,2}(?:[.,]\d\d)?"
    r"(?![\d.:]|\s?元?\s?[/每])(?=\s?(?:[元圆块(,。;整\-]|大写|人民币|\n|$))"
)
FAR = 40


def mend_sums(text: str) -> str:
    """The text with both kinds of damage mended where the other writing of the sum agrees, else made unreadable."""
    capitals = find_capitals(text) if _DOTTED.search(text) else []
    text = _DOTTED.sub(lambda found: _undotted(found, capitals), text)
    if not _RUN.search(text):
        return text
    figures = [one for one in find_amounts(text) if one.unit == "sum" and not one.vague and re.search(r"\d", one.words)]
    return _RUN.sub(lambda found: _read_run(found.group(), _nearest(found, figures)), text)


def _undotted(found: re.Match[str], capitals: list[Amount]) -> str:
    """12.000 as 12000 when the nearest sum in capitals says so."""
    head = re.sub(r"[.,]\d\d$", "", found.group())
    whole, cents = re.sub(r"\D", "", head), found.group()[len(head) + 1 :]
    if _nearest(found, capitals) != int(whole) * 100 + int(cents or 0):
        return UNREAD
    return whole + (f".{cents}" if cents and int(cents) else "")


def _nearest(found: re.Match[str], sums: list[Amount]) -> int | None:
    """The fen of the sum that stands nearest, at most FAR characters away."""
    gaps = [(max(one.start - found.end(), found.start() - one.end), one.low) for one in sums]
    return min((pair for pair in gaps if 0 <= pair[0] <= FAR), default=(0, None))[1]


def _read_run(run: str, figure: int | None) -> str:
    """A run of capitals as it is when it can be read, mended when that agrees with the figure, else UNREAD."""
    if from_capital(run) is not None:
        return run
    lead = len(run) - len(run.lstrip(_ODD))
    if figure:
        for start in range(lead + 1):
            for words in _candidates(run[start:]):
                if from_capital(words) == figure:
                    return run[:start] + words
    for start in range(1, lead + 1):
        if run[start] not in "拾十" and from_capital(run[start:]) is not None:
            return run
    return UNREAD


def _candidates(run: str) -> Iterator[str]:
    """The run with one or two characters replaced by what they look like, then with one that is no numeral replaced by any."""
    odd = [at for at, sign in enumerate(run) if sign in CONFUSED]
    for count in (1, 2):
        for places in combinations(odd[:8], count):
            for signs in product(*(CONFUSED[run[at]] for at in places)):
                yield _replaced(run, dict(zip(places, signs, strict=True)))
    for at in (place for place, sign in enumerate(run) if sign not in _SURE):
        for sign in _RIGHT:
            yield _replaced(run, {at: sign})


def _replaced(run: str, signs: dict[int, str]) -> str:
    return "".join(signs.get(at, sign) for at, sign in enumerate(run))
