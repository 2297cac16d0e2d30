"""`make bench`: every job but `memory` and `archive`, ours beside the rivals, as Markdown tables on standard output."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from benchmarks import archive, headlines, memory, speed, tables
from benchmarks.jobs import JOBS, OURS, SECOND, Contender, Figure, Job, measure, sample
from benchmarks.scorer import AbsentDataError, load

SPEED, MEMORY, ARCHIVE = "speed", "memory", "archive"
NAMES = [*(job.name for job in JOBS), SPEED]
"""What is measured unless told; to read ten thousand documents, or to store their sentences, takes minutes."""
CONTENDERS = list(dict.fromkeys([OURS.name, *(rival.name for job in JOBS for rival in job.rivals), SECOND]))


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 2 when the evaluation data is not there."""
    asked = _parser().parse_args(arguments)
    try:
        scorer = load(asked.folder)
        absent = missing(asked.folder, asked.job)
    except AbsentDataError as error:
        print(error, file=sys.stderr)
        return 2
    if absent:
        print(f"Left out, for {asked.folder} does not hold them: {', '.join(absent)}.", file=sys.stderr)
    with TemporaryDirectory() as room:
        for section in sections(asked, scorer, Path(room)):
            print(section, end="\n\n", flush=True)
    return 0


def missing(folder: Path, jobs: Sequence[str]) -> list[str]:
    """The names of the files that these jobs would need besides.

    AbsentDataError if the folder holds none of them, unless each job has sets of its own.
    """
    asked = [job for job in JOBS if job.name in jobs]
    needed = dict.fromkeys(name for job in asked for name in job.file_names)
    needed |= dict.fromkeys(speed.SETS if SPEED in jobs else ())
    needed |= dict.fromkeys(memory.SETS if MEMORY in jobs else ())
    needed |= dict.fromkeys(archive.SETS if ARCHIVE in jobs else ())
    absent = [name for name in needed if not (folder / name).is_file()]
    if len(absent) == len(needed) and not {job.name for job in asked if job.made}.issuperset(jobs):
        raise AbsentDataError(folder)
    return absent


def sections(asked: Namespace, scorer: ModuleType, room: Path) -> Iterator[str]:
    """The tables, each under its heading, as they are measured; the headlines come last."""
    folder = sampled(asked.folder, asked.sample, room) if asked.sample else asked.folder
    measured: dict[str, list[Figure]] = {}
    for job in (one for one in JOBS if one.name in asked.job):
        if found := job.files(folder, room):
            measured[job.name] = list(contest(job, asked.engine, scorer, found))
            if not asked.headlines:
                yield f"## {job.title} (`{job.name}`)\n\n{tables.table(measured[job.name])}"
    if SPEED in asked.job:
        yield f"## Speed (`{SPEED}`)\n\n{speed.table(speed.races(folder))}"
    if MEMORY in asked.job:
        yield f"## Memory (`{MEMORY}`)\n\n{memory.table(folder, memory.SIZES)}"
    if ARCHIVE in asked.job:
        yield f"## The archive (`{ARCHIVE}`)\n\n{speed.table(archive.races(folder, room))}"
    if shown := headlines.table(measured):
        yield f"## At a glance\n\n{shown}"


def sampled(folder: Path, size: int, room: Path) -> Path:
    """A folder with a sample of every file that is measured on."""
    names = {*speed.SETS, *(name for job in JOBS for name in job.file_names)}
    for path in (folder / name for name in sorted(names)):
        if path.is_file():
            sample(path, size, room)
    return room


def contest(job: Job, engines: Sequence[str], scorer: ModuleType, found: Sequence[Path]) -> Iterator[Figure]:
    for contender in (one for one in (OURS, *job.rivals) if one.name in engines and _installed(one)):
        yield from measure(job, contender, scorer, found)
    if job.second and SECOND in engines:
        for path in found:
            yield from measure(job, job.second(path), scorer, [path])


def _installed(contender: Contender) -> bool:
    try:
        contender.make()
    except ModuleNotFoundError as error:
        print(f"{contender.name} is left out: {error.name} is not installed.", file=sys.stderr)
        return False
    return True


def _parser() -> ArgumentParser:
    parser = ArgumentParser(prog="python -m benchmarks", description="Measure ours and the baselines.")
    default = Path("../shared/eval")
    parser.add_argument("folder", nargs="?", type=Path, default=default, help=f"the evaluation data ({default})")
    parser.add_argument("--job", nargs="+", choices=[*NAMES, MEMORY, ARCHIVE], default=NAMES, help="only these jobs")
    parser.add_argument("--engine", nargs="+", choices=CONTENDERS, default=CONTENDERS, help="only these columns")
    parser.add_argument("--headlines", action="store_true", help="only the last table, and the speed")
    parser.add_argument("--sample", type=int, metavar="N", help="N items of each file, for a quick look")
    return parser


if __name__ == "__main__":
    sys.exit(main())
