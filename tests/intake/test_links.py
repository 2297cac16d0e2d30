"""What is fetched from a site that runs on this machine, and what is refused."""

from __future__ import annotations

import asyncio
import gzip
import socket
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from ipaddress import ip_address

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from intake.addresses import IPAddress, is_public
from intake.documents import IntakeError
from intake.fetching import AllowedResolver, Limits
from intake.links import extract, fetch
from intake.refusals import (
    ClosedChannelError,
    LinkAddressError,
    LinkAwayError,
    LinkBigError,
    LinkBrokenError,
    LinkCertificateError,
    LinkFailingError,
    LinkMissingError,
    LinkPrivateError,
    LinkRedirectsError,
    LinkRefusedError,
    LinkSlowError,
    LinkTypeError,
    NoPostError,
)
from tests.site import HOME, Site

HTML = "<html><body><p>Мост открыли в пятницу.</p></body></html>"


@asynccontextmanager
async def saying(said: bytes) -> AsyncIterator[int]:
    """A server that says the same to everybody, be it HTTP or not, and hangs up."""

    async def say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(say, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


class Names(AbstractResolver):
    """Knows names by heart, and may answer otherwise each time; every name is on one port of this machine."""

    def __init__(self, port: int, **addresses: list[str]) -> None:
        self.port = port
        self.addresses: dict[str, Iterator[str]] = {name: iter(each) for name, each in addresses.items()}
        self.asked = 0

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        self.asked += 1
        address = next(self.addresses[host.partition(".")[0]])
        kind = socket.AF_INET6 if ":" in address else socket.AF_INET
        return [
            ResolveResult(
                hostname=host, host=address, port=self.port, family=kind, proto=0, flags=socket.AI_NUMERICHOST
            )
        ]

    async def close(self) -> None: ...


# What comes


async def test_a_page_comes_with_its_bytes_address_and_charset(site: Site) -> None:
    url = site.gives("/новость", body=HTML.encode("cp1251"), content_type="text/html", charset="windows-1251")
    page = await site.fetch(f"{url}?a=1#вниз")
    assert page.content.decode("cp1251") == HTML
    assert (page.content_type, page.charset, page.is_article) == ("text/html", "windows-1251", True)
    assert page.url.endswith("/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C?a=1")


async def test_the_site_is_told_who_asks_and_in_which_languages_it_is_read(site: Site) -> None:
    await site.fetch(site.gives("/", text=HTML))
    headers = site.asked[0].headers
    assert "Verbatim" in headers["User-Agent"]
    assert headers["Accept-Language"].startswith("ru")
    assert "Cookie" not in headers


async def test_no_proxy_of_the_environment_is_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    assert (await site.fetch(site.gives("/", text=HTML))).content == HTML.encode()


@pytest.mark.parametrize(
    ("path", "headers", "name"),
    [
        ("/doc/отчёт.pdf", {"Content-Type": "application/pdf"}, "отчёт.pdf"),
        ("/download", {"Content-Type": "application/pdf"}, "download.pdf"),
        ("/get", {"Content-Disposition": 'attachment; filename="../plan.docx"'}, "plan.docx"),
        ("/notes", {"Content-Type": "text/plain"}, "notes.txt"),
        ("/", {"Content-Type": "application/octet-stream"}, "file.bin"),
    ],
)
async def test_a_file_comes_with_its_name(site: Site, path: str, headers: dict[str, str], name: str) -> None:
    page = await site.fetch(site.gives(path, body=b"%PDF", headers=headers))
    assert (page.name, page.content, page.is_article) == (name, b"%PDF", False)


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
async def test_a_packed_page_is_unpacked(site: Site, coding: str) -> None:
    packed = (gzip.compress if coding == "gzip" else zlib.compress)(HTML.encode())
    url = site.gives("/", body=packed, headers={"Content-Encoding": coding})
    assert (await site.fetch(url)).content == HTML.encode()


# Where it leads


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_followed(site: Site, status: int) -> None:
    site.gives("/новая", text=HTML, content_type="text/html")
    page = await site.fetch(site.sends("/a/старая", "../новая", status))
    assert page.content == HTML.encode()
    assert page.url == f"http://127.0.0.1:{site.port}/%D0%BD%D0%BE%D0%B2%D0%B0%D1%8F"


async def test_five_redirects_are_followed_and_no_sixth(site: Site) -> None:
    site.gives("/0", text=HTML)
    for i in range(6):
        site.sends(f"/{i + 1}", f"/{i}")
    assert (await site.fetch(f"http://127.0.0.1:{site.port}/5")).content
    with pytest.raises(LinkRedirectsError):
        await site.fetch(f"http://127.0.0.1:{site.port}/6")


async def test_a_circle_of_redirects_ends(site: Site) -> None:
    site.sends("/one", "/two")
    with pytest.raises(LinkRedirectsError):
        await site.fetch(site.sends("/two", "/one"))
    assert len(site.asked) == 6


async def test_a_cookie_that_the_way_needs_is_carried_along_and_forgotten(site: Site) -> None:
    async def door(request: web.Request) -> web.StreamResponse:
        if request.cookies.get("seen"):
            return web.Response(text=HTML)
        return web.Response(status=302, headers={"Location": "/", "Set-Cookie": "seen=1; Path=/"})

    url = site.does("/", door).replace("127.0.0.1", "site.example")
    for _ in range(2):
        names = Names(site.port, site=["127.0.0.1"] * 2)
        assert (await fetch(url, site.limits(), {HOME}.__contains__, names)).content == HTML.encode()
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("location", "refusal"),
    [
        ("http://10.0.0.1/", LinkPrivateError),
        ("http://[::1]/", LinkPrivateError),
        ("http://[::ffff:10.0.0.1]/", LinkPrivateError),
        ("http://2130706433/", LinkAddressError),
        ("http://127.1/", LinkAddressError),
        ("file:///etc/passwd", LinkAddressError),
        ("gopher://example.org/", LinkAddressError),
        ("http://somebody:secret@example.org/", LinkAddressError),
        ("http://127.0.0.1:22/", LinkAddressError),
        ("https://t.me/c/123/4", ClosedChannelError),
        ("https://t.me/joinchat/abc", ClosedChannelError),
        ("https://t.me/some_bot?start=1", NoPostError),
    ],
)
async def test_where_a_redirect_sends_is_checked_like_what_was_sent(
    site: Site, location: str, refusal: type[IntakeError]
) -> None:
    with pytest.raises(refusal):
        await fetch(site.sends("/", location), Limits(ports={site.port, 80, 443}), {HOME}.__contains__)
    assert len(site.asked) == 1


