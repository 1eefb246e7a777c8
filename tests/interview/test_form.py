"""The form, step by step, without Rasa."""
from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from bot.chinese.values import Fact
from bot.interview.form import listen, resume, step_and_of
from bot.interview.questions import Plan, read_plan, remaining
from bot.interview.step import FormState, Step
from bot.interview.turn import Heard

CONTENT = Path(__file__).resolve().parents[2] / "content" / "interview"
PLAN: Plan = read_plan(yaml.safe_load((CONTENT / "wage_claim.yml").read_text(encoding="utf-8")))
TODAY = date(2026, 11, 22)


def known(**values: object) -> dict[str, Fact]:
    """Facts that are known."""
    return {slot: Fact("known", value=value) for slot, value in values.items()}


def say(state: FormState, text: str, act: str = "") -> Step:
    """A message with an act."""
    return listen(PLAN, state, Heard(text, act=act, act_confidence=0.9 if act else 0.0), TODAY)


def test_the_first_question_is_who_hired() -> None:
    assert resume(PLAN, FormState()).state.asked == "debtor_kind"


def test_a_factory_worker_is_not_asked_for_project_and_contractor() -> None:
    left = remaining(PLAN, known(industry="factory"))
    assert "project_name" not in left and "general_contractor" not in left


def test_a_site_worker_is_asked_for_project_and_contractor() -> None:
    left = remaining(PLAN, known(industry="building"))
    assert "project_name" in left and "general_contractor" in left


def test_the_step_counts_up_and_never_passes_the_number_of_questions() -> None:
    state = resume(PLAN, FormState(known(industry="factory"))).state
    seen = []
    while state.asked:
        step, of = step_and_of(PLAN, state)
        seen.append(step)
        assert step <= of
        state = say(state, "跳过", "skip").state
    assert seen == list(range(1, len(seen) + 1))


def test_one_answer_with_three_facts_saves_three_questions() -> None:
    state = resume(PLAN, FormState()).state
    step = say(state, "包工头王大强,欠我一万二,今年3月5号开始干的")
    assert {"debtor_kind", "owed_amount", "start_date"} <= step.state.facts.keys()
    assert step.state.asked not in {"debtor_kind", "owed_amount", "start_date"}
    assert step.say[0].response == "utter_understood"


def test_back_asks_the_former_question_again_and_keeps_the_rest() -> None:
    state = say(resume(PLAN, FormState()).state, "包工头").state
    step = say(state, "上一题", "go_back")
    assert step.state.asked == "debtor_kind"
    assert step_and_of(PLAN, step.state)[0] == 1


def test_back_at_the_first_question_says_so() -> None:
    step = say(resume(PLAN, FormState()).state, "上一题", "go_back")
    assert step.say[0].response == "utter_at_first_question"


def test_a_correction_in_between_keeps_the_question_on_the_table() -> None:
    state = FormState(known(debtor_kind="foreman", owed_amount=12000), "start_date", ["debtor_kind"])
    step = say(state, "金额改成8000", "correct")
    assert step.state.facts["owed_amount"].value == 8000
    assert step.state.asked == "start_date"
    assert step.say[0].response == "utter_corrected"


def test_a_correction_without_a_value_asks_that_question_and_then_goes_on() -> None:
    facts = known(debtor_kind="foreman", debtor_name="王大强", owed_amount=12000)
    state = FormState(facts, "work_place", ["debtor_kind", "owed_amount"])
    step = say(state, "改一下金额", "correct")
    assert step.state.asked == "owed_amount"
    assert say(step.state, "8000").state.asked == "work_place"


def test_nonsense_twice_explains_and_offers_a_way_out() -> None:
    state = FormState(known(), "owed_amount", [])
    once = say(state, "蓝色的天空飘")
    twice = say(once.state, "蓝色的天空飘")
    assert [once.say[0].response, twice.say[0].response] == ["utter_nonsense_once", "utter_nonsense_twice"]
    assert twice.state.asked == "owed_amount"


def test_not_known_is_an_answer_and_is_not_asked_again() -> None:
    step = say(FormState(known(), "owed_amount", []), "不知道", "dont_know")
    assert step.state.facts["owed_amount"].state == "unknown"
    assert "owed_amount" not in remaining(PLAN, step.state.facts)


def test_not_known_after_a_correction_keeps_the_fact_that_was_there() -> None:
    step = say(FormState(known(owed_amount=12000), "owed_amount", ["owed_amount"]), "不知道", "dont_know")
    assert step.state.facts["owed_amount"].value == 12000


def test_all_unpaid_is_the_whole_time_worked() -> None:
    state = FormState(known(start_date="2026-03-05", end_date="2026-05-31"), "owed_period", [])
    assert say(state, "全都没给").state.facts["owed_period"].value == ["2026-03-05", "2026-05-31"]


