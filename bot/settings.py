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
    gateway: str
    redis_url: str
    mail_host: str
    mail_port: int
    mail_tls: str
    mail_user: str
    mail_password: str
    mail_from: str
    mail_to: str
    mail_ca: str
    webhook_url: str
    webhook_secret: str
    webhook_ca: str


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
        gateway=environ.get("MINGXIN_GATEWAY", "").strip() or "desk",
        redis_url=environ.get("MINGXIN_REDIS_URL", "").strip(),
        mail_host=environ.get("MINGXIN_MAIL_HOST", "").strip(),
        mail_port=int(environ.get("MINGXIN_MAIL_PORT", "587")),
        mail_tls=environ.get("MINGXIN_MAIL_TLS", "").strip() or "starttls",
        mail_user=environ.get("MINGXIN_MAIL_USER", "").strip(),
        mail_password=environ.get("MINGXIN_MAIL_PASSWORD", ""),
        mail_from=environ.get("MINGXIN_MAIL_FROM", "").strip(),
        mail_to=environ.get("MINGXIN_MAIL_TO", "").strip(),
        mail_ca=environ.get("MINGXIN_MAIL_CA", "").strip(),
        webhook_url=environ.get("MINGXIN_WEBHOOK_URL", "").strip(),
        webhook_secret=environ.get("MINGXIN_WEBHOOK_SECRET", ""),
        webhook_ca=environ.get("MINGXIN_WEBHOOK_CA", "").strip(),
    )


def harmless_environment() -> dict[str, str]:
    """The environment of a process that opens strangers' files."""
    return {name: os.environ[name] for name in HARMLESS if name in os.environ}


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return read_settings(dict(os.environ))
