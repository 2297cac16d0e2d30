"""The values that the archive takes and gives. All of them are frozen; every span counts Python string indices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

from nlp.model import Frequencies, Reading, Speaker

ChatId = NewType("ChatId", int)
MessageId = NewType("MessageId", int)
ArticleId = NewType("ArticleId", int)
UpdateNumber = NewType("UpdateNumber", int)

SourceKind = Literal["channel", "chat", "user", "hidden_user", "pasted", "link", "file", "excerpt"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from.

    ``name`` and ``url`` are those of the channel, chat or person, of the site and page, or of the file; ``author`` is
    the post's signature or the page's author, ``published`` the aware UTC time of the original. An "excerpt" is what a
    person quoted of a post.
    """

    kind: SourceKind
    name: str | None = None
    url: str | None = None
    author: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One message that holds ``article.text[start:stop]``; the text of the message equals that slice.

    One that brought the article but holds nothing of its text to quote (a link, a file, a rich message) has an empty
    slice.

    ``entities`` is the JSON list of the message's own entities, whose offsets count UTF-16 units of what the message
    says; the archive keeps it as it is.
    """

    message_id: MessageId
    start: int
    stop: int
    entities: str = "[]"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What one forward or paste carried: ``parts`` are its messages in order, ``received`` is an aware time."""

    text: str
    title: str | None
    source: Source
    parts: tuple[Part, ...]
    received: datetime


@dataclass(frozen=True, slots=True)
class Article:
    """An Incoming that was kept. ``title`` is the one given, else the one the reading found."""

    id: ArticleId
    text: str
    title: str
    source: Source
    received: datetime
    reading: Reading


@dataclass(frozen=True, slots=True)
class Heading:
    """A row of the list of articles: an Article without its text."""

    id: ArticleId
    title: str
    source: Source
    received: datetime


@dataclass(frozen=True, slots=True)
class Tagged:
    """The articles under a tag, the latest arrival first; ``name`` is the tag as the latest of them has it."""

    name: str
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search of the archive found: ``articles``, best first.

    ``frequencies`` are those of the words sought among all sentences of the chat, ``looked`` the number of articles
    that the question's scope leaves, ``corrected`` the sought lemmas that none of the chat's articles holds, each with
    the lemma of the chat's that it was taken for.
    """

    articles: tuple[Article, ...]
    frequencies: Frequencies
    looked: int
    corrected: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an Incoming; ``new`` is False where another message had brought the text.

    ``differs`` is True where it had brought it with small changes.
    """

    article: Article
    new: bool
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """How a question was asked: in which ``message``, ``at`` which aware time.

    ``leaning`` is the message whose answer it leans on; ``everywhere`` is whether all articles were asked alike.
    """

    message: MessageId
    at: datetime
    leaning: MessageId | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article, ``article.text[start:stop]``."""

    article: ArticleId
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Mention:
    """What a message is about: an article, and where the message was an answer, the sentence it showed.

    ``sentence`` is a (start, stop) of ``article.text``; ``question`` is what the person had asked, ``asked`` how. A
    question that was refused has its ``asked`` only.
    """

    article: Article
    sentence: tuple[int, int] | None = None
    question: str | None = None
    asked: Occasion | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who speaks in articles under one name: ``key`` is `nlp.namesakes.key` of it."""

    key: int
    speaker: Speaker
    statements: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """An article in which somebody speaks, and how many statements there are theirs."""

    article: ArticleId
    statements: int


@dataclass(frozen=True, slots=True)
class Received:
    """An update as Telegram sent it: ``body`` is its JSON, ``chat`` the one within which order matters.

    ``at`` is when it was received, an aware time; ``lives`` how many processes have taken it up.
    """

    number: UpdateNumber
    chat: ChatId
    body: str
    at: datetime
    lives: int = 0


@dataclass(frozen=True, slots=True)
class Taken:
    """An update that was taken up; ``lives`` is how many processes have done so, this one included."""

    body: str
    lives: int


@dataclass(frozen=True, slots=True)
class Preferences:
    """How a chat wants to be spoken to; None is what it never chose.

    ``language`` is a code of the bot's languages, ``sentences`` the length of a summary, ``digest_hour`` 0..23 in
    ``time_zone``: an IANA name ("Asia/Almaty") or an offset from UTC in ISO 8601 ("+0530"). Articles received until
    ``digested``, an aware time, were in a digest. ``spoken`` is the language of the last talk about the preferences,
    for what the bot says without being asked.
    """

    language: str | None = None
    sentences: int | None = None
    digest_hour: int | None = None
    time_zone: str | None = None
    digested: datetime | None = None
    spoken: str | None = None
