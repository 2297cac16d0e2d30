"""Readings that were loaded lately, so that the next question about an article does not load it again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable

from nlp.model import Reading
from storage.records import ArticleId

Key = tuple[ArticleId, int]


class RecentReadings:
    """The readings used last, by article and version, of up to ``room`` characters of text in all."""

    def __init__(self, room: int = 2_000_000) -> None:
        self._room = room
        self._readings: OrderedDict[Key, Reading] = OrderedDict()

    def get(self, key: Key) -> Reading | None:
        if key in self._readings:
            self._readings.move_to_end(key)
        return self._readings.get(key)

    def put(self, key: Key, reading: Reading) -> None:
        self.drop([key[0]])
        self._readings[key] = reading
        self._room -= len(reading.text)
        while self._room < 0:
            self._forget(next(iter(self._readings)))

    def drop(self, articles: Iterable[ArticleId]) -> None:
        gone = set(articles)
        for key in [key for key in self._readings if key[0] in gone]:
            self._forget(key)

    def _forget(self, key: Key) -> None:
        self._room += len(self._readings.pop(key).text)
