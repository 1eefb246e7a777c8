"""The check of an IOU that was photographed: its text, and the red marks that the text does not name."""
from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.evidence.iou_check import Checked, check, table
from bot.photos.values import Reading

#: with fewer characters than this a picture holds nothing to check
LEAST_CHARACTERS = 6
#: traps that a stamp of a company does away with
BY_STAMP = {"company_without_stamp", "foreman_alone"}


def check_photo(reading: Reading, today: date) -> Checked:
    """Check the text of a photo; a red fingerprint or stamp in the picture counts though no word names it."""
    checked, words = check(reading.text, today, from_photo=True), table()["words"]
    seen = {"fingerprint": reading.marks.fingerprint, "stamp": reading.marks.stamp}
    found = {name: words[f"seen_{name}"] for name, there in seen.items() if there and checked.elements[name] is None}
    return replace(
        checked,
        elements=checked.elements | found,
        missing=[name for name in checked.missing if name not in found],
        traps=[trap for trap in checked.traps if "stamp" not in found or trap["trap"] not in BY_STAMP],
    )


def has_text(reading: Reading) -> bool:
    """Whether enough was read to be checked."""
    return len("".join(reading.text.split())) >= LEAST_CHARACTERS
