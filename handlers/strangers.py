"""People whom the owner has not let in."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from handlers.phrases import Phrases


class Stranger(Filter):
    """Whoever is not among the allowed users; where none are listed, everybody is welcome."""

    async def __call__(self, event: Message | CallbackQuery, allowed_users: frozenset[int]) -> bool:
        return bool(allowed_users) and (event.from_user is None or event.from_user.id not in allowed_users)


def router() -> Router:
    router = Router(name="strangers")
    router.message.register(explain, Stranger(), F.chat.type == ChatType.PRIVATE)
    router.message.register(keep_silent, Stranger())
    router.callback_query.register(refuse, Stranger())
    return router


async def explain(message: Message, say: Phrases) -> None:
    await message.answer(say("stranger", user=str(message.chat.id)))


async def keep_silent(message: Message) -> None:
    """In a group a stranger is not spoken to."""


async def refuse(query: CallbackQuery, say: Phrases) -> None:
    await query.answer(say("stranger", user=str(query.from_user.id)), show_alert=True)