def test_still_working_answers_the_question_for_the_last_day() -> None:
    step = say(FormState(known(start_date="2026-03-05"), "end_date", []), "还在干")
    assert step.state.facts["still_working"].value is True
    assert step.state.asked != "end_date"


def test_a_question_beside_an_answer_keeps_the_answer_and_is_handed_over() -> None:
    state = FormState(known(), "owed_amount", [])
    step = listen(PLAN, state, Heard("一万二能要回来吗", "steps", 0.8), TODAY)
    assert step.hand_over and step.state.facts["owed_amount"].value == 12000


def test_nothing_signed_is_not_nothing_paid() -> None:
    state = FormState(known(start_date="2026-03-05", end_date="2026-05-31"), "owed_period", [])
    step = say(state, "没签 啥子都没签")
    assert step.state.facts["has_contract"].value is False
    assert "owed_period" not in step.state.facts and step.state.asked == "owed_period"


def test_what_is_told_beside_not_knowing_is_kept_and_played_back() -> None:
    step = say(FormState(known(industry="road"), "project_name", []), "不晓得哪个总包 好像是中铁几局的", "dont_know")
    assert step.state.facts["project_name"].state == "unknown"
    assert step.state.facts["general_contractor"].state == "vague"
    assert [said.response for said in step.say] == ["utter_noted_unknown", "utter_understood"]
    assert step.state.asked not in ("project_name", "general_contractor")


def test_a_person_in_the_place_of_a_denied_firm_leaves_the_kind_of_debtor_open() -> None:
    facts = known(debtor_kind="company", debtor_name="中建三局", industry="building", work_place="武汉")
    step = say(FormState(facts, "project_name", ["debtor_kind", "debtor_name"]), "不是中建三局欠我 是王老五")
    assert step.state.facts["debtor_name"].value == "王老五"
    assert "debtor_kind" not in step.state.facts and "debtor_kind" in remaining(PLAN, step.state.facts)
    assert [said.response for said in step.say] == ["utter_corrected"]
    assert step.state.asked == "project_name"


def test_a_denied_debtor_without_another_name_is_asked_for_again() -> None:
    facts = known(debtor_kind="company", debtor_name="中建三局")
    assert say(FormState(facts, "start_date", []), "不是中建三局欠我的").state.asked == "debtor_name"


def test_a_debtor_s_full_name_takes_the_place_of_his_surname() -> None:
    step = say(FormState(known(debtor_kind="foreman", debtor_name="姓张"), "has_contract", []), "全名张建国")
    assert step.state.facts["debtor_name"].value == "张建国"


def test_a_first_and_a_last_day_told_together_are_not_asked_again() -> None:
    facts = known(debtor_kind="company", debtor_name="宏达电子厂", industry="factory", work_place="东莞")
    step = say(FormState(facts, "start_date", []), "去年3月进厂,今年5月离职")
    assert {"start_date", "end_date"} <= step.state.facts.keys()
    assert step.state.asked not in ("start_date", "end_date")


def test_a_day_told_for_another_question_leaves_the_first_day_to_be_asked() -> None:
    step = say(FormState(known(debtor_kind="company"), "start_date", []), "今年5月离职的")
    assert "end_date" in step.state.facts and step.state.asked == "start_date"


def test_an_end_that_leaves_months_open_is_asked_once_and_then_taken_as_it_is() -> None:
    last_year = Fact("vague", low="2025-01-01", high="2025-12-31", words="去年")
    lunar_month = Fact("vague", low="2026-01-19", high="2026-02-16", words="腊月")
    assert "end_date" in remaining(PLAN, {"end_date": last_year})
    assert "end_date" not in remaining(PLAN, {"end_date": lunar_month})
    state = FormState({"end_date": last_year}, "end_date", ["debtor_kind"])
    again = say(state, "去年").state
    assert again.asked != "end_date" and "end_date" not in remaining(PLAN, again.facts, again.answered)
    skipped = say(state, "记不清了", "dont_know").state
    assert skipped.asked != "end_date" and skipped.facts["end_date"] == last_year


def days(start: tuple[str, str], end: tuple[str, str]) -> dict[str, Fact]:
    """Two days of the work, each told as a range."""
    return {slot: Fact("vague", low=low, high=high) for slot, (low, high) in {"start_date": start, "end_date": end}.items()}


def test_the_whole_time_of_months_is_from_the_first_to_the_last_of_them() -> None:
    told = days(("2026-04-01", "2026-04-30"), ("2026-07-01", "2026-07-31"))
    step = say(FormState({**known(industry="factory"), **told}, "owed_period"), "全都没给")
    assert step.state.facts["owed_period"].value == ["2026-04-01", "2026-07-31"]


