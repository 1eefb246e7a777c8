"""One filing, one debtor: whether a case that was filed is about to become another one, and how the two are parted."""
from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases import drafts
from bot.cases.drafts import case_in_hand, facts_of
from bot.cases.models import Case, Filing
from bot.cases.sealed import seal
from bot.chinese.values import Fact
from bot.filing import snapshot

Which = Literal["same", "another", ""]

OWN = ("worker_name", "worker_phone", "worker_id_number")
_WHO = r"(?:店|厂|公司|企业|饭馆|餐馆|酒店|超市|工地|项目|老板|包?工头|东家|雇主|单位|地方|中介|人家|家|处)"
_COUNT = r"(?:一|两|几|俩)?(?:个|间)?"
_OTHER = (
    r"(?:(?:还|又|再)有(?=[一两几俩个家间处另别])(?:另外|别的?)?|另外?的?(?=[一两几俩个家间处])|别的)"
    rf"{_COUNT}[^,，。;；月\s]{{0,5}}?{_WHO}"
)
_OWES = (
    r"[^。;；]{0,20}?(?:也(?:被|是)?(?:拖?欠|没(?:给|发|结))"
    r"|拖?欠(?:了|着)?(?:我|俺|咱|他|她|[\d一二两三四五六七八九几])|没(?:给|发|结)我)"
)
_OF_ANOTHER = re.compile(rf"(?<!没有)(?<!不是)(?<!没){_OTHER}{_OWES}")
_MORE = r"(?:再|另外?|还[要想])[^,，。;；不没]{0,3}(?:投诉|登记|告|举报)"
_ONE_MORE = re.compile(
    rf"{_MORE}(?:一|1|另)?(?:个|家|份|笔)(?:新的)?[^一-鿿]*$"
    rf"|{_MORE}(?:一个?|另外?)[^,，。;；]{{0,4}}(?:老板|公司|厂|店|工头|工地|单位|人)$"
)
_ANOTHER = re.compile(
    r"另外?的?一?(?:份|笔|家|个|件|回事)|不是(?:同|一)一?(?:份|笔|家|个|件|人|回事)|(?:两|2)(?:码事|回事|家|笔账)"
    r"|新的一份|再开一份"
)
_SAME = re.compile(
    r"(?:改|就是|还是)(?:的是)?(?:这|那|同|原来(?:的|那)?)一?(?:份|笔|家|个)|(?<!不是)(?<!不)是?同一(?:份|笔|家|个)"
    r"|改(?:原来|前面|刚才)的"
)


def tells_another(text: str) -> bool:
    """Whether words speak of a further debtor (还有一家店也欠我) or of one more complaint (我要再投诉一个)."""
    return bool(_OF_ANOTHER.search(text) or _ONE_MORE.search(text))


def which(text: str) -> Which:
    """The answer to 是改这份,还是另外一份; "" when it is none, or both at once."""
    another, same = bool(_ANOTHER.search(text)), bool(_SAME.search(text))
    return "" if another is same else "another" if another else "same"


def is_other(filed: Mapping[str, Fact], now: Mapping[str, Fact]) -> bool:
    """Whether facts may be about another claim: another debtor's name, or another sum with another kind of debtor or place.

    A name or a place that is only told more fully (宏达 -> 宏达劳务有限公司) is the same; what was not told before, too.
    """
    if _differs("debtor_name", filed, now):
        return True
    return _differs("owed_amount", filed, now) and (_differs("debtor_kind", filed, now) or _differs("work_place", filed, now))


def identity(facts: Mapping[str, Fact]) -> str:
    """What a yes to 改这份 holds for: who owes, of what kind, how much and where."""
    slots = ("debtor_name", "debtor_kind", "owed_amount", "work_place")
    return "|".join(str(facts[slot].value if slot in facts else "") for slot in slots)


def filed_facts(session: Session, case: Case) -> dict[str, Fact] | None:
    """The facts of the last version that was filed, withdrawn ones too; None before a filing."""
    last = session.scalars(select(Filing).where(Filing.case_id == case.id).order_by(Filing.version.desc()).limit(1)).first()
    return None if last is None else snapshot.read(session, last).facts


def asks_which(session: Session, sender: str) -> bool:
    """Whether the case in hand was filed and may have become another claim since."""
    case = case_in_hand(session, sender)
    before = filed_facts(session, case) if case is not None and case.number else None
    return case is not None and before is not None and is_other(before, facts_of(session, case))


def set_aside(session: Session, sender: str, now: datetime) -> dict[str, Fact]:
    """Put the filed case in hand aside, as it was filed; the facts that were told since, and what is the worker's own."""
    case = case_in_hand(session, sender, lock=True)
    before = filed_facts(session, case) if case is not None else None
    if case is None or before is None:
        return {}
    facts = facts_of(session, case)
    kept = {slot: fact.to_json() for slot, fact in before.items()}
    seal(session, case, "claim_sealed", {"facts": kept, "form": None, "asked": None, "answered": []})
    active = session.scalars(select(Filing.id).where(Filing.case_id == case.id, Filing.active.is_(True)).limit(1)).first()
    case.stage = "filed" if active else "papers"
    drafts.start_new(session, sender, now)
    return {slot: fact for slot, fact in facts.items() if slot in OWN or before.get(slot) != fact}


def _differs(slot: str, before: Mapping[str, Fact], after: Mapping[str, Fact]) -> bool:
    """Whether both are told and say different things; one that holds the other says it more fully."""
    one, two = (before[slot].value if slot in before else None), (after[slot].value if slot in after else None)
    if one is None or two is None or one == two:
        return False
    if slot == "debtor_kind":
        return "unknown" not in (one, two)
    return not (isinstance(one, str) and isinstance(two, str) and (one in two or two in one))
