"""The check of an IOU in sentences, each with the law it rests on (content/evidence/iou_check.yml)."""
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.chinese.companies import find_companies
from bot.chinese.dates import format_date
from bot.chinese.personal import find_personal
from bot.evidence.iou_check import Checked, table

Said = list[tuple[str, list[str]]]
#: an element whose mend is said by the trap already
SAID_BY = {"written_on": "no_date", "stamp": "company_without_stamp", "pay_by": "pay_condition"}
OWES = "欠"
DAYS = ("pay_by", "written_on")
MARKS = ("fingerprint", "stamp")


def written(found: Checked, *, hide: bool = False) -> str:
    """What stands on the paper, in one line: each element with its value; "" when nothing does.

    `hide`: personal numbers, and what holds one, are named but not shown.
    """
    content = table()
    words = content["words"]
    told = [
        words["found"].format(label=_label(content, name, found), value=_shown(name, value, found, words, hide))
        for name, value in found.elements.items()
        if value is not None
    ]
    return str(words["between"]).join(told)


def lacking_names(found: Checked) -> str:
    """What is missing, in one line; "" when nothing is."""
    content = table()
    names = [_label(content, name, found) for name in _lacking(found)]
    return str(content["words"]["names"]).join([*names, *([content["no_year"]["short"]] if found.vague_due else [])])


def lacking(found: Checked) -> Said:
    """The words that mend what is missing, a line each, but for those that a trap says; no stamp is asked of a person."""
    content = table()
    traps = {one["trap"] for one in found.traps}
    entries = [content["elements"][name] for name in _lacking(found) if SAID_BY.get(name) not in traps]
    said = [(str(entry["mend"]), list(entry["laws"])) for entry in entries]
    if found.vague_due:
        said.append((content["no_year"]["mend"].format(said=found.vague_due), list(content["no_year"]["laws"])))
    return said


def traps(found: Checked) -> Said:
    """A line for each trap: what it is and the words that mend it."""
    content = table()
    hurts = str(content["words"]["hurts"])
    return [(hurts.format(label=trap_label(content, one["trap"], found), mend=one["mend"]), list(one["laws"]))
            for one in found.traps]


def with_limits(found: Checked, closed: Sequence[str]) -> Checked:
    """The check, with what still helps when the time to complain (`inspection`) or to sue (`civil`) may be over since the day
    to pay by."""
    late = next((table()["overdue_since"][what] for what in ("civil", "inspection") if what in closed), None)
    if late is None:
        return found
    return replace(found, traps=[one | late if one["trap"] == "overdue" else one for one in found.traps])


def trap_label(content: dict[str, Any], trap: str, found: Checked) -> str:
    """What a trap is called, with the words, the days or the sums of the paper where it is named by them."""
    words, said = content["words"], found.said[trap]
    if trap == "overdue":
        said = words["due_since"].format(day=_day(found.elements["pay_by"]), days=said)
    elif trap == "sums_differ" and found.sums.clash:
        first, *others = [yuan(fen) for fen in found.sums.clash.sums]
        beside = words["sums"].join(others)  # one owed and any number beside it
        said = words[f"clash_{found.sums.clash.kind}"].format(first, *others, others=beside)
    return str(content["traps"][trap]["label"]).format(said=said)


def yuan(fen: int) -> str:
    """A sum as it is said, without its unit."""
    return f"{fen // 100:,}" if fen % 100 == 0 else f"{fen / 100:,.2f}"


def _lacking(found: Checked) -> list[str]:
    return [name for name in found.missing if not (name == "stamp" and found.by_person)]


def _label(content: dict[str, Any], name: str, found: Checked) -> str:
    """What an element is called in a line; a company has a code and no identity card, a receipt a sum that came in."""
    entry = content["elements"][name]
    if "of_receipt" in entry and "receipt_wording" in found.said and OWES not in found.text:
        return str(entry["of_receipt"])
    is_firm = not found.by_person and bool(find_companies(str(found.elements["debtor_name"] or "")))
    return str(entry.get("of_company", entry["short"]) if is_firm else entry["short"])


def _shown(name: str, value: Any, found: Checked, words: dict[str, str], hide: bool) -> str:
    if name == "amount":
        return words["yuan"].format(value=f"{value:,}")
    if name == "pay_by" and found.vague_due:
        day = _day(value)
        return words["no_year"].format(value=value) if day == value else words["reckoned"].format(said=found.vague_due, day=day)
    if name in DAYS:
        return _day(value)
    if name == "amount_capital" and found.sums.both:
        return words["agree"].format(value=value)
    if hide and (name == "debtor_id" or find_personal(str(value))):
        return words["present"]
    return words["present"] if name in MARKS and value not in (words["seen_fingerprint"], words["seen_stamp"]) else str(value)


def _day(value: str) -> str:
    """A day as it is said; other words as they are."""
    try:
        return format_date(date.fromisoformat(value))
    except ValueError:
        return value
