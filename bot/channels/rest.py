"""The REST channel: Rasa's address and form of reply, without the stock channel's silences."""
from __future__ import annotations

import gc
from typing import Any

from rasa.core.channels.channel import InputChannel
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.cases.store import open_store
from bot.channels.housekeeping import keep_house_hourly
from bot.channels.limits import RESERVED
from bot.channels.speed import make_rasa_quick
from bot.channels.speed.calls import close_held_session
from bot.channels.turns import BadMessage, Incoming, OnMessage, TurnRunner, attachments_of, message_id_of
from bot.content import load

MAX_SENDER = 200
MAX_BODY = 21 * 1024 * 1024  # a photo of 20 MB in its form


class RestInput(InputChannel):
    """`POST /webhooks/rest/webhook {"sender","message","metadata"?}`."""

    def __init__(self) -> None:
        make_rasa_quick()

    @classmethod
    def name(cls) -> str:
        """Same address as Rasa's own channel."""
        return "rest"

    def blueprint(self, on_new_message: OnMessage) -> Blueprint:
        """The routes."""
        routes = Blueprint("mingxin_rest", __name__)
        runner = TurnRunner(on_new_message)

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            try:
                incoming = read_message(_json(request))
            except BadMessage as problem:
                return response.json({"error": str(problem)}, status=400)
            return response.json(await runner.run(incoming))

        @routes.listener("after_server_start")
        async def warm_up(app: Sanic, _: object) -> None:
            # the first message would otherwise wait for word lists and lazily built parts
            await app.ctx.agent.parse_message(load().words["channel"]["warm_up"])
            gc.collect()
            gc.freeze()  # a full collection walks all of Rasa's lasting objects otherwise, in the middle of a turn
            app.add_task(keep_house_hourly(open_store()))

        @routes.listener("before_server_start")
        async def limit(app: Sanic, _: object) -> None:
            app.config.REQUEST_MAX_SIZE = MAX_BODY

        @routes.listener("after_server_stop")
        async def hang_up(app: Sanic, _: object) -> None:
            await close_held_session()

        return routes


def _json(request: Request) -> Any:
    try:
        return request.json
    except Exception as error:  # sanic raises its own type; a bad body is the caller's fault
        raise BadMessage("the body is not JSON") from error


def read_message(body: Any) -> Incoming:
    """The message in a request body; raises BadMessage with the reason."""
    if not isinstance(body, dict):
        raise BadMessage("the body must be a JSON object")
    sender, text, metadata = body.get("sender"), body.get("message", ""), body.get("metadata")
    if not isinstance(sender, str) or not sender.strip():
        raise BadMessage("sender is missing")
    if len(sender) > MAX_SENDER:
        raise BadMessage(f"sender is longer than {MAX_SENDER} characters")
    if sender.startswith(RESERVED):
        raise BadMessage("this sender belongs to another channel")
    if text is None:
        text = ""
    if not isinstance(text, str):
        raise BadMessage("message must be text")
    return Incoming(sender, text, "rest", message_id_of(metadata), attachments_of(metadata))
