"""The buttons under a message."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, time
from typing import Literal

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CopyTextButton, InlineKeyboardMarkup
from aiogram.utils.keyboard import InlineKeyboardBuilder

from handlers.buttons import (
    Doing,
    OnAnswer,
    OnArchive,
    OnArticle,
    OnBundle,
    OnBundleStory,
    OnChapter,
    OnChapters,
    OnChoice,
    OnDigest,
    OnList,
    OnPerson,
    OnQuote,
    OnSettings,
    OnSpeaker,
    OnSpeakers,
    OnStory,
    OnSuggestion,
    OnTag,
    OnText,
    OnWork,
)
from handlers.phrases import LOCALES, Phrases, phrases
from handlers.statements import Statement, Voice, copied, shared
from handlers.views import clipped, titled
from handlers.zones import OFFSETS, PLACES, called, zone_of
from intake.cleaning import left_out
from nlp import Speaker, is_long
from storage.records import Article, ArticleId, Heading, Preferences, Saved

SUGGESTED = 60  # UTF-16 units of a question on a button
LISTED = 10  # articles of a list of those that came at once
PAGE = 5  # articles on one page of a list, stories on one of a digest, speakers, statements
NAME = 40  # characters of a name on a button
NAME_AND_TITLE = 60  # the same with the title
ZONES = 16  # cities or offsets on one page
OFFSETS_NEARBY = 16  # the page that holds UTC+3 … UTC+7
SENTENCES = (1, 3, 5, 7, 10)  # the lengths of a summary to choose from
CHOSEN = "✓ "

Row = Sequence[tuple[str, CallbackData]]
Digested = OnDigest | OnBundle
Paged = OnSpeakers | OnSpeaker | OnPerson | Digested | OnStory | OnBundleStory | OnTag


def card(
    article: Article,
    suggested: Sequence[str],
    say: Phrases,
    more: bool,
    long: bool = False,
    related: Sequence[Article] = (),
) -> InlineKeyboardMarkup:
    """Under an article's card: questions that it answers, each on a row of its own; what else it can show.

    ``more`` is whether there is a longer summary, ``long`` whether it is shown; ``related`` opens others.
    """
    asking = [[(suggestion(one), OnSuggestion(article=article.id, offset=i))] for i, one in enumerate(suggested)]
    size = [(say("button-shorter" if long else "button-longer"), _on(article.id, "shorter" if long else "longer"))]
    said = [(say("button-said"), _on(article.id, "said"))] if article.reading.quotes else []
    chapters = [(say("button-chapters"), _on(article.id, "chapters"))] if is_long(article.reading) else []
    facts = [(say("button-facts"), _on(article.id, "facts"))] if article.reading.facts else []
    removed = [(say("button-removed"), _on(article.id, "removed"))] if left_out(article.reading) else []
    delete = (say("button-delete"), _on(article.id, "delete"))
    opening = [
        [(say("button-related", title=say.quoted(say.title(one.title, NAME))), _on(one.id, "open"))] for one in related
    ]
    return rows(*asking, [*(size if more or long else []), *said], chapters, [*facts, *removed, delete], *opening)


def suggestion(question: str) -> str:
    """A question as a button shows it."""
    return clipped(question, SUGGESTED)


def delete(article: ArticleId, say: Phrases) -> InlineKeyboardMarkup:
    yes, no = _on(article, "delete-yes"), _on(article, "delete-no")
    return rows([(say("button-delete-yes"), yes), (say("button-delete-no"), no)])


def known(article: ArticleId, say: Phrases, apart: bool) -> InlineKeyboardMarkup:
    """Under the answer to an article that came again; ``apart`` is whether it can be kept by itself."""
    keep = [(say("button-apart"), OnText(do="apart"))] if apart else []
    return rows([(say("button-open"), _on(article, "open")), *keep])


def answer(say: Phrases, offered: Collection[str]) -> InlineKeyboardMarkup | None:
    """Under an answer, of what is ``offered``: what else there is to it; where it stands, and where else to look."""
    named: Sequence[tuple[str, Doing]] = [
        (say("button-more"), "more"),
        (say("button-another"), "another"),
        (say("button-context"), "context"),
        (say("button-everywhere"), "everywhere"),
    ]
    found = [(text, OnAnswer(do=do)) for text, do in named if do in offered]
    further = [one for one in found if one[1].do in ("more", "another")]
    return rows(further, [one for one in found if one not in further]) if found else None


def without(keys: InlineKeyboardMarkup | None, *done: Doing) -> InlineKeyboardMarkup | None:
    """What is left of the buttons under an answer when these were pressed."""
    gone = {OnAnswer(do=one).pack() for one in done}
    lines = [[one for one in row if one.callback_data not in gone] for row in (keys.inline_keyboard if keys else ())]
    left = [line for line in lines if line]
    return InlineKeyboardMarkup(inline_keyboard=left) if left else None


def intent(say: Phrases) -> InlineKeyboardMarkup:
    return rows([(say("button-keep"), OnText(do="keep")), (say("button-ask"), OnText(do="ask"))])


def work(message: int, say: Phrases) -> InlineKeyboardMarkup:
    """Under a status: stops the work on the person's message of this number."""
    return rows([(say("button-cancel"), OnWork(message=message))])


