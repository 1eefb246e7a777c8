"""The action server: 127.0.0.1 only, behind a token, for rasa_sdk itself asks for none and listens everywhere."""
from __future__ import annotations

import hmac
import logging
import sys

from rasa_sdk.endpoint import create_app
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.settings import settings


def main() -> int:
    """Serve until stopped."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    conf = settings()
    if not conf.action_token:
        print("MINGXIN_ACTION_TOKEN is not set: start the bot with `make run`", file=sys.stderr)
        return 2
    app = create_app("actions")

    @app.on_request
    async def authorise(request: Request) -> HTTPResponse | None:
        if request.path == "/health":
            return None
        given = request.args.get("token", "")
        known = hmac.compare_digest(given.encode(), conf.action_token.encode())
        return None if known else json({"error": "unauthorised"}, status=401)

    def failed(request: Request, error: Exception) -> HTTPResponse:
        if isinstance(error, SanicException):
            return json({"error": str(error)}, status=error.status_code)
        # the SDK's own handler sends the whole tracker back, and Rasa writes it into its log
        logging.getLogger("actions").error("an action failed", exc_info=error)
        return json({"error": type(error).__name__}, status=500)

    app.error_handler.add(Exception, failed)

    @app.listener("before_server_start")
    async def warm_up(*_: object) -> None:
        from actions.common import warm_up as load_everything

        load_everything()

    app.run(host="127.0.0.1", port=conf.action_port, access_log=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
