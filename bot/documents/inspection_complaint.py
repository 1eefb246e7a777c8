"""劳动保障监察投诉书 (LAW-DOC-01): the complaint to the labour inspection where the work was done (LAW-INS-01)."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.documents.case import Case, rows
from bot.documents.group import alone, annex, facts_of_group, many, request_of_group, told_of_group
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import contractor, debtor_form, debtor_name, is_foreman, may_be_site, on_site
from bot.documents.people import debtor_rows, party_rows, worker_rows
from bot.documents.proof import Item, all_rows, no_row
from bot.documents.seats import office_at_work
from bot.documents.story import paragraphs
from bot.documents.sums import sum_text
from bot.documents.telling import fact_pairs, party_pairs, proof_pairs, request_pairs


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates inspection_complaint.docx and inspection_complaint.typ print."""
    table = case.words["complaint"]
    return {
        "complainant": worker_rows(case, table["complainant"]) + many(case),
        "respondents": respondents(case),
        "site": [{"rows": _site(case, table["site"])}] if may_be_site(case) else [],
        "requests": _requests(case, table["requests"]),
        "facts": facts_of_group(case, paragraphs(alone(case), evidence)) if case.roster else paragraphs(case, evidence),
        "items": all_rows(case, evidence) or [no_row(case)],
        "proceedings": proceedings(case),
        "office": office_at_work(case, table),
        "office_place": _place(case),
        "group": annex(case),
    }


def respondents(case: Case) -> list[dict[str, Any]]:
    """Whom the complaint names: the debtor, then the general contractor; for a foreman alone a unit to be filled in."""
    table = case.words["complaint"]["respondent"]
    roles, main = table["roles"], contractor(case)
    found = [{"role": roles["debtor"], "rows": debtor_rows(case, table)}]
    if main:
        found.append({"role": roles["general_contractor"], "rows": party_rows(case, table["company"], name=main)})
    elif debtor_form(case) == "person" and is_foreman(case):
        unit = case.blank("company", case.note("respondent"))
        found.append({"role": roles["employer"], "rows": party_rows(case, table["company"], name=unit)})
    return found


def _site(case: Case, label: dict[str, str]) -> list[dict[str, str]]:
    return rows(
        (label["project"], case.text("project_name", "company")),
        (label["place"], case.text("work_place", "place")),
        (label["general_contractor"], case.text("general_contractor", "company")),
        (label["project_owner"], case.blank("company")),
        (label["foreman"], debtor_name(case) if is_foreman(case) else case.blank("name")),
    )


def _requests(case: Case, table: dict[str, Any]) -> list[str]:
    pay = request_of_group(case) if case.roster else str(table["pay"]["text"]).format(sum=sum_text(case, "owed_amount"))
    asked = [pay, str(table["late"]["text"])]
    main = case.value("general_contractor")
    if contractor(case) and isinstance(main, str) and on_site(case):
        asked.append(str(table["contractor"]["text"]).format(name=case.clear(main)))
    return asked


def proceedings(case: Case) -> str:
    """Whether arbitration or a lawsuit on the same matter is pending: as said, else boxes to tick."""
    table = case.words["complaint"]
    fact = case.fact("other_proceeding")
    texts = table["other_proceeding"]
    if fact is None or fact.value not in texts or fact.state == "vague":
        return str(texts["unknown"]).format(note=case.mark(case.note("tick")))
    text = str(texts[fact.value])
    return text if fact.state == "known" else str(table["other_proceeding_said"]).format(text=text)


def _place(case: Case) -> str:
    return str(case.words["complaint"]["office_place"]).format(place=case.text("work_place", "place"))


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    table = case.words["preview"]
    pairs = pairs_of(data["complainant"]) + party_pairs(data["respondents"]) + told_of_group(case)
    said = {value for _, value in pairs}
    for part in data["site"]:
        pairs += [(label, value) for label, value in pairs_of(part["rows"]) if case.is_blank(value) or value not in said]
    pairs += request_pairs(case, data["requests"]) + fact_pairs(case, data["facts"]) + proof_pairs(case, data["items"])
    return [*pairs, (str(table["proceedings"]), data["proceedings"]), (str(table["office"]), data["office"])]


PAPER = Paper(
    name="inspection_complaint",
    part="complaint",
    context=context,
    pairs=_preview,
    wanted=(
        "debtor_kind", "debtor_name", "general_contractor", "project_name", "work_place", "industry",
        "start_date", "end_date", "pay_rate", "owed_amount", "paid_amount", "other_proceeding", "evidence_held",
        "worker_name", "worker_phone", "worker_id_number",
    ),
)
