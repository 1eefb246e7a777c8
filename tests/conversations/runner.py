"""Plays a dialogue of tests/conversations/<behaviour>/*.yml against the real servers.

A dialogue is `name`, `steps`, and perhaps `known_gap`: what the product does not reach yet (the test must then fail).
A step is one of
  user: words                 what the worker types (or taps: a button's payload)
    says: [pieces]            every piece stands in the bot's texts (a piece "甲|乙": one of them)
    not: [pieces]             no piece does
    asks: slot                the form asks for this fact ("" or `none`: asks nothing)
    step / of: numbers        progress of the question
    buttons: [payloads]       these buttons are offered
    laws: [ids]               these law facts are cited
    documents: [names]        links to these papers are given
    receipt: true             a receipt is given
    repeat: true              the same message id as the step before (a redelivery)
  photo: name                 the worker sends a picture of tests/photos/papers.yml, of any other name a small blank one
                              (words may stand in `text`), checks as above
  document: form              the worker sends a pdf, docx or xlsx with the `lines` of the step, checks as above
  roster: {workers: 30}       the worker sends a roster of so many invented workers (tests/evidence/roster/tables.py); `form`: csv
                              or xlsx; `wrong`: {7: {电话: "12"}} puts a wrong cell into the row of the 7th; checks as above
  later: {minutes: 61}        time passes
  restart: true               both servers are stopped and started
  device: other               the worker goes on with another sender
In every turn each text that states law is followed by the facts that it rests on (tests/support/legal.py, no_law.yml).
{receipt} and {words} in `user` stand for the last receipt and its secret words.
"""
from __future__ import annotations

import io
import re
import uuid
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from tests.evidence.roster.tables import roster_file
from tests.photos.draw import draw
from tests.photos.pictures import read_pictures
from tests.support.legal import untraced
from tests.support.live import Live, Said, Talk
from tests.support.sent_files import document

FOLDER = Path(__file__).parent
KNOWN = {"user", "says", "not", "asks", "step", "of", "buttons", "laws", "documents", "receipt", "repeat", "photo", "text",
         "document", "lines", "roster", "later", "restart", "device"}


def dialogues() -> list[Path]:
    """All dialogue files."""
    return sorted(FOLDER.glob("*/*.yml"))


def read(path: Path) -> dict[str, Any]:
    """A dialogue; unknown words in it are an error."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for step in data["steps"]:
        unknown = set(step) - KNOWN
        assert not unknown, f"{path.name}: unknown {unknown}"
    return data


def picture(name: str) -> bytes:
    """The picture of that name in tests/photos/papers.yml; else a small JPEG, different each time."""
    drawn = next((one for one in read_pictures() if one.name == name), None)
    if drawn:
        return draw(drawn)
    out = io.BytesIO()
    color = tuple(uuid.uuid4().bytes[:3])
    Image.new("RGB", (64, 48), color).save(out, "JPEG")
    return out.getvalue()


class Player:
    """Plays the steps of one dialogue."""

    def __init__(self, live: Live, data: dict[str, Any]) -> None:
        self.live, self.data = live, data
        self.talk: Talk = live.talk()
        self.receipt, self.words, self.message_id = "", "", ""
        self.position = 0

    def play(self) -> bool:
        """Play on; True when the dialogue is over, False when it waits for a restart of the servers."""
        while self.position < len(self.data["steps"]):
            step = self.data["steps"][self.position]
            self.position += 1
            if step.get("restart"):
                return False
            self._step(step)
        return True

    def _step(self, step: dict[str, Any]) -> None:
        if "later" in step:
            self.live.later(**step["later"])
        elif step.get("device") == "other":
            self.talk = self.live.talk()
        elif "photo" in step:
            evidence = self.talk.upload(picture(step["photo"]))
            self._check(step, self.talk.say(step.get("text", ""), attachments=[evidence]))
        elif "document" in step:
            evidence = self.talk.upload(document(step["document"], step["lines"]), f"a.{step['document']}")
            self._check(step, self.talk.say("", attachments=[evidence]))
        elif "roster" in step:
            data, name = roster_file(**step["roster"])
            self._check(step, self.talk.say("", attachments=[self.talk.upload(data, name)]))
        else:
            self._check(step, self._say(step))

    def _say(self, step: dict[str, Any]) -> Said:
        if not step.get("repeat"):
            self.message_id = uuid.uuid4().hex
        text = str(step["user"]).replace("{receipt}", self.receipt).replace("{words}", self.words)
        said = self.talk.say(text, self.message_id)
        for custom in said.custom("receipt"):
            self.receipt = custom["receipt"]
        found = re.search(r"口令词[:：](\S+ \S+ \S+)", said.text)
        self.words = found.group(1) if found else self.words
        return said

    def _check(self, step: dict[str, Any], said: Said) -> None:
        talk = f"\n{self.talk.transcript()}"
        for piece in step.get("says", []):
            assert any(part in said.text for part in str(piece).split("|")), f"not said: {piece}{talk}"
        for piece in step.get("not", []):
            assert str(piece) not in said.text, f"said: {piece}{talk}"
        loose = untraced(said.replies)
        assert not loose, f"{loose}{talk}"
        questions = said.custom("question")
        assert len(questions) <= 1, f"two questions{talk}"
        if "asks" in step:
            wanted = "" if step["asks"] in (None, "none") else step["asks"]
            assert said.asks == wanted, f"asks {said.asks!r}, not {wanted!r}{talk}"
        for name in ("step", "of"):
            if name in step:
                assert questions and questions[0][name] == step[name], f"{name} is {questions}{talk}"
        for payload in step.get("buttons", []):
            assert payload in said.buttons, f"no button {payload}: {said.buttons}{talk}"
        cited = {law for custom in said.custom("laws") for law in custom["ids"]}
        assert set(step.get("laws", [])) <= cited, f"laws {cited}{talk}"
        offered = {custom["document"] for custom in said.custom("document")}
        assert set(step.get("documents", [])) <= offered, f"documents {offered}{talk}"
        if step.get("receipt"):
            assert said.custom("receipt"), f"no receipt{talk}"
