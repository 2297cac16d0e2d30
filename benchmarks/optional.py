"""Packages that only a comparison needs: a rival that is not installed is left out of the tables."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from importlib import import_module
from types import ModuleType


def required(name: str) -> ModuleType:
    """The module, or ModuleNotFoundError."""
    with quietly():
        return import_module(name)


@contextmanager
def quietly() -> Iterator[None]:
    """While this lasts, nothing warns or prints: a rival's word must not stand among the figures."""
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield
