"""The bot as a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 15.0  # seconds for a stop


class BotProcess:
    """``python -m bot`` for one token with its own folder, which holds the database and the log."""

    def __init__(self, folder: Path, token: str, url: str, *command: str) -> None:
        self.folder = folder
        self.token = token
        self.command = command or ("-m", "bot")
        self.environment = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": token,
            "TELEGRAM_API_URL": url,
            "DATABASE_URL": f"sqlite:///{folder / 'verbatim.db'}",
            "LOG_LEVEL": "INFO",
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; what it writes goes to the log, after what is there."""
        with self.log_file.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *self.command],
                cwd=self.folder,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def stop(self) -> int:
        """Stop it as an operator would; its exit status."""
        return self._end(signal.SIGTERM)

    def kill(self) -> None:
        """`kill -9`."""
        self._end(signal.SIGKILL)

    def close(self) -> None:
        """End it and what it has started, whatever they do."""
        if self.process:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(PATIENCE)

    def _end(self, how: signal.Signals) -> int:
        if self.process is None:
            raise RuntimeError("the bot was not started")
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    @property
    def log_file(self) -> Path:
        return self.folder / "bot.log"

    def log(self, since: int = 0) -> str:
        """What it wrote, from a number of bytes on."""
        return self.log_file.read_bytes()[since:].decode(errors="replace") if self.log_file.exists() else ""
