"""Who else pays, or pays first, when the one who owes is closed, renamed, bankrupt, unlicensed or under a lent licence."""
from __future__ import annotations

from dataclasses import replace

from bot.law.facts import CaseFacts
from bot.law.values import Laws, Payer


def special(found: tuple[Payer, ...], case: CaseFacts, traits: frozenset[str], *, site: bool) -> tuple[Payer, ...]:
    """The payers changed by the traits of the debtor: one rule after the other, each a law fact.

    lent licence LAW-REG-13, on a site LAW-REG-17 · dispatch without permit LAW-REG-11 · no licence LAW-REG-10 · one man's or
    partners' firm LAW-REG-14 · closed LAW-REG-14, LAW-ARB-21 · bankrupt LAW-ENF-07 · renamed LAW-LCA-33 · merged LAW-LCA-34 ·
    sold LAW-LCA-33 · several firms as one LAW-REG-18b · illegal project, owner or contractor who hired a person LAW-REG-17.
    """
    if "renamed" in traits:
        found = _rekey(found, "payer_company", "payer_company_renamed", ("LAW-LCA-33", "LAW-REG-03"))
    if "no_dispatch_licence" in traits:
        found = _unlicensed_dispatch(found)
    behind = _behind(case, traits)
    if behind:
        found = _after_employer(tuple(payer for payer in found if payer.role != "investor"), behind)
    if site and traits & {"illegal_project", "owner_hired_person"}:
        found = _owner_first(found, "illegal_project" in traits)
    if "lent_licence" in traits:
        laws: Laws = ("LAW-REG-17", "LAW-REG-18") if site else ("LAW-REG-13",)
        found = (Payer("licence_lender", None, "payer_licence_lender", laws), *found)
    return found


def _behind(case: CaseFacts, traits: frozenset[str]) -> tuple[Payer, ...]:
    """Who stands behind or after the firm, in order."""
    if case.debtor_kind == "foreman":
        return ()
    added = []
    if "bankrupt" in traits:
        added.append(Payer("administrator", None, "payer_administrator", ("LAW-ENF-07",)))
    elif "closed" in traits:
        added.append(Payer("investor", None, "payer_investor_closed", ("LAW-REG-14", "LAW-ARB-21")))
    if "merged" in traits:
        added.append(Payer("successor", None, "payer_successor", ("LAW-LCA-34", "LAW-REG-14")))
    if "sold" in traits and "merged" not in traits:
        added.append(Payer("successor", None, "payer_taken_over", ("LAW-LCA-33", "LAW-REG-14")))
    if "affiliated" in traits:
        added.append(Payer("affiliate", None, "payer_affiliate", ("LAW-REG-18b",)))
    if traits & {"no_licence", "self_employed"} and not traits & {"bankrupt", "closed"}:
        unlicensed = "no_licence" in traits
        added.append(Payer("investor", None, "payer_investor_unlicensed" if unlicensed else "payer_investor_personal",
                           ("LAW-REG-10", "LAW-LCA-93") if unlicensed else ("LAW-REG-14",)))
    return tuple(added)


def _after_employer(found: tuple[Payer, ...], added: tuple[Payer, ...]) -> tuple[Payer, ...]:
    """Behind the one who hired, before contractor and owner."""
    hired = ("company", "labour_agency", "unknown")
    contractor = "payer_contractor_is_employer"
    at = next((place for place, payer in enumerate(found) if payer.role in hired or payer.key == contractor), 0)
    return (*found[: at + 1], *added, *found[at + 1 :])


def _unlicensed_dispatch(found: tuple[Payer, ...]) -> tuple[Payer, ...]:
    """The unit that used the workers pays first (LAW-REG-11)."""
    unit = Payer("user_unit", None, "payer_user_unit_unlicensed", ("LAW-REG-11",))
    return (unit, *(payer for payer in found if payer.role != "user_unit"))


def _owner_first(found: tuple[Payer, ...], illegal: bool) -> tuple[Payer, ...]:
    """The owner pays all, not only up to what he still owes (LAW-REG-17)."""
    key = "payer_owner_illegal_project" if illegal else "payer_owner_hired_person"
    owner = Payer("project_owner", None, key, ("LAW-REG-17",))
    return (owner, *(payer for payer in found if payer.role != "project_owner"))


def _rekey(found: tuple[Payer, ...], old: str, new: str, laws: Laws) -> tuple[Payer, ...]:
    return tuple(replace(payer, key=new, laws=laws) if payer.key == old else payer for payer in found)
