"""A gateway that would reach somebody starts only when it is set up whole."""
from __future__ import annotations

import pytest

from bot.content import load
from bot.filing.gateways.base import NotSent, Unset
from bot.filing.gateways.choosing import CARRIED, check, find
from bot.settings import read_settings

MAIL = {"MINGXIN_GATEWAY": "email", "MINGXIN_STATION": "某站", "MINGXIN_MAIL_HOST": "mail.example",
        "MINGXIN_MAIL_FROM": "a@b.example", "MINGXIN_MAIL_TO": "c@d.example, e@d.example"}
HOOK = {"MINGXIN_GATEWAY": "webhook", "MINGXIN_STATION": "某站", "MINGXIN_WEBHOOK_URL": "https://agency.example/in",
        "MINGXIN_WEBHOOK_SECRET": "0123456789abcdef"}
WRONG = [
    ({"MINGXIN_GATEWAY": "fax"}, "gateway_unknown", "MINGXIN_GATEWAY"),
    *[({**MAIL, name: ""}, "gateway_unset", name) for name in MAIL if name != "MINGXIN_GATEWAY"],
    *[({**HOOK, name: ""}, "gateway_unset", name) for name in HOOK if name != "MINGXIN_GATEWAY"],
    ({**MAIL, "MINGXIN_MAIL_USER": "u"}, "gateway_unset", "MINGXIN_MAIL_PASSWORD"),
    ({**MAIL, "MINGXIN_MAIL_TO": "no address"}, "gateway_no_address", "MINGXIN_MAIL_TO"),
    ({**MAIL, "MINGXIN_MAIL_TO": ","}, "gateway_no_address", "MINGXIN_MAIL_TO"),
    ({**MAIL, "MINGXIN_MAIL_TLS": "none"}, "gateway_no_tls", "MINGXIN_MAIL_TLS"),
    ({**HOOK, "MINGXIN_WEBHOOK_URL": "http://agency.example/in"}, "gateway_no_https", "MINGXIN_WEBHOOK_URL"),
    ({**HOOK, "MINGXIN_WEBHOOK_URL": "https://u:p@agency.example/in"}, "gateway_no_https", "MINGXIN_WEBHOOK_URL"),
    ({**HOOK, "MINGXIN_WEBHOOK_SECRET": "short"}, "gateway_short_secret", "MINGXIN_WEBHOOK_SECRET"),
]


@pytest.mark.parametrize(("environ", "reason", "name"), WRONG)
def test_a_gateway_that_is_not_set_up_whole_is_named_in_a_sentence(environ: dict[str, str], reason: str, name: str) -> None:
    with pytest.raises(Unset) as met:
        check(read_settings(environ))
    assert (met.value.reason, met.value.names) == (reason, (name,))
    assert load().words["run"][reason].format(names=name)


@pytest.mark.parametrize("environ", [{}, MAIL, HOOK, {"MINGXIN_GATEWAY": "handout"}], ids=["none", "mail", "hook", "handout"])
def test_what_is_set_up_whole_starts(environ: dict[str, str]) -> None:
    check(read_settings(environ))


def test_a_trial_without_a_station_finds_no_gateway(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in CARRIED:
        with pytest.raises(NotSent, match="not_set_up"):
            find(read_settings({**MAIL, **HOOK, "MINGXIN_STATION": ""}), name)


def test_an_order_older_than_the_setting_still_finds_its_way() -> None:
    both = read_settings({**MAIL, **HOOK})
    assert all(find(both, name) for name in CARRIED)
    with pytest.raises(NotSent, match="not_set_up"):
        find(read_settings(MAIL), "webhook")
