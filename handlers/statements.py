"""How statements read: who spoke in an article, what one of them said, one statement with its credit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib import parse

from aiogram.utils.formatting import BlockQuote, Bold, Code, Italic, Text, sizeof

from handlers.phrases import Phrases
from handlers.views import clipped, credit, dated, joined, named, origin, outlets, stacked, titled
from nlp import Quote, Reading, Span, Speaker
from nlp.namesakes import key
from storage.records import Article

NOBODY = 0  # in place of the key of a speaker whom the article does not name
PAGE_LIMIT = 500  # UTF-16 units of a statement on a page
WHOLE_LIMIT = 2500  # the same of one that is shown alone
COPIED = 256  # UTF-16 units that a button copies
SHARED = 2000  # bytes of the address of a button; Telegram does not say how many it takes


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in an article, with their statements in document order; ``speaker`` None is nobody named."""

    key: int
    speaker: Speaker | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A quote and the article in which it stands."""

    article: Article
    quote: Quote


def voices(reading: Reading) -> list[Voice]:
    """Who speaks in a reading, whoever says most first; what nobody named has said comes last."""
    groups: dict[int, list[Quote]] = {}
    for quote in reading.quotes:
        groups.setdefault(key_of(quote), []).append(quote)
    found = [Voice(number, _entitled(quotes), tuple(quotes)) for number, quotes in groups.items()]
    return sorted(found, key=lambda one: (one.key == NOBODY, -len(one.quotes)))


def key_of(quote: Quote) -> int:
    return key(quote.speaker.name) if quote.speaker else NOBODY


def _entitled(quotes: Sequence[Quote]) -> Speaker | None:
    """The speaker with the first title that the article gives."""
    speakers = [quote.speaker for quote in quotes if quote.speaker]
    return next((one for one in speakers if one.title), speakers[0] if speakers else None)


def cast(article: Article, shown: Sequence[Voice], say: Phrases) -> Text:
    """A page of those who speak in an article, each with a title and the number of statements."""
    rows = [Text("• ", named(one.speaker, say), " — ", say("said-count", count=len(one.quotes))) for one in shown]
    return stacked([_head(article, say), Text(*joined(rows, "\n"))])


def _head(article: Article, say: Phrases) -> Text:
    """Whose article it is; media that it names itself; whose comment the whole is."""
    reading = article.reading
    media = Text("\n", Italic(cited)) if (cited := outlets(article, say)) else ""
    comment = Text("\n", say("card-comment", name=titled(reading.commentator))) if reading.commentator else ""
    return Text(Bold(say("said-title")), "\n", origin(article, say), media, comment)


def spoken(article: Article, voice: Voice, first: int, shown: Sequence[Quote], say: Phrases) -> Text:
    """A page of what one of them said, numbered from ``first``."""
    head = Text(named(voice.speaker, say), "\n", origin(article, say))
    return stacked([head, *_numbered(shown, first, say)])


def everywhere(name: Speaker, counted: str, first: int, shown: Sequence[Statement], say: Phrases) -> Text:
    """A page of what one person said in all articles, article by article, numbered from ``first``."""
    head = Text(named(name, say), "\n", Italic(counted))
    blocks: list[Text] = []
    for _, same in groupby(shown, key=lambda one: one.article.id):
        group = list(same)
        begin, *rest = _numbered([one.quote for one in group], first, say)
        blocks += [Text(_where(group[0], name, say), "\n", begin), *rest]
        first += len(group)
    return stacked([head, *blocks])


def _where(one: Statement, name: Speaker, say: Phrases) -> Text:
    """The outlet and the day; what else the article calls the person."""
    speaker = one.quote.speaker
    title = speaker.title if speaker and speaker.title != name.title else None
    return Text(Bold(dated(one.article.source, say)), f" · {clipped(title, 100)}" if title else "")


def _numbered(quotes: Iterable[Quote], first: int, say: Phrases) -> Iterator[Text]:
    for number, quote in enumerate(quotes, first):
        kind = Text(" ", Italic(note)) if (note := _note(quote, say)) else ""
        yield Text(Bold(f"{number}."), kind, "\n", BlockQuote(words(quote, say, PAGE_LIMIT)))


def _note(quote: Quote, say: Phrases) -> str:
    """What is said beside a statement: that it is told in the article's words, and who passed it on."""
    retold = [say("said-retold")] if quote.kind != "direct" else []
    outlet = [say("said-outlet", name=clipped(quote.outlet, 100))] if quote.outlet else []
    return ", ".join([*retold, *outlet])


def words(quote: Quote, say: Phrases, limit: int) -> str:
    """What was said, in quotation marks if to the letter; where the cue broke it, a mark stands between the parts."""
    said = clipped(" … ".join(" ".join(part.text.split()) for part in quote.parts), limit)
    return say("said-marks").replace("…", said) if quote.kind == "direct" else said


def place(reading: Reading, quote: Quote) -> Span:
    """The sentences that hold a statement."""
    held = [one for one in reading.sentences if any(one.overlaps(part) for part in quote.parts)]
    start, stop = (held[0].start, held[-1].stop) if held else (quote.start, quote.stop)
    return Span(start, stop, reading.text[start:stop])


def alone(statement: Statement, say: Phrases) -> Text:
    """A statement by itself: its words, who said them, where they stand."""
    article, quote = statement.article, statement.quote
    retold = Text(Italic(say("said-retold")), "\n") if quote.kind != "direct" else ""
    said = Text(retold, BlockQuote(words(quote, say, WHOLE_LIMIT)))
    return stacked([said, credit(quote, say) or named(None, say), origin(article, say)], "\n")


def to_copy(statement: Statement, say: Phrases) -> Text:
    """The same to be copied by a tap."""
    return Text(Code(credited(statement, say)))


def to_share(statement: Statement, say: Phrases) -> Text:
    """The same to be forwarded."""
    return Text(BlockQuote(words(statement.quote, say, WHOLE_LIMIT)), "\n— ", _credit(statement, say))


def credited(statement: Statement, say: Phrases, address: bool = True) -> str:
    """A statement as one quotes it: «…» — name, title (source, day, address)."""
    return f"{words(statement.quote, say, WHOLE_LIMIT)} — {_credit(statement, say, address)}"


def _credit(statement: Statement, say: Phrases, address: bool = True) -> str:
    """Who said it, whether it is retold, and where it stands."""
    quote, source = statement.quote, statement.article.source
    who = titled(quote.speaker) if quote.speaker else say("said-unnamed").lower()
    known = [source.name or say("said-source", title=say.quoted(statement.article.title))]
    day = [say.day(source.published)] if source.published else []
    url = [source.url] if source.url and address else []
    about = ", ".join([clipped(known[0], 200), *day, *url])
    return ", ".join(part for part in (who, _note(quote, say)) if part) + f" ({about})"


def copied(statement: Statement, say: Phrases) -> str | None:
    """What a button copies, without the address if need be; None where that is more than one takes."""
    texts = (credited(statement, say, address) for address in (True, False))
    return next((text for text in texts if sizeof(text) <= COPIED), None)


def shared(statement: Statement, say: Phrases) -> str | None:
    """The address that opens Telegram's own choice of a chat with the statement and its credit written there.

    https://core.telegram.org/widgets/share: the address of the post stands first, the text below it. None where that is
    longer than a button takes.
    """
    url = statement.article.source.url
    said = credited(statement, say, address=False)
    fields = {"url": url, "text": said} if url else {"url": said}
    # Not every client reads a plus as a space.
    address = "https://t.me/share/url?" + parse.urlencode(fields, errors="replace", quote_via=parse.quote)
    return address if len(address) <= SHARED else None
