"""Who owes and who else stands in a paper, by the name that a desk or a court can use (LAW-IOU-01, 05, 08)."""
from __future__ import annotations

import re

from bot.documents.case import Case
from bot.documents.names import is_company, is_person

COMPANIES = ("company", "labour_agency")
PERSONS = ("foreman", "household")


def debtor_form(case: Case) -> str:
    """How the debtor is written: company, person, or unknown. A name that is plainly a company's counts."""
    kind = case.value("debtor_kind")
    if kind in COMPANIES:
        return "company"
    if kind in PERSONS:
        return "person"
    fact = case.fact("debtor_name")
    name = fact.value if fact is not None and isinstance(fact.value, str) else ""
    if is_company(name, case.words["company_endings"]):
        return "company"
    return "unknown"


def is_foreman(case: Case) -> bool:
    """Whether the debtor is a foreman."""
    return bool(case.value("debtor_kind") == "foreman")


def debtor_name(case: Case) -> str:
    """The debtor's name: in full when it is one; a nickname gives a blank with a note, never a guess."""
    fact = case.fact("debtor_name")
    form = debtor_form(case)
    kind = "name" if form == "person" else "company"
    if fact is None or not isinstance(fact.value, str) or not case.clear(fact.value):
        return case.blank(kind)
    name = case.clear(fact.value)
    if is_full(case, name, form):
        return case.text("debtor_name", kind)
    if form == "company":
        return name + case.mark(case.note("company_short"))
    return case.blank(kind, case.note("nickname", words=name))


def is_full(case: Case, name: str, form: str) -> bool:
    """Whether a name is full enough for a paper."""
    endings, titles = case.words["company_endings"], case.words["person_titles"]
    if form == "company":
        return is_company(name, endings)
    if form == "person":
        return is_person(name, titles, endings)
    return is_company(name, endings) or is_person(name, titles, endings)


def debtor_called(case: Case) -> str:
    """The debtor inside a sentence: the full name, or how he is called, or a blank."""
    fact = case.fact("debtor_name")
    if fact is None or not isinstance(fact.value, str) or not case.clear(fact.value):
        return case.blank("name")
    called = spoken_name(case.clear(fact.value))
    return called if fact.state == "known" else case.note("second_hand", value=called)


def spoken_name(name: str) -> str:
    """A name inside a sentence: a bare surname stands for somebody of that name (姓李的)."""
    return f"{name}的" if re.fullmatch("姓.{1,2}", name) else name


def contractor(case: Case) -> str | None:
    """The general contractor if one was named and it is not the debtor."""
    fact, debtor = case.fact("general_contractor"), case.fact("debtor_name")
    if fact is None or not isinstance(fact.value, str) or not case.clear(fact.value):
        return None
    return None if debtor is not None and debtor.value == fact.value else case.text("general_contractor", "company")


def on_site(case: Case) -> bool:
    """Whether the work was on a building site (or may have been: a project or a general contractor is named)."""
    industry = case.value("industry")
    if industry is not None and industry not in case.words["site_industries"]:
        return False
    return industry is not None or any(case.fact(slot) for slot in ("project_name", "general_contractor"))


def may_be_site(case: Case) -> bool:
    """Whether the paper keeps a place for the project: on a site, or nothing is known of the kind of work."""
    return on_site(case) or case.value("industry") is None


def trade(case: Case) -> str:
    """The trade as said (木工, 钢筋工 …), blank when no trade was named."""
    fact = case.fact("industry")
    words = case.clear(fact.words) if fact is not None else ""
    found = [name for name in case.words["trades"] if name in words]
    if fact is None or not found:
        return case.blank("short")
    name = str(max(found, key=len))
    if fact.state == "second_hand":
        return case.blank("short", case.note("second_hand_check")) if case.strict else case.note("second_hand", value=name)
    return name
