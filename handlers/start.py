"""Meeting the bot: the greeting, help, thanks."""

from aiogram import Router
from aiogram.filters import Command, CommandStart
from aiogram.types import Message

from handlers.meaning import Meant
from handlers.phrases import Phrases


def router() -> Router:
    router = Router(name="start")
    router.message.register(start, CommandStart())
    router.message.register(tell_help, Command("help"))
    router.message.register(welcome, Meant("thanks"))
    router.message.register(greet, Meant("greeting"))
    return router


async def start(message: Message, say: Phrases) -> None:
    await message.answer(say("start"))


async def tell_help(message: Message, say: Phrases) -> None:
    await message.answer(say("help"))


async def welcome(message: Message, say: Phrases) -> None:
    await message.answer(say("thanks"))


async def greet(message: Message, say: Phrases) -> None:
    await message.answer(say("greeting"))
