"""What an address holds, fetched with care: nobody may use it to reach what only this machine can."""

from __future__ import annotations

import asyncio
import mimetypes
import socket
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import PurePosixPath

from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorSSLError,
    ClientError,
    ClientPayloadError,
    ClientResponse,
    ClientResponseError,
    ClientSession,
    ClientTimeout,
    InvalidURL,
    TCPConnector,
    ThreadedResolver,
)
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from intake.addresses import PORTS, IsAllowed, check_literal, checked, is_public
from intake.documents import IntakeError
from intake.posts import canonical, preview
from intake.refusals import (
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
)

HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; Verbatim/0.1; reads single articles that people send to it)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.8",
    "Accept-Language": "ru,kk;q=0.8,en;q=0.7",
}
REDIRECTS = {301, 302, 303, 307, 308}
PAGES = {"text/html", "application/xhtml+xml"}
NOT_READ = ("audio", "font", "image", "model", "video")
REFUSALS: Mapping[int, type[IntakeError]] = {
    HTTPStatus.NOT_FOUND: LinkMissingError,
    HTTPStatus.GONE: LinkMissingError,
    HTTPStatus.UNAUTHORIZED: LinkRefusedError,
    HTTPStatus.PAYMENT_REQUIRED: LinkRefusedError,
    HTTPStatus.FORBIDDEN: LinkRefusedError,
    HTTPStatus.TOO_MANY_REQUESTS: LinkRefusedError,
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: LinkRefusedError,
}
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes after unpacking, of a page and of a file; redirects; seconds to connect and in all; ports."""

    page: int = 8_000_000
    file: int = 20_000_000
    redirects: int = 5
    connecting: float = 10
    total: float = 40
    ports: Collection[int] = PORTS


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: ``url`` where it was found in the end, ``content_type`` without parameters, in lower case.

    ``charset`` is the one that the server declared; ``name`` how a file would be called, with a suffix if one is known.
    """

    content: bytes
    url: str
    content_type: str = "text/html"
    charset: str | None = None
    name: str = ""

    @property
    def is_article(self) -> bool:
        """Whether `extract` reads it; anything else is a file."""
        return self.content_type in PAGES


class AllowedResolver(AbstractResolver):
    """Looks names up and gives only allowed addresses; what it gives is what is connected to.

    So there is no moment between the check and the connection in which a name could come to mean something else.
    """

    def __init__(self, resolver: AbstractResolver, is_allowed: IsAllowed) -> None:
        self._resolver = resolver
        self._is_allowed = is_allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        try:
            found = await self._resolver.resolve(host, port, family)
        except UnicodeError:
            raise LinkAddressError from None
        allowed = [one for one in found if self._is_allowed(ip_address(one["host"]))]
        if found and not allowed:
            raise LinkPrivateError
        return allowed

    async def close(self) -> None:
        await self._resolver.close()


async def fetch(
    url: str, limits: Limits | None = None, is_allowed: IsAllowed = is_public, resolver: AbstractResolver | None = None
) -> Page:
    """What stands at an address, through redirects; raises one of `intake.refusals`."""
    limits = limits or Limits()
    address = checked(url, limits.ports)
    try:
        async with asyncio.timeout(limits.total), _session(limits, is_allowed, resolver) as session:
            return await _follow(session, address, limits, is_allowed)
    except TimeoutError:
        raise LinkSlowError from None
    except InvalidURL:
        raise LinkAddressError from None
    except (ClientConnectorCertificateError, ClientConnectorSSLError):
        raise LinkCertificateError from None
    except (ClientPayloadError, ClientResponseError):
        raise LinkBrokenError from None
    except ClientError:
        raise LinkAwayError from None


def _session(limits: Limits, is_allowed: IsAllowed, resolver: AbstractResolver | None) -> ClientSession:
    """A session for one address: its cookies, its connections and what it looked up end with it."""
    allowed = AllowedResolver(resolver or ThreadedResolver(), is_allowed)
    return ClientSession(
        connector=TCPConnector(resolver=allowed, use_dns_cache=False),
        timeout=ClientTimeout(total=None, sock_connect=limits.connecting),
        headers=HEADERS,
        trust_env=False,
    )


async def _follow(session: ClientSession, address: URL, limits: Limits, is_allowed: IsAllowed) -> Page:
    for _ in range(limits.redirects + 1):
        address = checked(str(canonical(address)), limits.ports)
        check_literal(address.raw_host or "", is_allowed)
        async with session.get(preview(address), allow_redirects=False) as response:
            if response.status not in REDIRECTS:
                return await _page(response, address, limits)
            address = _next(response)
    raise LinkRedirectsError


def _next(response: ClientResponse) -> URL:
    """Where a redirect sends; its Location may be relative."""
    location = response.headers.get("Location", "")
    try:
        return response.url.join(URL(location)) if location else response.url
    except ValueError:
        raise LinkAddressError from None


async def _page(response: ClientResponse, address: URL, limits: Limits) -> Page:
    _check_status(response.status)
    kind = response.content_type.lower()
    if kind.startswith(NOT_READ):
        raise LinkTypeError
    content = await _content(response, limits.page if kind in PAGES else limits.file)
    return Page(content, str(address), kind, response.charset, _name(response, address, kind))


def _check_status(status: int) -> None:
    if status >= HTTPStatus.BAD_REQUEST:
        raise REFUSALS.get(status, LinkFailingError)


async def _content(response: ClientResponse, limit: int) -> bytes:
    """The body, unpacked bit by bit: a bomb is dropped when it has grown past the limit, not when it is all there."""
    if (response.content_length or 0) > limit:
        raise LinkBigError
    content = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        content += chunk
        if len(content) > limit:
            raise LinkBigError
    return bytes(content)


def _name(response: ClientResponse, address: URL, kind: str) -> str:
    disposition = response.content_disposition
    path = PurePosixPath((disposition and disposition.filename) or address.name or "file")
    return path.name if path.suffix else f"{path.name}{mimetypes.guess_extension(kind) or ''}"
