"""The door to the database: one store per process and URL, one transaction per `with store.session()`."""
from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock

from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from bot.cases import after, keeper, models_after, roster_model  # noqa: F401  (tables that belong to the others)
from bot.cases.engine import READ_ONLY, make_engine, scrub_log
from bot.evidence.vault import Vault
from bot.privacy.cipher import Cipher, default_cipher
from bot.settings import settings


class Store:
    """Sessions on one database, with the cipher and the vault that belong to it. Nothing is opened before first use."""

    def __init__(self, url: str, *, cipher: Cipher | None = None, vault: Vault | None = None) -> None:
        """`cipher` and `vault`: those of the settings when not given."""
        self.url = url
        self._cipher, self._vault = cipher, vault
        self._engine: Engine | None = None
        self._lock = Lock()

    @property
    def engine(self) -> Engine:
        """The engine, made at first use."""
        with self._lock:
            if self._engine is None:
                self._engine = make_engine(self.url)
            return self._engine

    @property
    def cipher(self) -> Cipher:
        """The cipher of this store's sealed columns."""
        if self._cipher is None:
            self._cipher = default_cipher()
        return self._cipher

    @property
    def vault(self) -> Vault:
        """Where evidence lies."""
        if self._vault is None:
            self._vault = Vault(settings().vault, self.cipher)
        return self._vault

    @contextmanager
    def session(self, *, read_only: bool = False) -> Iterator[Session]:
        """One transaction: committed at the end, rolled back by an exception. `read_only` takes no write lock on SQLite."""
        bind = self.engine.execution_options(**{READ_ONLY: True}) if read_only else self.engine
        with Session(bind, future=True, expire_on_commit=False, info={"cipher": self.cipher, "vault": self.vault}) as session:
            keeper.attach(session)
            try:
                yield session
                if not read_only:
                    session.commit()
            except BaseException:
                session.rollback()
                after.run(session, "on_rollback")
                raise
            after.run(session, "on_rollback" if read_only else "on_commit")

    def upgrade(self) -> None:
        """Bring the tables to the newest form. Safe when several processes start at once."""
        from bot.cases import migrate

        migrate.upgrade(self.engine)

    def scrub(self) -> bool:
        """After an erasure: empty SQLite's write-ahead log; True where there is none.

        False if a reader or a locked file stood in the way: the rows are gone all the same, and the next round of
        housekeeping scrubs again.
        """
        return scrub_log(self.engine)

    def close(self) -> None:
        """Give the connections back (at shut-down, before a fork)."""
        with self._lock:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None


@lru_cache(maxsize=8)
def _store(url: str) -> Store:
    return Store(url)


def open_store(url: str | None = None) -> Store:
    """The store of this process for `url` (default: the setting); the same object each time."""
    return _store(url or settings().database_url)