def article_list(headings: Sequence[Heading], offset: int, count: int) -> InlineKeyboardMarkup:
    """A button for each article of the page, and the pages before and after."""
    before, after = (OnList(offset=max(0, offset - PAGE)), OnList(offset=offset + PAGE))
    return rows(_opening([one.id for one in headings], offset), _turning(before, after, offset, PAGE, count))


def tagged(articles: Sequence[ArticleId], here: OnTag, count: int) -> InlineKeyboardMarkup:
    """The same for those of the page ``here`` of the articles under a tag."""
    return rows(_opening(articles, here.offset), _pages(here, PAGE, count))


def chapters(article: ArticleId, offset: int, count: int) -> InlineKeyboardMarkup:
    """The same for the ``count`` chapters of an article."""
    shown = range(offset, min(offset + PAGE, count))
    opening = [(str(one + 1), OnChapter(article=article, offset=one)) for one in shown]
    before, after = (OnChapters(article=article, offset=at) for at in (max(0, offset - PAGE), offset + PAGE))
    return rows(opening, _turning(before, after, offset, PAGE, count))


def several(kept: Sequence[Saved], first: int, last: int, say: Phrases) -> InlineKeyboardMarkup | None:
    """Under the list of what the messages ``first``..``last`` brought: a button for each article, and their digest."""
    opening = _opening([one.article.id for one in kept[:LISTED]], 0)
    different = {one.article.id for one in kept}
    digest = [(say("button-bundle-digest"), OnBundle(do="show", start=first, stop=last))] if len(different) > 1 else []
    return rows(*_by(PAGE, opening), digest) if opening else None


def digest(stories: Sequence[Sequence[ArticleId]], here: Digested, count: int) -> InlineKeyboardMarkup:
    """A button for each story of the page ``here`` of a digest of ``count`` stories, and the pages before and after."""
    opening = [(str(number), _telling(story, here)) for number, story in enumerate(stories, here.offset + 1)]
    return rows(opening, _pages(here, PAGE, count))


def _telling(story: Sequence[ArticleId], here: Digested) -> CallbackData:
    """What opens a story: its only article, or the list of them."""
    first, *others = story
    if not others:
        return _on(first, "open")
    if isinstance(here, OnBundle):
        return OnBundleStory(article=first, start=here.start, stop=here.stop)
    return OnStory(article=first, since=here.since, until=here.until)


