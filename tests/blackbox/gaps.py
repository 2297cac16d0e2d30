"""What the emulator and the schema do not know yet, by name; `test_gaps` keeps the lists true."""

EMULATOR_REFUSES = {  # valid fields that are kept from the emulator; the oracle has judged them before
    "sendMessage": {"link_preview_options"},
    "editMessageText": {"link_preview_options"},
    "reply_parameters": {"quote", "quote_position", "quote_entities", "quote_parse_mode"},
}
EMULATOR_DOES_NOT_DO = {  # answered by `profile` instead; the emulator keeps no profile and no menu
    "getMyCommands", "getMyName", "setMyName", "getMyDescription", "setMyDescription",
    "getMyShortDescription", "setMyShortDescription",
}  # fmt: skip
NEWER_METHODS = {  # Bot API 10.2 and 10.3, which aiogram 3.31 has and the schema (10.1) has not
    "deleteEphemeralMessage", "editEphemeralMessageCaption", "editEphemeralMessageMedia",
    "editEphemeralMessageReplyMarkup", "editEphemeralMessageText",
}  # fmt: skip
NEWER_FIELDS = {  # the same of their fields
    "receiver_user_id", "callback_query_id", "ephemeral_message_parameters", "keep_on_stop", "can_stop",
    "can_send_welcome_messages",
}  # fmt: skip
DEPRECATED_FIELDS = {  # aiogram still sends them when it is asked to; the oracle calls them unknown, which is wanted
    "allow_sending_without_reply", "reply_to_message_id", "disable_web_page_preview", "switch_pm_parameter",
    "switch_pm_text", "sticker_format", "exclude_limited", "correct_option_id",
}  # fmt: skip
OTHER_FIELDS_OF_TYPES = {  # newer, deprecated, or one class of aiogram's for several types of the schema
    "BotCommand": {"is_ephemeral"},
    "ChatAdministratorRights": {"can_send_welcome_messages"},
    "InlineKeyboardButton": {"disabled"},
    "InlineKeyboardMarkup": {"force_reply"},
    "InlineQueryResultArticle": {"hide_url"},
    "InputRichMessage": {"blocks", "media"},
    "InputTextMessageContent": {"disable_web_page_preview"},
    "KeyboardButton": {"request_user"},
    "MenuButtonCommands": {"text", "web_app"},
    "MenuButtonDefault": {"text", "web_app"},
    "ReplyKeyboardMarkup": {"force_reply"},
    "ReplyParameters": {"ephemeral_message_id"},
}
NOT_JUDGED = {  # the oracle lets these pass; no call of the bot holds them
    "captions inside sendMediaGroup": "their length after parsing",
    "groups": "rights of administrators, and that a bot must have been written to first",
    "rates": "Telegram's own limits of messages per second; only scripted refusals are played",
}
