"""Receipt numbers `MX-2026-0000123`: one sequence a year that never goes back."""
from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.cases.models import NumberCounter
from bot.cases.people import insert
from bot.clock import CHINA


def next_number(session: Session, now: datetime) -> str:
    """The next number of the year (China's). The counter's row stays locked until the transaction ends."""
    year = now.astimezone(CHINA).year
    count = NumberCounter.__table__.c
    session.execute(
        insert(session, NumberCounter)
        .values(year=year, last=1)
        .on_conflict_do_update(index_elements=["year"], set_={"last": count.last + 1})
    )
    last = session.execute(select(count.last).where(count.year == year)).scalar_one()
    return f"MX-{year}-{last:07d}"
