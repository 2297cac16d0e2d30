"""A message that is there for its link: what the link leads to is kept, or the reason told why not."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from html import escape

import pytest
from aiogram.types import Chat, Message

from handlers import status
from handlers.links import essential
from intake.door import Door
from storage.records import ChatId
from tests.site import HOME, Site
from tests.telegram import Friend, Server, article, only, said

TEXT = article("01")


def page(text: str = TEXT, title: str = "Товарооборот вырос", author: str = "Алия Смагулова") -> str:
    paragraphs = "".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n"))
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{title}</title>
    <meta property="og:site_name" content="Степной вестник"><meta property="og:title" content="{title}">
    <meta name="author" content="{author}">
    <meta property="article:published_time" content="2026-11-12T09:00:00+05:00"></head>
    <body><nav><a href="/">Главная</a> <a href="/news">Новости</a></nav>
    <article><h1>{title}</h1>{paragraphs}</article><footer>© Степной вестник</footer></body></html>"""


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock: nothing takes so long that the chat is told of it."""
    monkeypatch.setattr(status, "PATIENCE", 600)


@pytest.fixture
def door(server: Server, site: Site) -> Door:
    """One that may also go to the site on this machine."""
    door = Door(limits=site.limits(), is_allowed={HOME}.__contains__)
    server.dispatcher["door"] = door
    return door


def shows(site: Site, path: str = "/news/1", text: str = TEXT) -> str:
    return site.gives(path, text=page(text), content_type="text/html")


@pytest.mark.usefixtures("door")
async def test_the_article_behind_a_link_is_kept_with_its_title_site_author_and_date(anna: Friend, site: Site) -> None:
    url = shows(site)
    card = only(await anna.writes(url))
    assert card.text is not None
    assert "28,4 млрд" in card.text
    assert "Степной вестник (Алия Смагулова) · 12 ноября 2026" in card.text
    assert [one.url for one in card.entities or [] if one.type == "text_link"] == [url]
    assert card.reply_to_message is not None
    assert card.reply_to_message.message_id == anna.sent.message_id
    kept = await anna.server.archive.latest(ChatId(100))
    assert kept is not None
    assert (kept.title, kept.source.kind) == ("Товарооборот вырос", "link")


@pytest.mark.usefixtures("door")
async def test_it_is_asked_about_like_any_other(anna: Friend, site: Site) -> None:
    card = only(await anna.writes(shows(site)))
    answer = only(await anna.replies(anna.sent, "какой товарооборот?"))
    assert "28,4 млрд" in (answer.text or "")
    assert "28,4 млрд" in said(await anna.replies(card, "какой товарооборот?"))


@pytest.mark.usefixtures("door")
async def test_a_link_that_comes_again_brings_nothing_new(anna: Friend, site: Site) -> None:
    url = shows(site)
    await anna.writes(url)
    assert "уже есть" in said(await anna.writes(url))
    assert await anna.server.archive.count(ChatId(100)) == 1


Writes = Callable[[Friend, str], Awaitable[object]]
HIDDEN = "Товарооборот вырос"
WAYS: dict[str, Callable[[Friend, str], Awaitable[object]]] = {
    "forwarded": lambda anna, url: anna.forwards(url),
    "signed by the channel": lambda anna, url: anna.forwards(f"{url}\n\n@vestnik"),
    "signed with the channel's address": lambda anna, url: anna.forwards(f"👉 {url}\n\nhttps://t.me/vestnik"),
    "hidden in words": lambda anna, url: anna.writes(
        HIDDEN, entities=[{"type": "text_link", "offset": 0, "length": len(HIDDEN), "url": url}]
    ),
    "below its title": lambda anna, url: anna.writes(f"Товарооборот вырос: что изменилось за год\n{url}"),
    "as Telegram marks it": lambda anna, url: anna.writes(
        url, entities=[{"type": "url", "offset": 0, "length": len(url)}]
    ),
    "at the end of a sentence": lambda anna, url: anna.writes(f"Прочитай: {url}."),
}


@pytest.mark.usefixtures("door")
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
async def test_a_link_is_followed_however_it_comes(way: Writes, anna: Friend, site: Site) -> None:
    await way(anna, shows(site))
    kept = await anna.server.archive.latest(ChatId(100))
    assert kept is not None
    assert kept.source.kind == "link"


@pytest.mark.usefixtures("door")
@pytest.mark.parametrize("forwarded", [True, False])
async def test_a_post_that_contains_links_stays_the_article(forwarded: bool, anna: Friend, site: Site) -> None:
    post = f"{TEXT}\n\nПодробнее: {shows(site, '/other')}\nПодписаться: t.me/vestnik"
    assert "28,4 млрд" in said(await (anna.forwards(post) if forwarded else anna.writes(post)))
    assert site.asked == []


@pytest.mark.usefixtures("door")
async def test_a_short_post_that_is_signed_with_an_address_stays_an_article(anna: Friend, site: Site) -> None:
    await anna.forwards("Землетрясение в Алматы\n\nhttps://t.me/vestnik")
    kept = await anna.server.archive.latest(ChatId(100))
    assert kept is not None
    assert kept.source.kind == "channel"


@pytest.mark.usefixtures("door")
async def test_a_question_beside_a_link_is_answered_from_what_it_leads_to(anna: Friend, site: Site) -> None:
    card, answer = await anna.writes(f"какой товарооборот? {shows(site)}")
    assert "Степной вестник" in said([card])
    assert "28,4 млрд" in said([answer])
    assert answer.message is not None
    assert answer.message.quote is None


@pytest.mark.usefixtures("door")
async def test_several_links_are_several_articles_and_one_that_fails_stops_no_other(anna: Friend, site: Site) -> None:
    lost = site.gives("/lost", status=404)
    urls = [shows(site), lost, shows(site, "/news/2", article("02"))]
    first, second, third = await anna.writes("\n".join(urls))
    assert "28,4 млрд" in said([first])
    assert "страницы нет" in said([second])
    assert third.message is not None
    assert await anna.server.archive.count(ChatId(100)) == 2


@pytest.mark.usefixtures("door")
async def test_of_many_links_the_first_five_are_opened_and_that_is_said(anna: Friend, site: Site) -> None:
    urls = [site.gives(f"/{number}", status=404) for number in range(7)]
    told, *refusals = await anna.writes(" ".join(urls))
    assert "Ссылок здесь 7" in said([told])
    assert len(refusals) == len(site.asked) == 5


@pytest.mark.usefixtures("door")
async def test_a_file_behind_a_link_is_opened_as_a_file(anna: Friend, site: Site) -> None:
    url = site.gives("/report.txt", body=TEXT.encode("cp1251"), content_type="application/octet-stream")
    card = only(await anna.writes(url))
    assert "28,4 млрд" in (card.text or "")
    assert "127.0.0.1" in (card.text or "")


REFUSALS = {
    404: "страницы нет",
    403: "не пускает",
    500: "поломка",
}


@pytest.mark.usefixtures("door")
@pytest.mark.parametrize(("status", "words"), REFUSALS.items())
async def test_a_site_that_refuses_is_told_of_and_nothing_is_kept(
    status: int, words: str, anna: Friend, site: Site
) -> None:
    assert words in said(await anna.writes(site.gives("/news", status=status, text=page(), content_type="text/html")))
    assert await anna.server.archive.count(ChatId(100)) == 0


@pytest.mark.parametrize("private", ["http://127.0.0.2/", "http://[::1]/", "http://192.168.0.1/"])
@pytest.mark.usefixtures("door")
async def test_a_redirect_to_a_private_address_is_refused(private: str, anna: Friend, site: Site) -> None:
    assert "закрытую сеть" in said(await anna.writes(site.sends("/moved", private)))


async def test_a_private_address_is_refused(server: Server, anna: Friend, site: Site) -> None:
    server.dispatcher["door"] = Door()
    assert "закрытую сеть" in said(await anna.writes("http://127.0.0.1/"))
    assert site.asked == []


@pytest.mark.usefixtures("door")
@pytest.mark.parametrize(
    "body", ["", "<html><body>Нет.</body></html>", "<html><body><script>run()</script></body></html>"]
)
async def test_a_page_without_an_article_is_refused_by_name(body: str, anna: Friend, site: Site) -> None:
    shown = said(await anna.writes(site.gives("/empty", text=body, content_type="text/html")))
    assert shown
    assert "сломалось" not in shown
    assert await anna.server.archive.count(ChatId(100)) == 0


async def test_where_the_owner_does_not_want_it_no_link_is_followed(server: Server, anna: Friend, site: Site) -> None:
    server.dispatcher["door"] = Door(follows_links=False, limits=site.limits(), is_allowed={HOME}.__contains__)
    assert "По ссылкам" in said(await anna.writes(shows(site)))
    assert site.asked == []


@pytest.mark.usefixtures("door")
async def test_in_a_group_a_link_is_followed_only_where_the_bot_is_addressed(server: Server, site: Site) -> None:
    group, url = server.somebody(100, chat=Chat(id=-1005, type="supergroup", title="Двор")), shows(site)
    assert await group.writes(url) == []
    assert site.asked == []
    assert "28,4 млрд" in said(await group.writes(f"@verbatim_bot {url}"))


@pytest.mark.usefixtures("door")
async def test_a_link_that_was_mended_is_followed(anna: Friend, site: Site) -> None:
    await anna.writes(site.gives("/wrong", status=404))
    assert "28,4 млрд" in said(await anna.edits(anna.sent, shows(site)))


@pytest.mark.usefixtures("door")
async def test_a_link_that_becomes_another_brings_another_article(anna: Friend, site: Site) -> None:
    await anna.writes(shows(site))
    await anna.edits(anna.sent, shows(site, "/news/2", article("02")))
    assert await anna.server.archive.count(ChatId(100)) == 2


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("https://example.org/a", ("https://example.org/a",)),
        ("Смотри (https://example.org/a).", ("https://example.org/a",)),
        ("https://example.org/a_(b)", ("https://example.org/a_(b)",)),
        ("www.example.org t.me/vestnik/5", ("www.example.org", "t.me/vestnik/5")),
        ("https://example.org/a https://example.org/a", ("https://example.org/a",)),
        ("t.me/vestnik", ("t.me/vestnik",)),
    ],
)
def test_what_a_message_links_to(text: str, urls: tuple[str, ...], anna: Friend) -> None:
    links = essential(written(anna, text))
    assert links is not None
    assert links.urls == urls


@pytest.mark.parametrize(
    "text", ["какой товарооборот?", "/who t.me/x", "Токаев", "kaz.kz", "", "x" * 4000 + " t.me/x/1"]
)
def test_what_is_no_link(text: str, anna: Friend) -> None:
    assert essential(written(anna, text)) is None


def written(anna: Friend, text: str) -> Message:
    message = anna.person.writes(text).message
    assert message is not None
    return message
