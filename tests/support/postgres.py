"""A throw-away PostgreSQL server: a cluster in a temporary folder, on a free port of 127.0.0.1, ended by its own pid."""
from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from glob import glob
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg2

from bot.run.ports import free_port

USER = "mingxin"
NOT_HERE = "PostgreSQL is not installed: run scripts/system-packages, or set MINGXIN_TEST_POSTGRES or MINGXIN_POSTGRES_BIN"
SETTINGS = {"listen_addresses": "127.0.0.1", "unix_socket_directories": "", "fsync": "off", "synchronous_commit": "off",
            "full_page_writes": "off", "max_connections": "60", "shared_buffers": "64MB"}


@dataclass(frozen=True)
class Server:
    """A running server; `url` names its first database."""

    port: int
    password: str
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """For SQLAlchemy and psycopg2."""
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        """The same for another database."""
        return f"postgresql://{USER}:{self.password}@127.0.0.1:{self.port}/{database}"


def programs() -> Path:
    """The folder of initdb and postgres: the newest Debian has; FileNotFoundError when there is none."""
    found = glob(os.environ.get("MINGXIN_POSTGRES_BIN", "/usr/lib/postgresql/*/bin") + "/initdb")
    if not found:
        raise FileNotFoundError(NOT_HERE)
    versions = {Path(name).parent: name.split("/")[-3] for name in found}
    return max(versions, key=lambda folder: float(versions[folder]) if versions[folder].replace(".", "", 1).isdigit() else 0)


@contextlib.contextmanager
def server(seconds: float = 30) -> Iterator[Server]:
    """A server for the time of the block; RuntimeError with its log when it does not start."""
    folder = Path(tempfile.mkdtemp(prefix="mingxin-pg-"))
    process: subprocess.Popen[bytes] | None = None
    try:
        _give(folder)
        password = _make_cluster(folder)
        port = free_port()
        with (folder / "log").open("wb") as log:
            options = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
            process = subprocess.Popen([str(programs() / "postgres"), "-D", str(folder / "data"), "-p", str(port), *options],
                                       stdout=log, stderr=subprocess.STDOUT, cwd=folder, start_new_session=True, **_as_user())
        made = Server(port, password, process)
        _wait(made, folder / "log", seconds)
        yield made
    finally:
        if process is not None:
            _stop(process)
        shutil.rmtree(folder, ignore_errors=True)


def new_database(url: str) -> str:
    """An empty database on the server of `url`; gives its URL. It goes with the server."""
    name = f"t_{uuid4().hex}"
    connection = psycopg2.connect(url)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    finally:
        connection.close()
    start, _, rest = url.rpartition("/")
    return f"{start}/{name}{'?' + rest.partition('?')[2] if '?' in rest else ''}"


def _as_user() -> dict[str, Any]:
    """postgres refuses to run as root: then as the user of Debian's package."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}


def _give(path: Path) -> None:
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(path, owner.pw_uid, owner.pw_gid)


def _make_cluster(folder: Path) -> str:
    password = secrets.token_hex(12)
    (folder / "password").write_text(password)
    _give(folder / "password")
    command = [str(programs() / "initdb"), "-D", str(folder / "data"), "-U", USER, "--pwfile", str(folder / "password"),
               "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False, **_as_user())
    if done.returncode != 0:
        raise RuntimeError(f"initdb: {done.stdout}{done.stderr}")
    return password


def _wait(made: Server, log: Path, seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            psycopg2.connect(made.url, connect_timeout=2).close()
            return
        except psycopg2.OperationalError as problem:
            if made.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"postgres did not start:\n{log.read_text(errors='replace')}") from problem
            time.sleep(0.1)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Fast shutdown: connections are ended. The children of postgres end with it."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)
        process.wait(timeout=20)
