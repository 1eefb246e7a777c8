"""A roster is read whatever the order of its columns; wrong cells are named by line and column, the good rows kept."""
from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content import load
from bot.evidence.roster.read import looks_like_roster, read_roster
from bot.evidence.roster.table import CSV
from bot.evidence.roster.values import FIELDS, MOST_ROWS, RosterUnread, Worker
from bot.evidence.sniff import XLSX
from tests.evidence.roster.tables import HEADS, as_csv, as_xlsx, identity, person

TODAY = date(2026, 11, 23)
CELLS = yaml.safe_load((Path(__file__).parent / "cells.yml").read_text(encoding="utf-8"))


def problems(data: bytes, mime: str = CSV) -> list[tuple[int, str, str]]:
    return [(one.line, one.column, one.key) for one in read_roster(data, mime, TODAY).problems]


@pytest.mark.parametrize("row", CELLS, ids=lambda row: f"{row['head']} {row['cell']}")
def test_a_cell_is_read_or_named_as_wrong(row: dict[str, Any]) -> None:
    cells = {row["head"]: row["cell"]} | ({"一共多少": row["total"]} if "total" in row else {})
    rows, formula = [HEADS, person(3), person(4, **cells)], str(row["cell"]).startswith("=")
    read = read_roster(as_csv(rows), CSV, TODAY) if formula else read_roster(as_xlsx(rows), XLSX, TODAY)
    if "wrong" in row:
        assert [(one.line, one.key) for one in read.problems] == [(3, row["wrong"])]
        assert [worker.line for worker in read.workers] == [2]
        return
    assert not read.problems
    found = getattr(read.workers[1], FIELDS[HEADS.index(row["head"])])
    assert (str(found) if isinstance(found, Decimal) else found) == row["read"]


@pytest.mark.parametrize(("encoding", "delimiter"), [
    ("utf-8", ","), ("utf-8-sig", ","), ("gb18030", ","), ("gb18030", ";"), ("utf-8", "\t"), ("utf-16", "\t"),
])
def test_a_csv_is_read_in_each_encoding_with_each_sign_between_cells(encoding: str, delimiter: str) -> None:
    read = read_roster(as_csv([HEADS, person(0), person(1)], encoding, delimiter), CSV, TODAY)
    assert [worker.name for worker in read.workers] == ["王大强", "李大强"] and not read.problems
    assert read.owed == Decimal("20100") and read.workers[0].id_number == identity(0)
    assert read.workers[0].start == date(2026, 3, 1)


def test_quoted_cells_with_commas_and_line_breaks_stay_one_row() -> None:
    data = '姓名,"备注\n(可不填)",还欠\n"王大强","工期长,\n没签","12,000"\n"李 大强",,9000\n'.encode()
    read = read_roster(data, CSV, TODAY)
    assert [(worker.line, worker.owed) for worker in read.workers] == [(2, Decimal("12000.00")), (3, Decimal("9000.00"))]


def test_titles_above_other_names_of_heads_and_another_order_are_understood() -> None:
    rows = [["碧海安置房二标段农民工欠薪花名册"], [None], ["填表：2026年11月"],
            ["序号", "欠薪金额（元）", "联系电话", "工人 姓名", "公民身份证号码", "所属班组", "住址", "签字"],
            [1, 12000, 13985200001, "王大强", identity(1), "钢筋班", "毕节", ""]]
    worker = read_roster(as_xlsx(rows), XLSX, TODAY).workers[0]
    assert (worker.name, worker.owed, worker.phone, worker.trade) == ("王大强", Decimal("12000.00"), "13985200001", "钢筋班")


def test_excels_own_days_are_read() -> None:
    rows = [HEADS, person(0, 开始干活=datetime(2026, 3, 1), 干到哪天=date(2026, 7, 20))]
    worker = read_roster(as_xlsx(rows), XLSX, TODAY).workers[0]
    assert (worker.start, worker.end) == (date(2026, 3, 1), date(2026, 7, 20))


def test_every_wrong_cell_is_named_by_row_and_column_and_the_good_rows_are_kept() -> None:
    rows = [HEADS, person(0), person(1, 身份证号="522401", 电话="12"), person(2), [], person(3, 姓名=None), person(4)]
    assert problems(as_xlsx(rows), XLSX) == [(3, "B", "id_length"), (3, "C", "phone_wrong"), (6, "A", "name_empty")]
    read = read_roster(as_xlsx(rows), XLSX, TODAY)
    assert [(worker.n, worker.line) for worker in read.workers] == [(1, 2), (2, 4), (3, 7)] and read.wrong_rows == 2


