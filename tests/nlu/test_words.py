from __future__ import annotations

from bot.nlu.words import gather
from bot.settings import ROOT

WORDS = ROOT / "data/nlu/lookups/jieba_words.txt"


def test_reading_cuts_as_training_did_with_only_the_words_it_met() -> None:
    words = gather(["包工头拖欠农民工工资", "去劳动监察大队投诉"], WORDS)
    assert "劳动监察大队" in words.cut("我去劳动监察大队投诉")
    assert words.cut("包工头拖欠农民工工资") == ["包工头", "拖欠", "农民工", "工资"]
    assert len(words.counts) < 100


def test_a_known_text_is_cut_as_jieba_cuts_it() -> None:
    import jieba

    texts = ["老板拖着三个月工资不给还把我拉黑了怎么办", "没签劳动合同能不能要双倍工资", "公司说我自离不结工钱"]
    whole = jieba.Tokenizer()
    whole.load_userdict(str(WORDS))
    words = gather(texts, WORDS)
    for text in texts:
        assert words.cut(text) == list(whole.cut(text, HMM=False))
