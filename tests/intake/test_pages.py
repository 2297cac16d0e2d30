"""What is found on pages, and which pages are refused by name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake import refusals
from intake.documents import IntakeError
from intake.links import Page, extract

URL = "https://news.example/2026/03/04/most"
TITLE = "Новый мост через реку открыли в Приозёрске"
ARTICLE = """
<p>В Приозёрске в среду открыли новый мост через реку. Движение по нему запустили в десять часов утра, первыми проехали
автобусы двадцатого маршрута и машины коммунальных служб.</p>
<p>«Мы строили его три года и закончили на месяц раньше срока», – сказал начальник стройки Пётр Лазарев.</p>
<h2>Что будет со старым мостом</h2>
<p>Старый мост оставят пешеходам. Его ремонт начнётся весной и обойдётся городу в двести миллионов рублей, сообщили в
администрации. Раньше по нему ездили только легковые машины.</p>
<ul><li>четыре полосы;</li><li>длина восемьсот метров.</li></ul>
<p>По словам жителей левого берега, дорога до центра теперь занимает пятнадцать минут вместо часа.</p>
"""
AROUND = """
<header><a href="/">Вестник Приозёрска</a><nav><ul><li><a href="/news">Новости</a></li><li><a href="/sport">Спорт</a></li>
<li><a href="/login">Вход</a></li></ul></nav><form class="login-popup"><input name="login"><input type="password"
name="password"><button>Войти</button></form></header>
{main}
<aside><h3>Главное за день</h3><ul><li><a href="/1">Синоптики пообещали тёплую весну</a></li><li><a href="/2">Цены на хлеб
не изменятся</a></li><li><a href="/3">Хоккеисты вышли в финал</a></li></ul></aside>
<div class="cookie-banner">Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с этим.
<button>Принять</button></div>
<div class="subscribe">Подпишитесь на нашу рассылку, чтобы не пропустить главное</div>
<footer>© Вестник Приозёрска, 2026. Все права защищены.</footer>
<noscript>Для полной работы сайта включите JavaScript в браузере.</noscript>
<script src="https://www.google.com/recaptcha/api.js"></script><div class="g-recaptcha"></div>
"""


def html(main: str, title: str = TITLE, head: str = "") -> str:
    """A page of a newspaper: all that stands around an article is on it too."""
    meta = f'<meta charset="utf-8"><title>{title}</title>{head}'
    return f'<!DOCTYPE html><html lang="ru"><head>{meta}</head><body>{AROUND.format(main=main)}</body></html>'


def bare(body: str, title: str = "", head: str = "") -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def page(markup: str, url: str = URL) -> Page:
    return Page(markup.encode(), url)


WHOLE = html(
    f"<main><article><h1>{TITLE}</h1><div class='meta'><span class='author'>Анна Ким</span>"
    f"<time datetime='2026-03-04T12:30:00+05:00'>4 марта</time></div><div class='article__text'>{ARTICLE}</div></article></main>",
    f"{TITLE} — Вестник Приозёрска",
    '<meta property="og:site_name" content="Вестник Приозёрска"><meta name="author" content="Анна Ким">',
)


# What is found


def test_the_article_is_found_among_all_that_stands_around_it() -> None:
    found = extract(page(WHOLE))
    assert found.text.startswith("В Приозёрске в среду открыли новый мост")
    assert found.text.endswith("пятнадцать минут вместо часа.")
    assert not any(word in found.text for word in ("cookie", "Хоккеисты", "Войти", "Все права", "JavaScript"))


def test_paragraphs_headings_and_lists_stand_apart() -> None:
    lines = extract(page(WHOLE)).text.split("\n\n")
    assert "Что будет со старым мостом" in lines
    assert "• четыре полосы;\n• длина восемьсот метров." in lines
    assert len(lines) == 6


def test_title_author_date_and_site_are_told() -> None:
    found = extract(page(WHOLE))
    assert (found.title, found.author, found.site) == (TITLE, "Анна Ким", "Вестник Приозёрска")
    assert found.published == datetime(2026, 3, 4, 7, 30, tzinfo=UTC)
    assert found.url == URL


@pytest.mark.parametrize(
    "told",
    [
        f"{TITLE} — Вестник Приозёрска",
        f"{TITLE} | news.example",
        f"{TITLE} - Вестник Приозёрска, 04.03.2026",
        f"{TITLE} :: Новости :: Вестник Приозёрска",
        f"Вестник Приозёрска | {TITLE}",
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(told: str) -> None:
    head = '<meta property="og:site_name" content="Вестник Приозёрска">'
    found = extract(page(html(f"<article>{ARTICLE}</article>", told, head)))
    assert (found.title or "").removesuffix(" :: Новости") == TITLE


def test_a_dash_inside_a_title_stays() -> None:
    title = "Новый мост — событие года для Приозёрска"
    assert extract(page(html(f"<article>{ARTICLE}</article>", f"{title} | Вестник"))).title is not None
    assert "событие года" in str(extract(page(html(f"<article><h1>{title}</h1>{ARTICLE}</article>", title))).title)


def test_a_title_is_not_repeated_above_the_text() -> None:
    main = f"<article><p>Главная / Новости / Город</p><h1>{TITLE}</h1><h2>{TITLE}</h2>{ARTICLE}</article>"
    assert extract(page(html(main))).text.startswith("В Приозёрске в среду")


def test_a_site_without_a_name_is_its_host() -> None:
    assert extract(page(html(f"<article>{ARTICLE}</article>"), "https://www.news.example/a/1")).site == "news.example"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2026-03-04T12:30:00+05:00">',
        '<meta itemprop="datePublished" content="2026-03-04T07:30:00Z">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-03-04T10:30+03:00",}</script>',
    ],
)
def test_the_time_of_an_article_is_told_in_utc(head: str) -> None:
    found = extract(page(html(f"<article>{ARTICLE}</article>", head=head)))
    assert found.published == datetime(2026, 3, 4, 7, 30, tzinfo=UTC)


@pytest.mark.parametrize("written", ["", "0001-01-01T00:00:00Z", "9999-99-99", "вчера", "2026-03-04T25:00"])
def test_a_date_that_is_none_is_not_told(written: str) -> None:
    head = f'<meta property="article:published_time" content="{written}">'
    found = extract(page(html(f"<article>{ARTICLE}</article>", head=head)))
    assert found.published is None or found.published.year == 2026


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Анна Ким", "Анна Ким"),
        ("Текст: Анна Ким", "Анна Ким"),
        ("By Jane Doe", "Jane Doe"),
        ("Анна Ким, корреспондент", "Анна Ким"),
        ("admin", None),
        ("редакция", None),
    ],
)
def test_an_author_is_a_persons_name(byline: str, author: str | None) -> None:
    head = f'<meta name="author" content="{byline}">'
    assert extract(page(html(f"<article>{ARTICLE}</article>", head=head))).author == author


def test_an_article_of_telegraph_is_read() -> None:
    found = extract(
        page(
            bare(
                '<div class="tl_page"><main class="tl_article"><header class="tl_article_header"><h1>Как строили мост</h1>'
                '<address><a rel="author">Анна Ким</a><time datetime="2026-03-04T07:30:00+0000">March 04, 2026</time></address>'
                f'</header><article id="_tl_editor" class="tl_article_content"><h1>Как строили мост<br></h1>'
                f"<address>Анна Ким</address>{ARTICLE}</article></main></div>",
                "Как строили мост – Telegraph",
                '<meta property="og:site_name" content="Telegraph"><meta property="article:author" content="Анна Ким">',
            ),
            "https://telegra.ph/Kak-stroili-most-03-04",
        )
    )
    assert (found.title, found.site, found.author) == ("Как строили мост", "Telegraph", "Анна Ким")
    assert found.published == datetime(2026, 3, 4, 7, 30, tzinfo=UTC)
    assert "В Приозёрске в среду" in found.text


def test_one_sentence_of_news_is_an_article() -> None:
    main = (
        "<article><p>Мост через реку в Приозёрске открыли в среду утром, движение по нему уже запущено.</p></article>"
    )
    assert extract(page(html(main))).text.startswith("Мост через реку")


# In which letters


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-8", "utf-16"])
@pytest.mark.parametrize("told", ["by the server", "by the page", "not at all"])
def test_a_page_is_read_in_its_charset(charset: str, told: str) -> None:
    declared = f'<meta charset="{charset}">' if told == "by the page" else ""
    markup = bare(f"<article><h1>{TITLE}</h1>{ARTICLE}</article>", TITLE, declared)
    sent = Page(markup.encode(charset, "xmlcharrefreplace"), URL, charset=charset if told == "by the server" else None)
    assert "начальник стройки Пётр Лазарев" in extract(sent).text


@pytest.mark.parametrize("told", ["utf-8", "iso-8859-1", "nonsense", "base64", "idna", ""])
def test_a_wrong_charset_does_no_harm_to_utf_8(told: str) -> None:
    assert "Пётр Лазарев" in extract(Page(WHOLE.encode(), URL, charset=told)).text


def test_a_wrong_byte_does_no_harm_to_the_others() -> None:
    content = WHOLE.encode().replace("«Мы".encode(), b"\xff" + "«Мы".encode(), 1)
    assert "Старый мост оставят пешеходам" in extract(Page(content, URL)).text


def test_what_is_called_a_page_and_is_no_text_is_broken() -> None:
    with pytest.raises(refusals.LinkBrokenError):
        extract(Page(bytes(range(256)) * 10, URL))


# What is refused

LEAD = "<p>В Приозёрске в среду открыли новый мост через реку. Движение по нему запустили в десять часов утра.</p>"
HEADLINES = [
    "Синоптики пообещали тёплую весну",
    "Цены на хлеб не изменятся до лета",
    "Хоккеисты вышли в финал кубка",
    "В театре показали новую пьесу",
    "Школьники выиграли олимпиаду",
    "Автобусы пойдут по новому пути",
    "Библиотека открылась после ремонта",
    "На площади высадили сорок лип",
]
BLURB = "Подробности рассказали в администрации города, где журналисты побывали утром в среду."
TEASERS = {
    "items": "".join(f"<li><a href='/{i}'>{one}</a></li>" for i, one in enumerate(HEADLINES)),
    "cards": "".join(
        f"<article><h2><a href='/{i}'>{one}</a></h2><p>{BLURB}</p></article>" for i, one in enumerate(HEADLINES)
    ),
    "cards with pictures": "".join(
        f"<div class='news'><a href='/{i}'><img src='/{i}.jpg'></a><h3><a href='/{i}'>{one}</a></h3><p>{BLURB} {i}</p></div>"
        for i, one in enumerate(HEADLINES)
    ),
    "cards without headings": "".join(
        f"<div class='news'><div><a href='/{i}'>{one}</a></div><div>{BLURB} {i}</div><span>12:4{i}</span></div>"
        for i, one in enumerate(HEADLINES)
    ),
    "linked cards": "".join(
        f"<div class='card'><a href='/{i}'><h3>{one}</h3><p>{BLURB} {i}</p></a></div>"
        for i, one in enumerate(HEADLINES)
    ),
}

REFUSED: dict[str, tuple[type[IntakeError], str]] = {
    # no such page
    "missing, in the title": (
        refusals.LinkMissingError,
        html("<h1>404</h1><p>Попробуйте начать с главной.</p>", "404"),
    ),
    "missing, in words": (
        refusals.LinkMissingError,
        html("<main><h1>Страница не найдена</h1><p>Возможно, она была удалена или перенесена.</p></main>", "Вестник"),
    ),
    "missing, beside news": (
        refusals.LinkMissingError,
        html(
            f"<main><h1>Ошибка 404</h1><p>Такой страницы нет.</p><ul>{TEASERS['items']}</ul></main>",
            "Ошибка 404 – Вестник",
        ),
    ),
    "missing, in English": (
        refusals.LinkMissingError,
        bare("<h1>Oops!</h1><p>The page you are looking for does not exist.</p><a href='/'>Home</a>", "Page not found"),
    ),
    "missing, in Kazakh": (refusals.LinkMissingError, bare("<h1>Бет табылмады</h1><p>Басты бетке өтіңіз.</p>", "404")),
    "removed": (
        refusals.LinkMissingError,
        html("<main><p>Материал был удалён по просьбе редакции.</p></main>", "Вестник Приозёрска"),
    ),
    # out of order
    "failing": (refusals.LinkFailingError, bare("<h1>502 Bad Gateway</h1><hr>nginx", "502 Bad Gateway")),
    "maintenance": (
        refusals.LinkFailingError,
        bare("<h1>Сайт временно недоступен</h1><p>Ведутся технические работы.</p>", "Вестник"),
    ),
    # robots
    "checking the browser": (
        refusals.LinkRobotError,
        bare(
            "<div class='main-wrapper'><noscript>Enable JavaScript and cookies to continue</noscript></div>"
            "<script src='/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1'></script>",
            "Just a moment...",
        ),
    ),
    "are you a robot": (
        refusals.LinkRobotError,
        bare(
            "<h1>Подтвердите, что запросы отправляли вы, а не робот</h1><p>Нам очень жаль, но запросы с вашего устройства "
            "похожи на автоматические.</p><div class='CheckboxCaptcha'>Я не робот</div>",
            "Вы не робот?",
        ),
    ),
    "letters of a picture": (
        refusals.LinkRobotError,
        bare("<p>Введите код с картинки</p><img src='/captcha.png'><form><input name='code'></form>", "Проверка"),
    ),
    "denied": (
        refusals.LinkRefusedError,
        bare("<h1>Access Denied</h1><p>You don't have permission to access this page.</p>", "Access Denied"),
    ),
    "not in this country": (
        refusals.LinkRefusedError,
        bare("<p>Доступ к сайту ограничен. Сайт недоступен в вашей стране.</p>", "Доступ ограничен"),
    ),
    # those who pay
    "paywall": (
        refusals.LinkPaywallError,
        html(
            f"<article><h1>{TITLE}</h1>{LEAD}<div class='wall'><b>Подпишитесь, чтобы дочитать статью</b>"
            "<p>Первый месяц за 1 рубль.</p></div></article>"
        ),
    ),
    "paywall behind a long beginning": (
        refusals.LinkPaywallError,
        html(
            f"<article><h1>{TITLE}</h1>{ARTICLE * 3}<p>Чтобы читать дальше, оформите подписку на «Вестник».</p></article>"
        ),
    ),
    "paywall, told to machines": (
        refusals.LinkPaywallError,
        html(
            f"<article><h1>{TITLE}</h1>{LEAD}</article>",
            head='<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
        ),
    ),
    "metered": (
        refusals.LinkPaywallError,
        html(f"<article><h1>{TITLE}</h1>{LEAD}<p>Вы прочитали три бесплатных материала в этом месяце.</p></article>"),
    ),
    "for subscribers": (
        refusals.LinkPaywallError,
        html(f"<article><h1>{TITLE}</h1>{LEAD}<p>Полный текст доступен только подписчикам.</p></article>"),
    ),
    "paywall, in English": (
        refusals.LinkPaywallError,
        bare(
            "<article><h1>Bridge opens</h1><p>A new bridge across the river was opened on Wednesday morning in the city.</p>"
            "<p>Subscribe to continue reading</p><p>Already a subscriber? Log in</p></article>",
            "Bridge opens",
        ),
    ),
    "paywall, in Kazakh": (
        refusals.LinkPaywallError,
        bare(
            "<article><h1>Жаңа көпір ашылды</h1><p>Сәрсенбі күні қалада өзен арқылы өтетін жаңа көпір ашылды.</p>"
            "<p>Толық оқу үшін жазылыңыз</p></article>",
            "Жаңа көпір ашылды",
        ),
    ),
    # questions before the article
    "cookies": (
        refusals.LinkCookiesError,
        bare(
            "<div><h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services.</p><p>If you "
            "choose to accept all, we will also use cookies and data to measure the effectiveness of ads. Our partners process "
            "personal data on the basis of legitimate interest.</p><button>Reject all</button><button>Accept all</button></div>",
            "Before you continue",
        ),
    ),
    "consent": (
        refusals.LinkCookiesError,
        bare(
            "<main><p>Мы используем файлы cookie, чтобы сайт работал лучше.</p><p>Нажимая «Согласен», вы даёте согласие на "
            "обработку персональных данных и соглашаетесь с политикой конфиденциальности.</p><button>Согласен</button></main>",
            "Вестник Приозёрска",
        ),
    ),
    "login": (
        refusals.LinkLoginError,
        bare("<h1>Вход</h1><form><input name='login'><input type='password'><button>Войти</button></form>", "Вход"),
    ),
    "login to read": (
        refusals.LinkLoginError,
        html("<main><p>Войдите или зарегистрируйтесь, чтобы увидеть эту запись.</p></main>", "Вестник Приозёрска"),
    ),
    # programs
    "scripts": (
        refusals.LinkScriptError,
        bare("<noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div>", "Вестник"),
    ),
    "empty": (refusals.LinkScriptError, bare("<div id='app'></div><script src='/main.js'></script>", "Вестник")),
    "scripts, in Russian": (
        refusals.LinkScriptError,
        bare("<p>Для работы сайта необходимо включить JavaScript в вашем браузере.</p>", "Вестник"),
    ),
    # no article
    **{
        f"list of {kind}": (
            refusals.LinkNoArticleError,
            html(f"<main><h1>Новости</h1>{main}</main>", "Новости – Вестник"),
        )
        for kind, main in TEASERS.items()
    },
    "a picture": (refusals.LinkShortError, bare("<img src='/bridge.jpg'><p>Мост</p>", "Фото")),
    "nothing": (refusals.LinkShortError, bare("")),
    "not a byte": (refusals.LinkShortError, ""),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_page_without_the_article_is_refused_by_name(kind: str) -> None:
    refusal, markup = REFUSED[kind]
    with pytest.raises(refusal):
        extract(page(markup))


@pytest.mark.parametrize(
    "url",
    ["https://news.example", "https://news.example/", "https://news.example/kz/", "https://news.example/index.php"],
)
@pytest.mark.parametrize("kind", TEASERS)
def test_a_front_page_is_no_article(url: str, kind: str) -> None:
    with pytest.raises(refusals.LinkNoArticleError):
        extract(page(html(f"<main>{TEASERS[kind]}</main>", "Вестник Приозёрска"), url))


TOLD = {
    "a missing page": "Страница с данными о стройке не найдена на сайте города, её удалили в понедельник.",
    "robots": "«Вы не робот и должны отдыхать», – сказал врач строителям.",
    "cookies": "Сайт города перестал собирать файлы cookie и персональные данные жителей.",
    "a subscription": "Жители могут оформить подписку на газету в любом отделении связи.",
    "a closed road": "Доступ на старый мост ограничен до конца ремонта.",
    "scripts": "Портал города не открывается без JavaScript, пожаловались жители.",
    "a login": "Войдите на портал, чтобы увидеть план работ, посоветовали в администрации.",
    "works": "На мосту ведутся технические работы, движение открыто.",
    "advertised subscription": "Подпишитесь на канал «Вестника» в Телеграме, чтобы не пропустить новости.",
}


@pytest.mark.parametrize("kind", TOLD)
def test_an_article_may_tell_of_such_things(kind: str) -> None:
    text = extract(page(html(f"<article><h1>{TITLE}</h1><p>{TOLD[kind]}</p>{ARTICLE}</article>"))).text
    assert TOLD[kind] in text


@pytest.mark.parametrize(
    "title", ["Пропавшего туриста не нашли", "Вход на мост закрыли", "Файл: как строили мост", "404 дня без аварий"]
)
def test_a_title_may_sound_like_a_refusal(title: str) -> None:
    assert extract(page(html(f"<article><h1>{title}</h1>{ARTICLE}</article>", title))).title


# Whatever comes


PIECES = """
<p> </p> <div> </div> <table><tr><td> <ul><li> <br> <!-- ]]> &#0; &nbsp; \x00 \ud7ff <script> </script> <article> <h1> <svg>
<time/datetime='x'> Слово. 🙂 < <math> <a/href='/'> <div/id='root'> <div/class='tgme_widget_message'>
<meta/property='article:published_time'/content='10000-01-01'>
"""


@given(st.lists(st.sampled_from(PIECES.split()), max_size=40))
def test_any_page_is_an_article_or_is_refused(pieces: list[str]) -> None:
    try:
        assert extract(page("".join(pieces))).text
    except IntakeError as error:
        assert error.phrase.startswith("link-")  # noqa: PT017, either is right


@given(st.binary(max_size=300))
def test_any_bytes_are_an_article_or_are_refused(content: bytes) -> None:
    try:
        assert extract(Page(content, URL)).text
    except IntakeError as error:
        assert error.phrase.startswith("link-")  # noqa: PT017, either is right


def test_a_page_of_a_million_nested_elements_does_no_harm() -> None:
    with pytest.raises(IntakeError):
        extract(page("<div>" * 100_000))


# Posts

POSTS = """<html><body><main class="tgme_channel_history">
<div class="tgme_widget_message" data-post="city/11"><div class="tgme_widget_message_text js-message_text">Другая.</div></div>
<div class="tgme_widget_message" data-post="City/12">
<a class="tgme_widget_message_owner_name"><span dir="auto">Город у реки</span></a>
<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name">Мэрия</a></div>
<a class="tgme_widget_message_reply"><div class="tgme_widget_message_text js-message_reply_text">На что ответили</div></a>
<div class="tgme_widget_message_text js-message_text" dir="auto"><b><i class="emoji"><b>⚡️</b></i>Мост открыли</b><br/><br/>Первым
проехал <a href="https://x.example">автобус</a>.<br/>Подробности <tg-emoji><i class="emoji"><b>👇</b></i></tg-emoji></div>
<div class="tgme_widget_message_footer"><span class="tgme_widget_message_from_author">Анна Ким</span>
<a class="tgme_widget_message_date"><time datetime="2026-03-04T07:30:00+00:00" class="datetime">Mar 4</time></a></div>
</div></main></body></html>"""


def test_a_post_keeps_its_lines_and_signs() -> None:
    found = extract(page(POSTS, "https://t.me/s/city/12?before=20"))
    assert found.text == "⚡️Мост открыли\n\nПервым проехал автобус.\nПодробности 👇"
    assert (found.title, found.author, found.site) == (None, "Анна Ким", "Город у реки")
    assert found.published == datetime(2026, 3, 4, 7, 30, tzinfo=UTC)
    assert found.url == "https://t.me/s/city/12"


def test_the_author_of_a_forwarded_post_is_where_it_came_from() -> None:
    unsigned = POSTS.replace('<span class="tgme_widget_message_from_author">Анна Ким</span>', "")
    assert extract(page(unsigned, "https://t.me/city/12")).author == "Мэрия"


def test_a_poll_is_its_question_and_its_options() -> None:
    poll = (
        "<div class='tgme_widget_message'><div class='tgme_widget_message_poll_question'>Нужен ли городу мост?</div>"
        "<div class='tgme_widget_message_poll_option_text'>Да</div><div class='tgme_widget_message_poll_option_text'>Нет</div></div>"
    )
    assert extract(page(poll, "https://t.me/city/12")).text == "Нужен ли городу мост?\nДа\nНет"


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='tgme_widget_message_error'>Post not found</div>",
        "<div class='tgme_widget_message' data-post='city/12'><a class='tgme_widget_message_photo_wrap'></a></div>",
    ],
)
def test_a_post_that_is_gone_or_has_no_words_is_missing(markup: str) -> None:
    with pytest.raises(refusals.MissingPostError):
        extract(page(markup, "https://t.me/city/12"))
