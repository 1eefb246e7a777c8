"""`python -m bot vault verify [--json]`: every original of the vault read back against its hash (content/words/vault.yml)."""
from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from bot import clock
from bot.cases.store import Store, open_store
from bot.cases.verify import Verified, verify
from bot.content import load
from bot.privacy.cipher import KeyProblem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The command verify."""
    commands = parser.add_subparsers(dest="command", required=True)
    verifying = commands.add_parser("verify", help="read every original back against its hash; 1 when one is not as it was")
    verifying.add_argument("--json", action="store_true", help="print JSON")


def run(chosen: argparse.Namespace, store: Store | None = None) -> int:
    """Run the check. 0: every original is as it was received; 1: one is not; 2: it could not be done."""
    words: dict[str, Any] = load().words["vault"]
    try:
        store = store or open_store()
        store.upgrade()
        found = verify(store, clock.now())
    except KeyProblem as problem:  # no key at all, or one that cannot be read
        print(words["no_key"].format(problem=problem), file=sys.stderr)
        return 2
    print(json.dumps(asdict(found), ensure_ascii=False) if chosen.json else "\n".join(lines(found, words)))
    return 1 if found.faults else 0


def lines(found: Verified, words: dict[str, Any]) -> list[str]:
    """A sentence for each fault and note, then one for the whole. Ids and hashes alone: no file name, nobody's data."""
    told = [words["faults"][fault.what].format(evidence=fault.evidence) for fault in found.faults]
    told += [words["without_row"].format(sha256=sha256[:12]) for sha256 in found.without_row]
    last = words["some_wrong"] if found.faults else words["all_right"]
    return [*told, last.format(files=found.files, size=f"{found.size / 1024**2:.1f}", wrong=len(found.faults))]
