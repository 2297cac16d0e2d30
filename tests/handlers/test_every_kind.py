"""No message of a private chat is met with silence: every field of `Message` that makes a kind of message is sent."""

from __future__ import annotations

from typing import Any

import pytest
from aiogram.enums import ContentType
from aiogram.types import Message

from handlers.fallback import EXPLAINED
from tests.telegram import Friend, Server, article, said

ANNA = {"id": 100, "is_bot": False, "first_name": "Анна"}
BORIS = {"id": 200, "is_bot": False, "first_name": "Борис", "username": "boris"}
CHANNEL = {"id": -1001234567890, "type": "channel", "title": "Вестник", "username": "vestnik"}
ORIGIN = {"type": "channel", "date": 1795370000, "message_id": 77, "chat": CHANNEL}
DATE = 1795372401
POST = article("01")
MEDIA = {"file_id": "AgACAgIAAxk", "file_unique_id": "AQADAgAT", "file_size": 30_000_000}
PICTURES = [{**MEDIA, "width": 90, "height": 60}, {**MEDIA, "width": 800, "height": 533}]
FILM = {**MEDIA, "width": 640, "height": 360, "duration": 12}
STARS = {"currency": "XTR", "total_amount": 5}
STICKER = {**MEDIA, "type": "regular", "width": 1, "height": 1, "is_animated": True, "is_video": False}
GIFT = {"id": "1", "star_count": 15, "sticker": STICKER}
MODEL = {"name": "Мост", "sticker": STICKER, "rarity_per_mille": 5}
COLOURS = {"center_color": 1, "edge_color": 2, "symbol_color": 3, "text_color": 4}
UNIQUE = {
    "gift_id": "1",
    "base_name": "Мост",
    "name": "Bridge-1",
    "number": 1,
    "model": MODEL,
    "symbol": MODEL,
    "backdrop": {"name": "Ночь", "colors": COLOURS, "rarity_per_mille": 5},
}
GIVEN = {"chats": [CHANNEL], "winners_selection_date": DATE, "winner_count": 1}
TASK = {"id": 1, "text": "Посадить липы"}
OPTION = {"persistent_id": "1", "text": "Да", "voter_count": 0}
POLL = {
    "id": "1",
    "question": "Вы за новый парк?",
    "options": [OPTION, {**OPTION, "persistent_id": "2", "text": "Нет"}],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": True,
    "members_only": False,
}
PLACE = {"latitude": 43.238, "longitude": 76.945}
TOPIC = {"name": "Новости", "icon_color": 7322096}
SHARED = {"request_id": 1, "user_id": 200}

