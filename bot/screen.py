"""What the bot sends, drawn in a terminal: formatting, quotations and numbered buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aiogram.types import Message, MessageEntity
from rich.console import Console
from rich.control import Control
from rich.segment import ControlType
from rich.style import Style
from rich.text import Text

from bot.local_telegram import Shown
from handlers.incoming import from_units
from handlers.phrases import Phrases

STYLES = {
    "bold": Style(bold=True),
    "italic": Style(italic=True, dim=True),
    "underline": Style(underline=True),
    "strikethrough": Style(strike=True),
    "code": Style(color="cyan"),
    "pre": Style(color="cyan"),
}
BLOCKS = {"blockquote", "expandable_blockquote"}
BAR = "│ "
QUOTED = 100  # characters of a quotation that are shown above a reply


@dataclass(frozen=True, slots=True)
class Button:
    """A button on the screen: the message that it stands under, and what it sends or else shows at once."""

    message: Message
    data: str | None
    shown: str


class Screen:
    """The terminal. Buttons are numbered through, so that those of older messages can be pressed too."""

    def __init__(self, console: Console, say: Phrases) -> None:
        self.console = console
        self.say = say
        self.buttons: dict[int, Button] = {}
        self._newest: Message | None = None  # if it stands at the end and nothing was typed since
        self._lines_of_newest = 0

    def show(self, shown: Shown) -> None:
        """Draw a message, or the words that answer a pressed button."""
        replaced = shown.message is not None and self.hide(shown.message)
        self._newest, self._lines_of_newest = shown.message, 0
        if shown.message is None:
            self._print(Text(f"  {shown.alert}", Style(italic=True)))
        else:
            self._message(shown.message, shown.edited and not replaced)
        self._print(Text())

    def hide(self, message: Message) -> bool:
        """Take a message off a terminal, if it is the newest there."""
        hidden = self.console.is_terminal and self._newest is not None and _same(self._newest, message)
        if hidden:
            line_up = [(ControlType.CURSOR_UP, 1), (ControlType.ERASE_IN_LINE, 2)]
            self.console.control(Control(ControlType.CARRIAGE_RETURN, *(line_up * self._lines_of_newest)))
            self._newest = None
        return hidden

    def hint(self, text: str) -> None:
        self._newest = None
        self._print(Text(text, Style(dim=True)))
        self._print(Text())

    def typed(self) -> None:
        """What was shown stays: the person's own words stand below it."""
        self._newest = None

    def _message(self, message: Message, edited: bool) -> None:
        if edited:
            self._print(Text(f"({self.say('chat-edited')})", Style(dim=True)))
        if message.quote:
            quoted = " ".join(message.quote.text.split())
            room = min(QUOTED, self.console.width - len("↩ "))
            self._print(Text(f"↩ {quoted if len(quoted) <= room else quoted[: room - 1] + '…'}", Style(dim=True)))
        for line in self._lines(message):
            self._print(line)
        self._keys(message)

    def _keys(self, message: Message) -> None:
        for row in message.reply_markup.inline_keyboard if message.reply_markup else ():
            line = Text()
            for button in row:
                number = len(self.buttons) + 1
                copied = button.copy_text.text if button.copy_text else ""
                self.buttons[number] = Button(message, button.callback_data, button.url or copied)
                line.append(f"[{number}] {button.text}  ", Style(color="cyan"))
            self._print(line)

    def _lines(self, message: Message) -> Iterator[Text]:
        text, entities = message.text or "", message.entities or []
        styled = _styled(text, entities)
        quoted = [_ends(text, one) for one in entities if one.type in BLOCKS]
        place = 0
        for line in text.split("\n"):
            inside = any(start <= place < stop or start < place + len(line) <= stop for start, stop in quoted)
            yield from self._wrapped(styled[place : place + len(line)], inside)
            place += len(line) + 1

    def _wrapped(self, line: Text, quoted: bool) -> Iterator[Text]:
        bar = BAR if quoted else ""
        wide = self.console.is_terminal
        for part in line.wrap(self.console, self.console.width - len(bar)) or [line] if wide else [line]:
            yield Text.assemble((bar, "green"), part)

    def _print(self, line: Text) -> None:
        self._lines_of_newest += max(1, -(-line.cell_len // self.console.width))
        self.console.print(line, soft_wrap=True)


def _same(a: Message, b: Message) -> bool:
    return (a.chat.id, a.message_id) == (b.chat.id, b.message_id)


def _styled(text: str, entities: Sequence[MessageEntity]) -> Text:
    styled = Text(text)
    for one in entities:
        start, stop = _ends(text, one)
        if one.type in STYLES:
            styled.stylize(STYLES[one.type], start, stop)
        elif one.type == "text_link":
            styled.stylize(Style(underline=True, link=one.url), start, stop)
    return styled


def _ends(text: str, entity: MessageEntity) -> tuple[int, int]:
    """Where an entity begins and ends, in Python indices."""
    return from_units(text, entity.offset), from_units(text, entity.offset + entity.length)
