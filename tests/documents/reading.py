"""What stands in a finished paper: text of a .docx, text and right edges of a .pdf as typst writes it."""
from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn

_OBJECT = re.compile(rb"\n(\d+) 0 obj\s(.*?)\nendobj", re.S)
_STEP = re.compile(rb"q 1 0 0 -1 (-?[\d.]+) (-?[\d.]+) cm|/(f\d+) ([\d.]+) Tf|1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm")
_NUMBER = re.compile(rb"-?[\d.]+")
_PLAIN = {ord("n"): 10, ord("r"): 13, ord("t"): 9, ord("b"): 8, ord("f"): 12}


def squeeze(text: str) -> str:
    """Without blanks, line ends and zero-width spaces."""
    return re.sub(r"[\s\u200b]+", "", text)


def docx_text(data: bytes) -> str:
    """The text of the body in the order of reading, without blanks."""
    body = Document(io.BytesIO(data)).element.body
    return squeeze("".join(node.text or "" for node in body.iter(qn("w:t"))))


def docx_footer(data: bytes) -> str:
    """The text and the field codes of the footer."""
    footer = Document(io.BytesIO(data)).sections[0].footer._element
    return "".join(node.text or "" for node in footer.iter(qn("w:t"), qn("w:instrText")))


@dataclass(frozen=True)
class Run:
    """A piece of text on a page: text, left and right edge and baseline from below, in points."""

    page: int
    text: str
    left: float
    right: float
    y: float


@dataclass(frozen=True)
class Pdf:
    """Runs of text in drawing order, sizes of the pages, names of embedded fonts."""

    runs: list[Run]
    pages: list[tuple[float, float]]
    fonts: list[str]

    @property
    def text(self) -> str:
        """All text without blanks, page feet left out."""
        return squeeze("".join(run.text for run in self.runs if run.y > 60))

    def foot(self, page: int) -> str:
        """The foot of a page."""
        return squeeze("".join(run.text for run in self.runs if run.page == page and run.y <= 60))


def read_pdf(data: bytes) -> Pdf:
    """Read a .pdf that typst made (one object after another, Flate streams, CID fonts with ToUnicode)."""
    objects = {int(number): body for number, body in _OBJECT.findall(b"\n" + data)}
    pages = [body for _, body in sorted(objects.items()) if b"/Type/Page/" in body]
    runs: list[Run] = []
    sizes = []
    for number, page in enumerate(pages):
        box = [float(value) for value in re.search(rb"/MediaBox\[([^\]]*)\]", page)[1].split()]
        sizes.append((box[2], box[3]))
        fonts = _fonts(objects, objects[int(re.search(rb"/Resources (\d+)", page)[1])])
        runs += _runs(number, _stream(objects[int(re.search(rb"/Contents (\d+)", page)[1])]), fonts)
    names = [match.decode() for match in re.findall(rb"/FontName/(\S+?)/(?=[\s\S]*?/FontFile2)", data)]
    return Pdf(runs, sizes, names)


def _stream(body: bytes) -> bytes:
    return zlib.decompress(re.search(rb"stream\r?\n(.*)\nendstream", body, re.S)[1])


def _fonts(objects: dict[int, bytes], resources: bytes) -> dict[str, tuple[dict[int, str], dict[int, float]]]:
    fonts = {}
    for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources):
        font = objects[int(number)]
        unicode_map = _stream(objects[int(re.search(rb"/ToUnicode (\d+)", font)[1])])
        pairs = re.findall(rb"<(\w{4})> <(\w+)>\n", unicode_map)
        chars = {int(key, 16): bytes.fromhex(value.decode()).decode("utf-16-be") for key, value in pairs}
        descendant = objects[int(re.search(rb"/DescendantFonts\[(\d+)", font)[1])]
        fonts[name.decode()] = (chars, _widths(re.search(rb"/W\[([^\]]*)\]", descendant)[1]))
    return fonts


def _widths(array: bytes) -> dict[int, float]:
    values = [float(value) for value in array.split()]
    return {code: values[at + 2] for at in range(0, len(values), 3) for code in range(int(values[at]), int(values[at + 1]) + 1)}


def _runs(page: int, content: bytes, fonts: dict[str, tuple[dict[int, str], dict[int, float]]]) -> list[Run]:
    """Each TJ with the position that `cm` and `Tm` before it set."""
    found: list[Run] = []
    left = y = shift = size = 0.0
    font, at = "", 0
    while at < len(content):
        step = _STEP.match(content, at)
        if step:
            at = step.end()
            if step[1]:
                left, y, shift = float(step[1]), float(step[2]), 0.0
            elif step[3]:
                font, size = step[3].decode(), float(step[4])
            else:
                shift = float(step[5])
        elif content[at - 2 : at] == b"Tm":
            array, at = _array(content, at + 1) if content[at] == ord("[") else _single(content, at)
            text, width = _shown(array, *fonts[font])
            found.append(Run(page, text, left + shift, left + shift + width * size / 1000, y))
        else:
            at += 1
    return found


def _array(content: bytes, at: int) -> tuple[list[bytes | float], int]:
    """The strings and numbers of an array, and where it ends."""
    items: list[bytes | float] = []
    while content[at] != ord("]"):
        if content[at] == ord("("):
            text, at = _literal(content, at + 1)
            items.append(text)
        elif content[at] == ord("<"):
            end = content.index(b">", at)
            items.append(bytes.fromhex(content[at + 1 : end].decode()))
            at = end + 1
        elif number := _NUMBER.match(content, at):
            items.append(float(number.group()))
            at = number.end()
        else:
            at += 1
    return items, at + 1


def _single(content: bytes, at: int) -> tuple[list[bytes | float], int]:
    """The one string of a Tj, and where it ends."""
    if content[at] == ord("<"):
        end = content.index(b">", at)
        return [bytes.fromhex(content[at + 1 : end].decode())], end + 1
    text, end = _literal(content, at + 1)
    return [text], end


def _literal(content: bytes, at: int) -> tuple[bytes, int]:
    """A string in round brackets, which may nest."""
    made, depth = bytearray(), 1
    while True:
        byte = content[at]
        at += 1
        if byte == ord("\\"):
            octal = re.compile(rb"[0-7]{1,3}").match(content, at)
            made.append(int(octal.group(), 8) if octal else _PLAIN.get(content[at], content[at]))
            at = octal.end() if octal else at + 1
            continue
        depth += (byte == ord("(")) - (byte == ord(")"))
        if depth == 0:
            return bytes(made), at
        made.append(byte)


def _shown(items: list[bytes | float], chars: dict[int, str], widths: dict[int, float]) -> tuple[str, float]:
    text, width = "", 0.0
    for item in items:
        if isinstance(item, float):
            width -= item
            continue
        for at in range(0, len(item), 2):
            code = item[at] * 256 + item[at + 1]
            text += chars.get(code, "\ufffd")
            width += widths.get(code, 0.0)
    return text, width
