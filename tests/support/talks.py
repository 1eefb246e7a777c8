"""Talks brought to the places where tests begin."""
from __future__ import annotations

from tests.support.live import Live, Talk

STORY = "包工头王大强欠我8000块,在贵阳花果园工地做木工"
NAME = "吴建国"


def begun(live: Live) -> Talk:
    """A claim whose second question (start_date) stands open."""
    talk = live.talk()
    assert talk.say(STORY).asks == "general_contractor", talk.transcript()
    assert talk.say("中建四局").asks == "start_date", talk.transcript()
    return talk


def in_the_papers(live: Live) -> Talk:
    """The details for the papers, second question (worker_phone) open."""
    talk = live.talk()
    talk.say(STORY)
    talk.say("明天再说")
    assert talk.say("写投诉书").asks == "worker_name", talk.transcript()
    assert talk.say(NAME).asks == "worker_phone", talk.transcript()
    return talk


def previewed(live: Live) -> Talk:
    """A complaint that was shown and waits for the yes."""
    talk = in_the_papers(live)
    talk.say("跳过")
    talk.say("跳过")
    assert "确认提交" in talk.say("跳过").buttons, talk.transcript()
    return talk
