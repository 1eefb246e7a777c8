"""The text of a Word file, as lines: read in pieces and only as far as a paper goes; nothing in it is followed or run."""
from __future__ import annotations

import zipfile
import zlib
from typing import BinaryIO
from xml.parsers import expat

from bot.photos.values import PhotoProblem

PART = "word/document.xml"
MOST_XML, MOST_TEXT = 4 * 1024 * 1024, 20_000
_PIECE = 64 * 1024
_SPACES = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main ", "http://purl.oclc.org/ooxml/wordprocessingml/main ")
_OTHER_FORM = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_BROKEN = (zipfile.BadZipFile, zlib.error, expat.ExpatError, KeyError, ValueError, RuntimeError, EOFError, OSError)


class _Enough(Exception):
    """No more is read."""


class _Lines:
    """Gathers paragraphs; a row of a table is one line."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._total, self._rows, self._hidden, self._taken = 0, 0, 0, False

    def start(self, name: str, _attributes: object) -> None:
        """An element begins."""
        word = _word(name)
        self._hidden += _is_hidden(name)
        self._rows += word == "tr"
        self._taken = word == "t" and not self._hidden
        if word in ("tab", "br", "cr") and not self._hidden:
            self._line.append(" ")

    def end(self, name: str) -> None:
        """An element ends."""
        word = _word(name)
        self._taken = False
        self._hidden -= _is_hidden(name)
        self._rows -= word == "tr"
        if word == "p":
            self._line.append(" ")
        if word in ("p", "tr") and not self._rows:
            self.break_line()

    def text(self, data: str) -> None:
        """Letters between marks."""
        if self._taken:
            self._line.append(data)
            self._total += len(data)
        if self._total > MOST_TEXT:
            raise _Enough

    def break_line(self) -> None:
        """What was gathered is a line, unless it is blank."""
        line = " ".join("".join(self._line).split())
        self._line.clear()
        self.lines += [line] if line else []


def read_word(file: BinaryIO) -> list[str]:
    """The lines of a .docx, at most about MOST_TEXT characters. PhotoProblem("unreadable") when it is broken."""
    found = _Lines()
    try:
        with zipfile.ZipFile(file) as members, members.open(PART) as part:
            _feed(_parser(found), part)
    except _Enough:
        pass
    except _BROKEN:
        raise PhotoProblem("unreadable") from None
    found.break_line()
    return found.lines


def _parser(found: _Lines) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = found.start, found.end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = found.text, _refuse
    return parser


def _refuse(*_: object) -> None:
    """Word writes no declarations: they are there to blow up whoever reads them."""
    raise ValueError("a declaration")


def _feed(parser: expat.XMLParserType, part: object) -> None:
    """Piece by piece, as far as MOST_XML."""
    for _ in range(MOST_XML // _PIECE):
        piece = part.read(_PIECE)  # type: ignore[attr-defined]
        parser.Parse(piece, not piece)
        if not piece:
            return
    raise _Enough


def _word(name: str) -> str:
    """The name of one of Word's own elements, "" for any other."""
    space = next((space for space in _SPACES if name.startswith(space)), "")
    return name.removeprefix(space) if space else ""


def _is_hidden(name: str) -> bool:
    """What was moved away, and the second form of a drawing that stands there already."""
    return name == _OTHER_FORM or _word(name) == "moveFrom"
