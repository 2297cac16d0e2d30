"""How several articles that came at once are told: one list with all of them, and with what could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.utils.formatting import BlockQuote, Bold, Italic, Text

from handlers.comments import Wish
from handlers.keyboards import LISTED
from handlers.phrases import Phrases
from handlers.views import clipped, dated, joined, pages
from nlp.titles import repeats
from storage.records import Saved

# Sentences of each article, UTF-16 units of each, the fullest first: the list shows what fits into one message.
ONE = ((1, 350), (1, 250), (1, 150), (0, 0))
SIZES: dict[Wish | None, Sequence[tuple[int, int]]] = {
    None: ONE,
    "short": ONE[-1:],
    "long": ((3, 350), (2, 250), *ONE),
}
TITLE, NAME, REASON = 80, 40, 200  # characters of a title; UTF-16 units of the others


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that was not read, by its beginning, and the reason in the person's words."""

    beginning: str
    reason: str


def listed(results: Sequence[Saved | Unread], wish: Wish | None, say: Phrases) -> Text:
    """The articles in the order in which they came, as much of each as fits into one message."""
    some, unread, rest = kept(results)[:LISTED], _unread(results, say), len(kept(results)) - LISTED
    head = [Text(say("bundle", count=len(kept(results))))] if some else []
    below = [*([Text(say("bundle-rest", count=rest))] if rest > 0 else []), *unread]
    for count, limit in SIZES.get(wish, SIZES[None]):
        messages = pages([*head, *_rows(some, count, limit, say), *below])
        if len(messages) == 1:
            break
    return messages[0]


def kept(results: Sequence[Saved | Unread]) -> list[Saved]:
    return [one for one in results if isinstance(one, Saved)]


def _rows(kept: Sequence[Saved], count: int, limit: int, say: Phrases) -> list[Text]:
    return [Text(Bold(f"{number}. "), *_told(one, count, limit, say)) for number, one in enumerate(kept, 1)]


def _told(one: Saved, count: int, limit: int, say: Phrases) -> Sequence[Text | str]:
    """Title, source, whether it is known, and ``count`` sentences; no title that the first of them repeats."""
    shown = one.article.reading.summary(count) if count else ()
    said = " ".join(sentence.text for sentence in shown)
    title = [] if shown and repeats(one.article.title, said) else [Bold(say.title(one.article.title, TITLE))]
    lines = [*title, _where(one, say), *([_quoted([x.text for x in shown], limit)] if shown else [])]
    return list(joined(lines, "\n"))


def _where(one: Saved, say: Phrases) -> Text:
    known = [] if one.new else [" · ", say("bundle-known")]
    return Text(Italic(dated(one.article.source, say, NAME), *known))


def _quoted(sentences: Sequence[str], limit: int) -> BlockQuote:
    return BlockQuote("\n\n".join(clipped(one, limit) for one in sentences))


def _unread(results: Sequence[Saved | Unread], say: Phrases) -> list[Text]:
    unread = [one for one in results if isinstance(one, Unread)]
    if not unread:
        return []
    rows = [f"• {say.title(_line(one.beginning), NAME)} — {clipped(one.reason, REASON)}" for one in unread[:LISTED]]
    more = ["• …"] if len(unread) > LISTED else []
    return [Text(Bold(say("bundle-unread")), "\n", "\n".join([*rows, *more]))]


def _line(text: str) -> str:
    return " ".join(text[: 4 * NAME].split())
