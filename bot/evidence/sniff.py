"""What kind of file it really is, by its first bytes."""
from __future__ import annotations

import filetype

EXTENSIONS = frozenset({"jpg", "png", "heic", "webp", "pdf", "docx", "xlsx", "amr", "mp3", "m4a", "mp4"})
SILK = "audio/silk"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sniff(data: bytes) -> str | None:
    """The MIME type of a kind that we take, None for anything else (also for what only bears such a name)."""
    if data[:12].lstrip(b"\x02").startswith(b"#!SILK_V3"):
        return SILK
    if data[:4] == b"PK\x03\x04":
        return _office(data)
    kind = filetype.guess(data[:8192])
    if kind is None or kind.extension not in EXTENSIONS:
        return None
    return str(kind.mime)


def _office(data: bytes) -> str | None:
    """Word and Excel by what is in the archive: the order of its members is not fixed."""
    import io
    import struct
    import zipfile

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error):  # a broken one raises any of these
        return None
    if "[Content_Types].xml" not in names:
        return None
    if "word/document.xml" in names:
        return _DOCX
    return _XLSX if "xl/workbook.xml" in names else None
