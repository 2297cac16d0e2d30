"""Rows of the preferences, inside a transaction of the archive."""

from __future__ import annotations

from dataclasses import asdict, fields, replace

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.records import ChatId, Preferences
from storage.schema import preferences

COLUMNS = tuple(preferences.c[field.name] for field in fields(Preferences))


async def find(connection: AsyncConnection, chat: ChatId) -> Preferences:
    """What the chat prefers; a chat that never said has no row."""
    row = (await connection.execute(select(*COLUMNS).where(preferences.c.chat == chat))).one_or_none()
    return Preferences(*row) if row else Preferences()


async def change(connection: AsyncConnection, chat: ChatId, changes: dict[str, object]) -> Preferences:
    """What the chat prefers from now on. ``changes`` are fields of `Preferences`; the others stay."""
    changed = replace(await find(connection, chat), **changes)  # type: ignore[arg-type] # TypeError if not a field
    await forget(connection, chat)
    await connection.execute(insert(preferences).values(chat=chat, **asdict(changed)))
    return changed


async def forget(connection: AsyncConnection, chat: ChatId) -> None:
    await connection.execute(delete(preferences).where(preferences.c.chat == chat))


async def with_digest(connection: AsyncConnection) -> tuple[tuple[ChatId, Preferences], ...]:
    """The chats that want a digest and what they prefer."""
    query = select(preferences.c.chat, *COLUMNS).where(preferences.c.digest_hour.is_not(None))
    return tuple((ChatId(chat), Preferences(*rest)) for chat, *rest in await connection.execute(query))
