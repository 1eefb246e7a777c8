"""What a paper of any kind says that bears on how strong the proof is: by whom, how much, and words that end the matter."""
from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.chinese.companies import find_companies
from bot.chinese.iou import names
from bot.chinese.iou.elements import flatten, read_elements
from bot.chinese.iou.ocr import mend
from bot.chinese.iou.settled import settled_words
from bot.chinese.iou.sums import Clash, read_sums

OWING = frozenset({"iou", "loan_note", "settlement"})
#: on these stands nothing of what was paid
SILENT = frozenset({"rights_board", "id_card", "bank_card", "site_photo", "social_insurance"})
#: that money came in is no harm on these
RECORDS = frozenset({"bank_record", "transfer", "chat", "payslip", *SILENT})
#: with fewer characters than this nothing was read
LEAST = 6
_RECEIPT = re.compile(
    r"收条|收据|(?<![未没])[今兹现已]\s?(?:收到|领到)(?!(?:本|此|该|这张)?条|无误|工程|甲方|业主|拨款|回款)|今收(?!入)|收讫"
)
_OWES = re.compile(r"欠|未付|借到|今借")


@dataclass(frozen=True)
class PaperSays:
    """What was read of one paper. `number`: its place among those sent; `settled`: the words that say that all is paid;
    `receipt`: it owes nothing and says that money was received; `debtor`, `signer` and `fen` of a paper that owes; `blank`:
    hardly a word could be read of it."""

    number: int
    kind: str
    settled: str = ""
    receipt: bool = False
    debtor: str = ""
    signer: str = ""
    fen: int | None = None
    period: str = ""
    clash: Clash | None = None
    blank: bool = False

    @property
    def hurts(self) -> bool:
        """Whether it speaks against him by itself."""
        return bool(self.settled or self.receipt)


def paper_says(text: str, kind: str, today: date, number: int = 1) -> PaperSays:
    """Read a paper (text of OCR, uncorrected) that is of this kind."""
    if len("".join(text.split())) < LEAST:
        return PaperSays(number, kind, blank=True)
    if kind in SILENT:
        return PaperSays(number, kind)
    flat = mend(flatten(text))
    settled, owes = settled_words(flat), bool(_OWES.search(flat))
    receipt = not owes and kind not in RECORDS and "实际到账" not in flat and bool(_RECEIPT.search(flat))
    sums = read_sums(flat)
    if kind not in OWING or not owes:
        return PaperSays(number, kind, settled, receipt, fen=sums.owed if receipt else None)
    told = read_elements(flat, sums, today)
    return PaperSays(number, kind, settled, receipt, told["debtor_name"] or "", told["signature"] or "", sums.owed,
                     told["period"] or "", sums.clash)


def parties(text: str) -> tuple[str | None, str | None]:
    """(who pays, who works) on a receipt or an agreement; None where no full name stands."""
    flat = flatten(text)
    side = re.search(r"甲方[^\n]{0,8}[:\s][^\n]{4,40}", flat)
    firms = find_companies(side.group()) if side else []
    payer = names.company(flat) or (firms[0].name if firms else None) or names.labelled("甲方", flat) or names.paid_by(flat)
    worker = names.labelled("乙方|收款人|领款人|领取人", flat) or names.signature(flat)
    return payer, worker if worker != payer else None
