"""Things outside the database that must happen only when a transaction has ended: files of the vault."""
from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session

Step = Callable[[], None]


def listen(session: Session) -> None:
    """Prepare a session; called by the store."""
    session.info["on_commit"], session.info["on_rollback"] = [], []
    event.listen(session, "after_commit", lambda done: _run(done, "on_commit"))
    event.listen(session, "after_rollback", lambda done: _run(done, "on_rollback"))


def on_commit(session: Session, step: Step) -> None:
    """Run `step` once the transaction is committed; never when it is rolled back."""
    session.info["on_commit"].append(step)


def on_rollback(session: Session, step: Step) -> None:
    """Run `step` if the transaction is rolled back."""
    session.info["on_rollback"].append(step)


def _run(session: Session, which: str) -> None:
    steps: list[Step] = session.info[which]
    session.info["on_commit"], session.info["on_rollback"] = [], []
    for step in steps:
        step()
