from __future__ import annotations

import pytest

from bot.chinese.normalise import normalise
from bot.nlu.corpus import read_file
from bot.nlu.gates import OTHERWISE, passes, read_gates
from bot.settings import ROOT


@pytest.mark.parametrize(("text", "passed"), [
    ("钱拿到了", True), ("老板给钱了", True), ("老板给钱了吗", False), ("钱没拿到", False), ("老板给了5000", False),
    ("什么时候能拿到钱", False), ("你好", False), ("身份证不给了", False), ("还没有拿到钱", False), ("一分没少都给了", True),
    ("老板不给了", False),
])
def test_an_act_must_show_a_sign_and_none_that_speaks_against_it(text: str, passed: bool) -> None:
    assert passes(read_gates(ROOT / "data/nlu/lookups"), "paid", text) is passed


@pytest.mark.parametrize(("text", "passed"), [
    ("下一步", True), ("走下一个", True), ("下一步咋办", False), ("下一步该怎么走", False)])
def test_who_asks_what_comes_next_skips_no_question(text: str, passed: bool) -> None:
    assert passes(read_gates(ROOT / "data/nlu/lookups"), "skip", text) is passed


@pytest.mark.parametrize(("text", "passed"), [
    ("证据够不够", True), ("我这个官司能赢吗", True), ("还差什么材料", True), ("证据强不强", True), ("怎么收集证据", False),
    ("还差我八千块", False), ("一审输了怎么上诉", False), ("1800够不够最低工资", False),
])
def test_only_who_asks_whether_it_is_enough_hears_how_strong_his_proof_is(text: str, passed: bool) -> None:
    assert passes(read_gates(ROOT / "data/nlu/lookups"), "evidence_strength", text) is passed


@pytest.mark.parametrize(("text", "passed"), [
    ("拿走", True), ("证据打包", True), ("把我的材料都给我", True), ("老板把我的合同拿走了", False), ("身份证不还给我", False),
    ("他给我打印了一张条子", False), ("我有证据", False)])
def test_what_somebody_else_took_is_no_wish_for_the_own_materials(text: str, passed: bool) -> None:
    assert passes(read_gates(ROOT / "data/nlu/lookups"), "take_evidence", text) is passed


def test_every_example_of_the_wish_for_the_own_materials_shows_its_sign() -> None:
    gates = read_gates(ROOT / "data/nlu/lookups")
    sentences = read_file(ROOT / "data/nlu/take_evidence.yml")
    assert len(sentences) > 100
    assert [one.text for one in sentences if not passes(gates, "take_evidence", normalise(one.text))] == []


def test_an_act_without_a_gate_always_passes() -> None:
    assert passes({"paid": ("到账",)}, "greet", "你好")


@pytest.mark.parametrize(("act", "text", "passed"), [
    ("make_iou", "没有打欠条", False), ("make_iou", "老板没给我打过条子", False), ("make_iou", "从来没写过借条", False),
    ("make_iou", "老板没打欠条,帮我写一张", True), ("make_iou", "帮我写欠条", True), ("make_iou", "不会写,帮我写欠条", True),
    ("deny", "不对,是从三月二十五开始干的", False), ("deny", "不对,没得总包", False), ("deny", "不是,我姓李", False),
    ("deny", "不对", True), ("deny", "不是", True),
    ("deny", "不是,别交", True), ("deny", "不对,先不提交", True), ("deny", "不用了", True),
])
def test_what_only_sounds_like_the_act_is_none(act: str, text: str, passed: bool) -> None:
    assert passes(read_gates(ROOT / "data/nlu/lookups"), act, text) is passed


@pytest.mark.parametrize("act", ["paid", "deny", "make_iou"])
def test_no_example_of_an_act_says_otherwise(act: str) -> None:
    sentences = read_file(ROOT / f"data/nlu/{act}.yml")
    assert sentences and [one.text for one in sentences if OTHERWISE[act](normalise(one.text))] == []
