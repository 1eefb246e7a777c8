"""A roster that was sent: said, asked about, agreed; who represents is chosen by the workers; then one complaint for all."""
from __future__ import annotations

from decimal import Decimal

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.assessment import ActionAssess
from actions.common import Turn, content
from actions.inform import ActionInform
from actions.papers import ActionPreview
from actions.photos import ActionReceiveEvidence
from actions.roster import answer_roster
from bot.cases import drafts, evidence, roster
from bot.cases.store import Store
from bot.chinese.crew_total import crew_total
from bot.chinese.values import Fact
from bot.privacy.tokens import PHOTO_MARK
from tests.actions.stage import SENDER, Message, Played, bot, play, user
from tests.evidence.roster.tables import HEADS, as_csv, as_xlsx, person
from tests.support.stores import NOW

WORDS = content().words["roster"]
ASK, ASK_NAMES = WORDS["said"]["ask"], WORDS["after"]["ask"]["text"]


def sent(store: Store, data: bytes, name: str = "名单.csv", form: str = "") -> Played:
    """The file is sent."""
    with store.session() as session:
        item = evidence.add(session, SENDER, data=data, filename=name, now=NOW).id
    return play(ActionReceiveEvidence(), Message(PHOTO_MARK, "send_evidence", photos=[item], form=form))


def tell(text: str, asked: str = "", intent: str = "inform") -> Played:
    """He says it, right after the bot asked."""
    before = [user("……"), bot(asked)] if asked else []
    return play(ActionInform(), Message(text, intent, before=before))


def group(count: int = 12, **first: object) -> list[list[object]]:
    return [list(HEADS), person(0, **first), *(person(n) for n in range(1, count))]


def agreed(store: Store, rows: list[list[object]]) -> Played:
    """The roster is sent and he says yes."""
    sent(store, as_csv(rows))
    return tell("对", ASK, "affirm")


def kept(store: Store) -> list[roster.Worker]:
    with store.session(read_only=True) as session:
        return roster.of_sender(session, SENDER)


def claim(store: Store) -> dict[str, Fact]:
    with store.session(read_only=True) as session:
        draft = drafts.load(session, SENDER)
        return draft.facts if draft else {}


def save(store: Store, stage: str = "claim", **facts: Fact) -> None:
    with store.session() as session:
        drafts.save(session, SENDER, facts=facts, form="wage_claim", asked="", answered=[], stage=stage, now=NOW)


def chosen(store: Store) -> list[str]:
    return [worker.name for worker in kept(store) if worker.representative]


@pytest.mark.parametrize(("make", "name"), [(as_csv, "名单.csv"), (as_xlsx, "名单.xlsx")])
def test_a_roster_is_read_out_with_each_sum_and_the_sum_of_all_and_asked_about(store: Store, make: object, name: str) -> None:
    played = sent(store, make(group(3)), name)  # type: ignore[operator]
    said = "\n".join(played.texts)
    assert "读到3个人，一共欠30,300元" in said and "1. 王大强 10,000元" in said and played.texts[-1] == ASK
    assert [button["payload"] for button in played.messages[-1]["buttons"]] == ["名单对了", "名单要改"]
    assert kept(store) == [] and "people_count" not in claim(store)


def test_the_first_five_wrong_cells_are_named_and_the_rest_counted(store: Store) -> None:
    rows = [HEADS, person(0), *(person(n, 身份证号="522401", 电话="12") for n in range(1, 5))]
    said = "\n".join(sent(store, as_csv(rows)).texts)
    assert "有4行没写对" in said and "第2行" not in said and "还有3处没写对" in said and "读到1个人" in said
    assert "第3行B列（身份证号）：身份证号是18位，这里是6位" in said and "第3行C列（电话）：电话不对" in said
    assert said.count("· 第") == 5 and "522401" not in said


def test_personal_numbers_of_the_roster_are_not_said(store: Store) -> None:
    said = str(sent(store, as_csv(group(12))).messages)
    assert str(person(0)[1]) not in said and str(person(0)[2]) not in said


def test_a_total_of_the_file_that_differs_is_said(store: Store) -> None:
    rows = [["姓名", "还欠"], ["王大强", 100], ["李文秀", 200], ["合计", 400]]
    said = "\n".join(sent(store, as_csv(rows)).texts)
    assert "表上合计写的是400元，我加起来是300元" in said


