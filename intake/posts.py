"""Posts of public Telegram channels, by the page that Telegram makes for other sites to show one."""

from __future__ import annotations

from datetime import UTC, datetime

from lxml.html import HtmlElement
from yarl import URL

from intake.documents import Document
from intake.formats.html import text_of
from intake.refusals import ClosedChannelError, MissingPostError, NoPostError

HOST = "t.me"
MIRRORS = {"telegram.me", "telegram.dog", "www.t.me"}
CLOSED = {"c", "joinchat"}
POLL = ("tgme_widget_message_poll_question", "tgme_widget_message_poll_option_text")


def canonical(address: URL) -> URL:
    """An address of Telegram as t.me writes it, one of Instant View as that of the article; others as they are."""
    host = address.host or ""
    if host in MIRRORS:
        return canonical(address.with_host(HOST))
    if host.endswith(f".{HOST}"):
        return address.with_host(HOST).with_path(f"/{host.removesuffix(f'.{HOST}')}{address.path}")
    if host == HOST and address.path == "/iv" and (shown := address.query.get("url")):
        return URL(shown)
    return address


def preview(address: URL) -> URL:
    """The page that shows a post, for the address of a post; addresses outside Telegram as they are.

    `ClosedChannelError` for what only members see, `NoPostError` for what is no post.
    """
    if address.host != HOST:
        return address
    return address.with_path(f"/{'/'.join(_post(address))}").with_query(embed="1", mode="tme")


def _post(address: URL) -> list[str]:
    """Channel and number, with the topic between them if there is one, of /channel/12, /s/channel/12, /chat/3/12."""
    parts = [part for part in address.path.split("/") if part]
    if parts and (parts[0] in CLOSED or parts[0].startswith("+")):
        raise ClosedChannelError
    parts = parts[1:] if parts[:1] == ["s"] else parts
    if not 2 <= len(parts) <= 3 or not all(part.isdecimal() for part in parts[1:]):
        raise NoPostError
    return parts


def is_post(page: HtmlElement) -> bool:
    """Whether a page was made by Telegram to show posts, or to say that there is none."""
    return bool(page.find_class("tgme_widget_message") or page.find_class("tgme_widget_message_error"))


def post(page: HtmlElement, url: str) -> Document:
    """The post at an address; `MissingPostError` if it is gone or has no words."""
    message = _message(page, url)
    text = _text(message)
    if not text:
        raise MissingPostError
    author = _line(message, "tgme_widget_message_from_author") or _line(
        message, "tgme_widget_message_forwarded_from_name"
    )
    channel = _line(message, "tgme_widget_message_owner_name")
    return Document(text, None, author, _date(message), channel, str(URL(url).with_query(None)))


def _message(page: HtmlElement, url: str) -> HtmlElement:
    """The message of this address: a channel's page holds its neighbours too."""
    messages = page.find_class("tgme_widget_message")
    end = URL(url).path.casefold().removeprefix("/s")
    named = [one for one in messages if f"/{one.get('data-post', '')}".casefold() == end]
    if not messages:
        raise MissingPostError
    return (named or messages)[0]


def _text(message: HtmlElement) -> str:
    """The words of a message: its text, else the question and the options of its poll."""
    if texts := message.find_class("js-message_text"):
        return text_of(texts[0])
    poll = [one for name in POLL for one in message.find_class(name)]
    return "\n".join(map(text_of, poll))


def _line(message: HtmlElement, name: str) -> str | None:
    """The words of the first element of a class."""
    return next((" ".join(one.text_content().split()) or None for one in message.find_class(name)), None)


def _date(message: HtmlElement) -> datetime | None:
    written = message.xpath(".//*[contains(@class, 'tgme_widget_message_date')]//time/@datetime")
    try:
        return datetime.fromisoformat(written[0]).astimezone(UTC) if written else None
    except ValueError:
        return None
