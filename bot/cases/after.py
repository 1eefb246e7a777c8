"""Things outside the database that must happen only when a transaction has ended: files of the vault."""
from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Literal

from sqlalchemy.orm import Session

log = logging.getLogger(__name__)
Step = Callable[[], None]
End = Literal["on_commit", "on_rollback"]


def on_commit(session: Session, step: Step) -> None:
    """Run `step` once the whole transaction is committed (no savepoint counts); never when it is rolled back."""
    session.info.setdefault("on_commit", []).append(step)


def on_rollback(session: Session, step: Step) -> None:
    """Run `step` if the whole transaction is rolled back."""
    session.info.setdefault("on_rollback", []).append(step)


def run(session: Session, end: End) -> None:
    """Run the steps of this end, each once; called by the store. The rows are decided by now, so a step that the disk
    refuses is logged and the next one goes on: bot/cases/sweep.py finds what was left."""
    steps: list[Step] = session.info.pop(end, [])
    for step in steps:
        try:
            step()
        except OSError:
            log.exception("a step after a transaction failed (%s)", end)
