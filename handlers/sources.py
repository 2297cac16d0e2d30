"""Where a message came from: the channel, chat or person, with a link that opens it."""

from __future__ import annotations

from dataclasses import replace

from aiogram.types import (
    Chat,
    ExternalReplyInfo,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUnion,
    MessageOriginUser,
)

from storage.records import Source


def source(message: Message) -> Source:
    """Where a message was forwarded from; a text that somebody pasted has no source but the person."""
    return _original(message.forward_origin) if message.forward_origin else Source("pasted")


def quoted_source(replied: ExternalReplyInfo) -> Source:
    """Where a post stands that was quoted from another chat."""
    original = replace(_original(replied.origin), kind="excerpt")
    if replied.chat is None or replied.message_id is None:
        return original
    return replace(original, url=_post_url(replied.chat, replied.message_id))


def _original(origin: MessageOriginUnion) -> Source:
    match origin:
        case MessageOriginChannel(chat=chat, message_id=post, author_signature=author, date=date):
            return Source("channel", chat.title, _post_url(chat, post), author, date)
        case MessageOriginChat(sender_chat=chat, author_signature=author, date=date):
            return Source("chat", chat.title, _profile_url(chat.username), author, date)
        case MessageOriginUser(sender_user=user, date=date):
            return Source("user", user.full_name, _profile_url(user.username), None, date)
        case MessageOriginHiddenUser(sender_user_name=name, date=date):
            return Source("hidden_user", name, None, None, date)


def _profile_url(username: str | None) -> str | None:
    return f"https://t.me/{username}" if username else None


def _post_url(chat: Chat, post: int) -> str:
    """The post's own address; that of a private channel or group opens for its members."""
    return f"https://t.me/{chat.username or 'c/' + str(chat.id).removeprefix('-100')}/{post}"
