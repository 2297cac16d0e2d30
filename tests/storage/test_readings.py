"""The readings that are kept at hand."""

from __future__ import annotations

from nlp.model import Reading
from storage.readings import RecentReadings
from storage.records import ArticleId

ONE, TWO, THREE = ((ArticleId(number), 1) for number in (1, 2, 3))


def reading(length: int) -> Reading:
    return Reading("а" * length, "а", "ru", (), (), ())


def test_the_reading_used_longest_ago_goes_first() -> None:
    recent = RecentReadings(room=25)
    recent.put(ONE, reading(10))
    recent.put(TWO, reading(10))
    assert recent.get(ONE)
    recent.put(THREE, reading(10))
    assert [bool(recent.get(key)) for key in (ONE, TWO, THREE)] == [True, False, True]


def test_a_reading_larger_than_the_room_is_not_kept() -> None:
    recent = RecentReadings(room=5)
    recent.put(ONE, reading(10))
    assert recent.get(ONE) is None
    recent.put(TWO, reading(5))
    assert recent.get(TWO)


def test_another_version_takes_the_place_of_the_first() -> None:
    recent = RecentReadings(room=15)
    recent.put(ONE, reading(10))
    recent.put((ONE[0], 2), reading(10))
    assert recent.get(ONE) is None
    assert recent.get((ONE[0], 2))


def test_a_reading_that_was_dropped_makes_room() -> None:
    recent = RecentReadings(room=10)
    recent.put(ONE, reading(10))
    recent.drop([ONE[0], TWO[0]])
    assert recent.get(ONE) is None
    recent.put(TWO, reading(10))
    assert recent.get(TWO)
