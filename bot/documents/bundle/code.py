"""What stands in the square on the cover: the address of the check page, else the code and the digest of the list."""
from __future__ import annotations

from pathlib import Path

GROUP = 4


def shown(code: str) -> str:
    """`ABCD-EFGH-JKMN`."""
    return "-".join(code[start:start + GROUP] for start in range(0, len(code), GROUP))


def square_text(code: str, address: str, digest: str) -> str:
    """Whatever a phone's camera reads from it; no personal data."""
    return address or f"MINGXIN-CHECK {shown(code)} SHA256 {digest}"


def draw(text: str, path: Path) -> None:
    """The square as SVG."""
    import segno

    segno.make(text, error="m", micro=False).save(str(path), kind="svg", scale=4, border=2)
