"""A bot as aiogram's own polling runs it, which reads what is forwarded to it: the baseline of `delivery`.

    BOT_TOKEN=… TELEGRAM_API_URL=… python -m benchmarks.plain_bot [tasks]

With ``tasks`` updates are handled as tasks (aiogram's default), else one after another (``handle_as_tasks=False``).
"""

from __future__ import annotations

import asyncio
import os
import sys

from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.types import Message, ReplyParameters

import nlp


async def greet(message: Message) -> None:
    await message.answer("Hello!")


async def read(message: Message) -> None:
    reading = await asyncio.to_thread(nlp.read, message.text or "", None)
    await message.answer(reading.sentences[0].text, reply_parameters=ReplyParameters(message_id=message.message_id))


async def main(as_tasks: bool) -> None:
    dispatcher = Dispatcher()
    dispatcher.message.register(greet, CommandStart())
    dispatcher.message.register(read, F.text)
    session = AiohttpSession(api=TelegramAPIServer.from_base(os.environ["TELEGRAM_API_URL"]))
    async with Bot(os.environ["BOT_TOKEN"], session=session) as bot:
        await dispatcher.start_polling(bot, handle_as_tasks=as_tasks)


if __name__ == "__main__":
    asyncio.run(main(as_tasks="tasks" in sys.argv))
