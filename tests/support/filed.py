"""A complaint in the station's register, with a paper and an ID number."""
from __future__ import annotations

from bot.cases import evidence, personal
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.filing.service import file_complaint
from tests.support.stores import NOW, PNG, STATION, previewed


def filed(store: Store) -> str:
    """The receipt of a complaint that 甲 has filed."""
    with store.session() as session:
        token = personal.keep(session, "甲", "id_number", "11010519491231002X")
        evidence.add(session, "甲", data=PNG, filename="欠条.png", kind="iou", now=NOW)
        previewed(session, "甲", worker_id_number=Fact("known", token))
        return file_complaint(session, "甲", NOW, STATION).receipt
