"""What one person said in all articles of a chat; and who is meant by the name that somebody typed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from itertools import accumulate

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import Text

from handlers import keyboards, statements
from handlers.buttons import OnPerson, UnderMessage
from handlers.incoming import replying
from handlers.keyboards import PAGE
from handlers.phrases import Phrases
from handlers.statements import Statement
from handlers.telling import Shown, tell, turn
from handlers.views import clipped
from nlp import Speaker, namesakes
from storage.archive import Archive
from storage.records import ChatId, Heard, Spoken

PROPOSED = 8  # people to choose from
NEAR = 4  # of those whose name looks like the one that was typed
TYPED = 100  # UTF-16 units of what was typed that are repeated

Person = Sequence[Heard]  # all the names of one person, the fullest first


def router() -> Router:
    router = Router(name="people")
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(turn_person, OnPerson.filter())
    return router


async def tell_about(message: Message, typed: str, archive: Archive, say: Phrases) -> None:
    """What the person meant has said; where several or nobody can be meant, who may be."""
    chat = ChatId(message.chat.id)
    heard = await archive.heard(chat)
    found = await asyncio.to_thread(_meant, typed, heard)
    shown = await _page(chat, OnPerson(speaker=found[0][0].key), heard, archive, say) if len(found) == 1 else None
    if shown is None:
        shown = await asyncio.to_thread(_proposed, typed, found, heard, say)
    text, keys = shown
    await tell(message, text, keys, [replying(message.message_id)])


async def turn_person(
    query: CallbackQuery, message: Message, callback_data: OnPerson, archive: Archive, say: Phrases
) -> None:
    chat = ChatId(message.chat.id)
    await turn(query, message, await _page(chat, callback_data, await archive.heard(chat), archive, say), say)


def _meant(typed: str, heard: Sequence[Heard]) -> list[Person]:
    """Who may be meant, whoever says most first."""
    found = namesakes.people(typed, [one.speaker for one in heard])
    return sorted(_people(found, heard), key=lambda one: -_statements(one))


def _people(groups: Iterable[Iterable[Speaker]], heard: Sequence[Heard]) -> list[Person]:
    by_speaker = {one.speaker: one for one in heard}
    return [[by_speaker[speaker] for speaker in group] for group in groups]


def _statements(person: Person) -> int:
    return sum(one.statements for one in person)


def _proposed(typed: str, found: Sequence[Person], heard: Sequence[Heard], say: Phrases) -> Shown:
    """Whom to choose from: those who may be meant, or else whose names are near, or who says most."""
    name = clipped(typed, TYPED)
    if found:
        question = say("who-which-many" if len(found) > PROPOSED else "who-which", name=name)
        return Text(question), _choice(found[:PROPOSED], say)
    known = [one.speaker for one in heard]
    near = namesakes.nearest(typed, known, NEAR)
    others = near or [one.speaker for one in sorted(heard, key=lambda one: -one.statements)[:NEAR]]
    people = {one[0].key: one for one in _people([namesakes.person(one.name, known) for one in others], heard)}
    if not people:
        return Text(say("who-nobody-yet")), None
    return Text(say("who-near" if near else "who-nobody", name=name)), _choice(list(people.values()), say)


def _choice(people: Sequence[Person], say: Phrases) -> InlineKeyboardMarkup:
    return keyboards.namesakes([(_entitled(one), one[0].key) for one in people], say)


def _entitled(person: Person) -> Speaker:
    """The fullest name, with the title that is told of it or of another."""
    return Speaker(person[0].speaker.name, next((one.speaker.title for one in person if one.speaker.title), None))


async def _page(chat: ChatId, here: OnPerson, heard: Sequence[Heard], archive: Archive, say: Phrases) -> Shown | None:
    """A page of what a person said; None if nobody has that key any more."""
    person = await asyncio.to_thread(_person, here.speaker, heard)
    spoken = await archive.spoken(chat, [one.key for one in person])
    count = sum(one.statements for one in spoken)
    here = here if 0 <= here.offset < count else here.model_copy(update={"offset": 0})
    shown = await _said(chat, person, spoken, here.offset, archive)
    if not shown:
        return None
    counted = f"{say('said-count', count=count)}, {say('who-articles', count=len(spoken))}"
    text = statements.everywhere(_entitled(person), counted, here.offset + 1, shown, say)
    return text, keyboards.statements(shown, here, count, [])


def _person(key: int, heard: Sequence[Heard]) -> Person:
    name = next((one.speaker.name for one in heard if one.key == key), None)
    known = [one.speaker for one in heard]
    return next(iter(_people([namesakes.person(name, known)], heard)), []) if name is not None else []


async def _said(
    chat: ChatId, person: Person, spoken: Sequence[Spoken], offset: int, archive: Archive
) -> Sequence[Statement]:
    """A page of the person's statements from ``offset`` on: only the articles that it shows are loaded."""
    ends = list(accumulate(one.statements for one in spoken))
    needed = [i for i, end in enumerate(ends) if end > offset and end - spoken[i].statements < offset + PAGE]
    if not needed:
        return []
    keys = {one.key for one in person}
    articles = await archive.articles(chat, [spoken[i].article for i in needed])
    said = [Statement(one, q) for one in articles for q in one.reading.quotes if statements.key_of(q) in keys]
    skipped = offset - (ends[needed[0]] - spoken[needed[0]].statements)
    return said[skipped : skipped + PAGE]
