"""Which way a filing goes: by the setting MINGXIN_GATEWAY. Without settings it stays at this desk."""
from __future__ import annotations

from collections.abc import Callable

from bot.filing.gateways.base import Gateway, NotSent, Unset
from bot.filing.gateways.email import Email
from bot.filing.gateways.webhook import Webhook
from bot.settings import Settings

#: what a process carries out; desk (at once) and handout (the worker himself) need none
CARRIED: dict[str, Callable[[Settings], Gateway]] = {"email": Email.of, "webhook": Webhook.of}
NAMES = ("desk", "handout", *CARRIED)


def check(conf: Settings) -> None:
    """Raise Unset when the chosen gateway does not exist, or would reach somebody and is not set up whole."""
    if conf.gateway not in NAMES:
        raise Unset("gateway_unknown", ("MINGXIN_GATEWAY",))
    if conf.gateway in CARRIED:
        if not conf.station:
            raise Unset("gateway_unset", ("MINGXIN_STATION",))
        CARRIED[conf.gateway](conf)


def find(conf: Settings, name: str) -> Gateway:
    """The gateway of an order, which may be older than the present setting. Raises NotSent when it is not set up (any more)."""
    if name not in CARRIED or not conf.station:
        raise NotSent("not_set_up")
    try:
        return CARRIED[name](conf)
    except Unset as problem:
        raise NotSent("not_set_up") from problem
