from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.chinese.normalise import normalise
from bot.nlu import corpus, model, output
from bot.nlu.model import Reader
from bot.settings import ROOT
from tests.nlu.conftest import table


@pytest.mark.parametrize("case", table("readings.yml"), ids=lambda case: case["text"])
def test_a_message_is_read_as_what_it_wants(case: dict, reader: Reader) -> None:
    assert reader.read(normalise(case["text"])).intent.name in case["intent"]


def test_a_second_need_is_found(reader: Reader) -> None:
    reading = reader.read(normalise("干了三个月老板不给工资,也没签合同"))
    assert "no_contract_double_pay" in [reading.ranking[0].name, *reading.second]
    reading = reader.read(normalise("公司无故辞退我,三年也没交社保"))
    assert {reading.ranking[0].name, *reading.second} >= {"social_insurance", "dismissal_compensation"}


def test_a_greeting_does_not_hide_the_matter(reader: Reader) -> None:
    assert model.bare("律师你好,请问 工资不给怎么办") == "工资不给怎么办"
    assert model.bare("你好,在吗") == "你好,在吗"
    assert reader.read("谢谢,那仲裁要多久").intent.name == "steps_arbitration"


def test_the_first_need_is_never_among_the_second(reader: Reader) -> None:
    for text, _ in corpus.read_corpus(ROOT / "data/nlu")[::40]:
        reading = reader.read(normalise(text))
        assert reading.ranking[0].name not in reading.second
        assert len(reading.second) <= 2


def test_the_ranking_holds_each_need_once_and_sums_to_one(reader: Reader) -> None:
    ranking = reader.read("老板不给工资").ranking
    assert {guess.name for guess in ranking} == set(corpus.NEEDS)
    assert sum(guess.confidence for guess in ranking) == pytest.approx(1.0, abs=1e-4)


def test_the_parse_data_has_the_promised_keys(reader: Reader) -> None:
    data = output.parse_data(reader.read("老板不给工资怎么办"))
    assert [set(row) for row in data["need_ranking"]] == [{"need", "confidence"}] * 5
    assert data["danger"] == ""
    assert output.intent_ranking(reader.read("你好"))[0]["name"] == "greet"


def test_a_saved_reader_reads_the_same(reader: Reader, tmp_path: Path) -> None:
    reader.save(tmp_path)
    again = model.load(tmp_path / model.FILE)
    assert (tmp_path / model.FILE).stat().st_size < 20_000_000
    for text in ("老板跑了", "不知道", "一天260"):
        assert again.read(text) == reader.read(text)


def test_every_button_leads_somewhere(reader: Reader) -> None:
    answers = [yaml.safe_load(path.read_text("utf-8")) for path in (ROOT / "content/answers").glob("*.yml")]
    words = {word for answer in answers for word in answer["next"]}
    lost = [word for word in words if reader.read(normalise(word)).intent.name in ("nlu_fallback", "out_of_scope", "inform")]
    assert words and not lost


@pytest.mark.parametrize(("text", "told"), [
    ("我男人修路摔了腿,工钱四万一分没结,还住院呢", True), ("在工地砌墙被砖砸到脚了,工钱也不给", True),
    ("在工地砌墙,工钱三个月没给", False), ("手机摔了,聊天记录没了,工地不给钱", False)])
def test_an_injury_at_work_is_a_need_beside_the_wages(reader: Reader, text: str, told: bool) -> None:
    reading = reader.read(normalise(text))
    assert ("work_injury" in [reading.ranking[0].name, *reading.second]) is told
