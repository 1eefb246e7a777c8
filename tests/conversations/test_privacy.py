"""Numbers of persons and the receipt's words, typed in every state and every writing, lie nowhere in clear.

Searched: the bytes of both databases with their logs ahead, the vault, the servers' logs (Rasa's at DEBUG), and every
body between Rasa and the action server. A remark typed beside each number must be found there: so the search can find.
"""
from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest
import yaml

from bot.cases import drafts
from bot.cases.store import Store
from bot.chinese.values import Fact
from bot.clock import CHINA
from bot.evidence.vault import Vault
from bot.privacy.cipher import Cipher
from bot.privacy.keys import load_keys
from bot.settings import ROOT
from tests.support.live import Talk
from tests.support.talks import begun, previewed
from tests.support.watching import WatchedLive, signs

pytestmark = pytest.mark.servers

NUMBERS = {"id": "522401198611234577", "old id": "110105491231002", "card": "6222021903014478899", "phone": "13985472613",
           "landline": "085185734219"}
MARK = "旁边这句要找得到"
FORMS = {name: yaml.safe_load((ROOT / f"content/interview/{name}.yml").read_text(encoding="utf-8"))["questions"]
         for name in ("wage_claim", "paper_details")}
STATES = [(form, str(question["slot"])) for form, questions in FORMS.items() for question in questions]


def groups(value: str, sign: str, size: int = 4) -> str:
    """The number in groups."""
    return sign.join(value[at:at + size] for at in range(0, len(value), size))


def writings(kind: str) -> dict[str, str]:
    """The ways in which people write a number."""
    value = NUMBERS[kind]
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in value)
    if kind == "landline":
        return {"plain": value, "dash": f"{value[:4]}-{value[4:]}"}
    found = {"plain": value, "wide": wide}
    if kind != "old id":
        found |= {"blanks": groups(value, " "), "dashes": groups(value, "-")}
    if kind in ("id", "phone"):
        found["hanzi"] = value.translate(str.maketrans("0123456789", "零一二三四五六七八九"))
        found["one by one"] = groups(value, " ", 1)
    if kind == "phone":
        found |= {"86": f"+86 {value}", "3-4-4": f"{value[:3]} {value[3:7]} {value[7:]}"}
    return found


ALL_WRITINGS = [text for kind in NUMBERS for text in writings(kind).values()]


def in_turn(at: int) -> list[str]:
    """Each number once, in the writing whose turn it is at the state number `at`."""
    return [list(writings(kind).values())[at % len(writings(kind))] for kind in NUMBERS]


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WatchedLive]:
    """The real servers with a proxy between them."""
    bot = WatchedLive(tmp_path_factory.mktemp("watched")).start()
    yield bot
    bot.stop()


@pytest.fixture(scope="module")
def store(watched: WatchedLive) -> Iterator[Store]:
    """The servers' case store, for putting a draft where a test begins."""
    cipher = Cipher(load_keys({}, watched.folder / "secret.key"))
    made = Store(f"sqlite:///{watched.database}", cipher=cipher, vault=Vault(watched.folder / "vault", cipher))
    yield made
    made.close()


def standing_at(watched: WatchedLive, store: Store, form: str, slot: str) -> Talk:
    """A talk in which the form has just asked for `slot`."""
    talk = watched.talk()
    facts = {"owed_amount": Fact("known", 8000, words="八千")} if slot != "owed_amount" else {}
    with store.session() as session:
        drafts.save(session, talk.sender, facts=facts, form=form, asked=slot, answered=[], stage="claim",
                    now=datetime(2026, 11, 22, 9, 0, tzinfo=CHINA))
    said = talk.say("继续")
    assert said.asks == slot, talk.transcript()
    return talk


def typed(watched: WatchedLive, store: Store, state: tuple[str, str], number: str) -> Talk:
    """The number as an answer, and inside a question beside the form."""
    talk = standing_at(watched, store, *state)
    talk.say(number)
    talk.say(f"{MARK},我的号码是{number},没签合同能要工资吗")
    return talk


@pytest.fixture(scope="module")
def all_typed(watched: WatchedLive, store: Store) -> list[Talk]:
    """Every number in every state of the forms, the writings taking turns, and all of them outside the forms."""
    pairs = [(state, number) for at, state in enumerate(STATES) for number in in_turn(at)]
    with ThreadPoolExecutor(6) as pool:
        talks = list(pool.map(lambda pair: typed(watched, store, *pair), pairs))
    outside = [watched.talk(), begun(watched), previewed(watched), previewed(watched), begun(watched)]
    outside[3].say("确认提交")
    outside[4].say("删除我的资料")
    for talk, text in product(outside, ALL_WRITINGS):
        talk.say(f"{MARK}:{text}")
    return talks + outside