def story(
    articles: Sequence[ArticleId], here: OnStory | OnBundleStory, digest: Digested, say: Phrases
) -> InlineKeyboardMarkup:
    """Under the articles of a story: a button for each on this page, other pages, the way back to the digest."""
    shown = articles[here.offset : here.offset + PAGE]
    return rows(_opening(shown, here.offset), _pages(here, PAGE, len(articles)), [(say("button-digest"), digest)])


def speakers(article: ArticleId, voices: Sequence[Voice], here: OnSpeakers, say: Phrases) -> InlineKeyboardMarkup:
    """A button for each of the ``voices`` on the page ``here``, and the pages before and after."""
    shown = voices[here.offset : here.offset + PAGE]
    opening = [[(_counted(one, say), OnSpeaker(article=article, speaker=one.key))] for one in shown]
    return rows(*opening, _pages(here, PAGE, len(voices)))


def _counted(voice: Voice, say: Phrases) -> str:
    name = voice.speaker.name if voice.speaker else say("said-unnamed")
    return f"{say.title(name, NAME)} · {len(voice.quotes)}"


def statements(shown: Sequence[Statement], here: Paged, count: int, back: Row) -> InlineKeyboardMarkup:
    """A button for each statement of the page ``here`` of ``count``, the pages before and after, the way back."""
    opening = [(str(number), on_quote("show", one)) for number, one in enumerate(shown, here.offset + 1)]
    return rows(opening, _pages(here, PAGE, count), back)


def namesakes(people: Sequence[tuple[Speaker, int]], say: Phrases) -> InlineKeyboardMarkup:
    """A button for each person, with the key, who may be meant."""
    return rows(*([(say.title(titled(one), NAME_AND_TITLE), OnPerson(speaker=key))] for one, key in people))


def statement(one: Statement, say: Phrases) -> InlineKeyboardMarkup:
    """Under a statement: copying and sharing, by Telegram itself where it takes so much; its surroundings."""
    text, address = copied(one, say), shared(one, say)
    builder = InlineKeyboardBuilder()
    if text:
        builder.button(text=say("button-copy"), copy_text=CopyTextButton(text=text))
    else:
        builder.button(text=say("button-copy"), callback_data=on_quote("copy", one))
    if address:
        builder.button(text=say("button-share"), url=address)
    else:
        builder.button(text=say("button-share"), callback_data=on_quote("share", one))
    builder.button(text=say("button-context"), callback_data=OnAnswer(do="context"))
    builder.adjust(2)
    return builder.as_markup()


def on_quote(do: Literal["show", "copy", "share"], one: Statement) -> OnQuote:
    return OnQuote(do=do, article=one.article.id, start=one.quote.start, stop=one.quote.stop)


def forget(say: Phrases) -> InlineKeyboardMarkup:
    return rows([(say("button-forget"), OnArchive(do="forget"))])


def forget_surely(say: Phrases) -> InlineKeyboardMarkup:
    yes, no = OnArchive(do="forget-yes"), OnArchive(do="forget-no")
    return rows([(say("button-forget-yes"), yes), (say("button-delete-no"), no)])


def settings(say: Phrases) -> InlineKeyboardMarkup:
    """The pages of the settings."""
    return rows(
        [
            (say("settings-language"), OnSettings(page="language")),
            (say("settings-sentences"), OnSettings(page="sentences")),
        ],
        [(say("settings-digest"), OnSettings(page="digest_hour")), (say("settings-zone"), OnSettings(page="cities"))],
    )


def languages(chosen: Preferences, say: Phrases) -> InlineKeyboardMarkup:
    """Each language in its own name."""
    named = [(phrases(locale)("language"), locale) for locale in LOCALES]
    return _choice("language", [(say("settings-language-auto"), None), *named], chosen.language, 1, say)


def sentences(chosen: Preferences, say: Phrases) -> InlineKeyboardMarkup:
    counted = [(say("settings-sentences-some", count=count), str(count)) for count in SENTENCES]
    return _choice("sentences", [(say("settings-sentences-auto"), None), *counted], _text(chosen.sentences), 1, say)


