"""A process that reads and keeps nothing, as the bot's readers do: what `benchmarks.memory` looks at.

    python -m benchmarks.plain_reader 1000 10000 < documents

Documents are JSON strings, one a line; when so many are read, a line tells how many megabytes the process holds.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Container, Iterable
from pathlib import Path

import nlp


def main(documents: Iterable[str], sizes: Container[int]) -> None:
    for number, document in enumerate(documents, 1):
        nlp.read(json.loads(document))
        if number in sizes:
            print(resident(), flush=True)


def resident() -> float:
    """The resident memory of this process in megabytes, as Linux tells it."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(sys.stdin, [int(one) for one in sys.argv[1:]])
