"""Which addresses are opened: those of pages that anybody on the internet may read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from yarl import URL

from intake.refusals import LinkAddressError, LinkPrivateError

IPAddress = IPv4Address | IPv6Address
IsAllowed = Callable[[IPAddress], bool]

LENGTH_LIMIT = 2048  # characters; browsers and servers agree on about so many
SCHEMES = {"http", "https"}
PORTS = frozenset({80, 443, 8080, 8443})
GLOBAL_UNICAST = IPv6Network("2000::/3")  # the only IPv6 addresses given out so far (RFC 4291, IANA)
DOCUMENTATION = IPv6Network("3fff::/20")  # RFC 9637; Python 3.11 takes it for global
TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address behind NAT64 (RFC 6052)


def is_public(address: IPAddress) -> bool:
    """Whether an address is reachable by all of the internet, and hides none that is not."""
    if hidden := hidden_address(address):
        return is_public(hidden)
    if isinstance(address, IPv6Address):
        return address in GLOBAL_UNICAST and address not in DOCUMENTATION and address.is_global
    return address.is_global and not address.is_multicast and not address.is_reserved


def hidden_address(address: IPAddress) -> IPv4Address | None:
    """The IPv4 address inside an IPv6 one: mapped, of 6to4, of NAT64. Teredo is not global for Python."""
    if isinstance(address, IPv4Address):
        return None
    if address in TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def checked(text: str, ports: Collection[int] = PORTS) -> URL:
    """The address that somebody wrote, «example.org/page» too; `LinkAddressError` if it is not opened."""
    written = text.strip()
    if len(written.split()) != 1 or len(written) > LENGTH_LIMIT:
        raise LinkAddressError
    try:
        url = URL(written if "://" in written else f"http://{written}")
        port = url.port
    except ValueError:
        raise LinkAddressError from None
    if url.scheme not in SCHEMES or not url.host or port not in ports or url.raw_user or url.raw_password:
        raise LinkAddressError
    return url.with_fragment(None)


def check_literal(host: str, is_allowed: IsAllowed) -> None:
    """`LinkPrivateError` if a host is itself an address that is not allowed: such a host is never looked up.

    Numbers in other forms, 2130706433 or 127.1, are addresses to some systems: `LinkAddressError`.
    """
    if ":" not in host and not host.replace(".", "").isdigit():
        return
    try:
        address = ip_address(host)
    except ValueError:
        raise LinkAddressError from None
    if not is_allowed(address):
        raise LinkPrivateError