# Which machine is asked


@pytest.mark.parametrize("host", ["localhost", "0x7f.1", "0x7f000001", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"])
async def test_this_machine_is_not_asked_by_any_of_its_names(site: Site, host: str) -> None:
    site.gives("/", text=HTML)
    with pytest.raises((LinkPrivateError, LinkAddressError, LinkAwayError)):
        await fetch(f"http://{host}:{site.port}/", site.limits())
    assert not site.asked


async def test_a_name_that_resolves_to_a_private_address_is_refused(site: Site) -> None:
    site.gives("/", text=HTML)
    with pytest.raises(LinkPrivateError):
        await fetch("http://inside.example/", site.limits(), is_public, Names(site.port, inside=["127.0.0.1"]))
    assert not site.asked


async def test_a_redirect_to_a_name_that_resolves_to_a_private_address_is_refused(site: Site) -> None:
    url = site.sends("/", "http://inside.example/")
    with pytest.raises(LinkPrivateError):
        await fetch(url, site.limits(), {HOME}.__contains__, Names(site.port, inside=["10.0.0.1"]))
    assert len(site.asked) == 1


async def test_the_address_that_was_checked_is_the_one_that_is_connected_to(site: Site) -> None:
    """A name that means another machine when it is asked a second time is asked once."""
    site.gives("/", text=HTML)
    names = Names(site.port, turning=["127.0.0.1", "10.0.0.1"])
    page = await fetch("http://turning.example/", site.limits(), {HOME}.__contains__, names)
    assert (page.content, names.asked) == (HTML.encode(), 1)


async def test_private_addresses_of_a_name_that_has_public_ones_too_are_left_out() -> None:
    class Both(Names):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
        ) -> list[ResolveResult]:
            return [*await super().resolve(host), *await super().resolve(host)]

    found = await AllowedResolver(Both(80, site=["10.0.0.1", "8.8.8.8"]), is_public).resolve("site.example")
    assert [one["host"] for one in found] == ["8.8.8.8"]


async def test_a_page_is_read_over_ipv6() -> None:
    async def answer(request: web.BaseRequest) -> web.StreamResponse:
        return web.Response(text=HTML)

    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0)
    await runner.setup()
    try:
        await web.TCPSite(runner, "::1", 0).start()
        port = runner.addresses[0][1]
        allowed: Callable[[IPAddress], bool] = {ip_address("::1")}.__contains__
        assert (await fetch(f"http://[::1]:{port}/", Limits(ports={port}), allowed)).content == HTML.encode()
        names = Names(port, six=["::1"])
        assert (await fetch("http://six.example/", Limits(), allowed, names)).content == HTML.encode()
    except OSError:
        pytest.skip("no IPv6 here")
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("host", [f"{'a' * 64}.example", "a..example", ".example", "-"])
async def test_a_host_that_cannot_be_looked_up_is_refused(host: str) -> None:
    with pytest.raises((LinkAddressError, LinkAwayError)):
        await fetch(f"http://{host}/", Limits())


