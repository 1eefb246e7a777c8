"""Limitation periods with their last day. Vague days are counted from the earliest day they may mean: too early never hurts."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.law import restart, told
from bot.law.awards import received
from bot.law.facts import CaseFacts
from bot.law.periods import Start, first_owed, pay_due, promised_by, work_end
from bot.law.terms import last_day
from bot.law.values import Limit, LimitWhat, Nature, Relation

NEAR_DAYS = 60
"""A limit this near is said first."""
KEEPING = frozenset({"arbitration", "lawsuit", "payment_order"})
"""Procedures that interrupt the periods as long as they run (LAW-ARB-03, LAW-LIT-04)."""
ENDS = ("", "_near", "_today", "_unknown", "_restarted_near", "_restarted_today")
BEHIND = {f"limit_arbitration{end}": f"limit_arbitration_behind{end}" for end in ENDS}
"""What is said to a foreman's worker in place of these."""


def limits(case: CaseFacts, money: Nature, relation: Relation, today: date) -> tuple[Limit, ...]:
    """Every period that matters for this case, near ones first, at most three: inspection, arbitration, civil, enforcement.

    With a judgment in hand only enforcement; with an award its 15 days to sue and enforcement. While arbitration, a lawsuit
    or a payment order runs, or was applied for and not refused, inspection is closed (LAW-INS-10) and its period is not said;
    a period that the procedure keeps says so.
    """
    enforced = enforcement(case, today)
    if told.judgment_day(case, today) and enforced:
        return (enforced,)
    if case.decided:
        ended = (sue(case, today),) if case.decided == "arbitration" else ()
        return (*ended, *((enforced,) if enforced else ()))
    found: list[Limit] = []
    labour_dispute = money.labour and case.debtor_kind != "household"
    if labour_dispute:
        if case.proceeding not in KEEPING and not case.applied:
            found.append(inspection(case, today))
        if _one_year(case, relation):
            found.append(arbitration(case, relation, today))
    if money.kind == "private_loan":
        found.append(loan(case, today))
    elif money.kind != "outside" and (relation.kind != "employment" or _straight_to_court(case)):
        found.append(civil(case, money, relation, today))
    found += [enforced] if enforced else []
    return tuple(sorted(found, key=lambda limit: not limit.key.endswith(("_near", "_today"))))


def _one_year(case: CaseFacts, relation: Relation) -> bool:
    """Whether the one year is said at all: not off the sites for a foreman's worker, nor when he already sues the foreman."""
    if relation.kind == "labour_service":
        return case.construction is not False and case.proceeding != "lawsuit"
    return True


def _straight_to_court(case: CaseFacts) -> bool:
    """Whether a unit may be sued without arbitration: on its IOU, with no other claim (LAW-LIT-02)."""
    return "iou" in case.evidence and not told.more_than_wages(case)


def loan(case: CaseFacts, today: date) -> Limit:
    """Three years for money that he lent, from the day promised for giving it back; no day of work counts (LAW-CIV-188)."""
    laws = ("LAW-CIV-188", "LAW-LIT-03")
    promised = promised_by(case)
    if promised is None:
        return Limit("civil", None, None, laws, "limit_civil_unknown", False)
    start = Start(promised.day, False)
    found = _limit("civil", start, today, laws, ("LAW-LIT-04",), _notes(start))
    return _restarted(found, restart.restarts(case, start, "civil", today), today)


def inspection(case: CaseFacts, today: date) -> Limit:
    """Two years from the end of the violation, counted from the last day pay was due (LAW-INS-02). Whether what is owed for
    several months goes on as one is seen differently: `first_month` is the last day when the first of them counts by itself."""
    start = pay_due(case)
    if start is None:
        return Limit("inspection", None, None, ("LAW-INS-02",), "limit_inspection_unknown", False)
    found = _limit("inspection", start, today, ("LAW-INS-02",), ("LAW-INS-04",), _notes(start))
    first = first_owed(case)
    if first is None or found.key.endswith("_passed"):
        return found
    on = last_day("inspection", first)
    return replace(found, first_month=on, notes=("note_first_month" if on >= today else "note_first_month_passed",))


def arbitration(case: CaseFacts, relation: Relation, today: date) -> Limit:
    """One year from the end of the employment, none while still working (LAW-ARB-01/02); interruption LAW-ARB-03.

    For a foreman's worker the claim against the company behind the foreman is counted alike, marked uncertain, and said to
    be against that company, and the foreman with it (LAW-ARB-21): between him and the foreman there is no arbitration.
    """
    found = _of_employment(case, relation, today)
    if relation.kind != "labour_service" or found.key not in BEHIND:
        return found
    return replace(found, key=BEHIND[found.key], laws=(*found.laws, "LAW-ARB-21"))


def _of_employment(case: CaseFacts, relation: Relation, today: date) -> Limit:
    if relation.kind == "labour_service":
        kept = case.proceeding == "arbitration" or "arbitration" in case.applied
    else:
        kept = case.proceeding in KEEPING or bool(case.applied)
    if kept:
        return _kept("arbitration", "LAW-ARB-03")
    end = case.day("end_date")
    if case.flag("still_working") and not (end and end.last < today):
        return Limit("arbitration", None, None, ("LAW-ARB-02",), "limit_arbitration_still_working", True)
    start = work_end(case)
    if start is None:
        return Limit("arbitration", None, None, ("LAW-ARB-01", "LAW-ARB-02"), "limit_arbitration_unknown", False)
    laws = ("LAW-ARB-01", "LAW-ARB-02")
    notes = restart.notes(case, start, "arbitration", today) + _notes(start)
    if relation.kind != "employment":
        start = Start(start.day, False)
    found = _limit("arbitration", start, today, laws, ("LAW-ARB-05",), notes)
    return _restarted(found, restart.restarts(case, start, "arbitration", today), today)


