"""Read the rights board at the gate of a site (维权信息告示牌, LAW-REG-27): who builds, who pays, whom to call. Pure; the text
comes from OCR. Nothing is invented: a label without a value gives None, and a label is never a value."""
from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass

from bot.chinese.rights_board_labels import Label, find_labels
from bot.chinese.rights_board_values import firm, only_phone, person, phone, phones, sum_words, wage_day, without_phone

LONGEST = 6_000
#: 建 设 单 位
_SPACED = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?: {1,3}[\u3400-\u9fff]){2,9}(?![\u3400-\u9fff])")
_TITLE = re.compile(
    r"(?:维[^\n]信息|[^\n]权信息|维权[^\n]息|维权)(?:告[示知]|公[示告])[牌栏版]|维权信息(?:告|公)|"
    r"权益(?:保障)?(?:告[示知]|公[示告])牌|工资支付(?:公示|监管)[牌栏]"
)
_SITE = re.compile(
    r"(?:^|\n)[ \t]{0,9}(?P<name>[\u3400-\u9fffA-Za-z0-9#()\-]{2,30}?(?:项目|工程|标段))(?=农民工|务工|维权|劳动|工资|\s?\n)"
)
#: 建设单位(甲方):, 分包单位1:
_AFTER_LABEL = re.compile(r"^[ \t]{0,4}(?:\((?!\d)[^()\n]{1,12}\)|\d{1,2}(?=\s?:))")
_OWN = {"wage_officer": "wage_officer_phone", "complaint_phone": "complaint_phone", "legal_aid_phone": "legal_aid_phone"}


@dataclass(frozen=True)
class Board:
    """What stands on a board, as written; None where nothing is. Phones keep figures and dashes alone."""

    project_name: str | None = None
    project_owner: str | None = None
    general_contractor: str | None = None
    subcontractor: str | None = None
    wage_officer: str | None = None
    wage_officer_phone: str | None = None
    department: str | None = None
    department_phone: str | None = None
    complaint_phone: str | None = None
    legal_aid_phone: str | None = None
    arbitration_phone: str | None = None
    wage_day: str | None = None
    minimum_wage: str | None = None

    def told(self) -> dict[str, str]:
        """The fields that are written."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def read_board(text: str) -> Board:
    """Every field of the board that is written with a value of its kind. Never raises."""
    plain = _plain(text)
    labels = find_labels(plain)
    cells = _cells(plain, labels)
    best: dict[str, tuple[int, str]] = {}
    owner = Label("", 0, 0, 0)
    for label, lines in cells:
        owner = owner if label.field == "phone" else label
        for field, value in _read(label, lines, owner.field):
            if value and (field not in best or owner.rank < best[field][0]):
                best[field] = (owner.rank, value)
    told = {field: value for field, (_, value) in best.items()}
    if "project_name" not in told and (site := _SITE.search(plain)) and is_board(text):
        told["project_name"] = site["name"]
    return Board(**told)


def is_board(text: str) -> bool:
    """Whether the text stands on such a board: its title, or three of its labels, one of them of those whom to turn to."""
    plain = _plain(text)
    kinds = {label.field for label in find_labels(plain)} - {"phone", "other"}
    if _TITLE.search(plain):
        return bool(kinds) or len(plain) < 60
    return len(kinds) >= 3 and bool(kinds & {"wage_officer", "wage_officer_phone", "complaint_phone", "legal_aid_phone"})


def _plain(text: str) -> str:
    flat = unicodedata.normalize("NFKC", text[:LONGEST]).replace("\r", "\n").replace("\t", "  ")
    flat = "".join(char for char in flat if char == "\n" or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
    return _SPACED.sub(lambda found: found.group().replace(" ", ""), flat)


def _cells(plain: str, labels: list[Label]) -> list[tuple[Label, list[str]]]:
    """Each label with the lines up to the next one; labels above their values, in a row or a column, each with its own."""
    if not labels:
        return []
    ends = [label.start for label in labels[1:]] + [len(plain)]
    cells = [
        (label, [line.strip(" :,;、|-—_·.()") for line in _AFTER_LABEL.sub("", plain[label.end : end]).split("\n")])
        for label, end in zip(labels, ends, strict=True)
    ]
    at = 0
    while at < len(cells):
        last = at
        while last + 1 < len(cells) and not any(cells[last][1]):
            last += 1
        if last > at and not cells[last][1][0]:
            _spread(plain, cells, at, last)
        at = last + 1
    return cells


def _spread(plain: str, cells: list[tuple[Label, list[str]]], first: int, last: int) -> None:
    """Give a stack of bare labels their values: as many cells in the next line, or as many lines, as there are labels."""
    count = last - first + 1
    lines = [line for line in cells[last][1] if line]
    in_a_row = "\n" not in plain[cells[first][0].start : cells[last][0].end]
    values = re.split(r"\s{1,}|\|", lines[0]) if in_a_row and lines else lines
    if len(values) == count:
        for place, value in enumerate(values):
            cells[first + place] = (cells[first + place][0], [value.strip(" :,;、|")])
    elif in_a_row:
        cells[last] = (cells[last][0], [])


def _read(label: Label, lines: list[str], owner: str) -> list[tuple[str, str | None]]:
    """Fields that a cell tells, with their values."""
    written = [line for line in lines if line][:3]
    if not written:
        return []
    head, field = written[0], label.field
    if field == "phone":
        return [(_OWN[owner], phone(head))] if owner in _OWN else []
    if field == "wage_officer":
        beside = phone(head) or (only_phone(written[1]) if len(written) > 1 else None)
        return [(field, person(head)), ("wage_officer_phone", beside)]
    if field.endswith("_phone"):
        return [(field, phones(head) or (phones(written[1]) if len(written) > 1 and not only_phone(head) else None))]
    if field == "wage_day":
        return [(field, wage_day(head))]
    if field == "minimum_wage":
        return [(field, sum_words(head))]
    if field == "department":
        return [(field, firm(without_phone(head), written[1:], field)), ("department_phone", phones(head))]
    return [] if field == "other" else [(field, firm(without_phone(head), written[1:], field))]