def digest_hours(chosen: Preferences, say: Phrases) -> InlineKeyboardMarkup:
    hours = [(say.time(time(hour)), str(hour)) for hour in range(24)]
    return _choice("digest_hour", [(say("settings-digest-off"), None), *hours], _text(chosen.digest_hour), 4, say)


def cities(offset: int, now: datetime, say: Phrases) -> InlineKeyboardMarkup:
    """Cities with the time of each, ``now`` being an aware moment; then the way to the offsets."""
    named = [(f"{_clock(place.zone, now, say)} {place.name(say.locale)}", place.zone) for place in PLACES]
    other = [(say("settings-offsets"), OnSettings(page="offsets", offset=OFFSETS_NEARBY))]
    return _zones("cities", named, offset, other, say)


def offsets(offset: int, now: datetime, say: Phrases) -> InlineKeyboardMarkup:
    """Offsets from UTC with the time of each; then the way back to the cities."""
    named = [(f"{_clock(name, now, say)} {called(name, now, say.locale)}", name) for name in OFFSETS]
    return _zones("offsets", named, offset, [(say("settings-cities"), OnSettings(page="cities"))], say)


def rows(*lines: Row) -> InlineKeyboardMarkup:
    """A keyboard of rows of (text, data); empty rows are left out."""
    builder = InlineKeyboardBuilder()
    for line in lines:
        for text, data in line:
            builder.button(text=text, callback_data=data)
    builder.adjust(*(len(line) for line in lines if line))
    return builder.as_markup()


def _on(article: ArticleId, do: str) -> OnArticle:
    return OnArticle.model_validate({"do": do, "article": article})


def _opening(articles: Sequence[ArticleId], offset: int) -> Row:
    return [(str(number), _on(article, "open")) for number, article in enumerate(articles, offset + 1)]


def _turning(before: CallbackData, after: CallbackData, offset: int, page: int, count: int) -> Row:
    """The buttons to the pages before and after the one that begins at ``offset``."""
    return [*([("‹", before)] if offset else []), *([("›", after)] if offset + page < count else [])]


def _pages(here: Paged, page: int, count: int) -> Row:
    """The same of a page that knows its own offset."""
    before = here.model_copy(update={"offset": max(0, here.offset - page)})
    return _turning(before, here.model_copy(update={"offset": here.offset + page}), here.offset, page, count)


def _choice(
    what: str, options: Sequence[tuple[str, str | None]], chosen: str | None, width: int, say: Phrases
) -> InlineKeyboardMarkup:
    """The first option on a row of its own, the others ``width`` a row; the chosen one is marked."""
    first, *others = _options(what, options, chosen)
    return rows([first], *_by(width, others), [_back(say)])


def _zones(page: str, named: Sequence[tuple[str, str]], offset: int, other: Row, say: Phrases) -> InlineKeyboardMarkup:
    shown = [(text, OnChoice(what="time_zone", value=zone)) for text, zone in named[offset : offset + ZONES]]
    before, after = (_page(page, max(0, offset - ZONES)), _page(page, offset + ZONES))
    return rows(*_by(2, shown), _turning(before, after, offset, ZONES, len(named)), [*other, _back(say)])


def _options(what: str, options: Sequence[tuple[str, str | None]], chosen: str | None) -> Row:
    return [
        (f"{CHOSEN if value == chosen else ''}{text}", OnChoice.model_validate({"what": what, "value": value}))
        for text, value in options
    ]


def _by(width: int, buttons: Row) -> list[Row]:
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def _back(say: Phrases) -> tuple[str, CallbackData]:
    return say("settings-back"), OnSettings(page="all")


def _page(page: str, offset: int) -> OnSettings:
    return OnSettings.model_validate({"page": page, "offset": offset})


def _clock(zone: str, now: datetime, say: Phrases) -> str:
    return say.time(now.astimezone(zone_of(zone)).time())


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)
