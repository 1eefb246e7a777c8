"""`python -m bot check-iou`: text files in the encodings that phones save, photos, PDFs."""
from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.documents import render
from bot.evidence.iou_check import check
from bot.evidence.iou_photo import check_photo
from bot.photos.values import Line, Marks, Reading
from tests.documents.reading import docx_text
from tests.documents.samples import PERSONAL, TODAY, facts
from tests.photos_reader.drawing import as_bytes, paper, with_finger
from tests.support.sent_files import pdf

TEXT = "今还欠张小军工资8000元，2026年12月1日前付清。\n欠款人：陈志明\n2026年10月8日\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_text_file_gives_json_with_the_keys_of_the_design(
    encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "iou.txt"
    file.write_bytes(TEXT.encode(encoding))
    assert main(["check-iou", str(file), "--json", "--today", "2026-11-22"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert list(result) == ["text", "elements", "missing", "traps"]
    assert result["text"] == TEXT
    assert result["elements"]["amount"] == 8000 and result["elements"]["pay_by"] == "2026-12-01"
    assert [trap["trap"] for trap in result["traps"]] == ["ambiguous_hai", "foreman_alone"]
    assert all(set(trap) == {"trap", "laws", "mend"} for trap in result["traps"])


def test_without_json_it_speaks_in_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "iou.txt"
    file.write_text(TEXT, encoding="utf-8")
    assert main(["check-iou", str(file), "--today", "2026-12-02"]) == 0
    told = capsys.readouterr().out
    assert "欠多少：8,000元" in told and "哪天付清：2026年12月1日" in told
    assert "还缺：身份证号、大写、哪段时间、项目、手印。" in told
    assert "要当心：说好的日子过了：2026年12月1日到期，过了1天。" in told


@pytest.mark.parametrize(("name", "data", "words"), [
    ("iou.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "认不出字"),
    ("iou.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "认不出字"),
    ("iou.HEIC", b"anything", "认不出字"),
    ("iou.pdf", b"%PDF-1.7", "PDF"),
    ("iou.txt", b"%PDF-1.7", "PDF"),
])
def test_a_broken_photo_and_a_broken_pdf_are_refused_in_a_sentence_with_exit_code_2(
    name: str, data: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    assert main(["check-iou", str(file), "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and words in said.err


def test_a_photo_is_read_and_its_red_marks_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "iou.jpg"
    file.write_bytes(as_bytes(with_finger(paper(TEXT.split("\n")))))
    assert main(["check-iou", str(file), "--json", "--today", "2026-11-22"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["elements"]["amount"] == 8000 and result["elements"]["fingerprint"] == "照片上有红手印"
    assert "stamp" in result["missing"] and "fingerprint" not in result["missing"]


def test_a_pdf_is_checked_like_a_photo_whatever_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "iou.txt"
    file.write_bytes(pdf(TEXT.replace("\n", "\n\n")))
    assert main(["check-iou", str(file), "--json", "--today", "2026-11-22"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["elements"]["amount"] == 8000 and result["elements"]["debtor_name"] == "陈志明"
    assert "ambiguous_hai" in [trap["trap"] for trap in result["traps"]]


def test_a_stamp_in_the_picture_does_away_with_what_lacks_a_stamp() -> None:
    lines = tuple(Line(text, 0.99) for text in TEXT.split())
    bare, stamped = (check_photo(Reading(lines, 1, Marks(stamp=seen)), date(2026, 11, 22)) for seen in (False, True))
    assert "foreman_alone" in [trap["trap"] for trap in bare.traps] and bare.elements["stamp"] is None
    assert [trap["trap"] for trap in stamped.traps] == ["ambiguous_hai"] and stamped.elements["stamp"] == "照片上有红章"


def test_a_file_that_is_not_there_is_refused_with_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-iou", str(tmp_path / "none.txt")]) == 2
    said = capsys.readouterr().err
    assert "没有这个文件" in said and "none.txt" in said and "UTF-8" not in said


def test_a_photo_that_is_not_there_and_a_folder_are_said_as_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-iou", str(tmp_path / "none.jpg")]) == 2
    assert "没有这个文件" in capsys.readouterr().err
    assert main(["check-iou", str(tmp_path)]) == 2
    assert "读不出来" in capsys.readouterr().err


def said_of(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says of a text."""
    file = tmp_path / "iou.txt"
    file.write_text(text, encoding="utf-8")
    assert main(["check-iou", str(file), "--today", "2026-11-22"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("wording", "named"), [
    ("双方互不追究", "双方互不追究"), ("付5000元一次性了结", "一次性了结"), ("工资已结清", "已结清"), ("再无纠纷", "再无纠纷"),
    ("本人自愿放弃", "自愿放弃"),
])
def test_words_that_end_the_matter_are_named_as_they_stand(
    wording: str, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    told = said_of(f"今欠王大强工资12000元，{wording}。\n欠款人：李四喜\n2026年11月1日\n", tmp_path, capsys)
    (line,) = [line for line in told.splitlines() if "要当心" in line and f"“{named}”" in line]
    assert wording == "工资已结清" or "已结清" not in line


@pytest.mark.parametrize("wording", ["年底有钱再还", "有钱再还", "等甲方付款后再付", "手头宽裕了就给", "工程款下来就付清"])
def test_a_condition_is_named_in_its_own_words(wording: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = said_of(f"今欠王大强工资12000元，{wording}。\n欠款人：李四喜\n2026年11月1日\n", tmp_path, capsys)
    (line,) = [line for line in told.splitlines() if "条件" in line]
    assert wording.removeprefix("年底").removeprefix("等") in line and "日子" in line


def test_a_paper_by_a_person_lacks_no_stamp_of_a_company(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by_person = said_of("今欠王大强工资12000元。\n欠款人：李四喜\n2026年11月1日\n", tmp_path, capsys)
    assert "公章。" not in by_person.split("要当心")[0] and "要当心：只有个人签字" in by_person
    by_company = said_of("贵州恒通劳务有限公司欠何东工资9600元。\n经手人：马建平\n2026年11月10日\n", tmp_path, capsys)
    assert "、公章。" in by_company and "还缺：信用代码、" in by_company


@pytest.mark.parametrize(("paper", "words"), [
    ("今欠王大强工资12000元（大写：壹万叁仟元整）。", "数字是12,000元，大写是13,000元"),
    ("应付王大强工资17000元，已付5000元，尚欠11000元。", "应付17,000元，减去已付5,000元，不是11,000元"),
    ("今欠王大强工资12000元。共欠13000元。", "一处写12,000元，一处写13,000元"),
    ("今欠王大强工资12000元，2026年5月1日前付清。", "2026年5月1日到期，过了205天"),
])
def test_sums_and_days_that_hurt_are_named(paper: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert words in said_of(f"{paper}\n欠款人：李四喜\n2026年3月1日\n", tmp_path, capsys)


@pytest.mark.parametrize("words", ["春节前给", "年底前付清", "过年之前给", "12月20日前付清"])
def test_a_day_to_pay_by_without_a_year_gets_none_from_today(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    told = said_of(f"今欠王大强工资12000元，{words}。\n欠款人：李四喜\n", tmp_path, capsys)
    assert "没写哪一年" in told and "写明哪年哪月哪日前付清" in told and "2026年" not in told and "2027年" not in told


def test_a_day_to_pay_by_without_a_year_is_counted_from_the_day_of_writing_and_said_to_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    told = said_of("今欠王大强工资12000元，春节前给。\n欠款人：李四喜\n2025年11月1日\n", tmp_path, capsys)
    assert "照写条日子算是2026年2月16日" in told and "只写了“春节前”，没写哪一年" in told
    assert "到期，过了" in told


def test_what_stands_there_is_one_line_and_what_does_not_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = "今欠王大强工资12000元（壹万贰仟元整），2026年12月1日前付清。\n欠款人：李四喜（手印）\n2026年11月1日\n"
    told = said_of(paper, tmp_path, capsys)
    first, second = told.splitlines()[:2]
    assert first == ("写了：欠款人：李四喜；工人：王大强；欠多少：12,000元；大写：壹万贰仟元整（和数字一样）；什么钱：工资；"
                     "哪天付清：2026年12月1日；写条日期：2026年11月1日；签名：李四喜；手印：有。")
    assert second == "还缺：身份证号、哪段时间、项目。"


@pytest.mark.parametrize("base", ["company", "foreman"])
def test_our_own_iou_holds_no_wording_trap_and_its_sums_agree(base: str) -> None:
    data = render("wage_iou", facts(base), personal=PERSONAL, evidence=[], today=TODAY, form="docx")
    result = check(docx_text(data), date(2026, 11, 22))
    assert {trap["trap"] for trap in result.traps} <= {"blank_space", "no_date", "company_without_stamp", "foreman_alone"}
    assert result.elements["amount"] == (12000 if base == "company" else 8000)
    assert result.elements["purpose"] == "劳动报酬"
    assert result.elements["fingerprint"] is None or "按手印" in docx_text(data)


def _told(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    file = tmp_path / "paper.txt"
    file.write_text(text, encoding="utf-8")
    assert main(["check-iou", str(file), "--today", "2026-11-24", *more]) == 0
    return capsys.readouterr().out


def test_what_is_no_iou_is_called_none_and_nothing_is_missing_on_it(
        tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _told("今天吃了火锅，很巴适。", tmp_path, capsys)
    assert "不像欠条" in told and "还缺" not in told and "没写日期" not in told


def test_an_empty_file_is_refused_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(" \n", encoding="utf-8")
    assert main(["check-iou", str(file), "--json"]) == 2
    assert "没有字" in capsys.readouterr().err


def test_each_line_names_the_facts_of_law_it_rests_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _told(TEXT, tmp_path, capsys).splitlines()
    lines = [line for line in told if line.startswith(("·", "要当心"))]
    assert lines and all("（LAW-" in line for line in lines)


@pytest.mark.parametrize(("due", "laws", "words"), [
    ("2021年12月31日", {"LAW-INS-02", "LAW-LIT-03", "LAW-LIT-04", "LAW-HOT-04"}, "12348"),
    ("2024年6月30日", {"LAW-INS-02", "LAW-LIT-03", "LAW-LIT-04"}, "起诉有三年"),
    ("2026年6月30日", {"LAW-IOU-10"}, "再去投诉")])
def test_a_day_long_past_says_which_limits_may_be_over(
        due: str, laws: set[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(_told(f"今欠鲁小山工资12800元，{due}前付清。\n欠款人：张建业\n2021年6月5日", tmp_path, capsys, "--json"))
    overdue = next(one for one in found["traps"] if one["trap"] == "overdue")
    assert set(overdue["laws"]) == laws and words in overdue["mend"]
