"""The thirteen elements of a wage IOU in a text (names of docs/design.md section 5)."""
from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Any

from bot.chinese.iou import days, names
from bot.chinese.iou.sums import Sums
from bot.chinese.personal import find_personal

NAMES = (
    "debtor_name", "debtor_id", "creditor_name", "amount", "amount_capital", "purpose", "period", "project", "pay_by",
    "written_on", "signature", "fingerprint", "stamp",
)
_PURPOSE = re.compile(
    r"劳动报酬|农民工工资|人工工资|劳务工资|务工工资|工资款?|工钱|人工费|人工款|劳务费|劳务报酬|劳务款|薪资|薪水|"
    r"薪金|加班费|劳动所得"
)
_BRACKETS = str.maketrans("〔〕【】", "()()")
_SPACED = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?: {1,3}[\u3400-\u9fff]){1,3}(?![\u3400-\u9fff])")
_OWNER = re.compile(r"欠款|债务|工人|收款人|债权|农民工|劳动者|借款人")
_NO_NAME = re.compile(r"(?:本|该|此|这个|那个|我的?|上述)?(?:项目部?|工程|工地|厂|小区)")
_CODE = re.compile(r"(?<![0-9A-Z])[159Y][1239][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])")
_LABEL = re.compile(r"(?:项目|工程|工地)(?:名称)?\s*:\s*(?P<name>[^\n,。;_:]{2,30})")
#: a label of the form that follows a value in its line, up to the colon that is lost or comes next
_NEXT_LABEL = re.compile(r"\s*(?:(?:联系)?(?:电话|手机)|身份证).*$")
_PROJECT = re.compile(
    r"(?:在|于|为|从事|给|到|:|,|因|承建|承包|负责|公司)(?P<name>[\u3400-\u9fffA-Za-z0-9#·()\-]{2,26}?(?:项目部?|工程|"
    r"工地|标段|小区|花园|广场|厂房|大厦|楼|大桥|隧道|公路|高速|[一二三四五1-9]期|电站|水库|学校|医院|酒店|安置房|公租房|商场|餐馆|饭店|"
    r"厂)(?:[一二三四五六七八九十\d]{1,3}(?:期|标段?)|[A-Za-z\d一二三四五六七八九]{1,2}区)?(?:项目部?|工地|工程|标段)?)"
    r"(?!款|师|公司|量|监|经理|尾|进度|费)"
)
_PRINT = re.compile(r"(?P<not>没有?|未|无|不|没有按|没按)?(?P<word>红?手印|指印|指模|指纹|捺印)(?:\))?\s*(?P<blank>:?\s*_{2,})?")
_STAMP = re.compile(
    r"(?P<not>没有?|未|无|不|没有盖|没盖|未盖|未加盖|没加盖)?(?P<word>(?:加盖)?(?:公章|盖章|印章|项目部?章|"
    r"财务专?用?章|合同专?用?章|资料专?用?章|专用章|红章|\(章\)))\)?\s*(?P<blank>:?\s*_{2,})?"
)


def flatten(text: str) -> str:
    """NFKC with lines kept, spaced-out words (欠  条) closed up, one sort of brackets and stops."""
    flat = unicodedata.normalize("NFKC", text.replace("\r\n", "\n").replace("\r", "\n")).translate(_BRACKETS)
    flat = "".join(char for char in flat if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf"))
    return _SPACED.sub(lambda found: found.group().replace(" ", ""), flat)


def read_elements(flat: str, sums: Sums, today: date) -> dict[str, Any]:
    """Each element with its value, None where it is not written. Yuan as a number, days as ISO; a day to pay by whose year
    nothing on the paper tells, in its own words."""
    owes = re.search(r"欠|借|承诺|保证", flat)
    firm, person = names.company(flat), names.debtor(flat) if owes else None
    worker = names.creditor(flat)
    written = days.written_on(flat, today)
    due = days.pay_by(flat, today, written)
    signed = names.signature(flat)
    purpose = re.search("劳动报酬", flat) or _PURPOSE.search(flat)
    return {
        "debtor_name": firm or (person if person != worker else None),
        "debtor_id": _debtor_id(flat, worker),
        "creditor_name": worker,
        "amount": None if sums.owed is None else sums.owed // 100 if sums.owed % 100 == 0 else sums.owed / 100,
        "amount_capital": sums.capital_words,
        "purpose": purpose.group() if purpose else None,
        "period": days.period(flat),
        "project": _project(flat),
        "pay_by": due.day.isoformat() if due.day else due.vague or None,
        "written_on": written.isoformat() if written else None,
        "signature": signed if signed != worker else None,
        "fingerprint": _mark(_PRINT, flat),
        "stamp": _mark(_STAMP, flat),
    }


def _debtor_id(flat: str, worker: str | None) -> str | None:
    """The number that belongs to the debtor: not the one that follows the worker's name or label."""
    code = next((match for match in _CODE.finditer(flat) if _is_code(flat, match)), None)
    for one in find_personal(flat):
        if one.kind != "id_number" or (code and code.start() <= one.start < code.end() and not one.valid):
            continue
        before = flat[:one.start]
        owner = [(match.start(), match.group()) for match in _OWNER.finditer(before)]
        mine = before.rfind(worker) if worker else -1
        last = max(owner, default=(-1, ""))
        names_after = re.search(r"欠[^\n]{2,60}$", before[mine:]) if mine >= 0 else None
        if mine >= 0 and mine > last[0] - 1 and not names_after and len(before) - mine <= 24:
            continue
        if last[1] in ("工人", "收款人", "债权", "农民工", "劳动者") and len(before) - last[0] <= 24:
            continue
        return one.value
    return code.group() if code else None


def _is_code(flat: str, match: re.Match[str]) -> bool:
    """Whether it is a unified social credit code and not an ID number: a letter inside, or its label before."""
    return bool(re.search(r"[A-Z]", match.group()[:17]) or re.search(r"代码[^\n]{0,4}$", flat[: match.start()]))


def _project(flat: str) -> str | None:
    for match in _LABEL.finditer(flat):
        name = match["name"]
        if flat[match.end() : match.end() + 1] == ":":
            name = re.sub(r"\s\S{1,8}\s*$", "", name)
        if name := _NEXT_LABEL.sub("", name).strip():
            return name
    for match in _PROJECT.finditer(flat):
        name = re.sub(r"^.*(?:在|于|从事|承建|承包|公司|代表)", "", match["name"])
        if len(name) >= 2 and not _NO_NAME.fullmatch(name) and "__" not in name:
            return name
    return None


def _mark(pattern: re.Pattern[str], flat: str) -> str | None:
    """A fingerprint or stamp that the text says is there: not negated, not an empty line."""
    for match in pattern.finditer(flat):
        if not match["not"] and not match["blank"]:
            return match["word"].strip("()")
    return None
