"""Case stores for tests: on SQLite, and (marker postgres) on a PostgreSQL server with a schema for each test."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from bot.cases import drafts, outgoing, people
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.evidence.vault import Vault
from bot.privacy.cipher import Cipher

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=CHINA)
STATION = "红星街道法律援助站"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(40)
KEY = bytes(range(32))


def later(**span: float) -> datetime:
    """NOW and so much more."""
    return NOW + timedelta(**span)


def facts(**more: Fact) -> dict[str, Fact]:
    """A claim of twelve workers."""
    return {
        "debtor_name": Fact("known", "宏达劳务公司", words="宏达劳务公司"),
        "worker_name": Fact("known", "王大强", words="王大强"),
        "owed_amount": Fact("vague", None, 20000, 30000, "两三万"),
        "people_count": Fact("known", 12, words="我们12个人"),
        **more,
    }


def previewed(session: Session, sender: str, now: datetime = NOW, **more: Fact) -> drafts.Draft:
    """A case that may be filed."""
    def save() -> drafts.Draft:
        return drafts.save(session, sender, facts=facts(**more), form="wage_claim", asked=None, answered=["debtor_name"],
                           stage="previewed", now=now)

    saved = save()
    return saved if saved.stage == "previewed" else save()  # changed since the last preview: shown again


def put_message(session: Session, sender: str, text: str, payload: object, due: datetime, key: str) -> bool:
    """A message laid ready for a sender."""
    return outgoing.put(session, people.need(session, sender, due), text, payload, due, key)


def open_at(url: str, folder: Path, key: bytes = KEY) -> Store:
    """A store on `url` with a vault in `folder`."""
    cipher = Cipher([key])
    return Store(url, cipher=cipher, vault=Vault(folder / "vault", cipher))


def _postgres_schema(server: str) -> tuple[str, str]:
    schema = f"t_{uuid4().hex}"
    engine = create_engine(server, future=True)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    engine.dispose()
    return schema, f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{schema}"


def _drop(server: str, schema: str) -> None:
    engine = create_engine(server, future=True)
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'cases.db'}"
        return
    server = request.getfixturevalue("postgres_url")
    schema, made = _postgres_schema(server)
    yield made
    _drop(server, schema)


@pytest.fixture
def store(url: str, tmp_path: Path) -> Iterator[Store]:
    """A store with its tables."""
    made = open_at(url, tmp_path)
    made.upgrade()
    yield made
    made.close()