def test_a_person_who_stands_there_twice_is_named() -> None:
    same_phone = person(3, 姓名=person(0)[0], 电话=person(0)[2], 身份证号="")
    assert problems(as_csv([HEADS, person(0), person(1, 身份证号=identity(0)), same_phone])) == [
        (3, "B", "double_id"), (4, "C", "double_phone")]
    bare = [["姓名", "还欠"], ["王大强", 100], ["王大强", 200]]
    assert problems(as_csv(bare)) == [(3, "A", "double_name")]
    namesakes = [HEADS, person(0), person(1, 姓名=person(0)[0])]
    assert problems(as_csv(namesakes)) == []


def test_the_last_row_with_the_sum_is_no_worker_and_is_compared() -> None:
    right = [["序号", "姓名", "尚欠工资"], [1, "王大强", 100], [2, "李大强", 200], ["合计", None, 300],
             [None, "负责人：赵明贵", None]]
    read = read_roster(as_xlsx(right), XLSX, TODAY)
    assert len(read.workers) == 2 and read.stated == 300 and not read.differs and not read.problems
    wrong = [*right[:3], ["合 计", None, 400]]
    assert read_roster(as_xlsx(wrong), XLSX, TODAY).differs


def test_a_formula_that_was_not_reckoned_is_reckoned_here() -> None:
    worker = read_roster(as_xlsx([HEADS, person(0, 还欠="=G2-H2")]), XLSX, TODAY).workers[0]
    assert worker.owed == Decimal("10000.00")


def test_a_row_for_signatures_is_no_worker() -> None:
    rows = [["姓名", "还欠"], ["王大强", 100], [None, "制表：赵明贵"], ["日期：2026年11月", None]]
    read = read_roster(as_xlsx(rows), XLSX, TODAY)
    assert len(read.workers) == 1 and not read.problems


@pytest.mark.parametrize("rows", [
    [["日期", "金额"], ["2026-3-1", 100]], [["姓名", "出勤", "应发工资"], ["王大强", 20, 5000]],
    [["姓名", "电话"], ["王大强", 13985200001]], [["a", "b"]], [],
], ids=["sums", "payslip", "telephones", "letters", "empty"])
def test_a_table_without_the_heads_of_a_roster_is_none(rows: list[list[object]]) -> None:
    assert not looks_like_roster(as_xlsx(rows), XLSX) and not looks_like_roster(as_csv(rows), CSV)
    with pytest.raises(RosterUnread, match="no_heads"):
        read_roster(as_xlsx(rows), XLSX, TODAY)


def test_too_many_rows_are_refused_and_the_most_are_read() -> None:
    rows = [["姓名", "电话", "还欠"], *([f"王{chr(0x4E00 + n % 3000)}", 13900000000 + n, 100] for n in range(MOST_ROWS))]
    assert len(read_roster(as_csv(rows), CSV, TODAY).workers) == MOST_ROWS
    with pytest.raises(RosterUnread, match="too_long"):
        read_roster(as_csv([*rows, ["李大强", 13800000000, 100]]), CSV, TODAY)


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"PK\x03\x04nothing", "姓名,还欠\n王\x00,1".encode(), b""])
def test_what_cannot_be_read_is_said_to_be_unreadable(data: bytes) -> None:
    for mime in (XLSX, CSV):
        with pytest.raises(RosterUnread):
            read_roster(data, mime, TODAY)
        assert not looks_like_roster(data, mime)


def test_a_worker_survives_the_form_in_which_he_is_sealed() -> None:
    worker = read_roster(as_csv([HEADS, person(0)]), CSV, TODAY).workers[0]
    assert Worker.from_json(worker.to_json()) == worker


def test_every_kind_of_problem_has_its_sentence_and_every_column_its_name() -> None:
    words = load().words["roster"]
    assert {row["wrong"] for row in CELLS if "wrong" in row} <= words["problems"].keys()
    assert {"double_id", "double_phone", "double_name"} <= words["problems"].keys() and set(words["columns"]) == set(FIELDS)
