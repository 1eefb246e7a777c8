"""scripts/bootstrap on machines that lack one thing or another; uv and the Pythons are stand-ins."""
from __future__ import annotations

from pathlib import Path

import pytest

from tests.run.stand_ins import BROKEN_SHIM, OTHER_PYTHON, PYTHON_310, UV, Bench

INSTALL = "scripts/bootstrap"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench.make(tmp_path)


@pytest.fixture
def ready(bench: Bench) -> Bench:
    """A machine with uv and a Python 3.10."""
    bench.put(bench.bin / "uv", UV)
    bench.put(bench.bin / "python3.10", PYTHON_310)
    return bench


def test_with_uv_and_python_it_makes_the_environment_from_the_lock(ready: Bench) -> None:
    code, said, _ = ready.run(INSTALL)
    assert code == 0, said
    assert ready.calls() == ["uv --version", f"uv venv --quiet --python {ready.bin / 'python3.10'} .venv",
                             "uv pip sync --python .venv/bin/python --compile-bytecode --require-hashes requirements.lock"]


def test_it_shows_what_is_downloaded_and_not_the_list_of_packages(ready: Bench) -> None:
    _, said, _ = ready.run(INSTALL)
    assert "Downloading tensorflow-cpu (183.4MiB)" in said
    assert "rasa==3.6.21" not in said
    assert "安装依赖" in said and "依赖装好了" in said


def test_with_nothing_to_do_it_is_silent_and_takes_under_a_fifth_of_a_second(ready: Bench) -> None:
    ready.run(INSTALL)
    before = ready.calls()
    runs = [ready.run(INSTALL) for _ in range(3)]
    assert {(code, said) for code, said, _ in runs} == {(0, "")}
    assert ready.calls() == before
    assert min(seconds for _, _, seconds in runs) < 0.2


