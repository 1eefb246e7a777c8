"""typst in a process of its own: a strange PDF cannot hurt the bot, and its memory goes back at once.

The second half of this file is that process; it is run by its path and imports nothing of ours.
"""
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

COUNT_SECONDS = 30
PRINT_SECONDS = 60


class PressFailed(Exception):
    """typst could not make the paper."""


def count_pages(path: Path, most: int, seconds: float = COUNT_SECONDS) -> int | None:
    """How many pages of a PDF can be printed, at most `most`; 0 for one that is broken or locked; None: not counted in time."""
    try:
        done = _run(min(seconds, COUNT_SECONDS), "count", str(path), str(most))
    except subprocess.TimeoutExpired:
        return None
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip().isdigit() else 0


def print_paper(folder: Path, fonts: Path, moment: int, seconds: float = PRINT_SECONDS) -> Path:
    """`folder/main.typ` with `folder/data.json` as a PDF; `moment` in seconds since 1970. Raises PressFailed."""
    try:
        done = _run(seconds, "print", str(folder), str(fonts), str(moment))
    except subprocess.TimeoutExpired as late:
        raise PressFailed("took too long") from late
    if done.returncode:
        raise PressFailed(done.stderr[-500:])
    return folder / "out.pdf"


def _run(seconds: float, *arguments: str) -> subprocess.CompletedProcess[str]:
    from bot.settings import harmless_environment  # here, since the process that is started has nothing of ours

    return subprocess.run([sys.executable, "-I", str(Path(__file__).resolve()), *arguments], capture_output=True, text=True,
                          timeout=seconds, check=False, env=harmless_environment())


def _embeds(typst: ModuleType, path: Path, pages: range) -> bool:
    """Whether typst can print these pages of the file beside `path`."""
    source = path.with_suffix(".count.typ")
    source.write_text("".join(f'#image({json.dumps(path.name)}, page: {page}, width: 5cm)\n' for page in pages),
                      encoding="utf-8")
    try:
        typst.compile(str(source), root=str(path.parent), format="pdf")
    except RuntimeError:
        return False
    finally:
        source.unlink(missing_ok=True)
    return True


def _count(typst: ModuleType, path: Path, most: int) -> int:
    low, high = 0, 1
    while high <= most and _embeds(typst, path, range(high, high + 1)):
        low, high = high, high * 2
    high = min(high, most + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _embeds(typst, path, range(middle, middle + 1)) else (low, middle)
    return low if low and _embeds(typst, path, range(1, low + 1)) else 0


def _print(typst: ModuleType, folder: Path, fonts: str, moment: int) -> None:
    typst.compile(str(folder / "main.typ"), root=str(folder), output=str(folder / "out.pdf"), font_paths=[fonts],
                  ignore_system_fonts=True, format="pdf", timestamp=moment,
                  sys_inputs={"data": (folder / "data.json").read_text(encoding="utf-8")})


def main(arguments: list[str]) -> None:
    """`count PDF MOST` prints a number; `print FOLDER FONTS MOMENT` writes out.pdf there."""
    import typst

    if arguments[0] == "count":
        print(_count(typst, Path(arguments[1]), int(arguments[2])))
    else:
        _print(typst, Path(arguments[1]), arguments[2], int(arguments[3]))


if __name__ == "__main__":
    main(sys.argv[1:])
