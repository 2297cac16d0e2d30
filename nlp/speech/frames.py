"""Sentences made ready for the rules: speech that is set apart is put aside, so that only the narration is parsed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nlp.model import Span

Ends = tuple[int, int]
MASK = "\0speech"
"""The lemma of what stands for speech."""


Side = Literal["question", "answer"]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Speech that the text sets apart: its parts without marks, and the narration that breaks them."""

    start: int
    stop: int
    parts: tuple[Ends, ...]
    narration: Ends | None = None
    leads: bool = False  # a colon comes before
    follows: bool = False  # the narration comes after, with a comma or a dash
    turn: Side | None = None  # in an interview
    label: Span | None = None  # of the turn
    sounds: bool = False  # like a sentence that is said, not like a title
    marked: bool = True  # without marks it is speech only if somebody is told

    def moved(self, by: int) -> Utterance:
        """The same in a text that begins so many characters earlier."""
        parts = tuple(_moved(ends, by) for ends in self.parts)
        narration = _moved(self.narration, by) if self.narration else None
        return replace(self, start=self.start + by, stop=self.stop + by, parts=parts, narration=narration)


@dataclass(frozen=True, slots=True)
class Frame:
    """A stretch of whole sentences with the utterances in it."""

    start: int
    stop: int
    utterances: tuple[Utterance, ...]
    sentence_starts: tuple[int, ...]

    def moved(self, by: int) -> Frame:
        """The same in a text that begins so many characters earlier."""
        spoken, starts = tuple(u.moved(by) for u in self.utterances), tuple(s + by for s in self.sentence_starts)
        return Frame(self.start + by, self.stop + by, spoken, starts)


def _moved(ends: Ends, by: int) -> Ends:
    return ends[0] + by, ends[1] + by


def frames(text: str, sentences: Sequence[Span], spoken: Sequence[Utterance]) -> tuple[Frame, ...]:
    """The sentences of a text, joined where an utterance, its label or its narration runs over their border."""
    joined: list[list[int]] = []
    starts: list[list[int]] = []
    borders = iter(spoken)
    current = next(borders, None)
    for sentence in sentences:
        while current is not None and current.stop + 1 < sentence.start:
            current = next(borders, None)
        led = bool(joined) and _is_led(text, joined[-1], sentence, current)
        if joined and (led or _goes_on(text, sentence, current)):
            joined[-1][1] = sentence.stop
            starts[-1] += [] if led else [sentence.start]
        else:
            joined.append([sentence.start, sentence.stop])
            starts.append([sentence.start])
    return tuple(
        Frame(a, b, tuple(u for u in spoken if a <= u.start < b), tuple(s))
        for (a, b), s in zip(joined, starts, strict=True)
    )


def _goes_on(text: str, sentence: Span, spoken: Utterance | None) -> bool:
    """Whether a sentence begins inside speech, or with the narration right after it."""
    if spoken is None:
        return False
    gap = text[spoken.stop : sentence.start] if spoken.stop <= sentence.start else ","
    return spoken.start < sentence.start < spoken.stop or (spoken.follows and not gap.strip(" .\u00a0"))


def _is_led(text: str, before: Sequence[int], sentence: Span, spoken: Utterance | None) -> bool:
    """Whether a sentence begins with the speech that the colon before it announces."""
    if spoken is None or not spoken.leads or text[before[1] : spoken.start].strip():
        return False
    return sentence.start <= spoken.start and text[: before[1]].endswith(":", before[0])
