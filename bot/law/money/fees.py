"""What a court asks: a labour dispute, a claim for money, a payment order (LAW-LIT-10, LAW-PAY-07)."""
from __future__ import annotations

from decimal import Decimal

from bot.law.errors import ImpossibleInput
from bot.law.money.values import Given, Line, Money, fen, flag, money, said
from bot.law.money.words import sum_words
from bot.law.values import Laws

FLAT = Decimal(50_00)
STEPS = ((Decimal(10_000_00), Decimal(0)), (Decimal(100_000_00), Decimal("0.025")), (Decimal(200_000_00), Decimal("0.02")))
"""(up to fen, share of that part): what LAW-LIT-10 holds. Beyond the last step the shares are not in the store."""
LABOUR = 10_00
LAWS: Laws = ("LAW-LIT-10", "LAW-LIT-11")


def property_fee(claim: Decimal) -> tuple[Decimal, Decimal]:
    """Fen for a claim of so many fen, least and most, unrounded. Beyond 200,000 yuan the rest costs from nothing to the last
    known share (LAW-LIT-10)."""
    fee, reached = FLAT, Decimal(0)
    for top, share in STEPS:
        fee += max(Decimal(0), min(claim, top) - reached) * share
        reached = top
    return fee, fee + max(Decimal(0), claim - reached) * STEPS[-1][1]


def lawsuit_fee(claim: Given | None, *, labour_dispute: bool, simplified: bool | None = None) -> Money:
    """The fee of a lawsuit: 10 yuan for a labour dispute, else by the sum. Half in simplified procedure, by settlement or
    withdrawal; `simplified` None: from half to all of it. A claim for wages need not pay in advance (LAW-LIT-11).
    ImpossibleInput: no sum where the sum decides."""
    flag(labour_dispute, "labour_dispute")
    flag(simplified, "simplified", open_=True)
    if labour_dispute:
        return _halved(Decimal(LABOUR), Decimal(LABOUR), simplified, (Line("work_fee_labour", {"sum": 10}),), None)
    if claim is None:
        raise ImpossibleInput("claim", "zero")
    sum_ = money(claim, "claim", positive=True)
    least, most = property_fee(sum_.low)[0], property_fee(sum_.high)[1]
    line = Line("work_fee", {"rate": sum_words(sum_.low, sum_.high), "sum": sum_words(fen(least), fen(most))})
    rest = (Line("work_fee_beyond"),) if sum_.high > STEPS[-1][0] else ()
    return _halved(least, most, simplified, (line, *rest), "owed_amount" if not sum_.exact else None)


def payment_order_fee(claim: Given) -> Money:
    """A third of the fee for a claim of that sum (LAW-PAY-07): 20,000 yuan -> 100 yuan."""
    sum_ = money(claim, "claim", positive=True)
    least, most = property_fee(sum_.low)[0], property_fee(sum_.high)[1]
    low, high = fen(least / 3), fen(most / 3)
    line = Line("work_fee_third", {"rate": sum_words(least, most), "sum": sum_words(low, high)})
    return Money("payment_order_fee", low, high, said("money_fee_order", low, high), ("LAW-PAY-07", "LAW-LIT-10"), (line,),
                 "owed_amount" if not sum_.exact else None)


def _halved(least: Decimal, most: Decimal, simplified: bool | None, lines: tuple[Line, ...], question: str | None) -> Money:
    low = fen(least / 2) if simplified is not False else fen(least)
    high = fen(most / 2) if simplified else fen(most)
    key = "work_fee_half" if simplified else "work_fee_maybe_half"
    halved = () if simplified is False else (
        Line(key, {"rate": sum_words(least, most), "sum": sum_words(least / 2, most / 2)}),)
    asked = question or ("simplified" if simplified is None else None)
    return Money("lawsuit_fee", low, high, said("money_fee", low, high), LAWS, (*lines, *halved), None if low == high else asked)