@pytest.mark.parametrize(("rows", "wanted"), [
    ([HEADS], "下面还没有人"), ([HEADS, person(0, 姓名="")], "还没有一行是写对的"),
    ([["姓名", "还欠"], *([f"王{chr(0x4E00 + n)}", 5] for n in range(2001))], "最多2000人"),
], ids=["empty", "all wrong", "too long"])
def test_a_roster_of_which_nothing_counts_is_not_asked_about(store: Store, rows: list[list[object]], wanted: str) -> None:
    played = sent(store, as_csv(rows))
    assert wanted in "\n".join(played.texts) and ASK not in played.texts
    assert "名单对不对" not in "\n".join(tell("名单对了").texts)


def test_a_yes_puts_the_number_and_the_sum_of_all_beside_it_and_never_as_his_own(store: Store) -> None:
    save(store, worker_name=Fact("known", "赵不在", words="赵不在"))
    said = "\n".join(agreed(store, group(12)).texts)
    assert "12个人，一共欠126,600元" in said
    facts = claim(store)
    total = crew_total(facts["people_count"])
    assert facts["people_count"].value == 12 and total is not None and total.value == 126_600 and "owed_amount" not in facts
    assert len(kept(store)) == 12 and sum(worker.owed for worker in kept(store)) == Decimal(126_600)


def test_his_own_row_gives_his_own_sum_and_what_he_told_before_stays(store: Store) -> None:
    save(store, worker_name=Fact("known", "李大强", words="李大强"))
    assert "你自己那份是10,100元" in "\n".join(agreed(store, group(12)).texts)
    assert claim(store)["owed_amount"].value == 10_100
    save(store, worker_name=Fact("known", "李大强"), owed_amount=Fact("known", 9000, words="九千"))
    agreed(store, group(11))
    assert claim(store)["owed_amount"].value == 9000 and claim(store)["people_count"].value == 11


def test_a_no_leaves_the_roster_before_as_it_was(store: Store) -> None:
    agreed(store, group(3))
    sent(store, as_csv(group(5)))
    assert "原来那份名单还在" in "\n".join(tell("改", ASK, "correct").texts)
    assert len(kept(store)) == 3
    sent(store, as_csv(group(5)))
    tell("名单对了")
    assert len(kept(store)) == 5


def test_in_a_form_the_roster_counts_at_once_and_nothing_else_is_asked(store: Store) -> None:
    save(store, debtor_name=Fact("known", "赵明贵"))
    played = sent(store, as_csv(group(12)), form="wage_claim")
    assert ASK not in played.texts and "改好再发一次" in played.texts[-1] and not played.customs("question")
    assert len(kept(store)) == 12 and played.slots["people_count"]["value"] == 12


def test_under_ten_no_representatives_are_needed(store: Store) -> None:
    played = agreed(store, group(9))
    assert "不用推代表" in "\n".join(played.texts) and ASK_NAMES not in "\n".join(played.texts)
    assert "一起投诉" in str(played.messages)


def test_from_ten_on_three_to_five_are_asked_for_with_the_law(store: Store) -> None:
    played = agreed(store, group(10))
    assert ASK_NAMES in "\n".join(played.texts)
    assert {"LAW-ARB-20", "LAW-DOC-08"} <= {law for part in played.customs("laws") for law in part["ids"]}
    assert "代表记下了：王大强、李大强、张大强" in "\n".join(tell("王大强、李大强、张大强", ASK_NAMES).texts)
    assert chosen(store) == ["王大强", "李大强", "张大强"]


def test_representatives_marked_in_the_file_are_taken(store: Store) -> None:
    rows = [HEADS, *(person(n, **{"代表(是)": "是" if n < 4 else ""}) for n in range(12))]
    said = "\n".join(agreed(store, rows).texts)  # type: ignore[arg-type]
    assert "名单里标的代表是：王大强、李大强、张大强、刘大强" in said and ASK_NAMES not in said


