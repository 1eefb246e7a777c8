"""Rows on the people and units of a paper: one row for each label of a table of words, in its order."""
from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.chinese.dates import format_date
from bot.documents.case import Case, rows
from bot.documents.parties import debtor_form, debtor_name, is_foreman, spoken_name, trade

Rows = list[dict[str, str]]
#: label of a row on the other side -> the blank that a hand fills
BLANKS = {
    "address": "place", "post": "place", "legal": "name", "duty": "name", "phone": "phone", "id": "id", "sex": "short",
    "employer": "company", "code": "code",
}


def worker_rows(case: Case, labels: Mapping[str, str]) -> Rows:
    """What the paper tells of the worker; what no fact tells is a ruled blank."""
    return rows(*((str(label), _WORKER[key](case)) for key, label in labels.items()))


def party_rows(case: Case, labels: Mapping[str, str], **told: str) -> Rows:
    """What the paper tells of the other side: `told` by label, a blank for the rest."""
    return rows(*((str(label), told.get(key) or case.blank(BLANKS.get(key, "text"))) for key, label in labels.items()))


def debtor_rows(case: Case, forms: Mapping[str, Mapping[str, str]]) -> Rows:
    """What the paper tells of the debtor: as a person or as a unit."""
    labels = forms["person" if debtor_form(case) == "person" else "company"]
    return party_rows(case, labels, name=debtor_name(case), phone=case.number("debtor_phone", "phone"))


def employer(case: Case) -> str:
    """Where the worker works: the company, or whom he follows."""
    form = debtor_form(case)
    if form == "company":
        return debtor_name(case)
    name = case.fact("debtor_name")
    if form == "person" and is_foreman(case) and name is not None and isinstance(name.value, str):
        return str(case.words["complaint"]["employer_foreman"]).format(name=spoken_name(case.clear(name.value)))
    return case.blank("company")


def _from_number(case: Case, part: str) -> str:
    """What follows from his ID number: sex, age or day of birth; hidden in a preview."""
    if case.hide and case.fact("worker_id_number"):
        return str(case.words["hidden"])
    identity = case.identity()
    if identity is None:
        return case.blank("date" if part == "born" else "short")
    if part == "sex":
        return str(case.words["sex"][identity.sex])
    birth = format_date(identity.birth)
    return birth if part == "born" else str(case.words["age"]).format(age=identity.age(case.today), birth=birth)


_WORKER: dict[str, Callable[[Case], str]] = {
    "name": lambda case: case.text("worker_name", "name"),
    "sex": lambda case: _from_number(case, "sex"),
    "age": lambda case: _from_number(case, "age"),
    "born": lambda case: _from_number(case, "born"),
    "nation": lambda case: case.blank("short"),
    "id": lambda case: case.number("worker_id_number", "id"),
    "phone": lambda case: case.number("worker_phone", "phone"),
    "trade": trade,
    "employer": employer,
    "address": lambda case: case.blank("place"),
    "post": lambda case: case.blank("place"),
    "home": lambda case: case.blank("place"),
    "schooling": lambda case: case.blank("short"),
    "health": lambda case: case.blank("short"),
}
