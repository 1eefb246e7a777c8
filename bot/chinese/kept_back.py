"""What was taken from a worker beside his wages: a deposit when he began, a deduction, a fine, what damage cost him."""
from __future__ import annotations

import re

_DEPOSIT = re.compile("押金|保证金|服装费|工服费")
_DEDUCTED = re.compile(r"扣|罚(?:款|了|我|钱)|赔")
_OF_A_RENT = re.compile("租房|房东|房租")


def tells_of_deposit(text: str) -> bool:
    """Whether a deposit is spoken of that a unit took; never one for a flat."""
    return bool(_DEPOSIT.search(text)) and not _OF_A_RENT.search(text)


def tells_of_deduction(text: str) -> bool:
    """Whether something was taken from his pay, the deposit aside."""
    return bool(_DEDUCTED.search(re.sub(rf"扣[^,，。;；]{{0,8}}(?:{_DEPOSIT.pattern})", "", text)))