@pytest.mark.parametrize(("text", "wanted"), [
    ("王大强、李大强", "现在是2个"), ("代表是王大强、李大强、张大强、刘大强、陈大强、杨大强", "现在是6个"),
    ("你帮我选吧", "我不能替你们选"),
    ("王大强、李大强、张大墙", "名单里没有「张大墙」。是不是张大强"), ("代表是王大强、李大强、钱多多", "名单里没有「钱多多」"),
])
def test_too_few_too_many_unknown_names_and_a_choice_by_the_bot_are_refused(store: Store, text: str, wanted: str) -> None:
    agreed(store, group(12))
    assert wanted in "\n".join(tell(text, ASK_NAMES).texts) and chosen(store) == []


def test_a_choice_by_the_bot_is_refused_also_where_it_was_heard_as_a_wish_for_the_assessment(store: Store) -> None:
    agreed(store, group(12))
    played = play(ActionAssess(), Message("你帮我选", "assess", before=[user("……"), bot(ASK_NAMES)]))
    assert "我不能替你们选" in "\n".join(played.texts)


def test_what_leads_to_the_papers_is_not_heard_again_by_the_action_that_follows(store: Store) -> None:
    agreed(store, group(3))
    events = [{"event": "user", "text": "一起投诉", "metadata": {}}]
    latest = {"text": "一起投诉", "intent": {"name": "inform", "confidence": 1.0}}

    def answered(*more: dict[str, object]) -> object:
        tracker = Tracker(SENDER, {}, latest, [*events, *more], False, None, {}, "action_listen")
        return answer_roster(Turn(CollectingDispatcher(), tracker))

    assert answered() and answered({"event": "action", "name": "action_inform"}) is None


def test_the_near_name_is_offered_as_a_whole_answer(store: Store) -> None:
    agreed(store, group(12))
    played = tell("王大强、李大强、张大墙", ASK_NAMES)
    button = played.messages[-1]["buttons"][0]["payload"]
    assert button == "代表是王大强、李大强、张大强"
    tell(button, played.texts[-1])
    assert chosen(store) == ["王大强", "李大强", "张大强"]


def test_two_workers_of_one_name_are_told_apart_by_their_rows(store: Store) -> None:
    rows = [HEADS, *(person(n, **({"姓名": "王大强"} if n == 5 else {})) for n in range(12))]
    agreed(store, rows)  # type: ignore[arg-type]
    assert "第几行" in "\n".join(tell("王大强、李大强、张大强", ASK_NAMES).texts) and chosen(store) == []
    tell("代表是王大强第7行、李大强、张大强")
    assert [worker.line for worker in kept(store) if worker.representative] == [3, 4, 7]


def test_another_message_is_no_answer_about_representatives(store: Store) -> None:
    agreed(store, group(12))
    for text in ("我们还没商量好", "什么是代表", "怎么收集证据"):
        assert "名单里没有" not in "\n".join(tell(text, ASK_NAMES).texts)
    assert chosen(store) == []


def test_together_leads_to_the_papers_and_without_a_roster_to_the_template(store: Store) -> None:
    played = tell("我们30个人一起告")
    assert [part["document"] for part in played.customs("document")] == ["roster_template"]
    laws = {law for part in played.customs("laws") for law in part["ids"]}
    assert "手写" in "\n".join(played.texts) and {"LAW-DOC-08", "LAW-IOU-13"} <= laws
    sent(store, as_csv(group(12)))
    assert tell("一起投诉").texts == [ASK]
    tell("名单对了")
    assert tell("一起投诉").next == "action_papers"


def test_the_template_is_given_at_any_time(store: Store) -> None:
    played = tell("花名册模板")
    assert [(part["document"], part["format"]) for part in played.customs("document")] == [("roster_template", "xlsx")]


def test_before_the_yes_it_is_said_that_no_representatives_were_chosen(store: Store) -> None:
    save(store, debtor_name=Fact("known", "宏达劳务公司"), owed_amount=Fact("known", 9000), debtor_kind=Fact("known", "company"))
    agreed(store, group(12))
    missing = WORDS["after"]["representatives_missing"]["text"]
    assert missing in "\n".join(play(ActionPreview(), Message()).texts)
    tell("代表是王大强、李大强、张大强")
    assert missing not in "\n".join(play(ActionPreview(), Message()).texts)


def test_a_table_that_is_no_roster_goes_its_way_as_before(store: Store) -> None:
    played = sent(store, as_xlsx([["姓名", "出勤", "应发工资"], ["王大强", 20, 5000]]), "a.xlsx")
    assert ASK not in played.texts and kept(store) == []
