"""``python -m benchmarks.documents [FOLDER]``: what comes out of files, and what the worst of files cost, as tables."""

from __future__ import annotations

import asyncio
import hashlib
import re
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from benchmarks.worst_files import WORST
from intake.documents import Document, IntakeError
from intake.files import open_document
from intake.opening import opened

OFFICE = "soffice"
OFFICE_READS = (".docx", ".odt", ".rtf", ".html", ".txt")
CONVERSION = "txt:Text (encoded):UTF8"
PATIENCE = 120  # seconds for LibreOffice and one file
FIRST_WORDS = 10
WORD = re.compile(r"\w+")
TICK = 0.02  # seconds between two looks at the memory
PAGE = 4_096  # bytes of a page of memory
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """``memory``: bytes above idle, of this process and those it started together, at their most."""

    outcome: Document | IntakeError
    seconds: float
    memory: int


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="python -m benchmarks.documents", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/eval/docs"))
    asked = parser.parse_args(arguments)
    if not asked.folder.is_dir():
        print(f"There is no folder {asked.folder}.", file=sys.stderr)
        return 2
    print(f"## Documents (`documents`)\n\n{table(asked.folder)}\n")
    print(f"## The worst files (`documents`)\n\n{worst_table()}")
    return 0


def table(folder: Path) -> str:
    """A line for each file of a folder, beside what LibreOffice makes of it, where that is installed."""
    beside = shutil.which(OFFICE)
    if beside is None:
        print("LibreOffice is left out: it is not installed.", file=sys.stderr)
    names = ["file", "bytes", "characters", "first words", "words of LibreOffice's text", "if nothing, why"]
    with TemporaryDirectory() as room:
        told = [_told(path, _by_office(path, Path(room)) if beside else None) for path in sorted(folder.iterdir())]
    return "\n".join([_header(names), *map(_line, told)])


def worst_table() -> str:
    lines = [_header(["file", "megabytes", "seconds", "megabytes above idle", "what is told"])]
    for name, make in WORST.items():
        data = make()
        cost = asyncio.run(measured(data, name.partition(" ")[0]))
        told = [f"{len(data) / MEGABYTE:.1f}", f"{cost.seconds:.1f}", f"{cost.memory / MEGABYTE:.0f}"]
        lines.append(_line([name, *told, _outcome(cost.outcome)]))
    return "\n".join(lines)


async def measured(data: bytes, name: str) -> Cost:
    idle, most = _memory(), 0
    start = monotonic()
    task = asyncio.create_task(_opened(data, name))
    while not task.done():
        most = max(most, await asyncio.to_thread(_memory))
        await asyncio.wait([task], timeout=TICK)
    return Cost(task.result(), monotonic() - start, max(0, most - idle))


async def _opened(data: bytes, name: str) -> Document | IntakeError:
    try:
        return await opened(open_document, data, name)
    except IntakeError as error:
        return error


def _memory() -> int:
    """Resident bytes of this process and of all that it started."""
    return sum(_resident(process) for process in [Path("/proc/self"), *_children()])


def _children() -> Iterator[Path]:
    for process in Path("/proc/self/task").glob("*/children"):
        yield from (Path("/proc", number) for number in process.read_text().split())


def _resident(process: Path) -> int:
    try:
        return int((process / "statm").read_text().split()[1]) * PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0


def _told(path: Path, beside: str | None) -> list[str]:
    data = path.read_bytes()
    outcome = asyncio.run(_opened(data, path.name))
    text = outcome.text if isinstance(outcome, Document) else ""
    found = [f"{len(text):,}", first_words(text)] if text else ["–", "–"]
    why = "" if text else _outcome(outcome)
    return [path.name, f"{len(data):,}", *found, _shared(text, beside), why]


def first_words(text: str) -> str:
    """By which two texts are seen to begin alike: a hash of their first ten words."""
    return hashlib.sha256(" ".join(WORD.findall(text)[:FIRST_WORDS]).encode()).hexdigest()[:8]


def _shared(text: str, beside: str | None) -> str:
    """How many of LibreOffice's words came out; a dash where it opened nothing."""
    words = set(WORD.findall((beside or "").casefold()))
    return f"{len(words & set(WORD.findall(text.casefold()))) / len(words):.2f} of {len(words):,}" if words else "–"


def _by_office(path: Path, room: Path) -> str | None:
    if path.suffix not in OFFICE_READS:
        return None
    profile = f"-env:UserInstallation=file://{room}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", CONVERSION, "--outdir", str(room), str(path)]
    subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 - a program of ours
    converted = room / f"{path.stem}.txt"
    text = converted.read_text(encoding="utf-8-sig") if converted.is_file() else None
    converted.unlink(missing_ok=True)
    return text


def _outcome(outcome: Document | IntakeError) -> str:
    if isinstance(outcome, Document):
        return f"{len(outcome.text):,} characters"
    return " ".join([f"`{outcome.phrase}`", *outcome.details.values()])


def _header(names: Sequence[str]) -> str:
    return f"{_line(names)}\n|{' :-- |' * len(names)}"


def _line(values: Sequence[str]) -> str:
    return f"| {' | '.join(values)} |"


if __name__ == "__main__":
    sys.exit(main())
