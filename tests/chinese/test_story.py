"""Stories as people tell them -> the facts of a claim. The table is stories.yml."""
from __future__ import annotations

import pytest

from bot.chinese.story import read_story
from tests.chinese.story_rows import check, table

TABLE = table("stories.yml")
TODAY, STORIES = TABLE.today, TABLE.stories


@pytest.mark.parametrize("story", STORIES, ids=TABLE.names)
def test_a_story_gives_these_facts_and_not_those(story: dict) -> None:
    facts = check(story, TODAY)
    for slot, state in story.get("states", {}).items():
        assert facts[slot].state == state, slot


@pytest.mark.parametrize("story", STORIES, ids=TABLE.names)
def test_the_words_of_each_fact_stand_in_the_story(story: dict) -> None:
    for slot, fact in read_story(story["text"], TODAY).items():
        pieces = fact.words.split("、") if slot in ("evidence_held", "already_tried") else [fact.words]
        assert all(piece and piece in story["text"] for piece in pieces), (slot, fact.words)


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(STORIES) >= 120
    covered = {slot for story in STORIES for slot in story.get("facts", {})}
    assert len(covered) >= 20


def test_an_empty_text_has_no_facts() -> None:
    assert read_story("", TODAY) == {}
    assert read_story(" \n。", TODAY) == {}


def test_words_keep_the_spelling_of_the_worker() -> None:
    facts = read_story("老板托欠我工錢，欠條也沒打", TODAY)
    assert facts["has_iou"].value is False
    assert facts["has_iou"].words in "老板托欠我工錢，欠條也沒打"


def test_all_facts_of_a_story_told_for_another_are_second_hand_but_his_own_name() -> None:
    facts = read_story("我叫李梅，我老公在贵阳工地干活，包工头欠他八千", TODAY)
    assert facts["worker_name"].state == "known"
    assert facts["owed_amount"].state == "second_hand"
    assert facts["owed_amount"].value == 8000


def test_a_vague_sum_told_for_another_keeps_its_range() -> None:
    fact = read_story("我爸在工地被欠了两万多", TODAY)["owed_amount"]
    assert (fact.state, fact.value, fact.low) == ("second_hand", None, 20000)
    assert 20000 < fact.high < 30000 + 1


@pytest.mark.parametrize(("text", "words"), [
    ("我在饭店洗碗", "洗碗"), ("在工地扎钢筋", "扎钢筋"), ("电子厂打螺丝", "打螺丝"), ("物业保洁", "保洁"),
    ("在饭店干活", "饭店"), ("修高速的钢筋工", "修高速"),
    ("在酒店当服务员", "服务员"), ("工地上刷涂料", "刷涂料"), ("酒店做保洁", "保洁"), ("在煤矿边上修路", "修路"),
])
def test_the_words_of_the_industry_are_the_trade_when_one_is_told(text: str, words: str) -> None:
    assert read_story(text, TODAY)["industry"].words == words