def test_the_whole_time_stays_open_when_a_day_leaves_months_open() -> None:
    told = days(("2025-01-01", "2025-12-31"), ("2026-07-01", "2026-07-31"))
    step = say(FormState({**known(industry="factory"), **told}, "owed_period"), "全都没给")
    assert step.state.facts["owed_period"].value is None


def test_the_whole_time_moves_with_a_corrected_day() -> None:
    told = {**days(("2026-04-01", "2026-04-30"), ("2026-07-01", "2026-07-31")),
            "owed_period": Fact("known", value=["2026-04-01", "2026-07-31"], words="全都没给")}
    step = say(FormState({**known(industry="factory"), **told}, "people_count", ["owed_period"]), "改一下开始时间 5月", "correct")
    assert step.state.facts["owed_period"].value == ["2026-05-01", "2026-07-31"]


def test_what_is_known_already_told_again_in_place_of_the_answer_brings_the_way_out() -> None:
    state = FormState(known(debtor_kind="company", industry="factory"), "work_place")
    first = say(state, "工厂")
    second = say(first.state, "工厂")
    assert [said.response for said in second.say] == ["utter_nonsense_twice"] and second.state.asked == "work_place"


def insist(text: str, misses: int = 1, slot: str = "industry") -> Step:
    """The same words as in the message before."""
    return listen(PLAN, FormState(known(debtor_kind="foreman"), slot, [], misses), Heard(text, again=True), TODAY)


def test_who_says_the_same_again_is_not_asked_for_ever() -> None:
    step = insist("蓝色的天空飘")
    assert [said.response for said in step.say] == ["utter_left_open"] and step.state.asked not in ("", "industry")
    assert step.state.facts["industry"] == Fact("unknown", words="蓝色的天空飘")


def test_signs_said_again_and_a_first_miss_are_asked_again() -> None:
    assert insist("！！！").state.asked == insist("蓝色的天空飘", misses=0).state.asked == "industry"


def test_an_exact_sum_in_place_of_the_vague_one_is_kept() -> None:
    state = FormState({"owed_amount": Fact("vague", low=3000, high=4000, words="三千多")}, "people_count")
    step = say(state, "3200")
    assert step.state.facts["owed_amount"].value == 3200 and step.state.asked == "people_count"


def test_who_says_that_all_is_well_is_believed_and_asked_again() -> None:
    step = say(FormState({}, "end_date", [], 1), "我没事，就是气话")
    assert [said.response for said in step.say] == ["utter_all_is_well"]
    assert step.state.asked == "end_date" and not step.state.misses


def test_how_many_were_not_paid_tells_no_time() -> None:
    state = say(FormState(known(industry="factory"), "owed_period"), "我们五个木工都没拿到").state
    assert state.asked == "owed_period" and "owed_period" not in state.facts
    assert state.facts["people_count"].value == 5


def test_a_whole_time_with_a_vague_day_is_told_in_months() -> None:
    told = {"start_date": Fact("vague", low="2025-10-02", high="2025-10-31", words="国庆节后"),
            "end_date": Fact("known", value="2026-08-20")}
    state = say(FormState({**known(industry="factory"), **told}, "owed_period"), "全都没给").state
    assert state.facts["owed_period"].value == ["2025-10-01", "2026-08-20"]


def test_one_fact_that_is_to_go_is_dropped_and_asked_anew_and_the_rest_stays() -> None:
    facts = known(debtor_kind="foreman", pay_rate={"amount": 300, "unit": "day"}, owed_amount=8000)
    step = say(FormState(facts, "work_place", ["debtor_kind", "pay_rate", "owed_amount"]), "删掉工价", "erase_my_data")
    assert not step.hand_over and step.state.asked == "pay_rate"
    assert step.state.facts.keys() == {"debtor_kind", "owed_amount"} and "pay_rate" not in step.state.answered


@pytest.mark.parametrize(("asked", "text", "played"), [
    ("general_contractor", "黑石头", True), ("general_contractor", "天合", False),
    ("general_contractor", "中建三局", False), ("debtor_name", "黑皮", True),
    ("debtor_name", "王海涛", False), ("project_name", "天悦府", True), ("work_place", "贵阳花果园", False),
])
def test_a_name_that_nobody_knows_for_one_is_said_back(asked: str, text: str, played: bool) -> None:
    facts = {"debtor_kind": Fact("known", value="foreman")} if asked != "debtor_kind" else {}
    step = listen(PLAN, FormState(facts, asked), Heard(text), TODAY)
    assert [said.response for said in step.say if asked in said.facts] == (["utter_understood"] if played else [])
