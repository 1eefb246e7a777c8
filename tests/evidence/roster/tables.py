"""Rosters for tests: invented people with valid numbers, as .csv and .xlsx."""
from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from bot.chinese.identity import check_digit

HEADS = ("姓名", "身份证号", "电话", "工种", "开始干活", "干到哪天", "一共多少", "已付", "还欠", "代表(是)")
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
GIVEN = ("大强", "文秀", "国权", "小兰", "应军", "正友", "明贵", "春梅", "世荣", "德福")


def identity(n: int) -> str:
    """The valid number of the n-th invented person, of Bijie."""
    body = f"522401{1970 + n % 30}{1 + n % 12:02d}{1 + n % 28:02d}{100 + n:03d}"
    return body + check_digit(body)


def person(n: int, **other: object) -> list[object]:
    """The n-th invented worker as a row under HEADS; cells by head are replaced by `other`."""
    total, paid = 12_000 + 100 * n, 2_000
    row: list[object] = [SURNAMES[n % 20] + GIVEN[n // 20 % 10],
                         identity(n), f"139{85200000 + n}", "钢筋工", "2026-3-1", "2026-7-20", total, paid, total - paid, ""]
    for head, value in other.items():
        row[HEADS.index(head)] = value
    return row


def as_csv(rows: Sequence[Sequence[object]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    """Rows as a .csv."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def as_xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    """Rows as the only sheet of a .xlsx."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(list(row))
    book.save(out)
    return out.getvalue()


def roster_file(workers: int, form: str = "xlsx", wrong: Mapping[int, Mapping[str, object]] | None = None) -> tuple[bytes, str]:
    """(a roster of so many invented workers, its name). `wrong`: cells by head for the n-th worker, counted from 1."""
    rows = [list(HEADS), *(person(n, **(wrong or {}).get(n + 1, {})) for n in range(workers))]
    return (as_csv(rows, "gb18030") if form == "csv" else as_xlsx(rows)), f"名单.{form}"
