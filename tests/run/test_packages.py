"""scripts/system-packages and .ci/run: what they install where something is missing; apt-get and make are stand-ins."""
from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.run.stand_ins import APT, OTHER_PYTHON, PYTHON_310, Bench

PACKAGES, CI = "scripts/system-packages", ".ci/run"
NOTHING = "#!/usr/bin/env bash\nexit 0\n"
MAKE = '#!/usr/bin/env bash\necho "make $*" >> "$LOG"\necho "12 passed in 3.45s"\n'
SUDO = '#!/usr/bin/env bash\necho "sudo $*" >> "$LOG"\nexec "$@"\n'


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    made = Bench.make(tmp_path)
    made.put(made.bin / "apt-get", APT)
    made.put(made.bin / "sudo", SUDO)
    made.variables["MINGXIN_POSTGRES_BIN"] = str(tmp_path / "postgresql")
    return made


def asked(bench: Bench) -> list[str]:
    """The calls of apt-get, without those of sudo."""
    return [call for call in bench.calls() if call.startswith("apt-get")]


def test_missing_packages_are_installed_in_one_call(bench: Bench) -> None:
    code, said, _ = bench.run(PACKAGES)
    assert code == 0, said
    assert asked(bench) == ["apt-get update -qq",
                            "apt-get install -y -qq --no-install-recommends chromium postgresql poppler-utils"]


def test_only_what_is_missing_is_installed(bench: Bench, tmp_path: Path) -> None:
    bench.put(bench.bin / "chromium", NOTHING)
    bench.put(tmp_path / "postgresql" / "initdb", NOTHING)
    assert bench.run(PACKAGES)[0] == 0
    assert asked(bench)[-1].endswith("--no-install-recommends poppler-utils")


def test_nothing_is_done_when_all_are_there(bench: Bench, tmp_path: Path) -> None:
    for path in (bench.bin / "chromium", bench.bin / "pdftoppm", tmp_path / "postgresql" / "initdb"):
        bench.put(path, NOTHING)
    assert bench.run(PACKAGES)[:2] == (0, "")
    assert bench.calls() == []


def test_a_failed_installation_ends_with_a_clear_sentence(bench: Bench) -> None:
    code, said, _ = bench.run(PACKAGES, FAIL="install")
    assert code == 1
    assert "没有装上" in said.splitlines()[-1]


def test_without_apt_get_it_says_what_to_install(bench: Bench) -> None:
    (bench.bin / "apt-get").unlink()
    code, said, _ = bench.run(PACKAGES)
    assert code == 1
    assert "缺少 chromium postgresql poppler-utils" in said


def test_sudo_is_used_by_all_but_root(bench: Bench) -> None:
    bench.run(PACKAGES)
    assert any(call.startswith("sudo") for call in bench.calls()) == (os.getuid() != 0)


def test_ci_on_debians_base_with_python3_brings_make_git_and_venv_first(bench: Bench) -> None:
    bench.put(bench.bin / "python3", OTHER_PYTHON)
    code, _, _ = bench.run(CI)
    assert code != 0  # the stand-in of apt-get brings no make
    assert asked(bench)[-1] == "apt-get install -y -qq --no-install-recommends make git python3 python3-venv ca-certificates"


def test_ci_where_all_is_there_only_calls_make_test_and_ends_with_its_last_line(bench: Bench) -> None:
    bench.put(bench.bin / "make", MAKE)
    bench.put(bench.bin / "git", NOTHING)
    bench.put(bench.bin / "python3", PYTHON_310)
    code, said, _ = bench.run(CI)
    assert code == 0
    assert bench.calls() == ["make test"]
    assert said.splitlines()[-1] == "12 passed in 3.45s"
