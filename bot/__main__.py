"""The commands: serve Telegram, the local chat, read one text."""

from __future__ import annotations

import asyncio
import os
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence

from bot.app import serve
from bot.delivery import RefusedTokenError
from bot.local_chat import chat
from bot.logs import start_log
from bot.reading import as_json, print_reading, read_file, read_with_progress
from bot.settings import WrongSettingError, load_settings
from handlers.phrases import LOCALES, phrases
from nlp import explain
from storage.errors import ArchiveError

HOW_TO_START = (
    "There is no BOT_TOKEN: write /newbot to @BotFather in Telegram, and put the token it gives you into .env "
    "as BOT_TOKEN=… . To try Verbatim without one, run `verbatim chat`."
)
BAD_USE = 2  # exit status: the command or a setting has to be mended


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    options = parser().parse_args(argv)
    try:
        return int(options.run(options))
    except (WrongSettingError, RefusedTokenError, ArchiveError) as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return 0


def parser() -> ArgumentParser:
    top = ArgumentParser("verbatim", description=__doc__, formatter_class=RawDescriptionHelpFormatter)
    top.set_defaults(run=_serve)
    commands = top.add_subparsers(title="commands", metavar="")
    local = commands.add_parser("chat", help="talk to the bot in this terminal, without Telegram")
    local.add_argument("--language", choices=LOCALES, default=_locale(), help="the bot's language (now: %(default)s)")
    local.set_defaults(run=_chat)
    read = commands.add_parser("read", help="print the summary of one text and who said what in it")
    read.add_argument("file", help="a text file, or - for standard input")
    read.add_argument("--sentences", type=int, metavar="N", help="of the summary at most (as many as suit the text)")
    read.add_argument("--json", action="store_true", help="print JSON for programs")
    read.add_argument("--explain", action="store_true", help="name the rule that decided each statement")
    read.set_defaults(run=_read)
    return top


def _serve(_: Namespace) -> int:
    settings = load_settings()
    if settings.bot_token is None:
        return _complain(HOW_TO_START)
    start_log(settings.log_level)
    asyncio.run(serve(settings))
    return 0


def _chat(options: Namespace) -> int:
    settings = load_settings()
    start_log("WARNING")
    asyncio.run(chat(settings, options.language))
    return 0


def _read(options: Namespace) -> int:
    try:
        text = read_file(options.file)
    except OSError as error:
        return _complain(f"{options.file} cannot be read: {error.strerror}.")
    reading = read_with_progress(text)
    explained = explain(reading) if options.explain else {}
    if options.json:
        sys.stdout.write(as_json(reading, options.sentences, explained) + "\n")
    else:
        print_reading(reading, options.sentences, phrases(_locale()), explained)
    return 0


def _locale() -> str:
    """The bot's language that fits the terminal's; Russian where the terminal has none."""
    language = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "")[:2].lower()
    return language if language in LOCALES else "ru"


def _complain(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return BAD_USE


if __name__ == "__main__":
    sys.exit(main())