async def test_a_host_that_does_not_exist_is_away() -> None:
    class Nobody(Names):
        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
        ) -> list[ResolveResult]:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")

    with pytest.raises(LinkAwayError):
        await fetch("http://nobody.example/", Limits(), is_public, Nobody(80))


async def test_a_machine_that_nobody_answers_on_is_away() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        with pytest.raises(LinkAwayError):
            await fetch(f"http://127.0.0.1:{port}/", Limits(ports={port}), {HOME}.__contains__)


async def test_a_site_without_a_certificate_is_told_apart_from_one_that_is_away(site: Site) -> None:
    with pytest.raises(LinkCertificateError):
        await site.fetch(f"https://127.0.0.1:{site.port}/")


# How much and how long


def bomb(size: int) -> bytes:
    """``size`` bytes of nothing, packed a thousandfold."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    nothing = bytes(1_000_000)
    return b"".join(packer.compress(nothing) for _ in range(size // len(nothing))) + packer.flush()


async def test_a_bomb_is_dropped_while_it_is_unpacked(site: Site) -> None:
    url = site.gives("/", body=bomb(100_000_000), headers={"Content-Encoding": "gzip", "Content-Type": "text/html"})
    with pytest.raises(LinkBigError):
        await site.fetch(url, page=1_000_000)


async def test_an_endless_page_is_dropped_when_it_is_too_long(site: Site) -> None:
    stopped = asyncio.Event()

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html"})
        await response.prepare(request)
        try:
            while True:
                await response.write(b"<p>And so on.</p>" * 1000)
        finally:
            stopped.set()

    with pytest.raises(LinkBigError):
        await site.fetch(site.does("/", endless), page=1_000_000)
    async with asyncio.timeout(10):
        await stopped.wait()


async def test_a_page_that_says_that_it_is_too_long_is_not_waited_for(site: Site) -> None:
    asked = asyncio.Event()

    async def boasting(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/html", "Content-Length": "1000000000"})
        await response.prepare(request)
        await asked.wait()
        return response

    with pytest.raises(LinkBigError):
        await site.fetch(site.does("/", boasting))
    asked.set()


async def test_a_file_may_be_larger_than_a_page(site: Site) -> None:
    url = site.gives("/a.pdf", body=bytes(3000), content_type="application/pdf")
    assert len((await site.fetch(url, page=1000)).content) == 3000
    with pytest.raises(LinkBigError):
        await site.fetch(url, file=2000)


@pytest.mark.parametrize("begun", [True, False])
async def test_a_slow_site_is_not_waited_for(site: Site, begun: bool) -> None:
    over = asyncio.Event()

    async def slow(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        if begun:
            await response.prepare(request)
            await response.write(b"<p>")
        await over.wait()
        return response

    with pytest.raises(LinkSlowError):
        await site.fetch(site.does("/", slow), total=0.2)
    over.set()


async def test_fetching_ends_at_once_when_it_is_cancelled(site: Site) -> None:
    asked, over = asyncio.Event(), asyncio.Event()

    async def slow(request: web.Request) -> web.StreamResponse:
        asked.set()
        await over.wait()
        return web.Response()

    fetching = asyncio.create_task(site.fetch(site.does("/", slow)))
    await asked.wait()
    fetching.cancel()
    with pytest.raises(asyncio.CancelledError):
        await fetching
    over.set()


# What goes wrong


@pytest.mark.parametrize(
    ("status", "refusal"),
    [
        (404, LinkMissingError),
        (410, LinkMissingError),
        (401, LinkRefusedError),
        (402, LinkRefusedError),
        (403, LinkRefusedError),
        (429, LinkRefusedError),
        (451, LinkRefusedError),
        (400, LinkFailingError),
        (500, LinkFailingError),
        (502, LinkFailingError),
        (503, LinkFailingError),
    ],
)
async def test_a_status_is_told_in_words(site: Site, status: int, refusal: type[IntakeError]) -> None:
    with pytest.raises(refusal):
        await site.fetch(site.gives("/", status=status, text=HTML, content_type="text/html"))


@pytest.mark.parametrize("kind", ["image/jpeg", "video/mp4", "audio/mpeg", "font/woff2"])
async def test_pictures_and_sounds_are_refused_before_they_are_loaded(site: Site, kind: str) -> None:
    with pytest.raises(LinkTypeError):
        await site.fetch(site.gives("/a", body=b"\xff\xd8", content_type=kind))


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BROKEN = {
    "chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n<p>Mo\r\nzzz\r\n",
    "cut chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n<p>Mo",
    "length": HEAD + b"Content-Length: 1000\r\n\r\n<p>",
    "gzip": HEAD + b"Content-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot zippd",
    "coding": HEAD + b"Content-Encoding: br\r\nContent-Length: 3\r\n\r\n\x00\x01\x02",
    "no HTTP": b"SSH-2.0-OpenSSH_9.2\r\n",
    "long header": HEAD + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
    "nothing": b"",
}


@pytest.mark.parametrize("kind", BROKEN)
async def test_a_broken_answer_is_told_as_such(kind: str) -> None:
    async with saying(BROKEN[kind]) as port:
        with pytest.raises((LinkBrokenError, LinkAwayError)):
            await fetch(f"http://127.0.0.1:{port}/", Limits(ports={port}), {HOME}.__contains__)


@pytest.mark.parametrize("location", ["http://[", "//", "http://\u0000/", "http://a:b:c/"])
async def test_a_redirect_that_leads_nowhere_is_refused(location: str) -> None:
    said = f"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()
    async with saying(said) as port:
        with pytest.raises((LinkAddressError, LinkAwayError, LinkBrokenError, LinkRedirectsError)):
            await fetch(f"http://127.0.0.1:{port}/", Limits(ports={port}), {HOME}.__contains__)


# Posts of public channels

POST = """<html><body><div class="tgme_widget_message" data-post="city/12">
<a class="tgme_widget_message_owner_name" href="https://t.me/city"><span>Город</span></a>
<div class="tgme_widget_message_text js-message_text">Мост открыли.</div></div></body></html>"""


@pytest.mark.parametrize(
    "address",
    [
        "t.me/city/12",
        "t.me/s/city/12",
        "t.me/city/12?single",
        "telegram.me/city/12",
        "www.t.me/city/12",
        "city.t.me/12",
    ],
)
async def test_a_post_is_fetched_from_the_page_that_shows_it(site: Site, address: str) -> None:
    site.gives("/city/12", text=POST, content_type="text/html")
    names = Names(site.port, t=["127.0.0.1"])
    page = await fetch(f"http://{address}", site.limits(), {HOME}.__contains__, names)
    assert site.asked[0].query == {"embed": "1", "mode": "tme"}
    found = extract(page)
    assert (found.text, found.site, found.title) == ("Мост открыли.", "Город", None)
    assert found.url in {"http://t.me/city/12", "http://t.me/s/city/12"}


async def test_an_instant_view_is_the_article_that_it_shows(site: Site) -> None:
    article = site.gives("/article", text=HTML, content_type="text/html")
    assert (await site.fetch(f"http://t.me/iv?url={article}&rhash=0123")).url == article


@pytest.mark.parametrize("path", ["c/1234/5", "joinchat/AAAA", "+AAAA"])
async def test_what_only_members_of_a_channel_see_is_not_asked_for(path: str) -> None:
    with pytest.raises(ClosedChannelError):
        await fetch(f"https://t.me/{path}")


@pytest.mark.parametrize(
    "path", ["", "city", "some_bot?start=1", "addstickers/Cats", "city/s/3", "share/url?url=a", "12"]
)
async def test_an_address_of_telegram_that_is_no_post_is_not_asked_for(path: str) -> None:
    with pytest.raises(NoPostError):
        await fetch(f"https://t.me/{path}")
