"""The one place where an exception becomes a phrase."""

from __future__ import annotations

import logging
import secrets

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import CallbackQuery, ErrorEvent, Message
from pydantic import ValidationError

from handlers.phrases import Phrases
from handlers.reader import UnreadableError
from intake.documents import IntakeError

log = logging.getLogger(__name__)

REFUSALS = (UnreadableError, IntakeError)
"""What is expected to go wrong: each names what the person is told."""


def watch(router: Router) -> None:
    router.errors.register(tell_why)


async def tell_why(event: ErrorEvent, say: Phrases) -> object:
    """What went wrong, in the person's words. Where Telegram was not reached the exception goes on: nobody was told."""
    error = event.exception
    if unreached(error):
        return UNHANDLED
    if isinstance(error, TelegramForbiddenError):
        log.info("the person has left")
    elif isinstance(error, REFUSALS):
        await _tell(event.update.event, reason(error, say))
    else:
        await _apologise(event, say)
    return None


def reason(error: Exception, say: Phrases) -> str:
    """Why something was not read, for the person; of a refusal the log gets the kind only."""
    if not isinstance(error, REFUSALS):
        return say("trouble", incident=_incident(error))
    log.warning("%s", type(error).__name__)
    details = error.details if isinstance(error, IntakeError) else {}
    return say(error.phrase, **details)


def _incident(error: Exception) -> str:
    """The number under which the log has the traceback, without a word of the text."""
    incident = secrets.token_hex(3)
    log.error("incident %s", incident, exc_info=without_message(error))
    return incident


def unreached(error: Exception) -> bool:
    """Whether Telegram was away, or behind a gateway's error page, so that the same can be tried again later."""
    if isinstance(error, ClientDecodeError):
        return not isinstance(error.original, ValidationError)
    return isinstance(error, (TelegramNetworkError, TelegramServerError, TelegramRetryAfter))


async def _apologise(event: ErrorEvent, say: Phrases) -> None:
    """Give the person the number that the log has."""
    incident = _incident(event.exception)
    try:
        await _tell(event.update.event, say("trouble", incident=incident))
    except TelegramAPIError as error:
        if unreached(error):
            raise
        log.warning("incident %s could not be told", incident)


async def _tell(event: object, text: str) -> None:
    if isinstance(event, Message):
        await event.answer(text)
    elif isinstance(event, CallbackQuery):
        await event.answer(text[:200], show_alert=True)


def without_message(error: BaseException) -> BaseException:
    """The same traceback; the exception's own words may hold what a person wrote."""
    bare = Exception(type(error).__name__)
    return bare.with_traceback(error.__traceback__)
