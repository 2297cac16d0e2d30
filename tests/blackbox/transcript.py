"""Every call of every bot, in order; a test waits for one of them instead of sleeping."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Condition
from typing import Any, TypeVar

from tests.blackbox.chats import Message
from tests.blackbox.violations import Violation

T = TypeVar("T")
DEADLINE = 60.0  # seconds that a test waits; reached only when the bot is wrong or the machine is very slow
OK = 200


@dataclass
class Call:
    """One call; ``status`` is None until it was answered and 0 where the connection was cut."""

    bot: str
    method: str
    params: dict[str, Any]
    files: frozenset[str] = frozenset()
    chat: int | None = None
    violations: list[Violation] = field(default_factory=list)
    status: int | None = None
    result: Any = None
    at: float = field(default_factory=time.monotonic)

    @property
    def text(self) -> str:
        """What the person reads."""
        shown = self.result if isinstance(self.result, dict) else self.params
        return str(shown.get("text") or shown.get("caption") or "")

    @property
    def message(self) -> Message:
        """The message that was sent or edited."""
        if not isinstance(self.result, dict):
            raise TypeError(f"{self.method} has sent no message")
        return self.result

    @property
    def buttons(self) -> list[str]:
        return [one["text"] for row in self.params.get("reply_markup", {}).get("inline_keyboard", ()) for one in row]

    @property
    def reply(self) -> dict[str, Any]:
        """Its ``reply_parameters``; empty where it replies to nothing."""
        return dict(self.params.get("reply_parameters", {}))


class Transcript:
    """Grows only. Written by the server's thread, read and waited for by the test's."""

    def __init__(self) -> None:
        self._calls: list[Call] = []
        self._changed = Condition()

    def __len__(self) -> int:
        return len(self._calls)

    def begin(self, call: Call) -> None:
        with self._changed:
            self._calls.append(call)
            self._changed.notify_all()

    def end(self, call: Call, status: int, result: Any = None) -> None:
        with self._changed:
            call.status, call.result, call.at = status, result, time.monotonic()
            self._changed.notify_all()

    def calls(self, fits: Callable[[Call], bool] = lambda _: True, since: int = 0) -> list[Call]:
        return [one for one in self._calls[since:] if fits(one)]

    def first(self, fits: Callable[[Call], bool], since: int = 0, within: float = DEADLINE) -> tuple[int, Call]:
        """The first call that fits, and its number; waits for it. Raises TimeoutError."""
        return self.until(lambda: next(self._fitting(fits, since), None), within)

    def until(self, look: Callable[[], T | None], within: float = DEADLINE) -> T:
        """Look anew after each change until there is something to see. Raises TimeoutError."""
        with self._changed:
            found = self._changed.wait_for(look, within)
        if not found:
            raise TimeoutError(f"the bot has not done it within {within} s")
        return found

    def _fitting(self, fits: Callable[[Call], bool], since: int) -> Iterator[tuple[int, Call]]:
        numbered = enumerate(self._calls[since:], since)
        return (pair for pair in numbered if fits(pair[1]))