SENT: dict[str, dict[str, Any]] = {
    "text": {"text": POST, "forward_origin": ORIGIN},
    "animation": {"animation": FILM, "document": MEDIA},
    "audio": {"audio": {**MEDIA, "duration": 200, "title": "Песня"}},
    "document": {"document": {**MEDIA, "file_name": "Отчёт.pdf", "mime_type": "application/pdf"}},
    "live_photo": {"live_photo": FILM},
    "paid_media": {"paid_media": {"star_count": 5, "paid_media": [{"type": "preview", "width": 1, "height": 1}]}},
    "photo": {"photo": PICTURES},
    "sticker": {"sticker": STICKER},
    "story": {"story": {"chat": CHANNEL, "id": 5}},
    "video": {"video": FILM},
    "video_note": {"video_note": {**MEDIA, "length": 240, "duration": 5}},
    "voice": {"voice": {**MEDIA, "duration": 5}},
    "caption": {"photo": PICTURES, "caption": POST, "forward_origin": ORIGIN},
    "checklist": {"checklist": {"title": "Набережная", "tasks": [TASK]}},
    "contact": {"contact": {"phone_number": "+77010000000", "first_name": "Борис"}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "game": {"game": {"title": "Мосты", "description": "Постройте мост", "photo": PICTURES}},
    "poll": {"poll": POLL},
    "venue": {"venue": {"location": PLACE, "title": "Парк", "address": "Набережная"}, "location": PLACE},
    "location": {"location": PLACE},
    "rich_message": {"rich_message": {"blocks": [{"type": "paragraph", "text": POST}]}, "forward_origin": ORIGIN},
    "external_reply": {"external_reply": {"origin": ORIGIN}, "text": "когда это было?"},
    "quote": {"external_reply": {"origin": ORIGIN}, "quote": {"text": "Рост — 7 %.", "position": 0}, "text": "когда?"},
    "new_chat_members": {"new_chat_members": [BORIS]},
    "left_chat_member": {"left_chat_member": BORIS},
    "chat_owner_left": {"chat_owner_left": {"new_owner": BORIS}},
    "chat_owner_changed": {"chat_owner_changed": {"new_owner": BORIS}},
    "new_chat_title": {"new_chat_title": "Редакция"},
    "new_chat_photo": {"new_chat_photo": PICTURES},
    "delete_chat_photo": {"delete_chat_photo": True},
    "group_chat_created": {"group_chat_created": True},
    "supergroup_chat_created": {"supergroup_chat_created": True},
    "channel_chat_created": {"channel_chat_created": True},
    "message_auto_delete_timer_changed": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86400}},
    "migrate_to_chat_id": {"migrate_to_chat_id": -1005},
    "migrate_from_chat_id": {"migrate_from_chat_id": -5},
    "pinned_message": {"pinned_message": {"message_id": 1, "date": DATE, "chat": {"id": 100, "type": "private"}}},
    "invoice": {"invoice": {"title": "Подписка", "description": "Год", "start_parameter": "a", **STARS}},
    "successful_payment": {
        "successful_payment": {
            **STARS,
            "invoice_payload": "1",
            "telegram_payment_charge_id": "1",
            "provider_payment_charge_id": "1",
        }
    },
    "refunded_payment": {"refunded_payment": {**STARS, "invoice_payload": "1", "telegram_payment_charge_id": "1"}},
    "users_shared": {"users_shared": {"request_id": 1, "users": [{"user_id": 200}]}},
    "user_shared": {"user_shared": SHARED, "users_shared": {"request_id": 1, "users": [{"user_id": 200}]}},
    "chat_shared": {"chat_shared": {"request_id": 1, "chat_id": -1005}},
    "gift": {"gift": {"gift": GIFT}},
    "unique_gift": {"unique_gift": {"gift": UNIQUE, "origin": "transfer"}},
    "gift_upgrade_sent": {"gift_upgrade_sent": {"gift": GIFT}},
    "connected_website": {"connected_website": "example.org"},
    "write_access_allowed": {"write_access_allowed": {"from_request": True}},
    "passport_data": {"passport_data": {"data": [], "credentials": {"data": "a", "hash": "b", "secret": "c"}}},
    "proximity_alert_triggered": {"proximity_alert_triggered": {"traveler": ANNA, "watcher": BORIS, "distance": 5}},
    "boost_added": {"boost_added": {"boost_count": 1}},
    "chat_background_set": {
        "chat_background_set": {
            "type": {"type": "fill", "fill": {"type": "solid", "color": 1}, "dark_theme_dimming": 0}
        }
    },
    "checklist_tasks_done": {"checklist_tasks_done": {"marked_as_done_task_ids": [1]}},
    "checklist_tasks_added": {"checklist_tasks_added": {"tasks": [TASK]}},
    "direct_message_price_changed": {"direct_message_price_changed": {"are_direct_messages_enabled": True}},
    "forum_topic_created": {"forum_topic_created": TOPIC},
    "forum_topic_edited": {"forum_topic_edited": {"name": "Архив"}},
    "forum_topic_closed": {"forum_topic_closed": {}},
    "forum_topic_reopened": {"forum_topic_reopened": {}},
    "general_forum_topic_hidden": {"general_forum_topic_hidden": {}},
    "general_forum_topic_unhidden": {"general_forum_topic_unhidden": {}},
    "giveaway_created": {"giveaway_created": {}},
    "giveaway": {"giveaway": GIVEN},
    "giveaway_winners": {
        "giveaway_winners": {
            "chat": CHANNEL,
            "giveaway_message_id": 5,
            "winners_selection_date": DATE,
            "winner_count": 1,
            "winners": [BORIS],
        }
    },
    "giveaway_completed": {"giveaway_completed": {"winner_count": 1}},
    "managed_bot_created": {"managed_bot_created": {"bot": {**BORIS, "is_bot": True}}},
    "paid_message_price_changed": {"paid_message_price_changed": {"paid_message_star_count": 5}},
    "poll_option_added": {"poll_option_added": {"option_persistent_id": "1", "option_text": "Да"}},
    "poll_option_deleted": {"poll_option_deleted": {"option_persistent_id": "1", "option_text": "Да"}},
    "suggested_post_approved": {"suggested_post_approved": {"send_date": DATE}},
    "suggested_post_approval_failed": {"suggested_post_approval_failed": {"price": {"currency": "XTR", "amount": 5}}},
    "suggested_post_declined": {"suggested_post_declined": {"comment": "Нет"}},
    "suggested_post_paid": {"suggested_post_paid": {"currency": "XTR"}},
    "suggested_post_refunded": {"suggested_post_refunded": {"reason": "post_deleted"}},
    "video_chat_scheduled": {"video_chat_scheduled": {"start_date": DATE}},
    "video_chat_started": {"video_chat_started": {}},
    "video_chat_ended": {"video_chat_ended": {"duration": 60}},
    "video_chat_participants_invited": {"video_chat_participants_invited": {"users": [BORIS]}},
    "web_app_data": {"web_app_data": {"data": "{}", "button_text": "Открыть"}},
    "community_chat_added": {"community_chat_added": {"community": {"id": 1, "name": "Город"}}},
    "community_chat_removed": {"community_chat_removed": {}},
    "community_chat_joined": {"community_chat_joined": {"community": {"id": 1, "name": "Город"}}},
}
"""By field of `Message`, a message as Telegram sends it to a private chat; ``usual`` fields are added."""

