"""Cut a font down to the letters that papers.yml sets in it: `python -m tests.photos.subset NAME FILE…` writes fonts/NAME.ttf.

FILE: the whole font, or the slices of a web font, which are put together first. NAME: song, mashan, longcang.
"""
from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.photos.lettering import FILES, FONTS, letters
from tests.photos.pictures import read_pictures

ALWAYS = "0123456789.,:-+/() "


def needed(name: str) -> set[str]:
    """The characters that papers.yml sets in this font."""
    papers = [paper for picture in read_pictures() for paper in picture.papers]
    return {letter.char for paper in papers for letter in letters(paper.lines, paper.font) if letter.font == name} - {"\n"}


def cut(name: str, sources: list[Path]) -> Path:
    """Write fonts/NAME.ttf and return its path."""
    from fontTools import merge, subset
    from fontTools.ttLib import TTFont

    wanted = needed(name) | set(ALWAYS)
    options = subset.Options(drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "vhea", "vmtx", "STAT", "meta"], hinting=False,
                             name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True)
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for number, source in enumerate(sources):
            font = TTFont(source)
            if not set(font.getBestCmap()) & {ord(char) for char in wanted}:
                continue
            cutter = subset.Subsetter(options)
            cutter.populate(text="".join(sorted(wanted)))
            cutter.subset(font)
            font.flavor = None
            parts.append(str(Path(folder) / f"{number}.ttf"))
            font.save(parts[-1])
        whole = merge.Merger().merge(parts) if len(parts) > 1 else TTFont(parts[0])
        whole.save(FONTS / f"{name}.ttf")
    return FONTS / f"{name}.ttf"


def main(arguments: list[str] | None = None) -> int:
    """Cut one font and name what it lacks; 1 when it lacks something."""
    from fontTools.ttLib import TTFont

    parser = argparse.ArgumentParser(prog="python -m tests.photos.subset", description=__doc__)
    parser.add_argument("name", choices=sorted(name for name, path in FILES.items() if path.parent == FONTS))
    parser.add_argument("sources", type=Path, nargs="+")
    options = parser.parse_args(arguments)
    path = cut(options.name, options.sources)
    lacking = needed(options.name) - {chr(code) for code in TTFont(path).getBestCmap()}
    print(f"{path.name}: {path.stat().st_size / 1024:.0f} KB", "".join(sorted(lacking)))
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