def civil(case: CaseFacts, money: Nature, relation: Relation, today: date) -> Limit:
    """Three years for labour service and IOUs (LAW-LIT-03, LAW-IOU-10); for an employer's IOU one year is the safe reading,
    three the last (LAW-DIS-07). The day of the IOU is not a fact of the claim: counted from the last pay day, earlier. With
    an IOU and a day promised for paying it runs from that day (LAW-LIT-03); a promise without paper is only a note
    (`restart.restarts`), because it has to be proved."""
    if case.proceeding in ("lawsuit", "payment_order") or (case.proceeding == "none" and "court" in case.applied):
        return _kept("civil", "LAW-LIT-04")
    iou = "iou" in case.evidence and money.kind != "project_money"
    laws: tuple[str, ...] = ("LAW-LIT-03", "LAW-IOU-10", "LAW-DIS-08") if iou else ("LAW-LIT-03",)
    extra: tuple[str, ...] = ()
    if iou and relation.kind == "employment":
        laws, extra = (*laws, "LAW-DIS-07"), ("note_iou_one_year",)
    start = pay_due(case)
    if start is None:
        return Limit("civil", None, None, laws, "limit_civil_unknown", False, None, extra)
    promised = restart.promise(case, start)
    if iou and promised:
        start, extra = promised, (*extra, "note_from_promise")
    notes = extra + restart.notes(case, start, "civil", today) + _notes(replace(start, certain=start.certain and not iou))
    if iou or relation.kind != "labour_service":
        start = Start(start.day, False)
    found = _limit("civil", start, today, laws, ("LAW-LIT-04",), notes)
    return _restarted(found, restart.restarts(case, start, "civil", today), today)


def enforcement(case: CaseFacts, today: date) -> Limit | None:
    """Two years from the last day for paying (LAW-ENF-01), only when there is an award or judgment (`told.judgment_day`: the
    last day on which the debtor had to pay). None when no proceeding is or was under way."""
    start = told.judgment_day(case, today)
    if start:
        return _limit("enforcement", Start(start.first, start.certain), today, ("LAW-ENF-01",), (), ())
    if case.proceeding in ("arbitration", "lawsuit") or case.applied:
        return Limit("enforcement", None, None, ("LAW-ENF-01",), "limit_enforcement_after_judgment", False)
    return None


def sue(case: CaseFacts, today: date) -> Limit:
    """15 days to sue after the award was received (LAW-ARB-12)."""
    got = received(case, today)
    if got is None:
        return Limit("sue", None, None, ("LAW-ARB-12",), "limit_sue_unknown", False)
    on = last_day("sue", got.first)
    left = (on - today).days
    key, laws = ("limit_sue", ("LAW-ARB-12",)) if left >= 0 else ("limit_sue_passed", ("LAW-ARB-12", "LAW-HOT-04"))
    key = key if left else "limit_sue_today"
    return Limit("sue", on, left, laws, key, got.certain, got.first, () if got.certain else ("note_counted_from_earliest",))


def _limit(
    what: LimitWhat, start: Start, today: date, laws: tuple[str, ...], passed: tuple[str, ...], notes: tuple[str, ...]
) -> Limit:
    """One limit with at most one note; past it the key says that it may still work and `passed` are the facts for that."""
    notes = notes[:1]
    on = last_day(what, start.day)
    left = (on - today).days
    if left < 0:
        return Limit(what, on, left, laws + passed, f"limit_{what}_passed", start.certain, start.day, notes)
    key = f"limit_{what}{_near(left)}" if left <= NEAR_DAYS else f"limit_{what}"
    return Limit(what, on, left, laws, key, start.certain, start.day, notes)


def _near(left: int) -> str:
    """The ending of a key for a last day that is near, or today."""
    return "_near" if left else "_today"


def _restarted(found: Limit, on: date | None, today: date) -> Limit:
    """The limit with the last day that demands began anew; when the period has passed and that day is near, it is what is said
    (LAW-ARB-03, LAW-LIT-04)."""
    found = replace(found, restarts=on)
    left = found.restarts_left
    if left is None or left > NEAR_DAYS or found.days_left is None or found.days_left >= 0:
        return found
    notes = tuple(note for note in found.notes if note not in ("note_restarted", "note_promised"))
    law = "LAW-ARB-03" if found.what == "arbitration" else "LAW-LIT-04"
    laws = tuple(dict.fromkeys((*found.laws, law)))
    return replace(found, key=f"limit_{found.what}_restarted{_near(left)}", notes=notes, laws=laws)


def _notes(start: Start) -> tuple[str, ...]:
    return () if start.certain else ("note_counted_from_earliest",)


def _kept(what: LimitWhat, law: str) -> Limit:
    """A period that the running procedure keeps, as long as it is not withdrawn or turned away."""
    return Limit(what, None, None, (law, "LAW-HOT-04"), f"limit_{what}_kept", False)
