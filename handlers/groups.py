"""Groups: the bot speaks when it is addressed, by a command, by its name or by a reply to it."""

from aiogram import Router
from aiogram.types import Message

from handlers.meaning import Unaddressed


def router() -> Router:
    router = Router(name="groups")
    router.message.register(keep_silent, Unaddressed())
    return router


async def keep_silent(message: Message) -> None:
    """People talk to each other."""
