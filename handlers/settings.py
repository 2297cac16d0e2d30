"""How the chat wants to be spoken to: language, length of summaries, digest, time zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from aiogram import Router
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message
from aiogram.utils.formatting import Text

from handlers import keyboards, views
from handlers.buttons import OnChoice, OnSettings, UnderMessage
from handlers.digest import latest
from handlers.keyboards import SENTENCES
from handlers.phrases import LOCALES, Phrases, phrases
from handlers.telling import edit, tell
from handlers.zones import find_zone, zone_of
from storage.archive import Archive
from storage.records import ChatId, Preferences

Shown = tuple[Text | str, InlineKeyboardMarkup]

CHOICES = {
    "language": set(LOCALES),
    "sentences": {str(count) for count in SENTENCES},
    "digest_hour": {str(hour) for hour in range(24)},
}
TYPED = 40  # characters of a city nobody knows that are shown again


class Possible(Filter):
    """A choice that can be made; the handler gets it as ``changes``, by fields of `Preferences`."""

    async def __call__(self, _: CallbackQuery, callback_data: OnChoice) -> bool | dict[str, Any]:
        what, value = callback_data.what, callback_data.value
        known = value in CHOICES[what] if what in CHOICES else zone_of(value) is not None
        if value is not None and not known:
            return False
        return {"changes": {what: int(value) if value and value.isdecimal() else value}}


def router() -> Router:
    router = Router(name="settings")
    router.message.register(settings, Command("settings"))
    router.callback_query.filter(UnderMessage())
    router.callback_query.register(turn_page, OnSettings.filter())
    router.callback_query.register(choose, OnChoice.filter(), Possible())
    return router


async def settings(
    message: Message, command: CommandObject, archive: Archive, preferences: Preferences, say: Phrases
) -> None:
    """Show the settings; «/settings Алматы» says where the person is."""
    now = datetime.now(UTC)
    if not command.args:
        await tell(message, *page(OnSettings(page="all"), preferences, now, say))
    elif zone := find_zone(command.args):
        changes = settled(preferences, {"time_zone": zone, "spoken": say.locale}, now)
        changed = await archive.prefer(ChatId(message.chat.id), **changes)
        await tell(message, *page(OnSettings(page="all"), changed, now, say))
    else:
        lost = say("settings-zone-lost", typed=say.title(command.args, TYPED))
        await tell(message, lost, keyboards.cities(0, now, say))


async def turn_page(
    query: CallbackQuery, message: Message, callback_data: OnSettings, preferences: Preferences, say: Phrases
) -> None:
    await query.answer()
    await edit(message, *page(callback_data, preferences, datetime.now(UTC), say))


async def choose(
    query: CallbackQuery, message: Message, changes: dict[str, Any], archive: Archive, preferences: Preferences
) -> None:
    """Keep what was chosen, and speak accordingly at once; a digest without a time zone asks for that first."""
    now = datetime.now(UTC)
    say = phrases(changes.get("language", preferences.language) or query.from_user.language_code)
    changed = await archive.prefer(
        ChatId(message.chat.id), **settled(preferences, changes | {"spoken": say.locale}, now)
    )
    await query.answer()
    asks = changes.get("digest_hour") is not None and zone_of(changed.time_zone) is None
    await edit(message, *page(OnSettings(page="cities" if asks else "all"), changed, now, say))


def settled(preferences: Preferences, changes: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The changes with what follows from them: a digest begins with what came since it would have come last."""
    changed = replace(preferences, **changes)
    if changed.digest_hour is None:
        return changes | {"digested": None}
    return changes if changed.digested else changes | {"digested": latest(changed, now)}


def page(where: OnSettings, chosen: Preferences, now: datetime, say: Phrases) -> Shown:
    """One page of the settings: its words and its buttons."""
    match where.page:
        case "language":
            return say("settings-language-ask"), keyboards.languages(chosen, say)
        case "sentences":
            return say("settings-sentences-ask"), keyboards.sentences(chosen, say)
        case "digest_hour":
            return say("settings-digest-ask"), keyboards.digest_hours(chosen, say)
        case "cities":
            return _ask_zone(chosen, say), keyboards.cities(where.offset, now, say)
        case "offsets":
            return _ask_zone(chosen, say), keyboards.offsets(where.offset, now, say)
        case _:
            return views.settings(chosen, now, say), keyboards.settings(say)


def _ask_zone(chosen: Preferences, say: Phrases) -> str:
    """Who waits for a digest is told what the zone is for."""
    if chosen.digest_hour is None or zone_of(chosen.time_zone):
        return say("settings-zone-ask")
    return say("settings-zone-first", time=say.time(time(chosen.digest_hour))) + "\n\n" + say("settings-zone-ask")
