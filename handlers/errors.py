"""The one place where an exception becomes a phrase."""

from __future__ import annotations

import logging
import secrets

from aiogram import Router
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import CallbackQuery, ErrorEvent, Message

from handlers.phrases import Phrases

log = logging.getLogger(__name__)


def watch(router: Router) -> None:
    router.errors.register(apologise)


async def apologise(event: ErrorEvent, say: Phrases) -> bool:
    """Give the person a number and the log the traceback under the same number, without a word of the text."""
    if isinstance(event.exception, TelegramForbiddenError):
        log.info("update %s: the person has left", event.update.update_id)
        return True
    incident = secrets.token_hex(3)
    log.error("incident %s, update %s", incident, event.update.update_id, exc_info=_without_message(event.exception))
    try:
        await _tell(event.update.event, say("trouble", incident=incident))
    except TelegramAPIError:
        log.warning("incident %s could not be told", incident)
    return True


async def _tell(event: object, text: str) -> None:
    if isinstance(event, Message):
        await event.answer(text)
    elif isinstance(event, CallbackQuery):
        await event.answer(text[:200], show_alert=True)


def _without_message(error: BaseException) -> BaseException:
    """The same traceback; the exception's own words may hold what a person wrote."""
    bare = Exception(type(error).__name__)
    return bare.with_traceback(error.__traceback__)
