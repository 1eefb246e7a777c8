"""Whether a complaint to the labour inspection fits the case, and what is said where it does not."""
from __future__ import annotations

from collections.abc import Mapping

from bot.chinese.values import Fact
from bot.documents.needed import fitting
from bot.law.facts import CaseFacts
from bot.law.nature import nature
from bot.law.values import Nature

TOLD = ("known", "vague", "second_hand")


def complaint_fits(facts: Mapping[str, Fact]) -> bool:
    """Not against a private household (LAW-JUR-07), and never for money that is no wages as if it were (LAW-REG-36): the
    same view on the money as the assessment has."""
    return "inspection_complaint" in fitting(facts) and are_wages(facts)


#: one of them tells the station where to begin: whom to look for, or whom to ring
A_BEGINNING = ("debtor_name", "debtor_phone", "work_place", "project_name", "general_contractor", "owed_amount", "worker_phone")


def can_be_filed(facts: Mapping[str, Fact]) -> bool:
    """Whether anything is told with which a station can begin; papers with nothing but blanks are given, and not filed."""
    return any(slot in facts and facts[slot].state in TOLD for slot in A_BEGINNING)


def are_wages(facts: Mapping[str, Fact]) -> bool:
    """Whether the money is wages, in part at least, or not known to be anything else: no project money, loan, rent …"""
    return money_of(facts).labour


def money_of(facts: Mapping[str, Fact]) -> Nature:
    """What money it is, as the assessment says it."""
    return nature(CaseFacts(facts))


def refusal(facts: Mapping[str, Fact]) -> str:
    """The name of the words of content/words/papers.yml that say why there is no complaint."""
    money = money_of(facts)
    if money.foreign:
        return "no_complaint_foreign"
    return "no_complaint_project" if money.kind == "project_money" else "no_complaint"
