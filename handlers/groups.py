"""Groups: the bot speaks when it is addressed, by a command, by its name or by a reply to it."""

from aiogram import Bot, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message

from handlers.incoming import text_of


def router() -> Router:
    router = Router(name="groups")
    router.message.register(keep_silent, Unaddressed())
    return router


class Unaddressed(Filter):
    """A message in a group that is not meant for the bot."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        if message.chat.type == ChatType.PRIVATE:
            return False
        me = await bot.me()
        replied = message.reply_to_message
        to_me = replied is not None and replied.from_user is not None and replied.from_user.id == me.id
        return not (to_me or text_of(message).startswith("/") or f"@{me.username}" in text_of(message))


async def keep_silent(message: Message) -> None:
    """People talk to each other."""


async def addressed_text(message: Message, bot: Bot) -> str:
    """What a message says to the bot, without the bot's name."""
    text = text_of(message)
    return text if message.chat.type == ChatType.PRIVATE else text.replace(f"@{(await bot.me()).username}", "").strip()