ABOUT: dict[str, str] = {
    **dict.fromkeys(
        ("message_id", "date", "edit_date", "ephemeral_message_id"), "which message it is, and when it was"
    ),
    **dict.fromkeys(("chat", "message_thread_id", "direct_messages_topic", "is_topic_message"), "where it was sent"),
    **dict.fromkeys(("from_user", "sender_chat", "sender_boost_count", "sender_business_bot"), "who sent it"),
    **dict.fromkeys(("sender_tag", "via_bot", "author_signature", "receiver_user", "is_from_offline"), "who sent it"),
    **dict.fromkeys(
        ("guest_query_id", "guest_bot_caller_user", "guest_bot_caller_chat"), "who called the bot as a guest"
    ),
    "business_connection_id": "business updates are not subscribed to",
    **dict.fromkeys(("forward_origin", "is_automatic_forward"), "where its content came from"),
    **dict.fromkeys(
        ("forward_date", "forward_from", "forward_from_chat", "forward_from_message_id"), "the same, outdated"
    ),
    **dict.fromkeys(("forward_sender_name", "forward_signature"), "the same, outdated"),
    **dict.fromkeys(
        ("reply_to_message", "reply_to_story", "reply_to_checklist_task_id"), "what its content replies to"
    ),
    "reply_to_poll_option_id": "what its content replies to",
    **dict.fromkeys(("entities", "caption_entities", "link_preview_options", "effect_id"), "how its content looks"),
    **dict.fromkeys(("show_caption_above_media", "has_media_spoiler", "reply_markup"), "how its content looks"),
    "media_group_id": "which album its content belongs to",
    **dict.fromkeys(("has_protected_content", "is_paid_post", "paid_star_count"), "on what terms it was sent"),
    "suggested_post_info": "on what terms it was sent",
}
"""The fields that are not content, and what they tell: such a field never comes alone."""

READ = {"text", "caption", "rich_message", "quote"}
"""The kinds that are kept as an article; whether a poll or a list of tasks is depends on its words."""


def test_every_field_of_a_message_is_sent_or_is_no_content() -> None:
    assert set(SENT).isdisjoint(ABOUT)
    assert {*SENT, *ABOUT} == set(Message.model_fields)


def test_only_messages_edits_and_buttons_are_asked_for(server: Server) -> None:
    """Business updates are not: what people write to others is none of the bot's business."""
    assert set(server.dispatcher.resolve_used_update_types()) == {"message", "edited_message", "callback_query"}


def test_what_is_said_of_a_kind_is_said_of_one_that_telegram_has() -> None:
    assert {kind.value for kind in EXPLAINED} <= {*Message.model_fields, ContentType.UNKNOWN}


@pytest.mark.parametrize("field", SENT)
async def test_it_is_answered_in_a_private_chat(field: str, anna: Friend) -> None:
    shown = await anna.delivers(**SENT[field])
    assert getattr(anna.sent, field) is not None
    assert said(shown).strip()
    assert "Что-то сломалось" not in said(shown)
    assert ("[Удалить]" in said(shown)) == (field in READ)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
async def test_what_cannot_be_read_is_told_briefly_in_the_language_of_the_person(language: str, server: Server) -> None:
    anna = server.somebody(language=language)
    for field in SENT.keys() - READ:
        told = said(await anna.delivers(**SENT[field]))
        assert 20 < len(told) < 200, field


async def test_a_field_that_telegram_invents_tomorrow_is_answered_too(anna: Friend) -> None:
    assert "читать не умею" in said(await anna.delivers(hologram={"file_id": "1"}))


@pytest.mark.parametrize("field", SENT)
async def test_in_a_group_it_is_left_alone_unless_the_bot_is_addressed(field: str, server: Server) -> None:
    group: dict[str, Any] = {"chat": {"id": -1005, "type": "supergroup", "title": "Редакция"}}
    assert await server.somebody().delivers(**SENT[field], **group) == []


@pytest.mark.parametrize("field", sorted(READ))
async def test_in_a_group_who_replies_to_the_bot_or_names_it_is_answered(field: str, server: Server) -> None:
    group: dict[str, Any] = {"chat": {"id": -1005, "type": "supergroup", "title": "Редакция"}}
    bot = {"id": 42, "is_bot": True, "first_name": "Verbatim", "username": "verbatim_bot"}
    reply = {"message_id": 1, "date": DATE, "from": bot, "text": "Перешлите пост.", **group}
    anna = server.somebody()
    assert "[Удалить]" in said(await anna.delivers(**SENT[field], **group, reply_to_message=reply))
    named = {**SENT["caption"], "caption": f"@verbatim_bot {article('04')}"}
    assert "[Удалить]" in said(await anna.delivers(**named, **group))
