"""What arrives at once belongs together: an album, a text in parts, forwards and what somebody wrote beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.exceptions import AiogramError
from aiogram.filters import Filter
from aiogram.types import Message, Update

from handlers import keyboards, several
from handlers.comments import Wish, comment
from handlers.desk import Desk
from handlers.errors import reason
from handlers.meaning import Unaddressed, addressed_text
from handlers.pieces import Piece, pieces
from handlers.reader import StoppedError
from handlers.several import Unread
from handlers.strangers import Stranger
from handlers.taking import save, take_in
from handlers.wishes import SENTENCES, heed, sized
from handlers.works import under_way
from nlp.progress import Progress
from storage.records import Article, ChatId, Incoming, MessageId, Saved


class Bundled(Filter):
    """Several messages that came at once, with one at least for the bot; ``bundles`` are those of each sender."""

    async def __call__(
        self, _: Message, bot: Bot, allowed_users: frozenset[int], bundle: Sequence[Message]
    ) -> bool | dict[str, Any]:
        meant = [one for one in _by_sender(bundle) if await _is_for_the_bot(one, bot, allowed_users)]
        return {"bundles": meant} if len(bundle) > 1 and meant else False


def _by_sender(bundle: Sequence[Message]) -> list[list[Message]]:
    senders: dict[int | None, list[Message]] = {}
    for message in bundle:
        senders.setdefault(message.from_user.id if message.from_user else None, []).append(message)
    return list(senders.values())


async def _is_for_the_bot(messages: Sequence[Message], bot: Bot, allowed_users: frozenset[int]) -> bool:
    if await Stranger()(messages[0], allowed_users):
        return False
    return not all([await Unaddressed()(one, bot) for one in messages])


def router() -> Router:
    router = Router(name="bundles")
    router.message.register(take, Bundled())
    return router


async def take(
    message: Message, bundles: Sequence[Sequence[Message]], dispatcher: Dispatcher, event_update: Update, desk: Desk
) -> None:
    taking = Taking(ChatId(message.chat.id), event_update.update_id, dispatcher, desk)
    for messages in bundles:
        await taking.take(messages)


@dataclass(frozen=True, slots=True)
class Taking:
    """What it takes to answer a bundle of a chat."""

    chat: ChatId
    update: int
    dispatcher: Dispatcher
    desk: Desk

    async def take(self, messages: Sequence[Message]) -> None:
        """Answer the pieces in their order, then the comments on them; where no article can come, each by itself."""
        found = pieces(messages)
        comments = [one for one in found if one.is_comment] if any(one.may_bring for one in found) else []
        others = [one for one in found if one not in comments]
        wanted = [comment(await addressed_text(one.messages[0], self.desk.bot)) for one in comments]
        wish = next((one.wish for one in wanted if one.wish), None)
        if sum(one.carried is not None for one in others) > 1:
            await self._list(others, wish)
        else:
            await self._tell(others, wish)
        about = await self._brought_by(others) if comments else []
        for one, what in zip(comments, wanted, strict=True):
            await heed(one.messages[0], what, about, self.desk)

    async def _tell(self, found: Sequence[Piece], wish: Wish | None) -> None:
        """One article at most, with its card; the others by their own topics."""
        desk = sized(self.desk, wish)
        for piece in found:
            if piece.carried:
                await take_in(piece.messages[0], piece.carried, desk, wished=wish in SENTENCES)
            else:
                await self._answer_alone(piece)

    async def _list(self, found: Sequence[Piece], wish: Wish | None) -> None:
        """Several articles, with one answer that lists them; the others by their own topics, before it."""
        first, last = found[0].messages[0], found[-1].messages[-1]
        async with under_way(first, self.desk.bot, self.desk.say) as shown:
            results = await self._results(found, shown.note)
            text = several.listed(results, wish, self.desk.say)
            keys = keyboards.several(several.kept(results), first.message_id, last.message_id, self.desk.say)
            await shown.becomes(text, keys)

    async def _results(self, found: Sequence[Piece], note: Progress) -> list[Saved | Unread]:
        """What became of each article; where the person stops it, those that are kept by then stay."""
        results: list[Saved | Unread] = []
        for place, (piece, share) in enumerate(zip(found, _shares(found, note), strict=True)):
            if piece.carried is None:
                await self._answer_alone(piece)
                continue
            try:
                results.append(await self._read(found[0].messages[0], piece.carried, share))
            except StoppedError:
                left = [one.carried for one in found[place:] if one.carried]
                return results + [Unread(one.text, self.desk.say("bundle-stopped")) for one in left]
        return results

    async def _read(self, first: Message, carried: Incoming, note: Progress) -> Saved | Unread:
        """Read and keep one article. What goes wrong with it, even if nobody foresaw it, does not end the others."""
        try:
            with self.desk.works.stoppable(first):
                reading = await self.desk.reader(carried.text, carried.title, note)
            return await save(first, carried, reading, self.desk.archive)
        except (StoppedError, AiogramError):  # these concern the whole bundle
            raise
        except Exception as error:
            return Unread(carried.text, reason(error, self.desk.say))

    async def _answer_alone(self, piece: Piece) -> None:
        """As if it had come by itself; of pictures without an article, the one that has words, or the first."""
        message = next((one for one in piece.messages if one.caption), piece.messages[0])
        update = Update(update_id=self.update, message=message).as_(self.desk.bot)
        await self.dispatcher.feed_update(self.desk.bot, update)

    async def _brought_by(self, found: Sequence[Piece]) -> list[Article]:
        """The articles that came of the pieces, each once."""
        held = [await self.desk.archive.mentioned_in(self.chat, MessageId(one.messages[0].message_id)) for one in found]
        return list({one.article.id: one.article for one in held if one}.values())


def _shares(found: Sequence[Piece], note: Progress) -> list[Progress]:
    """What each reading tells of itself as a share of all."""
    sizes = [len(one.carried.text) if one.carried else 0 for one in found]
    total = sum(sizes) or 1
    return [partial(_tell_share, note, sum(sizes[:place]) / total, size / total) for place, size in enumerate(sizes)]


def _tell_share(note: Progress, before: float, size: float, share: float) -> None:
    note(before + size * share)