def test_a_changed_lock_installs_again_into_the_same_environment(ready: Bench) -> None:
    ready.run(INSTALL)
    with (ready.project / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    before = len(ready.calls())
    assert ready.run(INSTALL)[0] == 0
    assert [call.split()[1] for call in ready.calls()[before:]] == ["--version", "pip"]


def test_without_any_uv_it_is_installed_with_venv_and_pip(bench: Bench) -> None:
    bench.put(bench.bin / "python3", OTHER_PYTHON)
    bench.put(bench.bin / "python3.10", PYTHON_310)
    code, said, _ = bench.run(INSTALL)
    assert code == 0, said
    assert "安装 uv" in said
    assert bench.calls()[:2] == ["python3 -m venv .tools", "python3 -m pip install --quiet --disable-pip-version-check uv"]
    assert "uv pip sync --python .venv/bin/python --compile-bytecode --require-hashes requirements.lock" in bench.calls()


def test_the_uv_it_installed_itself_is_found_again(bench: Bench) -> None:
    bench.put(bench.bin / "python3", OTHER_PYTHON)
    bench.put(bench.bin / "python3.10", PYTHON_310)
    bench.run(INSTALL)
    (bench.project / ".venv" / "mingxin.lock").unlink()
    before = len(bench.calls())
    assert bench.run(INSTALL)[0] == 0
    assert not [call for call in bench.calls()[before:] if "install" in call or "venv" in call.split()[1]]


def test_a_pyenv_shim_of_uv_that_fails_does_not_count(bench: Bench) -> None:
    bench.put(bench.bin / "uv", BROKEN_SHIM)
    bench.put(bench.home / ".local" / "bin" / "uv", UV)
    bench.put(bench.bin / "python3.10", PYTHON_310)
    code, said, _ = bench.run(INSTALL)
    assert code == 0, said
    assert "安装 uv" not in said
    assert "uv pip sync --python .venv/bin/python --compile-bytecode --require-hashes requirements.lock" in bench.calls()


def test_a_python_3_10_of_pyenv_is_used_though_python3_is_another(ready: Bench) -> None:
    (ready.bin / "python3.10").unlink()
    ready.put(ready.bin / "python3", OTHER_PYTHON)
    mine = ready.home / ".pyenv" / "versions" / "3.10.13" / "bin" / "python"
    ready.put(mine, PYTHON_310)
    assert ready.run(INSTALL)[0] == 0
    assert f"uv venv --quiet --python {mine} .venv" in ready.calls()
    assert "uv python install 3.10" not in ready.calls()


def test_a_pyenv_elsewhere_is_found_by_pyenv_root(ready: Bench, tmp_path: Path) -> None:
    (ready.bin / "python3.10").unlink()
    mine = tmp_path / "elsewhere" / "versions" / "3.10.4" / "bin" / "python"
    ready.put(mine, PYTHON_310)
    assert ready.run(INSTALL, PYENV_ROOT=str(tmp_path / "elsewhere"))[0] == 0
    assert f"uv venv --quiet --python {mine} .venv" in ready.calls()


def test_a_shim_of_python_3_10_that_fails_does_not_count(ready: Bench) -> None:
    ready.put(ready.bin / "python3.10", BROKEN_SHIM)
    assert ready.run(INSTALL)[0] == 0
    assert "uv python install 3.10" in ready.calls()


def test_without_any_python_3_10_uv_brings_one(ready: Bench) -> None:
    (ready.bin / "python3.10").unlink()
    code, said, _ = ready.run(INSTALL)
    assert code == 0, said
    assert "本机没有 Python 3.10" in said
    assert ready.calls()[1:3] == ["uv python install 3.10", "uv venv --quiet --python 3.10 .venv"]


def test_the_settings_for_uv_and_python_come_first(ready: Bench, tmp_path: Path) -> None:
    ready.put(tmp_path / "my-uv", UV.replace('echo "uv', 'echo "my-uv'))
    ready.put(tmp_path / "my-python", PYTHON_310)
    assert ready.run(INSTALL, MINGXIN_UV=str(tmp_path / "my-uv"), MINGXIN_PYTHON=str(tmp_path / "my-python"))[0] == 0
    assert f"my-uv venv --quiet --python {tmp_path / 'my-python'} .venv" in ready.calls()


@pytest.mark.parametrize(("call", "words"), [
    ("python install", "Python 3.10 下载不了"),
    ("venv", "建不了 .venv"),
    ("pip sync", "依赖没有装好"),
])
def test_a_step_of_uv_that_fails_ends_with_a_clear_sentence(ready: Bench, call: str, words: str) -> None:
    (ready.bin / "python3.10").unlink()
    code, said, _ = ready.run(INSTALL, FAIL=call)
    assert code == 1
    assert words in said.splitlines()[-1]
    assert not (ready.project / ".venv" / "mingxin.lock").exists()


@pytest.mark.parametrize(("call", "words"), [("-m venv", "apt-get install python3 python3-venv"), ("-m pip", "uv 下载不了")])
def test_when_uv_cannot_be_brought_a_clear_sentence_says_why(bench: Bench, call: str, words: str) -> None:
    bench.put(bench.bin / "python3", OTHER_PYTHON)
    code, said, _ = bench.run(INSTALL, FAIL=call)
    assert code == 1
    assert words in said.splitlines()[-1]


def test_after_a_failed_download_the_next_run_goes_on(ready: Bench) -> None:
    assert ready.run(INSTALL, FAIL="pip sync")[0] == 1
    code, said, _ = ready.run(INSTALL)
    assert code == 0, said
    assert (ready.project / ".venv" / "mingxin.lock").exists()


def test_an_environment_whose_python_is_gone_or_of_another_version_is_made_anew(ready: Bench) -> None:
    ready.run(INSTALL)
    ready.put(ready.project / ".venv" / "bin" / "python", BROKEN_SHIM)
    (ready.project / ".venv" / "mingxin.lock").write_text("old")
    (ready.project / ".venv" / "left-over").write_text("")
    assert ready.run(INSTALL)[0] == 0
    assert not (ready.project / ".venv" / "left-over").exists()
    assert (ready.project / ".venv" / "bin" / "python").read_text() == PYTHON_310


def test_it_works_for_a_user_without_a_home(ready: Bench) -> None:
    ready.variables["HOME"] = ""
    assert ready.run(INSTALL)[0] == 0


def test_a_venv_that_is_a_link_is_refused_and_what_it_leads_to_stays_as_it_is(ready: Bench, tmp_path: Path) -> None:
    other = tmp_path / "another checkout" / ".venv"
    ready.put(other / "bin" / "python", PYTHON_310)
    (other / "mingxin.lock").write_text("theirs")
    (ready.project / ".venv").symlink_to(other)
    code, said, _ = ready.run(INSTALL)
    assert code == 1
    assert ".venv 是一个链接" in said and str(other) in said and "rm .venv" in said
    assert ready.calls() == []
    assert (ready.project / ".venv").is_symlink() and (other / "mingxin.lock").read_text() == "theirs"


def test_a_link_to_an_environment_that_is_gone_or_fits_by_chance_is_refused_too(ready: Bench, tmp_path: Path) -> None:
    assert ready.run(INSTALL)[0] == 0
    (ready.project / ".venv").rename(tmp_path / "moved")
    (ready.project / ".venv").symlink_to(tmp_path / "moved")
    assert ready.run(INSTALL)[0] == 1
    (ready.project / ".venv").unlink()
    (ready.project / ".venv").symlink_to(tmp_path / "nowhere")
    assert ready.run(INSTALL)[0] == 1
