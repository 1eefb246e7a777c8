from __future__ import annotations

import numpy as np

from bot.nlu import features, heads, pinyin
from bot.nlu.lexicon import Concepts, compile_words
from bot.nlu.words import Words

TABLE = pinyin.build_table()


def test_words_that_sound_alike_have_the_same_syllables() -> None:
    for one, other in (("拖欠", "托欠"), ("老板", "老班"), ("仲裁", "种裁"), ("赔偿", "陪偿"), ("押金", "压金")):
        assert pinyin.syllables(one, TABLE) == pinyin.syllables(other, TABLE)
    assert pinyin.syllables("工资", TABLE) != pinyin.syllables("合同", TABLE)


def test_front_and_back_nasals_and_curled_tongues_are_one() -> None:
    assert pinyin.merge("zheng") == pinyin.merge("zen")
    assert pinyin.merge("shi") == pinyin.merge("si")
    assert pinyin.merge("lan") != pinyin.merge("lang")


def test_numbers_have_one_shape() -> None:
    assert features.shape("欠我12,000元") == features.shape("欠我8600元") == "欠我0元"
    assert features.shape("一万二") == "0"
    assert features.shape("一起去") == "一起去"


def test_nonsense_has_no_features() -> None:
    boss = Concepts({"boss": compile_words(["老板", 12333])})
    made = features.fit(["老板不给钱", "老板不给工资"], TABLE, boss, Words({}), rarest=2)
    assert len(made.weigh("xyz")[0]) == 0
    index, weight = made.weigh("老板")
    assert len(index) == len(weight) > 0
    assert made.vocabulary["kboss"] in index


def test_a_head_learns_and_its_chances_sum_to_one() -> None:
    texts = [f"{verb}{noun}" for verb in ("不给", "拖欠", "没发") for noun in ("工资", "工钱", "薪水")] + [
        f"{noun}{how}" for noun in ("欠条", "条子", "白条") for how in ("怎么写", "格式", "模板")
    ]
    labels = [("steps",)] * 9 + [("iou_how_to_write",)] * 9
    made = features.fit(texts, TABLE, Concepts({}), Words({}))
    head = heads.train_head(made.matrix(texts), labels, [heads.fold_of(text) for text in texts])
    ranked = head.rank(*made.weigh("工钱没发"))
    assert ranked[0][0] == "steps"
    assert np.isclose(sum(chance for _, chance in ranked), 1.0)


def test_a_head_learns_both_of_two_labels() -> None:
    texts = [f"{verb}{noun}" for verb in ("不给", "拖欠", "没发") for noun in ("工资", "工钱", "薪水")]
    both = [f"{text}条子" for text in texts]
    labels = [("steps",)] * 9 + [("steps", "iou_how_to_write")] * 9
    made = features.fit(texts + both, TABLE, Concepts({}), Words({}))
    head = heads.train_head(made.matrix(texts + both), labels, [heads.fold_of(text) for text in texts + both])
    with_note, without = (dict(head.rank(*made.weigh(text)))["iou_how_to_write"] for text in ("没发工资条子", "没发工资"))
    assert with_note > without


def test_the_rows_of_a_matrix_are_what_single_texts_weigh() -> None:
    texts = ["老板不给钱", "老板不给工资不给", "xyz", "老板"]
    made = features.fit(texts, TABLE, Concepts({"boss": compile_words(["老板"])}), Words({"老": 0, "老板": 5}), rarest=1)
    matrix = made.matrix([*texts, "呜呼哀哉"])
    assert matrix.has_canonical_format
    for number, text in enumerate(texts):
        row = np.zeros(len(made.vocabulary))
        index, weight = made.weigh(text)
        row[index] = weight
        assert np.allclose(matrix[number].toarray()[0], row)
    assert matrix[4].nnz == 0
