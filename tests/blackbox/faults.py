"""What goes wrong between a bot and Telegram, by rule."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from aiohttp import web

Kind = Literal["429", "500", "502 page", "drop", "drop after", "delay", "hang", "again"]
FOR_EVER = 3600.0


@dataclass
class Fault:
    """The next ``times`` calls of ``method`` go wrong, of one chat or one bot where these are given.

    ``seconds`` is the length of a delay, or what a 429 tells to wait. "drop" cuts the connection before the call is
    done, "drop after" when it is done; "again" delivers the last ten updates a second time.
    """

    method: str
    kind: Kind
    chat: int | None = None
    bot: str | None = None
    times: int = 1
    seconds: float = 1

    def fits(self, bot: str, method: str, chat: int | None) -> bool:
        return self.times > 0 and self.method == method and self.chat in (None, chat) and self.bot in (None, bot)


class Faults:
    def __init__(self) -> None:
        self.rules: list[Fault] = []

    def take(self, bot: str, method: str, chat: int | None) -> Fault | None:
        """The first rule that fits a call; it is used up by one."""
        rule = next((one for one in self.rules if one.fits(bot, method, chat)), None)
        if rule:
            rule.times -= 1
        return rule


async def before(fault: Fault, request: web.Request) -> web.Response | None:
    """What happens instead of a call; None where the call is done nevertheless."""
    if fault.kind in ("delay", "hang"):
        await asyncio.sleep(fault.seconds if fault.kind == "delay" else FOR_EVER)
        return None
    if fault.kind == "drop":
        return cut(request)
    return ANSWERS[fault.kind](fault) if fault.kind in ANSWERS else None


def cut(request: web.Request) -> web.Response:
    """Reset the connection; the response reaches nobody."""
    if request.transport:
        request.transport.abort()
    return web.Response(status=499)


def refused(status: int, description: str, parameters: Mapping[str, Any] | None = None) -> web.Response:
    """A refusal as Telegram words it."""
    answer = {"ok": False, "error_code": status, "description": description}
    return web.json_response(answer | ({"parameters": dict(parameters)} if parameters else {}), status=status)


def _too_many(fault: Fault) -> web.Response:
    seconds = int(fault.seconds)
    return refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def _bad_gateway(_: Fault) -> web.Response:
    page = "<html><body><h1>502 Bad Gateway</h1></body></html>"
    return web.Response(status=502, content_type="text/html", text=page)


ANSWERS = {"429": _too_many, "500": lambda _: refused(500, "Internal Server Error"), "502 page": _bad_gateway}
