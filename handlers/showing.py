"""An answer goes out: as a reply that quotes it where it stands, with its buttons, and noted in the archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiogram.types import InlineKeyboardMarkup, Message, ReplyParameters
from aiogram.utils.formatting import Text

from handlers import answers, keyboards
from handlers.buttons import Doing
from handlers.incoming import beginner, holder, quoting, replying
from handlers.looking import Found, Group, Inquiry, stands_anywhere
from handlers.phrases import Phrases
from handlers.telling import mend, tell
from nlp import Scope, Span
from storage.archive import Archive
from storage.records import Article, ChatId, MessageId, Place


async def show(
    message: Message,
    found: Found,
    archive: Archive,
    say: Phrases,
    pressed: Doing | None = None,
    instead: MessageId | None = None,
    repeated: bool = False,
) -> None:
    """Answer a message, or refuse to.

    ``pressed`` is what was asked for with an answer before; ``instead`` the bot's message that shall tell this now;
    ``repeated`` is whether the question is told too, because nobody typed it.
    """
    shown = answers.at_once(found, pressed == "more") if found.groups else []
    again = pressed in ("more", "another")
    text = answers.told(found, shown, again, say) if shown else answers.refusal(found, say)
    text = answers.asked_again(found.inquiry.question.text, text) if repeated else text
    keys = keyboards.answer(say, set(_offered(found, shown)))
    number = await _send(message, text, keys, shown, archive, instead)
    await _note(number, found.inquiry, shown, archive)


async def _send(
    message: Message,
    text: Text,
    keys: InlineKeyboardMarkup | None,
    shown: Sequence[Group],
    archive: Archive,
    instead: MessageId | None,
) -> MessageId:
    """Send, or change the message that stands there; which it is."""
    if instead is not None and await mend(message, instead, text, keys):
        return instead
    alone = [(one.article, one.answers[0].sentence) for one in shown] if len(shown) == 1 else []
    there = [one for place in alone for one in await replies_at(ChatId(message.chat.id), *place, message, archive)]
    sent = await tell(message, text, keys, there or [replying(message.message_id)])
    return MessageId(sent.message_id)


async def replies_at(
    chat: ChatId, article: Article, sentence: Span, message: Message, archive: Archive
) -> list[ReplyParameters]:
    """The replies to try: quoting the sentence where it was forwarded, to that message, to the question."""
    parts = await archive.parts(chat, article.id)
    held = holder(parts, sentence)
    near = held or beginner(parts, sentence)
    there = [quoting(held, article.text, sentence)] if held else []
    return [*there, *([replying(near.message_id)] if near else []), replying(message.message_id)]


async def _note(number: MessageId, inquiry: Inquiry, shown: Sequence[Group], archive: Archive) -> None:
    """Remember what the message showed; of a question that was refused, only which message asked."""
    places = [Place(one.article.id, two.sentence.start, two.sentence.stop) for one in shown for two in one.answers]
    if places:
        best, *others = places
        ends, question = (best.start, best.stop), inquiry.question.text
        await archive.remember(inquiry.chat, number, best.article, ends, question, inquiry.asked, others)
    elif about := inquiry.subject or await archive.latest(inquiry.chat):
        await archive.remember(inquiry.chat, number, about.id, asked=inquiry.asked)


def _offered(found: Found, shown: Sequence[Group]) -> Iterator[Doing]:
    """What can be done with an answer, or a refusal."""
    question, scope = found.inquiry.question, found.inquiry.question.scope
    asked_again = _can_be_asked_again(found.inquiry)
    count = sum(len(one.answers) for one in shown)
    if asked_again and sum(len(one.answers) for one in found.groups) > count:
        yield "more"
    if asked_again and len(shown) == 1 and stands_anywhere(question):
        yield "another"
    if count == 1 and question.kind != "context":
        yield "context"
    if asked_again and _is_unseen(found) and scope != Scope(everywhere=True) and stands_anywhere(question):
        yield "everywhere"


def _is_unseen(found: Found) -> bool:
    """Whether more articles may answer than are shown, or were looked through in vain."""
    return found.looked < found.kept or len(found.groups) > 1


def _can_be_asked_again(inquiry: Inquiry) -> bool:
    """Not where it leans on words that were selected: nothing keeps those."""
    return inquiry.question.previous is None or inquiry.asked.leaning is not None
