"""Money that is no wages: the complaint and the wage IOU are refused, and the assessment says the same as the papers."""
from __future__ import annotations

import pytest

from actions.assessment import ActionAssess
from actions.complaint import complaint_fits
from actions.papers import ActionMakeIou, ActionPapers
from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.law.assess import assess
from bot.law.money.findings import findings
from tests.actions.stage import SENDER, Message, Played, play
from tests.law.tables import TODAY, facts, rows
from tests.support.stores import NOW, previewed

FOREIGN = ("我借给朋友两万块钱他不还", "彩礼不退", "赌债", "房租没退", "入股分红没给")


def told(store: Store, words: str, **more: Fact) -> None:
    """A case in hand whose money is called so."""
    with store.session() as session:
        draft = previewed(session, SENDER, claim_words=Fact("known", words), **more)
        drafts.save(session, SENDER, facts=draft.facts, form="wage_claim", asked=None, answered=[], stage="assessed", now=NOW)


def buttons(played: Played) -> set[str]:
    """Everything that can be tapped."""
    return {button["payload"] for message in played.messages for button in message.get("buttons") or []}


@pytest.mark.parametrize("words", FOREIGN)
def test_no_complaint_and_no_wage_iou_is_written_for_what_is_no_wages(store: Store, words: str) -> None:
    told(store, words)
    papers, iou = play(ActionPapers(), Message("写投诉书", "papers")), play(ActionMakeIou(), Message("帮我写欠条", "make_iou"))
    said = "\n".join(papers.texts)
    assert "不像工资" in said and "12348" in said and "不写，也不交" in said
    assert {part["document"] for part in papers.customs("document")} == {"evidence_list"}
    assert not iou.customs("document") and any(no in "\n".join(iou.texts) for no in ("不是工资", "不像"))
    assert not {"确认提交", "写投诉书", "帮我写欠条"} & buttons(papers)


@pytest.mark.parametrize("words", FOREIGN)
def test_the_assessment_names_no_labour_road_for_what_is_no_wages(store: Store, words: str) -> None:
    told(store, words, industry=Fact("known", "building"))
    played = play(ActionAssess(), Message("看看我的情况", "assess"))
    said = "\n".join(played.texts)
    assert "12348" in said and "法院" in said
    assert not any(word in said for word in ("劳动仲裁", "监察大队", "总包", "12333", "告示牌"))
    assert not {"写投诉书", "帮我写欠条"} & buttons(played)


@pytest.mark.parametrize("words", FOREIGN[1:])
def test_no_sum_is_computed_for_what_lies_outside(words: str) -> None:
    case = {"claim_words": Fact("known", words), "owed_amount": Fact("known", 20000), "has_iou": Fact("known", True)}
    assert findings(case, TODAY) == ()


@pytest.mark.parametrize("row", rows("nature"), ids=lambda row: row["name"])
def test_the_complaint_fits_exactly_where_the_assessment_leaves_the_inspection_open(row: dict[str, object]) -> None:
    case = {**facts(row.get("facts")), "owed_amount": Fact("known", 1, words=str(row["words"]))}  # type: ignore[arg-type]
    if "claim" in row:
        case["claim_words"] = Fact("known", row["claim"])
    assert complaint_fits(case) is assess(case, TODAY).inspection_open
