"""Which addresses are opened."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from intake.addresses import check_literal, checked, is_public
from intake.refusals import LinkAddressError, LinkPrivateError

PUBLIC = ["8.8.8.8", "95.213.1.1", "2a00:1148:db00::1", "2001:4860:4860::8888", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"]
PRIVATE = [
    "0.0.0.0",  # noqa: S104, this host
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.0.9",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::8.8.8.8",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "3fff::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
]
REFUSED = [
    "",
    "   ",
    "ftp://example.org/a",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "mailto:somebody@example.org",
    "tg://resolve?domain=news",
    "http://",
    "http:///path",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "http://example.org:22/",
    "http://example.org:0/",
    "http://example.org:99999/",
    "http://[::1",
    "http://exa mple.org/",
    f"http://example.org/{'a' * 2048}",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_page_may_stand_at_a_public_address(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("address", PRIVATE)
def test_no_page_is_fetched_from_an_address_that_not_everybody_reaches(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_address_of_a_page_is_refused(text: str) -> None:
    with pytest.raises(LinkAddressError):
        checked(text)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://example.org/page?a=1#part", "https://example.org/page?a=1"),
        (" HTTP://Example.ORG/Page ", "http://example.org/Page"),
        ("example.org/page", "http://example.org/page"),
        ("https://example.org:8443/page", "https://example.org:8443/page"),
        ("https://новости.рф/главная", "https://xn--b1amnebsh.xn--p1ai/%D0%B3%D0%BB%D0%B0%D0%B2%D0%BD%D0%B0%D1%8F"),
    ],
)
def test_an_address_is_taken_as_people_write_it(text: str, url: str) -> None:
    assert str(checked(text)) == url


@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.1", "::1", "fe80::1%eth0", "::ffff:192.168.0.1"])
def test_a_host_that_is_a_private_address_is_refused_although_nothing_looks_it_up(host: str) -> None:
    with pytest.raises(LinkPrivateError):
        check_literal(host, is_public)


@pytest.mark.parametrize("host", ["2130706433", "127.1", "0177.0.0.1", "127.0.0.01", "1.2.3.4.5", "999.1.1.1"])
def test_a_number_that_only_some_systems_take_for_an_address_is_refused(host: str) -> None:
    with pytest.raises(LinkAddressError):
        check_literal(host, is_public)


def test_names_and_public_addresses_are_no_private_literals() -> None:
    for host in ("example.org", "8.8.8.8", "2001:4860:4860::8888", "xn--b1amnebsh.xn--p1ai"):
        check_literal(host, is_public)
