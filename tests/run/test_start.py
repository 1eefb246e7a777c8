"""`python -m bot.run` where it cannot start: one clear sentence, exit code 1, no server, no stack trace."""
from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.run.ports import free_port
from bot.run.servers import NotStarted, Servers
from bot.settings import ROOT


def start(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run it to its end."""
    environment = {**os.environ, "MINGXIN_VAR": str(folder), "MINGXIN_PORT": str(free_port()),
                   "MINGXIN_ACTION_PORT": str(free_port()), **settings}
    return subprocess.run([sys.executable, "-m", "bot.run"], cwd=ROOT, env=environment, text=True, timeout=60, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


@pytest.mark.parametrize("name", ["MINGXIN_PORT", "MINGXIN_ACTION_PORT"])
def test_a_taken_port_is_named_and_how_to_choose_another(tmp_path: Path, name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = str(listener.getsockname()[1])
        done = start(tmp_path, **{name: port})
    assert done.returncode == 1
    assert re.fullmatch(rf"明薪 · 端口 {port} 已经被别的程序占用.*MINGXIN_PORT=.*\n", done.stdout), done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_port_taken_on_the_chosen_interface_is_seen(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.2", 0)) as listener:
        port = str(listener.getsockname()[1])
        done = start(tmp_path, MINGXIN_PORT=port, MINGXIN_HOST="127.0.0.2")
    assert (done.returncode, f"端口 {port}" in done.stdout) == (1, True)


def test_one_port_for_both_servers_is_refused(tmp_path: Path) -> None:
    port = str(free_port())
    done = start(tmp_path, MINGXIN_PORT=port, MINGXIN_ACTION_PORT=port)
    assert (done.returncode, f"端口 {port}" in done.stdout) == (1, True)


def test_a_port_that_is_no_number_is_a_setting_to_mend(tmp_path: Path) -> None:
    done = start(tmp_path, MINGXIN_PORT="five")
    assert done.returncode == 1
    assert done.stdout.startswith("明薪 · 设置不对") and "Traceback" not in done.stdout


def test_a_database_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    done = start(tmp_path, MINGXIN_DATABASE_URL=f"postgresql://bot:secret-word@127.0.0.1:{free_port()}/mingxin")
    assert done.returncode == 1
    assert "明薪 · 连不上数据库" in done.stdout
    assert "secret-word" not in done.stdout and "Traceback" not in done.stdout


def test_stopping_ends_a_server_with_all_that_it_started(tmp_path: Path) -> None:
    servers = Servers(free_port(), free_port(), tmp_path, tmp_path)
    server = subprocess.Popen(["/bin/sh", "-c", "sleep 300 & echo $!; wait"], stdout=subprocess.PIPE, start_new_session=True)
    assert server.stdout is not None
    child = int(server.stdout.readline())
    servers.processes["rasa"] = server
    servers.stop()
    assert server.poll() == -signal.SIGTERM
    assert not servers.processes
    assert _is_gone(child)


def _is_gone(process: int, seconds: float = 5) -> bool:
    """Whether a process ends (or waits only to be collected) within some seconds: a signal needs a moment."""
    status = Path(f"/proc/{process}/stat")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if status.read_text().split(") ")[1][0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


SERVER = """#!/bin/sh
while [ "$1" != --interface ]; do shift; done
exec "{python}" -m http.server --directory "{folder}" --bind "$2" "$4"
"""


@pytest.mark.parametrize(("host", "url"), [("127.0.0.1", "http://127.0.0.1:{}"), ("127.0.0.2", "http://127.0.0.2:{}"),
                                           ("0.0.0.0", "http://127.0.0.1:{}")])
def test_a_server_is_waited_for_where_it_listens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, host: str, url: str) -> None:
    (tmp_path / "webhooks" / "rest").mkdir(parents=True)
    (tmp_path / "python").write_text(SERVER.format(python=sys.executable, folder=tmp_path))
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    servers = Servers(free_port(), free_port(), tmp_path / "logs", tmp_path, host)
    try:
        servers.start_rasa(seconds=20)
        assert servers.url == url.format(servers.port)
        assert servers.environ()["MINGXIN_HOST"] == host
    finally:
        servers.stop()


def test_a_server_that_does_not_come_up_is_told_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "python").write_text("#!/bin/sh\necho no such model\nexit 1\n")
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    servers = Servers(free_port(), free_port(), tmp_path / "logs", tmp_path)
    with pytest.raises(NotStarted, match=r"logs/actions\.log"):
        servers.start()
    assert servers.processes == {}
    assert (tmp_path / "logs" / "actions.log").read_text() == "no such model\n"
    assert not (tmp_path / "logs" / "rasa.log").exists()  # the port that people use opens last


def test_a_server_that_has_ended_is_known(tmp_path: Path) -> None:
    servers = Servers(free_port(), free_port(), tmp_path, tmp_path)
    servers.processes = {"rasa": subprocess.Popen(["true"]),
                         "actions": subprocess.Popen(["sleep", "300"], start_new_session=True)}
    servers.processes["rasa"].wait()
    try:
        assert servers.ended() == ["rasa"]
    finally:
        servers.stop(kill=True)
