from __future__ import annotations

import argparse
import json
import tarfile
from pathlib import Path

import pytest

from bot.cli import answer
from bot.content import NEEDS, load
from bot.nlu import corpus, model
from bot.nlu.arbitrate import Guess
from bot.search.answer import answer_messages
from bot.settings import ROOT


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an archive as Rasa makes it, holding a small reader."""
    folder = tmp_path_factory.mktemp("models")
    reader = model.train(corpus.read_sentences(ROOT / "data/nlu")[::3], ROOT / "data/nlu/lookups")
    reader.save(folder / "parts")
    with tarfile.open(folder / "small.tar.gz", "w:gz") as tar:
        tar.add(folder / "parts" / model.FILE, f"components/train_NeedReader1/{model.FILE}")
    return folder


KEYS = {"id", "need", "second_needs", "confidence", "ranking", "entities", "laws", "articles", "reply", "act", "danger"}


def ask(models: Path, folder: Path, lines: list[str]) -> tuple[int, list[dict]]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("\n".join(lines), encoding="utf-8")
    code = answer.run(argparse.Namespace(input=source, output=target, models=models))
    return code, [json.loads(line) for line in target.read_text("utf-8").splitlines()] if code == 0 else []


def test_who_asks_whether_his_proof_is_enough_gets_the_answer_on_proof_while_no_case_is_known() -> None:
    for asked in ("evidence_strength", "out_of_scope"):
        reading = model.Reading(Guess(asked, 0.9), [Guess("out_of_scope", 0.3)], [], None, None)
        assert answer.pick_need(reading, 8) == {"evidence_strength": "evidence_general"}.get(asked, asked)


def test_each_question_gets_a_line_with_the_promised_keys(models: Path, tmp_path: Path) -> None:
    texts = ["老板跑了怎么办", "", "谢谢", "asdf", "我不想活了", "没签合同,工资也不给"]
    code, rows = ask(models, tmp_path, [json.dumps({"id": n, "text": text}) for n, text in enumerate(texts)])
    assert code == 0 and [row["id"] for row in rows] == list(range(6))
    for row in rows:
        assert set(row) == KEYS
        assert row["need"] in corpus.NEEDS and len(row["ranking"]) == 5 and row["reply"]
    assert rows[0]["need"] == "boss_ran_away_criminal" and rows[0]["laws"]
    assert rows[2]["act"] == "thanks" and rows[2]["need"] == "out_of_scope"
    assert rows[4]["danger"] and "12356" in rows[4]["reply"][0]


def test_every_need_is_answered_with_its_laws_and_articles(models: Path, tmp_path: Path) -> None:
    examples = {intent: text for text, intent in corpus.read_corpus(ROOT / "data/nlu")[::3] if intent in NEEDS and len(text) > 8}
    code, rows = ask(models, tmp_path, [json.dumps({"id": need, "text": examples[need]}) for need in NEEDS])
    assert code == 0 and [row["need"] for row in rows] == list(NEEDS)
    for row in rows:
        said = [part for message in answer_messages(load().answers[row["need"]], {}, set(), load()) for part in message.laws]
        assert set(said) <= set(row["laws"]) and row["articles"], row["id"]
        # what lies outside may be answered by the law store, in one text
        assert row["danger"] or len(row["reply"]) >= 2, row["id"]


def test_a_word_that_is_asked_is_explained_with_its_laws(models: Path, tmp_path: Path) -> None:
    _, [row] = ask(models, tmp_path, [json.dumps({"id": 1, "text": "先行清偿是什么意思"})])
    assert row["act"] == "explain" and row["need"] in NEEDS
    assert len(row["reply"]) == 1 and row["reply"][0].startswith("先行清偿：") and row["laws"][0] == "LAW-REG-15"


def test_a_broken_line_is_named_and_skipped_and_the_rest_goes_on(
    models: Path, tmp_path: Path, capsys: pytest.CaptureFixture,
) -> None:
    lines = ['{"id": 1, "text": "你好"}', '{"id": 2}', '{"id": 3, "text', '["怎么仲裁"]', "", '{"id": 4, "text": "怎么仲裁"}']
    code, rows = ask(models, tmp_path, lines)
    assert code == 0 and [row["id"] for row in rows] == [1, 4]
    told = capsys.readouterr().err
    assert all(f"line {number} skipped" in told for number in (2, 3, 4)) and "line 5" not in told


def test_binary_and_endless_lines_end_in_no_exception(models: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\xff\xfe\x00\n" + json.dumps({"id": 1, "text": "老板" * 50_000}).encode() + b"\n"
                                        + json.dumps({"id": 2, "text": "\x00\ud83d"}).encode() + b"\n"
                                        + json.dumps({"id": 3, "text": "😀😀😀"}).encode())
    target = tmp_path / "out.jsonl"
    code = answer.run(argparse.Namespace(input=tmp_path / "in.jsonl", output=target, models=models))
    assert code == 0 and "line 1 skipped" in capsys.readouterr().err
    assert [json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()] == [1, 2, 3]


def test_a_file_without_a_good_line_is_refused(models: Path, tmp_path: Path) -> None:
    assert ask(models, tmp_path, ["老板不给钱", "[]"])[0] == 2


def test_without_a_model_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    code, _ = ask(tmp_path, tmp_path, ['{"id": 1, "text": "你好"}'])
    assert code == 2 and "no model" in capsys.readouterr().err


def test_the_laws_begin_with_the_nearest_facts_and_hold_those_of_the_answer(models: Path, tmp_path: Path) -> None:
    _, [row, silent] = ask(models, tmp_path, [json.dumps({"id": 1, "text": "没签劳动合同,能要双倍工资吗"}),
                                              json.dumps({"id": 2, "text": "谢谢"})])
    answers = load().answers
    assert "劳动合同法第八十二条" in row["articles"][:5]
    said = {law for part in answer_messages(answers[row["need"]], {}, set(), load()) for law in part.laws}
    assert said <= set(row["laws"]) and len(row["laws"]) == len(set(row["laws"]))
    assert silent["laws"] == list(answers["out_of_scope"].laws)
