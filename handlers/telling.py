"""Sending: a message reaches the person even where Telegram refuses its reply or its edit."""

from __future__ import annotations

from collections.abc import Iterable

from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import EditMessageText
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from aiogram.utils.formatting import Text

from handlers.phrases import Phrases

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Shown = tuple[Text, InlineKeyboardMarkup | None]


async def tell(
    message: Message,
    text: Text | str,
    keys: InlineKeyboardMarkup | None = None,
    replies: Iterable[ReplyParameters] = (),
) -> Message:
    """Send to the chat of ``message``, as the first of ``replies`` that Telegram takes, else as no reply."""
    for reply in replies:
        try:
            return await _send(message, text, keys, reply)
        except TelegramBadRequest as error:
            if not _about_the_reply(error):
                raise
    return await _send(message, text, keys, None)


async def _send(
    message: Message, text: Text | str, keys: InlineKeyboardMarkup | None, reply: ReplyParameters | None
) -> Message:
    content = Text(text).as_kwargs()
    return await message.answer(**content, reply_markup=keys, reply_parameters=reply, link_preview_options=NO_PREVIEW)


def _about_the_reply(error: TelegramBadRequest) -> bool:
    """Whether Telegram objects to the quotation or to the message replied to (its own words, in both spellings)."""
    said = error.message.lower()
    return "quote" in said or "repl" in said


async def edit(message: Message, text: Text | str, keys: InlineKeyboardMarkup | None) -> None:
    """Change a message of the bot; an edit that changes nothing (a button pressed twice) is no error."""
    try:
        await message.edit_text(**Text(text).as_kwargs(), reply_markup=keys, link_preview_options=NO_PREVIEW)
    except TelegramBadRequest as error:
        if "not modified" not in error.message:
            raise


async def mend(message: Message, number: int, text: Text | str, keys: InlineKeyboardMarkup | None) -> bool:
    """Change the message ``number`` of the bot's in the chat of ``message``; whether Telegram let it be changed."""
    content = Text(text).as_kwargs()
    change = EditMessageText(
        chat_id=message.chat.id,
        message_id=number,
        reply_markup=keys,
        link_preview_options=NO_PREVIEW,
        **content,
    )
    try:
        await change.as_(message.bot)
    except TelegramBadRequest as error:
        return "not modified" in error.message
    return True


async def edit_keys(message: Message, keys: InlineKeyboardMarkup | None) -> None:
    """Change the buttons under a message of the bot."""
    try:
        await message.edit_reply_markup(reply_markup=keys)
    except TelegramBadRequest as error:
        if "not modified" not in error.message:
            raise


async def turn(query: CallbackQuery, message: Message, shown: Shown | None, say: Phrases) -> None:
    """Show this in place of what the message shows; None is gone."""
    await query.answer(None if shown else say("stale-button"), show_alert=shown is None)
    if shown:
        await edit(message, *shown)
