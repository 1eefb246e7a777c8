"""Which kind of evidence a photographed paper may be, by the words on it (text of OCR). Pure: text in, names out."""
from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.chinese.paper_cues import CUES, RECEIPT
from bot.chinese.personal import luhn

LONGEST = 6_000
#: a kind is named from this weight on, and while it has this share of the likeliest
LEAST, SHARE, MOST = 4, 0.4, 4

_FIGURES = str.maketrans("OoQDlI|", "0000111")
_NUMBER = re.compile(r"(?<![0-9OolI])[1-9lI][0-9OolI]{16}[0-9XxOolI](?![0-9OolI])")
_CARD_NUMBER = re.compile(r"(?<!\d)(?:62|4|5|9)\d{14,18}(?!\d)")
_TITLE = ("居民身份证", "公民身份号码", "公民身份证号码")
_BACK = ("签发机关", "有效期限", "中华人民共和国")
_LABELS = (r"(?:^|\n)姓名", r"性别[男女]?", r"民族|汉族|汉$", r"出生|年\d{1,2}月\d{1,2}日", r"住址|地址")
_HEADING = re.compile(
    r"(?:^|\n)(?:(?:20\d\d年)?(?:\d{1,2}月)?份?(?:农民工|工人)?(?:工资|欠薪|劳务费|人工费)?欠(?:款|薪)?[条据单]|借款?[条据]|收[条据]|工资(?:条|单|结算单)|结算单|考勤表|工作证|出入证"
    r"|劳动合同书?|[\u3400-\u9fff]{0,8}维权信息(?:告示|公示)牌)(?=\n|$)")
_SIGNER = re.compile(r"(?:^|\n)(?:欠款人|欠薪人|借款人)(?:\([^()\n]{0,8}\))?[:：]([\u3400-\u9fff]{2,4})(?=\n|$|身份|电话|\d)")
#: rows of papers that no IOU has
_OTHER_ROWS = re.compile(
    r"应发(?:工资|合计)?:?[\d.,]+(?:.|\n){0,80}实发|账户交易明细|(?:^|\n)出勤天数:?\d|(?:^|\n)[^\n]{0,12}考勤表")
#: papers that merely name a number of an identity card
_WRITTEN = re.compile(
    r"[欠久]条|[今尚下仍][欠久夕]|欠款|借条|今借|借款|合同|甲方|乙方|工资|考勤|劳动|劳务|投诉|申请|收条|收到|证明|证人|银行|账户|参保|社会保险|维权"
)


def guess_kinds(text: str) -> list[str]:
    """Names of kinds (content/evidence), likeliest first, four at most; [] when no words speak for any.

    `id_card` or `bank_card` stands alone at the front when the picture is one: the caller asks whether to keep it.
    """
    plain = _plain(text)
    if _is_card(plain):
        return ["id_card"]
    scores = {kind: sum(weight for pattern, weight in cues if pattern.search(plain)) for kind, cues in _cues().items()}
    scores["bank_card"] = _bank_card(plain, scores["bank_card"])
    if re.search(RECEIPT, plain) and scores["other"] >= LEAST:
        scores["settlement"] = max(scores["settlement"], scores["other"] - 1)
    top = max(scores.values())
    kinds = [kind for kind in scores if scores[kind] >= max(LEAST, top * SHARE)]
    return sorted(kinds, key=lambda kind: -scores[kind])[:MOST]


def is_id_card(text: str) -> bool:
    """Whether the text stands on an identity card, a side or a copy of it; never for a paper that only names its number."""
    return _is_card(_plain(text))


def _plain(text: str) -> str:
    """NFKC without blanks and invisible signs, lines kept; at most LONGEST characters."""
    flat = unicodedata.normalize("NFKC", text[:LONGEST]).replace("\r", "\n")
    return re.sub(r"\n+", "\n", "".join(char for char in flat if char == "\n" or _is_ink(char))).strip()


def _is_ink(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in ("Cc", "Cf", "Cs")


def _is_card(plain: str) -> bool:
    """By the words of its front or back; else by four of its labels beside a number."""
    if _WRITTEN.search(plain) or len(plain) > 400:
        return False
    number = bool(_NUMBER.search(plain))
    title = any(_nearly(word).search(plain) for word in _TITLE)
    back = sum(bool(_nearly(word).search(plain)) for word in _BACK)
    labels = sum(bool(re.search(label, plain)) for label in _LABELS)
    if title and (number or back or labels >= 2):
        return True
    return (back >= 2 and "签发" in plain) or (number and labels >= 4)


def _bank_card(plain: str, score: int) -> int:
    """A bank card shows its number, the words of a card, and little else; without those words the number must hold."""
    if len(plain) > 160 or _WRITTEN.search(re.sub(r"银行|账户", "", plain)):
        return 0
    numbers = [match.group() for match in _CARD_NUMBER.finditer(re.sub(r"[^\d\n]", "", plain.translate(_FIGURES)))]
    if any(luhn(number) for number in numbers):
        return score + 8
    return score + 4 if numbers and score else 0


def is_two_papers(text: str) -> bool:
    """Whether two papers speak in one text: two headings, two signatures of those who owe with different names, or an IOU that
    is signed beside the rows of a payslip, an account or an attendance sheet."""
    plain = _plain(text)
    names = {match.group(1) for match in _SIGNER.finditer(plain)}
    if _SIGNER.search(plain) and re.search(r"[今兹现尚]欠", plain) and _OTHER_ROWS.search(plain):
        return True
    return len(_HEADING.findall(plain)) > 1 or any(not (a in b or b in a) for a in names for b in names)


@lru_cache(maxsize=1)
def _cues() -> dict[str, list[tuple[re.Pattern[str], int]]]:
    return {kind: [(_tolerant(cue), weight) for cue, weight in cues] for kind, cues in CUES.items()}


def _tolerant(cue: str) -> re.Pattern[str]:
    """The cue, its plain spellings of five or more characters with any one of them wrong."""
    if re.search(r"[(\[\\^?+]", cue):
        return re.compile(cue)
    return re.compile("|".join(_one_wrong(word) for word in cue.split("|")))


@lru_cache(maxsize=16)
def _nearly(word: str) -> re.Pattern[str]:
    return re.compile(_one_wrong(word))


def _one_wrong(word: str) -> str:
    """A pattern for the word, from five characters on with any one of them wrong."""
    if len(word) < 5:
        return word
    return "|".join(word[:at] + r"[^\n]" + word[at + 1 :] for at in range(len(word)))
