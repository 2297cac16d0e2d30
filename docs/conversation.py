"""Draw docs/conversation.svg: a real conversation in the local chat, both sides of it.

python docs/conversation.py
"""

from __future__ import annotations

import asyncio
import io
import tempfile
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from bot.app import build_dispatcher
from bot.local_chat import LocalChat
from bot.screen import Screen
from handlers.phrases import phrases
from storage.archive import open_archive

ROOT = Path(__file__).parents[1]
(ARTICLE,) = (ROOT / "tests" / "articles").glob("01*")
TYPED = (
    ("/forward РИА Новости\n" + ARTICLE.read_text(encoding="utf-8"), "↪ переслано из «РИА Новости»: 1 500 знаков"),
    ("какой товарооборот?", None),
    ("что Токаев сказал о России?", None),
    ("сколько стоит билет до Омска?", None),
)
THEME = TerminalTheme(
    (255, 255, 255),
    (30, 30, 30),
    [
        (0, 0, 0),
        (200, 60, 60),
        (40, 140, 80),
        (180, 130, 0),
        (40, 90, 200),
        (150, 60, 150),
        (20, 120, 160),
        (120, 120, 120),
    ],
)
# rich's own frame, without the web font that it would have the reader download
FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px; line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>{lines}</defs>
<rect fill="#ffffff" stroke="#d0d0d0" rx="10" x="1" y="1" width="{width}" height="{height}" />
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


async def draw() -> str:
    console = Console(record=True, width=92, force_terminal=True, file=io.StringIO(), highlight=False)
    with tempfile.TemporaryDirectory() as folder:
        async with open_archive(f"sqlite:///{folder}/archive.db") as archive:
            chat = LocalChat(build_dispatcher(archive, frozenset()), Screen(console, phrases("ru")), 1, "ru")
            for typed, shown in TYPED:
                console.print(Text(f"› {shown or typed}\n", "bold blue"))
                await chat.take(typed)
    return console.export_svg(title="", theme=THEME, code_format=FRAME, unique_id="verbatim")


if __name__ == "__main__":
    (ROOT / "docs" / "conversation.svg").write_text(asyncio.run(draw()), encoding="utf-8")
