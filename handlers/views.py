"""From values to what a person reads: formatting nodes, never markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from itertools import groupby, islice

from aiogram.utils.formatting import BlockQuote, Bold, Italic, Text, TextLink, sizeof

from handlers.incoming import fit
from handlers.phrases import Phrases
from handlers.zones import called, zone_of
from nlp import Fact, Quote, Reading, Sentence, Speaker, chapters, is_long
from nlp.model import FactKind
from nlp.titles import DATELINE_STOPS, repeats
from nlp.words import fold
from storage.records import Article, Heading, Preferences, Saved, Source, SourceKind

MESSAGE_LIMIT = 4096  # UTF-16 units in one message
SENTENCE_LIMIT = 1200  # UTF-16 units of one sentence that are shown
LONGER = 4  # sentences that a longer summary has more
NAMED = 4  # speakers named on a card
NAMED_SOURCE = 60  # UTF-16 units of the name of where a related article came from
FACTS = 6  # facts of one kind that are shown
OF_KIND: Mapping[FactKind, str] = {
    "person": "facts-person",
    "organisation": "facts-organisation",
    "place": "facts-place",
    "date": "facts-date",
    "number": "facts-number",
}
NAMELESS: Mapping[SourceKind, str] = {"pasted": "card-pasted", "file": "card-picture"}
"""What a source without a name is called; of any other it is hidden."""


def card(
    article: Article,
    say: Phrases,
    size: int | None = None,
    note: str | None = None,
    tags: Sequence[str] = (),
    related: Sequence[Article] = (),
) -> Text:
    """An article as it is shown when it arrives: title, source, up to ``size`` sentences, who speaks in it.

    None is as many as suit its length. ``note`` goes before it, ``related`` tell of the same event.
    """
    summary = article.reading.summary(size)
    blocks = [
        Text(note) if note else None,
        _head(article, summary, say),
        Text(Italic(length(article.reading, say))) if is_long(article.reading) else None,
        _verbatim(summary),
        Text(Italic(media)) if (media := outlets(article, say)) else None,
        _speakers(article.reading, say),
        _also(related, say) if related else None,
        Text(hashtags(tags)) if tags else None,
    ]
    return stacked(block for block in blocks if block is not None)


def known(saved: Saved, say: Phrases) -> Text:
    """That an article is there already, perhaps with small differences: its title, and where it came from first."""
    note = say("card-duplicate") + (f" {say('card-nearly')}" if saved.differs else "")
    return stacked(
        [Text(note), Text(Bold(say.title(saved.article.title)), "\n", Italic(dated(saved.article.source, say)))]
    )


def _also(related: Sequence[Article], say: Phrases) -> Text:
    lines = [Text("\n• ", say.title(one.title), " — ", dated(one.source, say, NAMED_SOURCE)) for one in related]
    return Text(say("card-related"), *lines)


def hashtags(names: Iterable[str]) -> str:
    return " ".join(f"#{name}" for name in names)


def length(reading: Reading, say: Phrases) -> str:
    """How long a text is that has chapters: «5 000 предложений, 12 глав»."""
    found = chapters(reading)
    sentences, number = len(reading.sentences), len(found)
    if any(one.title for one in found):
        return say("card-chapters", count=sentences, number=number)
    return say("card-parts", count=sentences, number=number)


def longer(reading: Reading, size: int | None) -> int:
    """How many sentences the longer summary may have, where the shorter has up to ``size``."""
    return (size or reading.usual_length) + LONGER


def has_more(reading: Reading, size: int | None = None) -> bool:
    """Whether the longer summary shows more."""
    return len(reading.summary(longer(reading, size))) > len(reading.summary(size))


def by_speaker(quotes: Iterable[Quote]) -> list[tuple[Speaker | None, list[Quote]]]:
    """Quotes grouped by speaker, in the order in which they first speak; those of nobody named come last."""
    groups: dict[str, tuple[Speaker | None, list[Quote]]] = {}
    for quote in quotes:
        speaker = quote.speaker
        groups.setdefault(speaker.name if speaker else "", (speaker, []))[1].append(quote)
    return sorted(groups.values(), key=lambda group: group[0] is None)


def facts(article: Article, say: Phrases) -> Text:
    """What an article tells, kind by kind, the most important first."""
    blocks = [Text(Bold(say("facts-title")), "\n", origin(article, say))]
    for kind, told in groupby(article.reading.facts, key=lambda one: one.kind):
        rows = [f"\n• {clipped(one.name, 200)}{_beside(one)}" for one in islice(told, FACTS)]
        blocks.append(Text(Bold(say(OF_KIND[kind])), *rows))
    return stacked(blocks)


def _beside(fact: Fact) -> str:
    """The position of a person, what a number counts."""
    return f" — {clipped(fact.about, 200)}" if fact.about else ""


def article_list(headings: Sequence[Heading | Article], first: int, head: str, say: Phrases) -> Text:
    """A page of the list under its ``head``, numbered from ``first``."""
    rows = [
        Text(Bold(f"{number}. "), say.title(heading.title), "\n", Italic(_provenance(heading.source, say)))
        for number, heading in enumerate(headings, first)
    ]
    return stacked([Text(head), *rows])


def settings(chosen: Preferences, now: datetime, say: Phrases) -> Text:
    """What the chat has chosen, in words; ``now`` is an aware moment."""
    words = say(
        "settings",
        language=say("settings-language-is" if chosen.language else "settings-language-is-auto"),
        sentences=_sentences(chosen.sentences, say),
        digest=_digest_hour(chosen, say),
        zone=_time_zone(chosen.time_zone, now, say),
    )
    return stacked([Text(Bold(say("settings-title"))), Text(words)])


def _sentences(count: int | None, say: Phrases) -> str:
    return say("settings-sentences-some", count=count) if count else say("settings-sentences-is-auto")


def stacked(blocks: Iterable[Text], gap: str = "\n\n") -> Text:
    """Blocks one below the other; they must fit into one message."""
    (message,) = pages(blocks, gap)
    return message


def pages(blocks: Iterable[Text], gap: str = "\n\n") -> list[Text]:
    """Blocks one below the other, in as many messages as they take; no block is cut in half."""
    messages: list[list[Text]] = [[]]
    room = MESSAGE_LIMIT
    for block in blocks:
        size = sizeof(block.render()[0]) + sizeof(gap)
        if messages[-1] and size > room:
            messages.append([])
            room = MESSAGE_LIMIT
        messages[-1].append(block)
        room -= size
    return [Text(*joined(message, gap)) for message in messages]


def clipped(text: str, limit: int = SENTENCE_LIMIT) -> str:
    """A sentence as it is shown: whole, or the words that fit and a mark that it goes on."""
    return text if sizeof(text) <= limit else fit(text, limit) + " …"


def joined(nodes: Sequence[Text], gap: str) -> Iterator[Text | str]:
    for index, node in enumerate(nodes):
        if index:
            yield gap
        yield node


def _head(article: Article, summary: Sequence[Sentence], say: Phrases, limit: int = 300) -> Text:
    """The title, unless the summary begins to tell with it, above the source."""
    where = dated(article.source, say)
    if summary and repeats(article.title, " ".join(one.text for one in summary[:DATELINE_STOPS])):
        return Text(where)
    return Text(Bold(say.title(article.title, limit)), "\n", where)


def _digest_hour(chosen: Preferences, say: Phrases) -> str:
    if chosen.digest_hour is None:
        return say("settings-digest-is-off")
    hour = say.time(time(chosen.digest_hour))
    return say("settings-digest-is" if zone_of(chosen.time_zone) else "settings-digest-waits", time=hour)


def _time_zone(name: str | None, now: datetime, say: Phrases) -> str:
    zone = zone_of(name)
    if name is None or zone is None:
        return say("settings-zone-is-unknown")
    return say("settings-zone-is", zone=called(name, now, say.locale), time=say.time(now.astimezone(zone).time()))


def _verbatim(sentences: Sequence[Sentence]) -> Text:
    limit = min(SENTENCE_LIMIT, 3000 // max(1, len(sentences)))
    return BlockQuote("\n\n".join(clipped(one.text, limit) for one in sentences))


def outlets(article: Article, say: Phrases) -> str | None:
    """The media that the article itself names as its source, unless it came from there."""
    here = fold(article.source.name or "")
    names = [name for name in article.reading.outlets if fold(name) != here]
    return say("card-outlets", names=clipped(", ".join(names), 200)) if names else None


def _speakers(reading: Reading, say: Phrases) -> Text | None:
    """Whose comment it is, and who speaks: those with a name of their own before «мэрия» and «закон»."""
    whose = reading.commentator
    names = [one.name for one, _ in by_speaker(reading.quotes) if one and not (whose and one.name == whose.name)]
    names.sort(key=lambda name: not name[:1].isupper())
    comment = [say("card-comment", name=titled(whose))] if whose else []
    lines = [*comment, *([_speaking(names, say)] if names else [])]
    return Text("\n".join(lines)) if lines else None


def _speaking(names: Sequence[str], say: Phrases) -> str:
    shown, rest = ", ".join(clipped(name, 100) for name in names[:NAMED]), len(names) - NAMED
    return say("card-speakers-more", names=shown, rest=rest) if rest > 0 else say("card-speakers", names=shown)


def titled(speaker: Speaker) -> str:
    """A speaker's name, and the title if it is known."""
    return clipped(speaker.name, 200) + (f", {clipped(speaker.title, 200)}" if speaker.title else "")


