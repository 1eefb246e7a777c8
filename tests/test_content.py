"""What content/ holds now: the law store, the answers, articles and cautions."""
from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from bot.content import NEEDS, Content, Disagreement, caution, check, load, speak
from bot.content.loading import DEFAULT_ROOT
from bot.content.types import ToldId


def in_hanzi(number: int) -> str:
    """1 to 99 as the articles are numbered: 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    return ("" if tens == 0 else "十" if tens == 1 else digits[tens] + "十") + (digits[ones] if ones else "")


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


def firsts(content: Content, need: str) -> list[str]:
    """The first message of each variant."""
    return ["".join(line.say for line in variant.lines) for variant in content.answers[need].first]


def test_the_law_and_the_answers_have_no_problem() -> None:
    own = [str(problem) for problem in check() if "/law/" in problem.file or "/answers/" in problem.file]
    assert own == []


def test_no_file_of_content_has_an_error() -> None:
    assert [str(problem) for problem in check() if problem.severity == "error"] == []


def test_every_need_has_its_answer(content: Content) -> None:
    assert set(content.answers) == set(NEEDS)
    assert len(NEEDS) == 33


def test_no_two_answers_share_a_title(content: Content) -> None:
    titles = [answer.title for answer in content.answers.values()]
    assert len(set(titles)) == len(titles)


def test_every_answer_names_a_number_to_call(content: Content) -> None:
    for answer in content.answers.values():
        assert answer.phones, answer.need
        read = " ".join(line.say for line in (*answer.lines, answer.second))
        assert all(phone in read for phone in answer.phones), answer.need


def test_the_first_words_of_a_threatened_or_injured_worker_are_about_safety(content: Content) -> None:
    for need, phone in {"threatened_or_retaliation": "110", "work_injury": "120", "minor_or_student_worker": "110"}.items():
        assert all(phone in message for message in firsts(content, need)), need


def test_out_of_scope_gives_the_legal_line(content: Content) -> None:
    assert all("12348" in message for message in firsts(content, "out_of_scope"))


def test_no_answer_cites_a_fact_that_is_not_for_workers(content: Content) -> None:
    for answer in content.answers.values():
        for law_id in (*answer.laws, *answer.second.laws):
            law = content.laws[law_id]
            assert not law.internal or isinstance(law, Disagreement), (answer.need, law_id)


def test_every_cited_law_is_in_the_register(content: Content) -> None:
    names = set(content.statutes)
    for law in content.laws.values():
        assert {name for name in law.law.split("；") if name} <= names, law.id


FIRST = {"REG": 38, "DIS": 31, "WAGE": 29, "EVD": 25, "ARB": 24, "INS": 17, "IOU": 17, "LIT": 16, "JUR": 11, "DOC": 11,
         "PII": 11, "CRI": 10, "ORD": 10, "PAY": 10, "GZ": 9, "AID": 9, "MED": 9, "ENF": 8, "HOT": 8, "AI": 6, "NEG": 6,
         "CRS": 4, "PLT": 4, "PRO": 3}


def test_no_fact_of_the_first_store_was_lost(content: Content) -> None:
    held = Counter(law_id.split("-")[1] for law_id in content.laws)
    assert not {area: held[area] for area, count in FIRST.items() if held[area] < count}
    assert sum(FIRST.values()) == 326


@pytest.mark.parametrize(("prefix", "last", "name"), [("LCA", 98, "劳动合同法"), ("ARA", 54, "劳动争议调解仲裁法"),
                                                      ("RGA", 64, "保障农民工工资支付条例")])
def test_every_article_of_the_three_acts_is_a_fact_under_its_number(
    content: Content, prefix: str, last: int, name: str,
) -> None:
    for number in range(1, last + 1):
        law = content.laws[f"LAW-{prefix}-{number:02d}"]
        assert law.law.split("；")[0] == name, law.id
        assert f"{name}第{in_hanzi(number)}条" in law.articles, law.id


def test_the_store_holds_all_facts_by_area(content: Content) -> None:
    assert content.laws["LAW-REG-18c"].area == "regulation724"
    assert isinstance(content.laws["LAW-DIS-07"], Disagreement)


def test_a_warning_sign_or_a_disagreement_makes_a_fact_disputed(content: Content) -> None:
    for law_id in ("LAW-MED-06", "LAW-ARB-20", "LAW-LIT-02", "LAW-LIT-05", "LAW-AID-03", "LAW-REG-25", "LAW-GZ-06"):
        assert content.laws[law_id].disputed, law_id
    assert not content.laws["LAW-ARB-01"].disputed


def test_articles_have_full_names_and_chinese_numerals() -> None:
    assert speak(["LAW-ARB-01", "LAW-PAY-08", "LAW-ARB-01"]) == {
        "ids": ["LAW-ARB-01", "LAW-PAY-08"],
        "articles": ["劳动争议调解仲裁法第二十七条", "劳动合同法第三十条"],
    }
    assert speak(["LAW-LIT-02"])["articles"] == ["最高人民法院关于审理劳动争议案件适用法律问题的解释（一）第十五条"]
    assert speak(["LAW-CRI-01"])["articles"] == ["刑法第二百七十六条之一"]
    assert "民法典第一千零三十二条" in speak(["LAW-EVD-23"])["articles"]


def test_an_unknown_fact_cannot_be_spoken() -> None:
    with pytest.raises(KeyError):
        speak(["LAW-ARB-99"])
    with pytest.raises(KeyError):
        caution(["LAW-ARB-99"])


@pytest.mark.parametrize(
    ("law_ids", "words"),
    [
        (["LAW-ARB-01"], ""),
        ([], ""),
        (["LAW-LIT-02"], "各地不一，打12348问一下。"),
        (["LAW-ARB-20"], "各地不一，打12333问一下。"),
        (["LAW-DIS-18"], "各地不一，打12333问一下。"),
        (["LAW-DIS-07"], "各地不一，打12348问一下。"),
        ([ToldId("LAW-DIS-07")], ""),
        ([ToldId("LAW-WAGE-18"), ToldId("LAW-DIS-18")], "这条我们还没核对原文，打12333问准。"),
        (["LAW-DIS-12"], ""),
        (["LAW-ARB-01", "LAW-EVD-01"], "这条我们还没核对原文，打12333问准。"),
        (["LAW-WAGE-07"], "这条我们还没核对原文，打12333问准。"),
        (["LAW-WAGE-18"], "各地不一，我们也还没核对原文，打12333问准。"),
        (["LAW-HOT-04"], ""),
        (["LAW-CRS-02"], ""),
    ],
)
def test_a_shaky_fact_asks_for_its_caution(law_ids: list[str], words: str) -> None:
    assert caution(law_ids) == words


def test_the_check_runs_as_a_command() -> None:
    done = subprocess.run([sys.executable, "-m", "bot.content"], cwd=DEFAULT_ROOT.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "errors" in done.stderr