def found_in(data: bytes, needles: list[str]) -> list[str]:
    """Those needles that stand in the data, in whatever writing."""
    heap = signs(data)
    return [needle for needle in needles if signs(needle) in heap]


def everything(watched: WatchedLive) -> dict[str, bytes]:
    """Files by name, and what travelled to the actions."""
    return {**watched.files(), "action payloads": watched.travelled()}


def test_the_search_finds_what_stands_there(watched: WatchedLive, all_typed: list[Talk]) -> None:
    places = everything(watched)
    assert found_in(places["conversations.db"] + places.get("conversations.db-wal", b""), [MARK])
    assert found_in(places["action payloads"], [MARK, "〔身份证#1〕", "〔手机号#1〕", "〔银行卡#1〕"])
    assert signs("５２２４ 0119-86 一一") == "522401198611" and signs(r"\uff15\u4e00") == "51"


def test_no_number_lies_in_a_database_a_log_or_an_action_payload(watched: WatchedLive, all_typed: list[Talk]) -> None:
    leaks = {name: found for name, data in everything(watched).items() if (found := found_in(data, list(NUMBERS.values())))}
    assert leaks == {}


def test_no_reply_repeats_a_number(all_typed: list[Talk]) -> None:
    said = signs("\n".join(said.text for talk in all_typed for _, said in talk.history))
    assert [number for number in NUMBERS.values() if number in said] == []


def test_no_reply_shows_a_token(all_typed: list[Talk]) -> None:
    shown = [talk.transcript() for talk in all_typed for _, said in talk.history if "〔" in said.text]
    assert shown == []


@pytest.mark.parametrize("slot", ["worker_phone", "debtor_phone"])
@pytest.mark.parametrize("writing", list(writings("phone")))
def test_a_phone_in_any_writing_answers_its_question(watched: WatchedLive, store: Store, slot: str, writing: str) -> None:
    talk = standing_at(watched, store, "paper_details", slot)
    said = talk.say(writings("phone")[writing])
    assert said.asks not in ("", slot), talk.transcript()


@pytest.mark.parametrize("writing", list(writings("id")))
def test_an_identity_number_in_any_writing_answers_its_question(watched: WatchedLive, store: Store, writing: str) -> None:
    talk = standing_at(watched, store, "paper_details", "worker_id_number")
    assert talk.say(writings("id")[writing]).asks not in ("", "worker_id_number"), talk.transcript()


def test_papers_alone_hold_the_full_numbers(watched: WatchedLive) -> None:
    talk = begun(watched)
    talk.say("明天再说")
    talk.say("写投诉书")
    talk.say("吴建国")
    talk.say(writings("phone")["hanzi"])
    talk.say("跳过")
    shown = talk.say(writings("id")["blanks"])
    assert "确认提交" in shown.buttons and NUMBERS["id"] not in shown.text, talk.transcript()
    links = {(part["document"], part["format"]): part["url"] for part in shown.custom("document")}
    paper = watched.http.get(links["inspection_complaint", "docx"])
    assert paper.status_code == 200
    text = zipfile.ZipFile(io.BytesIO(paper.content)).read("word/document.xml").decode()
    assert NUMBERS["id"] in text and NUMBERS["phone"] in text
    assert found_in(b"".join(everything(watched).values()), [NUMBERS["id"], NUMBERS["phone"]]) == []


def test_the_receipts_words_lie_nowhere_in_clear_though_typed_in_every_state(watched: WatchedLive, store: Store) -> None:
    owner = previewed(watched)
    filed = owner.say("确认提交")
    receipt = filed.custom("receipt")[0]["receipt"]
    words = filed.text.split("口令词")[1].splitlines()[0].lstrip(":： ").split()
    assert len(words) == 3, filed.text
    for form, slot in STATES:
        talk = standing_at(watched, store, form, slot)
        blanks, commas, bare = " ".join(words), "、".join(words), "".join(words)
        for text in (f"{receipt} {blanks}", f"{receipt}{commas}", f"我的口令词是{commas}", bare):
            talk.say(text)
    other = watched.talk()
    assert receipt in other.say(f"{receipt} {' '.join(words)}").text
    owner.say("再说一遍")
    pairs = ["".join(words[:2]), "".join(words[1:]), "".join(words)]
    leaks = {name: found for name, data in everything(watched).items() if (found := found_in(data, pairs))}
    assert leaks == {}


def test_the_name_of_an_uploaded_file_keeps_no_number(watched: WatchedLive) -> None:
    talk = begun(watched)
    png = (Path(ROOT) / "bot/channels/static").glob("*.png")
    data = next((path.read_bytes() for path in png), b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(40))
    evidence = talk.upload(data, f"身份证{NUMBERS['id']}.png")
    talk.say("这是我的工作证", attachments=[evidence])
    leaks = {name: found for name, data in everything(watched).items() if (found := found_in(data, [NUMBERS["id"]]))}
    assert leaks == {}
