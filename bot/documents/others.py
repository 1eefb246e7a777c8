"""Who stands on the other side of a paper for arbitration or court. Who has to pay is said by bot/law/payers.py."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case
from bot.documents.parties import contractor, on_site
from bot.documents.people import Rows, debtor_rows, party_rows
from bot.law.facts import CaseFacts
from bot.law.nature import nature
from bot.law.payers import payers

Table = Mapping[str, Any]


def _payers(case: Case) -> set[str]:
    view = CaseFacts(case.facts)
    return {payer.role for payer in payers(view, nature(view))}


def in_arbitration(case: Case) -> tuple[str, ...]:
    """The roles of the respondents: the employing unit, with a contractor of the site that is known (LAW-REG-15); beside a
    foreman the unit that gave him the work, first (LAW-ARB-21); of an agency both units (LAW-ARB-22). A labour company on a
    building site is a subcontractor that employs him itself."""
    roles = _payers(case)
    if "foreman" in roles:
        return "unit_behind", "foreman"
    if "labour_agency" in roles and not on_site(case):
        return "agency", "user_unit"
    return "employer", *_contractor(case, roles)


def in_court(case: Case) -> tuple[str, ...]:
    """The roles of the defendants: whoever owes, or signed the IOU (LAW-LIT-02, LAW-LIT-03); beside a foreman also the
    contractor of the site when it is known (LAW-REG-17, LAW-DIS-19)."""
    roles = _payers(case)
    return "debtor", *(_contractor(case, roles) if "foreman" in roles else ())


def in_talks(case: Case) -> tuple[str, ...]:
    """The roles of those who are asked to mediation: whoever owes, and a contractor of the site that is known (LAW-REG-15)."""
    return "debtor", *_contractor(case, _payers(case))


def _contractor(case: Case, roles: set[str]) -> tuple[str, ...]:
    return ("general_contractor",) if "general_contractor" in roles and contractor(case) else ()


def parties(case: Case, table: Table, roles: Sequence[str]) -> list[dict[str, Any]]:
    """Each of the other side: `role` as it is headed, `rows`."""
    return [{"role": str(table["roles"][role]), "rows": _rows(case, table["party"], role)} for role in roles]


def _rows(case: Case, forms: Table, role: str) -> Rows:
    if role in ("unit_behind", "general_contractor"):
        return party_rows(case, forms["company"], name=unit_name(case))
    if role == "user_unit":
        return party_rows(case, forms["company"], name=case.blank("company", str(case.words["court"]["units"]["user_unit"])))
    return debtor_rows(case, forms)


def unit_name(case: Case) -> str:
    """The unit behind a foreman, or the contractor; a blank with a note where it is not known."""
    return contractor(case) or case.blank("company", case.note("respondent"))


def who(case: Case, table: Table, roles: Sequence[str]) -> str:
    """Who is to pay, inside a request: the first of the other side, by its role when there are several."""
    them = str(table["them"])
    if len(roles) == 1:
        return them
    return str(case.words["court"]["who"]).format(them=them, role=table["roles"][roles[0]])


def sure_contractor(case: Case) -> str:
    """The contractor's name when it is sure enough to ask something of it, else ""."""
    main = case.value("general_contractor")
    return case.clear(main) if contractor(case) and isinstance(main, str) else ""
