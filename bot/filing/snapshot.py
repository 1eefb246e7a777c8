"""What is filed: the facts and the list of evidence as they are at that moment."""
from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from bot.cases import evidence, roster
from bot.cases.drafts import facts_of
from bot.cases.models import Case, Filing
from bot.cases.sealed import cipher_of, unseal
from bot.chinese.values import NOT_FILED, Fact
from bot.privacy import tokens


@dataclass(frozen=True)
class Snapshot:
    """Facts, evidence and roster of one filed version. `evidence`: EvidenceItem as JSON, times in ISO; `roster`: the workers
    of a group as JSON, numbers in clear, empty for a claim of one."""

    facts: dict[str, Fact]
    evidence: list[dict[str, Any]]
    roster: Sequence[dict[str, Any]] = ()

    def to_json(self) -> dict[str, Any]:
        """The form that is sealed. Without a roster none is named, so that what was filed before still is the same."""
        facts = {slot: fact.to_json() for slot, fact in self.facts.items()}
        return {"facts": facts, "evidence": self.evidence, **({"roster": list(self.roster)} if self.roster else {})}

    @property
    def group_owed(self) -> Decimal | None:
        """What is owed to the whole group in yuan, None without a roster."""
        return sum((Decimal(row["owed"]) for row in self.roster), Decimal(0)) if self.roster else None

    def evidence_ids(self) -> list[str]:
        """The items that were filed."""
        return [item["id"] for item in self.evidence]

    def tokens(self) -> list[str]:
        """The personal numbers that were filed."""
        return tokens.find(json.dumps(self.to_json(), ensure_ascii=False))


def take(session: Session, case: Case) -> Snapshot:
    """The case as it is now, without what is kept beside it of another claim or was told after a filing."""
    items = [evidence.as_json(item) for item in evidence.of_case(session, case.id)]
    facts = {slot: fact for slot, fact in facts_of(session, case).items() if slot not in NOT_FILED}
    return Snapshot(facts, items, [worker.to_json() for worker in roster.of_case(session, case.id)])


def digest(session: Session, snapshot: Snapshot) -> str:
    """A keyed hash: equal when nothing was changed."""
    text = json.dumps(snapshot.to_json(), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(cipher_of(session).tags("snapshot", text)[-1].encode()).hexdigest()


def read(session: Session, filing: Filing) -> Snapshot:
    """What was filed."""
    data = unseal(session, filing, "content_sealed")
    return Snapshot({slot: Fact.from_json(fact) for slot, fact in data["facts"].items()}, data["evidence"],
                    data.get("roster", []))
