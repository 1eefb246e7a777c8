"""A group: from how many workers on representatives are chosen, and how many (LAW-ARB-20, LAW-DOC-08, LAW-LIT-15)."""
from __future__ import annotations

from bot.law.roads import GROUP

#: for arbitration; the court takes 2 to 5 (LAW-LIT-15), inspections differ from place to place (LAW-INS-17, LAW-DIS-10)
LEAST, MOST = 3, 5


def needs_representatives(workers: int) -> bool:
    """Whether a group of so many chooses representatives (LAW-ARB-20, LAW-DOC-08)."""
    return workers >= GROUP


def may_be_chosen(representatives: int) -> bool:
    """Whether so many representatives are right for an arbitration (LAW-ARB-20), and for a court too (LAW-LIT-15)."""
    return LEAST <= representatives <= MOST
