"""劳动保障监察投诉书 (LAW-DOC-01): the complaint to the labour inspection where the work was done (LAW-INS-01)."""
from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.chinese.area import area, county_in_full
from bot.chinese.dates import format_date
from bot.documents.case import Case, rows
from bot.documents.group import alone, annex, facts_of_group, many, request_of_group, told_of_group
from bot.documents.paper import Pairs, Paper, pairs_of
from bot.documents.parties import contractor, debtor_form, debtor_name, is_foreman, may_be_site, on_site, spoken_name, trade
from bot.documents.proof import Item, all_rows
from bot.documents.story import paragraphs
from bot.documents.sums import sum_text


def context(case: Case, evidence: Sequence[Item]) -> dict[str, Any]:
    """What the templates inspection_complaint.docx and inspection_complaint.typ print."""
    table = case.words["complaint"]
    return {
        "complainant": _complainant(case, table) + many(case),
        "respondents": respondents(case),
        "site": [{"rows": _site(case, table["site"])}] if may_be_site(case) else [],
        "requests": _requests(case, table["requests"]),
        "facts": facts_of_group(case, paragraphs(alone(case), evidence)) if case.roster else paragraphs(case, evidence),
        "items": all_rows(case, evidence) or [_no_evidence(case)],
        "proceedings": proceedings(case),
        "office": office(case),
        "office_place": _place(case),
        "group": annex(case),
    }


def _complainant(case: Case, table: dict[str, Any]) -> list[dict[str, str]]:
    label, identity = table["complainant"], case.identity()
    sex = case.words["sex"][identity.sex] if identity else case.blank("short")
    age = case.blank("short")
    if identity:
        age = str(case.words["age"]).format(age=identity.age(case.today), birth=format_date(identity.birth))
    if case.hide and case.fact("worker_id_number"):
        sex = age = str(case.words["hidden"])
    return rows(
        (label["name"], case.text("worker_name", "name")),
        (label["sex"], sex),
        (label["age"], age),
        (label["id"], case.number("worker_id_number", "id")),
        (label["phone"], case.number("worker_phone", "phone")),
        (label["trade"], trade(case)),
        (label["employer"], _employer(case, table)),
        (label["address"], case.blank("place")),
    )


def _employer(case: Case, table: dict[str, Any]) -> str:
    form = debtor_form(case)
    if form == "company":
        return debtor_name(case)
    name = case.fact("debtor_name")
    if form == "person" and is_foreman(case) and name is not None and isinstance(name.value, str):
        return str(table["employer_foreman"]).format(name=spoken_name(case.clear(name.value)))
    return case.blank("company")


def respondents(case: Case) -> list[dict[str, Any]]:
    """Whom the complaint names: the debtor, then the general contractor; for a foreman alone a unit to be filled in."""
    table = case.words["complaint"]["respondent"]
    roles, main = table["roles"], contractor(case)
    found = [{"role": roles["debtor"], "rows": _respondent(case, table)}]
    if main:
        found.append({"role": roles["general_contractor"], "rows": _unit(case, table["company"], main)})
    elif debtor_form(case) == "person" and is_foreman(case):
        unit = case.blank("company", case.note("respondent"))
        found.append({"role": roles["employer"], "rows": _unit(case, table["company"], unit)})
    return found


def _respondent(case: Case, table: dict[str, Any]) -> list[dict[str, str]]:
    name, phone = debtor_name(case), case.number("debtor_phone", "phone")
    if debtor_form(case) != "person":
        return _unit(case, table["company"], name, phone)
    label = table["person"]
    return rows(
        (label["name"], name),
        (label["address"], case.blank("place")),
        (label["id"], case.blank("id")),
        (label["phone"], phone),
    )


def _unit(case: Case, label: dict[str, str], name: str, phone: str = "") -> list[dict[str, str]]:
    return rows(
        (label["name"], name),
        (label["address"], case.blank("place")),
        (label["legal"], case.blank("name")),
        (label["duty"], case.blank("name")),
        (label["phone"], phone or case.blank("phone")),
    )


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


def _no_evidence(case: Case) -> dict[str, str]:
    return {"n": str(case.words["evidence"]["number"]).format(n=1), "name": case.blank("text"), "proves": case.blank("text")}


def proceedings(case: Case) -> str:
    """Whether arbitration or a lawsuit on the same matter is pending: as said, else boxes to tick."""
    table = case.words["complaint"]
    fact = case.fact("other_proceeding")
    texts = table["other_proceeding"]
    if fact is None or fact.value not in texts or fact.state == "vague":
        return str(texts["unknown"]).format(note=case.mark(case.note("tick")))
    text = str(texts[fact.value])
    return text if fact.state == "known" else str(table["other_proceeding_said"]).format(text=text)


def office(case: Case) -> str:
    """The office: of the county or district named in the place of work, a county also without 县 (织金), else a blank. 区 is
    never added: what he calls so may be no district there (合肥滨湖), so the name stays as said and waits for a hand."""
    table, place = case.words["complaint"], case.value("work_place")
    clear = case.clear(place) if isinstance(place, str) else ""
    county = county_in(clear, table["county"]) or county_in_full(clear)
    said, found = re.sub("[的 ]", "", clear), area(clear)
    if county and found and county.endswith("区") and county not in said:
        return str(table["office_open"]).format(place=(found.province or "") + (found.city or "") + (found.county or ""))
    return str(table["office"]).format(county=county) if county else str(table["office_blank"])


def county_in(place: str, table: Mapping[str, Any]) -> str | None:
    """A place up to its first county, district or county-level city: never a 小区, 园区 or 工业区 (`table` lists such signs)."""
    whole = "|".join(map(re.escape, table["whole"]))
    pattern = rf"^[在到]?(.{{1,16}}?(?:{whole}|[县旗]|(?<![{table['not_after']}])区|(?<=市)[^市县区]{{2,4}}市))"
    found = re.match(pattern, place)
    return found.group(1) if found else None


def _place(case: Case) -> str:
    return str(case.words["complaint"]["office_place"]).format(place=case.text("work_place", "place"))


def _preview(case: Case, data: Mapping[str, Any]) -> Pairs:
    table = case.words["preview"]
    pairs = pairs_of(data["complainant"])
    for respondent in data["respondents"]:
        name, *others = pairs_of(respondent["rows"])
        pairs += [(respondent["role"], name[1]), *((f"{respondent['role']}{label}", value) for label, value in others)]
    pairs += told_of_group(case)
    said = {value for _, value in pairs}
    for part in data["site"]:
        pairs += [(label, value) for label, value in pairs_of(part["rows"]) if case.is_blank(value) or value not in said]
    pairs += [(str(table["request"]).format(n=index), text) for index, text in enumerate(data["requests"], 1)]
    pairs += [(str(table["facts"]), sentence) for sentence in _sentences(data["facts"])]
    held = [item["name"] for item in data["items"] if not case.is_empty(item["name"])]
    pairs += [(str(table["evidence"]), str(table["and"]).join(held))] if held else []
    pairs.append((str(table["proceedings"]), data["proceedings"]))
    pairs.append((str(table["office"]), data["office"]))
    return pairs


def _sentences(paragraphs: Sequence[str]) -> list[str]:
    """The facts sentence by sentence, as they will be printed; the ruled part of a blank is left out, its mark stays."""
    whole = re.sub(r"_{2,}", "", "".join(paragraphs))
    return [f"{part}。" for part in whole.split("。") if part.strip()]


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
