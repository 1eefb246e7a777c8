"""The bundle that a worker hands in himself: where to go, what to type, the papers; nothing invented, blanks visible."""
from __future__ import annotations

import io
import re
import zipfile

import pytest

from bot.cases import links, personal
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.content import load
from bot.filing import handout
from bot.filing.papers import PaperGone, open_paper
from tests.support.sending import file_away
from tests.support.stores import NOW, previewed

ID = "11010519491231002X"


@pytest.fixture
def files(store: Store) -> dict[str, bytes]:
    """What lies in the bundle behind the link of the receipt."""
    with store.session() as session:
        token = personal.keep(session, "甲", "id_number", ID)
    filed = file_away(store, gateway="handout", worker_id_number=Fact("known", token),
                      project_name=Fact("known", "<b>城南</b>三期", words="城南"))
    with store.session() as session:
        token = handout.link(session, "甲", filed, NOW)
    paper = open_paper(store, token, NOW)
    assert (paper.filename, paper.mime) == ("自己去交的一包.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(paper.data)) as made:
        return {name: made.read(name) for name in made.namelist()}


def test_the_guide_lies_first_and_each_paper_in_both_forms(files: dict[str, bytes]) -> None:
    papers = [f"{name}.{form}" for name in ("劳动保障监察投诉书", "证据清单") for form in ("docx", "pdf")]
    assert list(files) == ["先看这一页.html", *papers]


def test_the_guide_says_where_to_go_and_what_to_type_in_order_with_a_button_each(files: dict[str, bytes]) -> None:
    page = files["先看这一页.html"].decode()
    at = [page.index(text) for text in ("劳动监察大队", "国务院客户端", "王大强", ID, "宏达劳务公司", "责令")]
    assert at == sorted(at)
    assert page.count("<button") == page.count('class="row"') > 10
    assert "待补" in page and "交上去了" in page and "&lt;b&gt;城南" in page and "<b>城南" not in page


def test_it_loads_nothing_from_anywhere(files: dict[str, bytes]) -> None:
    assert not re.search(r"https?://|src=|@import|fetch\(", files["先看这一页.html"].decode())


def test_every_place_rests_on_a_fact_of_law() -> None:
    words = load().folder("filing")["handout"]
    for one in (*words["places"], words["order"], words["mind"]):
        assert one["laws"] and set(one["laws"]) <= set(load().laws)


def test_without_a_filing_there_is_no_bundle(store: Store) -> None:
    with store.session() as session:
        previewed(session, "甲")
        token = links.make(session, "甲", handout.DOCUMENT, handout.FORM, NOW)
    with pytest.raises(PaperGone):
        open_paper(store, token, NOW)


def test_what_goes_another_way_has_no_link(store: Store) -> None:
    filed = file_away(store)
    with store.session() as session:
        assert handout.link(session, "甲", filed, NOW) == ""
