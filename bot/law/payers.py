"""Who has to pay, in the order in which to name them."""
from __future__ import annotations

from bot.law.facts import CaseFacts
from bot.law.special import special
from bot.law.traits import traits
from bot.law.values import Nature, Payer

MOST = 3
WEAKEST = ("payer_project_owner", "payer_gave_work_to_foreman", "payer_user_unit", "payer_investor", "payer_affiliate",
           "payer_investor_closed", "payer_investor_personal", "payer_investor_unlicensed", "payer_administrator",
           "payer_successor", "payer_taken_over")
"""Who is left out first when there are more than `MOST`: the owner pays only up to what he still owes (LAW-REG-16), who stands
behind a closed firm only after it. The contractor of a site, who pays first of all (LAW-REG-15), is never left out."""


def payers(case: CaseFacts, money: Nature) -> tuple[Payer, ...]:
    """Who has to pay, first to name first, at most three. Contractor rules hold on building sites only (LAW-JUR-06).
    For money that lies outside nobody is named."""
    if money.foreign:
        loan = Payer("borrower", case.text("debtor_name"), "payer_borrower", ("LAW-CIV-667",))
        return (loan,) if money.kind == "private_loan" else ()
    if money.kind == "project_money":
        return _project_money(case)
    kind = case.debtor_kind
    if kind == "household":
        found: tuple[Payer, ...] = (
            Payer("household", case.text("debtor_name"), "payer_household", ("LAW-LIT-03", "LAW-JUR-07")),
        )
    else:
        site = bool(case.construction or (case.construction is None and kind == "foreman"))
        found = special(_on_site(case) if site else _off_site(case), case, traits(case), site=site)
    return _at_most(found + _project_money(case)[:1] if money.kind == "mixed" else found)


def _at_most(found: tuple[Payer, ...]) -> tuple[Payer, ...]:
    for key in WEAKEST:
        if len(found) > MOST:
            found = tuple(payer for payer in found if payer.key != key)
    behind = [payer for payer in found[MOST:] if payer.role == "general_contractor"]
    return (*found[: MOST - len(behind)], *behind)


def _direct(case: CaseFacts) -> tuple[Payer, ...]:
    """The one who hired."""
    name, kind = case.text("debtor_name"), case.debtor_kind
    if kind == "company":
        return (Payer("company", name, "payer_company", ("LAW-REG-03", "LAW-REG-05")),)
    if kind == "labour_agency":
        return (
            Payer("labour_agency", name, "payer_labour_agency", ("LAW-ARB-22",)),
            Payer("user_unit", None, "payer_user_unit", ("LAW-ARB-22", "LAW-REG-11")),
        )
    if kind == "foreman":
        return (Payer("foreman", name, "payer_foreman", ("LAW-LIT-03", "LAW-IOU-05")),)
    return (Payer("unknown", name, "payer_unknown", ("LAW-REG-27", "LAW-EVD-02")),)


def _off_site(case: CaseFacts) -> tuple[Payer, ...]:
    direct = _direct(case)
    if case.debtor_kind == "foreman":
        return (*direct, Payer("subcontracting_unit", case.text("general_contractor"), "payer_unit_behind_foreman",
                               ("LAW-REG-11", "LAW-REG-12")))
    if case.debtor_kind == "company":
        return (*direct, Payer("investor", None, "payer_investor", ("LAW-REG-10", "LAW-REG-14")))
    return direct


def _on_site(case: CaseFacts) -> tuple[Payer, ...]:
    """Contractor first pays (REG-15), who gave the work to somebody without qualification (REG-17/18), owner (REG-16)."""
    name = case.text("general_contractor")
    direct = _direct(case)
    owner = Payer("project_owner", None, "payer_project_owner", ("LAW-REG-16",))
    if case.debtor_kind == "company" and name and name == case.text("debtor_name"):
        return (Payer("general_contractor", name, "payer_contractor_is_employer", ("LAW-REG-15", "LAW-REG-03")), owner)
    contractor = Payer("general_contractor", name, "payer_general_contractor", ("LAW-REG-15", "LAW-REG-18c", "LAW-DIS-19"))
    if case.debtor_kind == "foreman":
        laws = ("LAW-REG-17", "LAW-REG-18")
        unit = Payer("subcontracting_unit", None, "payer_gave_work_to_foreman", laws)
        return (contractor, unit, owner, *direct)
    if case.debtor_kind == "unknown":
        return (contractor, *direct, owner)
    return (*direct, contractor, owner)


def _project_money(case: CaseFacts) -> tuple[Payer, ...]:
    return (
        Payer("contract_partner", case.text("debtor_name"), "payer_contract_partner", ("LAW-WAGE-03", "LAW-LIT-06")),
        Payer("project_owner", None, "payer_owner_project_money", ("LAW-WAGE-03",)),
    )