def named(speaker: Speaker | None, say: Phrases) -> Text:
    """A speaker with the title."""
    if speaker is None:
        return Text(Italic(say("said-unnamed")))
    return Text(Bold(clipped(speaker.name, 200)), f", {clipped(speaker.title, 200)}" if speaker.title else "")


def credit(quote: Quote | None, say: Phrases) -> Text | None:
    """Who said it, and the medium that passed it on; None where nobody is named."""
    if quote is None or quote.speaker is None:
        return None
    outlet = Italic(" · ", say("said-outlet", name=clipped(quote.outlet, 100))) if quote.outlet else ""
    return Text("— ", named(quote.speaker, say), outlet)


def origin(article: Article, say: Phrases) -> Text:
    """The line below an answer: the article and where it came from."""
    return Text(Italic(say.title(article.title)), " · ", dated(article.source, say))


def linked(source: Source, say: Phrases, limit: int = 1000) -> Text:
    """The name of a source, up to ``limit`` UTF-16 units of it, with its link."""
    name = clipped(_name(source, say), limit)
    return Text(TextLink(name, url=source.url) if source.url else name)


def dated(source: Source, say: Phrases, limit: int = 1000) -> Text:
    """The same with the day on which the article was published there."""
    return Text(linked(source, say, limit), f" · {say.day(source.published)}" if source.published else "")


def _provenance(source: Source, say: Phrases) -> str:
    return dated(source, say).render()[0]


def _name(source: Source, say: Phrases) -> str:
    name = _called(source, say)
    return f"{name} ({source.author})" if source.author and source.author != source.name else name


def _called(source: Source, say: Phrases) -> str:
    if not source.name:
        return say(NAMELESS.get(source.kind, "card-hidden"))
    match source.kind:
        case "file":
            return say("card-file", name=source.name)
        case "excerpt":
            return say("card-excerpt", name=source.name)
        case _:
            return source.name
