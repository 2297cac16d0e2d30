"""A web site on this machine, for the tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from ipaddress import ip_address

from aiohttp import web

from intake.fetching import Limits, Page
from intake.links import fetch

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
HOME = ip_address("127.0.0.1")


class Site:
    """A site on a port of this machine that answers as a test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[web.Request] = []
        self.port = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        return await self.answers[request.path](request)

    def gives(self, path: str, **response: object) -> str:
        """The address of a page that is always answered in this way."""

        async def answer(request: web.Request) -> web.Response:
            return web.Response(**response)  # type: ignore[arg-type]

        return self.does(path, answer)

    def does(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return f"http://127.0.0.1:{self.port}{path}"

    def sends(self, path: str, location: str, status: int = 302) -> str:
        return self.gives(path, status=status, headers={"Location": location})

    async def fetch(self, url: str, **limits: int | float) -> Page:
        return await fetch(url, self.limits(**limits), {HOME}.__contains__)

    def limits(self, **limits: int | float) -> Limits:
        return Limits(ports={self.port, 80}, **limits)  # type: ignore[arg-type]


@asynccontextmanager
async def running(answer: Answer) -> AsyncIterator[int]:
    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()
