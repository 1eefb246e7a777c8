"""The additional 50 to 100 per cent, only after an order to pay was not obeyed (LAW-WAGE-23, LAW-INS-07, LAW-DIS-05)."""
from __future__ import annotations

from decimal import Decimal

from bot.law.money.values import Given, Line, Money, fen, flag, money, said
from bot.law.money.words import sum_words
from bot.law.values import Laws

LAWS: Laws = ("LAW-WAGE-23", "LAW-INS-07", "LAW-DIS-05")
LEAST, MOST = Decimal("0.5"), Decimal(1)


def additional(owed: Given, *, unpaid_order: bool, against_unit: bool = True) -> Money:
    """50 to 100 % of what is owed, which the office sets. `unpaid_order`: the office ordered payment by a day in writing and
    that day has passed without it; False: no order yet, none. `against_unit`: whether a firm owes, which alone is bound
    (LAW-WAGE-23); False: a person does, and whom the order names is not known: from none to all.
    ImpossibleInput for a sum of zero."""
    sum_ = money(owed, "owed_amount", positive=True)
    flag(unpaid_order, "unpaid_order")
    flag(against_unit, "against_unit")
    if not unpaid_order:
        return Money("additional", 0, 0, "money_additional_needs_order", LAWS)
    least, high = fen(sum_.low * LEAST), fen(sum_.high * MOST)
    line = Line("work_additional", {"rate": sum_words(sum_.low, sum_.high), "sum": sum_words(least, high)})
    low = least if against_unit else 0
    return Money("additional", low, high, said("money_additional", low, high), LAWS, (line,))
