"""The filing process and the job process are killed (-9) at random moments while the receiver is dead, slow, lying and
duplicating and the clock jumps: of all filings none lost, none twice at the receiver, every receipt true.

MINGXIN_FAULTS=full: 1,000 filings and 30 kills; else a slice of them.
"""
from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.cases.models import Delivery, Filing, Outgoing
from bot.cases.sealed import unseal
from bot.cases.store import Store
from bot.evidence.vault import Vault
from bot.filing import undelivered
from bot.privacy.cipher import default_cipher
from bot.settings import ROOT
from tests.support.breaking import FULL, SEED
from tests.support.peers import SECRET, Agency, agency_at
from tests.support.stores import NOW, STATION

pytestmark = pytest.mark.faults
FILINGS, KILLS = (1000, 30) if FULL else (80, 6)
LONGEST = 1800 if FULL else 120  # seconds


@dataclass
class House:
    """An installation whose processes can be killed, with a clock of its own."""

    folder: Path
    agency: Agency
    dice: random.Random
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    kills: dict[str, int] = field(default_factory=lambda: {"jobs": 0, "filer": 0})

    def start(self, name: str) -> None:
        """Start "jobs" or "filer"; what it prints is added to its file."""
        module = ["bot.jobs"] if name == "jobs" else ["tests.support.filer", str(FILINGS)]
        with (self.folder / f"{name}.out").open("ab") as out:
            self.processes[name] = subprocess.Popen([sys.executable, "-m", *module], cwd=ROOT, env=self.environ(), stdout=out,
                                                    stderr=subprocess.STDOUT)

    def environ(self) -> dict[str, str]:
        """The settings of the installation."""
        return {**os.environ, "MINGXIN_VAR": str(self.folder), "MINGXIN_TODAY": f"file:{self.folder / 'clock'}",
                "MINGXIN_STATION": STATION, "MINGXIN_GATEWAY": "webhook", "MINGXIN_WEBHOOK_URL": self.agency.url,
                "MINGXIN_WEBHOOK_SECRET": SECRET, "MINGXIN_WEBHOOK_CA": self.agency.ca}

    def kill(self, name: str) -> None:
        """SIGKILL, and start it again."""
        if name == "filer" and self.processes[name].poll() == 0:
            name = "jobs"
        self.processes[name].kill()
        self.processes[name].wait()
        self.kills[name] += 1
        self.start(name)

    def set_clock(self, moment: datetime) -> None:
        """The clock stands at this moment now and goes on; it is never read half written."""
        aside = self.folder / "clock.new"
        aside.write_text(moment.isoformat())
        aside.replace(self.folder / "clock")

    def end(self) -> None:
        """Stop what runs."""
        for process in self.processes.values():
            process.kill()
            process.wait()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    dice = random.Random(f"{SEED}-deliveries")
    with agency_at(tmp_path, dice=random.Random(f"{SEED}-agency"), keep=False) as agency:
        made = House(tmp_path, agency, dice)
        made.set_clock(NOW)
        yield made
        made.end()


def counts(store: Store) -> dict[str, int]:
    """How many orders are in which state."""
    with store.session(read_only=True) as session:
        rows = session.execute(select(Delivery.state, func.count()).group_by(Delivery.state)).all()
    return {str(state): int(count) for state, count in rows}


def store_of(house: House) -> Store:
    """The installation's store, with the key that its processes made."""
    cipher = default_cipher({}, house.folder / "secret.key")
    return Store(f"sqlite:///{house.folder / 'mingxin.db'}", cipher=cipher, vault=Vault(house.folder / "vault", cipher))


def disturb(house: House, moment: datetime, round_: int) -> datetime:
    """One kill at a random moment, sometimes a dead receiver, sometimes a jump of the clock; what the clock says then."""
    house.agency.dead = house.dice.random() < 0.25
    time.sleep(house.dice.uniform(0.2, 3.0 if round_ % 2 else 6.0))
    house.kill("jobs" if round_ % 2 else "filer")
    house.agency.dead = False
    moment += timedelta(hours=-3) if round_ % 5 == 4 else timedelta(minutes=house.dice.choice((2, 10, 70)))
    house.set_clock(moment)
    return moment


def finish(house: House, store: Store, moment: datetime) -> None:
    """Let it run on: the clock goes on by an hour now and then, a person retries what was given up."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if house.processes["filer"].poll() not in (None, 0):
            house.start("filer")
        done = counts(store)
        if house.processes["filer"].poll() == 0 and done == {"delivered": FILINGS}:
            return
        if set(done) & {"given_up"} and set(done) <= {"given_up", "delivered"}:
            with store.session() as session:
                undelivered.retry(session, "", moment)
        moment += timedelta(hours=1, minutes=5)
        house.set_clock(moment)
        time.sleep(1)
    raise AssertionError(f"not all delivered: {counts(store)}, {house.folder}")


def test_of_all_filings_none_is_lost_none_is_twice_at_the_receiver_and_every_receipt_is_true(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    begun = time.monotonic()
    prepared = subprocess.run([sys.executable, "-m", "bot.cases.migrate"], cwd=ROOT, env=house.environ(), check=True)
    assert prepared.returncode == 0
    for name in ("jobs", "filer"):
        house.start(name)
    moment = NOW
    for round_ in range(KILLS):
        moment = disturb(house, moment, round_)
    store = store_of(house)
    finish(house, store, moment)
    told = [line.split() for line in (house.folder / "filer.out").read_text().splitlines() if line.count(" ") == 2]
    receipts = {number: receipt for number, receipt, _ in told}
    assert len(receipts) == FILINGS and {(number, receipt) for number, receipt, _ in told} == set(receipts.items())
    agency = house.agency
    with store.session(read_only=True) as session:
        filed = {row.receipt: row for row in session.scalars(select(Filing))}
        orders = list(session.scalars(select(Delivery)))
        numbers = {order.key: unseal(session, order, "answer_sealed")["number"] for order in orders}
        words = session.scalar(select(func.count()).select_from(Outgoing).where(Outgoing.key.like("delivered:%")))
    assert set(filed) == set(receipts.values()) and {row.state for row in filed.values()} == {"delivered"}
    assert agency.register == numbers and len(set(numbers.values())) == FILINGS
    assert sorted(agency.receipts.values()) == sorted(filed) and words == FILINGS
    store.close()
    with capsys.disabled():
        print(f"\n{FILINGS} filings, killed {house.kills['filer']} times (filing) and {house.kills['jobs']} times (jobs): "
              f"{FILINGS - len(filed)} lost, {len(agency.receipts) - len(set(agency.receipts.values()))} twice at the receiver, "
              f"{sum(receipt not in filed for receipt in receipts.values())} receipts untrue; {agency.wire.total()} requests, "
              f"{agency.wire.total() - len(agency.wire)} of them repeated; {time.monotonic() - begun:.0f} s")
