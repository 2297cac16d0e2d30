"""Stands between a bot and the emulator: writes down, judges, spoils by rule, adds what the emulator leaves out."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from typing import Any

import aiohttp
from aiohttp import web

from tests.blackbox import faults, oracle
from tests.blackbox.chats import Chats
from tests.blackbox.faults import Fault, Faults
from tests.blackbox.gaps import EMULATOR_DOES_NOT_DO, EMULATOR_REFUSES
from tests.blackbox.profile import Profile
from tests.blackbox.schema import decode
from tests.blackbox.transcript import OK, Call, Transcript
from tests.blackbox.violations import Violation

Files = dict[str, web.FileField]
REPEATED = 10  # how many of its last updates a bot gets "again"


class Proxy:
    """The Bot API on ``/bot<token>/<method>``, answered by the emulator at ``emulator``."""

    def __init__(self, emulator: str, transcript: Transcript, faults: Faults) -> None:
        self.emulator = emulator
        self.transcript = transcript
        self.faults = faults
        self.bots: dict[str, Chats] = {}
        self.profiles: dict[str, Profile] = {}
        self.delivered: dict[str, list[Any]] = {}  # the updates of each bot so far
        self.http: aiohttp.ClientSession

    def app(self) -> web.Application:
        app = web.Application(client_max_size=64 << 20)
        app.router.add_post("/bot{token}/{method}", self.handle)
        app.router.add_get("/file/bot{token}/{path:.*}", self.download)
        app.cleanup_ctx.append(self._session)
        return app

    async def _session(self, _: web.Application) -> AsyncIterator[None]:
        connector, timeout = aiohttp.TCPConnector(limit=0), aiohttp.ClientTimeout(total=120)
        async with aiohttp.ClientSession(connector=connector, timeout=timeout) as self.http:
            yield

    def chats(self, token: str) -> Chats:
        return self.bots.setdefault(token, Chats(int(token.split(":")[0])))

    async def handle(self, request: web.Request) -> web.Response:
        token, method = request.match_info["token"], request.match_info["method"]
        raw, files = await _read(request)
        params = decode(method, raw)
        call = Call(token, method, params, frozenset(files), self._chat(token, params))
        self.transcript.begin(call)
        fault = self.faults.take(token, method, call.chat)
        response = await faults.before(fault, request) if fault else None
        if response is None:
            response = await self._answer(call, files, fault)
        else:
            self._write(call, response)
        return faults.cut(request) if fault and fault.kind == "drop after" else response

    async def _answer(self, call: Call, files: Files, fault: Fault | None) -> web.Response:
        if call.method == "getUpdates":
            return await self._updates(call, fault)
        chats = self.chats(call.bot)
        call.violations = oracle.violations(chats, call.method, call.params, call.files)
        if said := oracle.refusal(chats, call.method, call.params, call.violations):
            return self._write(call, faults.refused(400, f"Bad Request: {said}"))
        status, answer = await self._do(call, files)
        if status == OK:
            answer["result"] = chats.apply(call.method, call.params, answer["result"])
        else:
            call.violations.append(Violation("refused by the emulator", call.method, answer["description"]))
        return self._write(call, web.json_response(answer, status=status), answer.get("result"))

    async def _updates(self, call: Call, fault: Fault | None) -> web.Response:
        delivered = self.delivered.setdefault(call.bot, [])
        if fault and fault.kind == "again":
            status, answer = OK, {"ok": True, "result": delivered[-REPEATED:]}
        else:
            status, answer = await self._forward(call, {})
            delivered += answer.get("result", [])
        return self._write(call, web.json_response(answer, status=status), answer.get("result"))

    async def _do(self, call: Call, files: Files) -> tuple[int, dict[str, Any]]:
        """Done by the emulator, or by the profile where the emulator has none."""
        profile = self.profiles.setdefault(call.bot, Profile())
        if call.method in EMULATOR_DOES_NOT_DO:
            return OK, {"ok": True, "result": profile.call(call.method, call.params)}
        status, answer = await self._forward(call, files)
        if call.method == "getMe":
            answer["result"] |= self.chats(call.bot).me
        if profile.knows(call.method):
            profile.call(call.method, call.params)
        return status, answer

    async def _forward(self, call: Call, files: Files) -> tuple[int, dict[str, Any]]:
        form = aiohttp.FormData()
        for name, value in _known(call.method, call.params).items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, file in files.items():
            form.add_field(name, file.file, filename=file.filename, content_type=file.content_type)
        async with self.http.post(f"{self.emulator}/bot{call.bot}/{call.method}", data=form) as response:
            return response.status, await response.json()

    async def download(self, request: web.Request) -> web.Response:
        async with self.http.get(self.emulator + request.path) as response:
            return web.Response(status=response.status, body=await response.read())

    def _write(self, call: Call, response: web.Response, result: Any = None) -> web.Response:
        self.transcript.end(call, response.status, result)
        return response

    def _chat(self, token: str, params: Mapping[str, Any]) -> int | None:
        chat = params.get("chat_id") or self.chats(token).pressed.get(params.get("callback_query_id", ""))
        return chat if isinstance(chat, int) else None


def _known(method: str, params: Mapping[str, Any]) -> dict[str, Any]:
    """Parameters without those that the emulator refuses although Telegram takes them."""
    known = {name: value for name, value in params.items() if name not in EMULATOR_REFUSES.get(method, ())}
    if "reply_parameters" in known:
        reply: Mapping[str, Any] = known["reply_parameters"]
        known["reply_parameters"] = {
            name: value for name, value in reply.items() if name not in EMULATOR_REFUSES["reply_parameters"]
        }
    return known


async def _read(request: web.Request) -> tuple[dict[str, str], Files]:
    form = await request.post()
    texts = {name: value for name, value in form.items() if isinstance(value, str)}
    return texts, {name: value for name, value in form.items() if isinstance(value, web.FileField)}
