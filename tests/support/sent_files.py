"""Documents as workers send them: a PDF that a program wrote or a scanner made, a Word and an Excel file."""
from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image

from bot.settings import ROOT


def pdf(source: str) -> bytes:
    """A PDF with this text in it (typst's marks), a line of its own for each paragraph."""
    import typst

    return bytes(typst.compile(source.encode(), font_paths=[str(ROOT / "content" / "fonts")]))


def scan(*pages: Image.Image) -> bytes:
    """A PDF of pictures alone."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return out.getvalue()


def word(paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word file as Word writes it, perhaps with a table."""
    from docx import Document

    paper, out = Document(), io.BytesIO()
    for paragraph in paragraphs:
        paper.add_paragraph(paragraph)
    if rows:
        table = paper.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    paper.save(out)
    return out.getvalue()


def excel(*rows: Sequence[object]) -> bytes:
    """An Excel file with these cells."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def document(form: str, lines: Sequence[str]) -> bytes:
    """A document of this form (pdf, docx, xlsx) with these lines."""
    make = {"pdf": lambda: pdf("\n\n".join(lines)), "docx": lambda: word(lines), "xlsx": lambda: excel(*([one] for one in lines))}
    return make[form]()
