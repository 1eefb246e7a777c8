"""The environment, read once. Every setting is listed in docs/settings.md."""
from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


#: what a process that opens strangers' files is told of the environment: no key, no token, no address of the database
HARMLESS = ("PATH", "HOME", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "PYTHONPATH",
            "OMP_NUM_THREADS", "MALLOC_ARENA_MAX")


@dataclass(frozen=True)
class Settings:
    """All settings; paths absolute. See docs/settings.md."""

    var: Path
    database_url: str
    vault: Path
    host: str
    port: int
    action_port: int
    station: str
    key_file: Path
    action_token: str
    today: str
    public_url: str


def read_settings(environ: dict[str, str]) -> Settings:
    """Settings from a mapping of environment variables (pure, for tests)."""
    var = Path(environ.get("MINGXIN_VAR", str(ROOT / "var"))).resolve()
    return Settings(
        var=var,
        database_url=environ.get("MINGXIN_DATABASE_URL", f"sqlite:///{var / 'mingxin.db'}"),
        vault=Path(environ.get("MINGXIN_VAULT", str(var / "vault"))).resolve(),
        host=environ.get("MINGXIN_HOST", "127.0.0.1"),
        port=int(environ.get("MINGXIN_PORT", "5005")),
        action_port=int(environ.get("MINGXIN_ACTION_PORT", "5055")),
        station=environ.get("MINGXIN_STATION", "").strip(),
        key_file=Path(environ.get("MINGXIN_KEY_FILE", str(var / "secret.key"))).resolve(),
        action_token=environ.get("MINGXIN_ACTION_TOKEN", ""),
        today=environ.get("MINGXIN_TODAY", ""),
        public_url=environ.get("MINGXIN_PUBLIC_URL", "").strip().rstrip("/"),
    )


def harmless_environment() -> dict[str, str]:
    """The environment of a process that opens strangers' files."""
    return {name: os.environ[name] for name in HARMLESS if name in os.environ}


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return read_settings(dict(os.environ))
