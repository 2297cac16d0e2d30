"""The same text again, a job of our own: posts with small changes made by a script, and pairs of posts as they are.

Every post is told from its changed copy, as the copy comes after it. Of the pairs of posts those are looked at that
share a hash of their sketches; the ones that are true reposts were read and stand in `REPOSTS`.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.fuzz import ratio, token_set_ratio

from benchmarks.posts import shown
from nlp.duplicates import sketch

SEED = 7
LETTERS = "абвгдежзийклмнопрстуфхцчшщыьэюя"
MARKS = str.maketrans({"«": '"', "»": '"', "—": "-", "–": "-", "ё": "е", "Ё": "Е", "…": "..."})
EMOJI = re.compile("[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]")
WORD = re.compile(r"[^\W\d_]{5,}")
SIGNATURES = (
    "\n\n👉 Подписаться на «Степь»",
    "\n\n@step_news",
    "\n\nПодписывайтесь на наш канал: https://t.me/step_news",
    "\n\n🔴 Степной вестник | Прислать новость",
    "\n\nСтепной вестник",
)
REPOSTS = (
    ((-1001699803165, 26985), (-1001125816841, 45279)),
    ((-1001138587070, 5083), (-1001039626561, 8708)),
    ((-1001138587070, 5129), (-1001138587070, 5404), (-1001138587070, 6075)),
    ((-1001699803165, 27484), (-1001326203371, 27094)),
    ((-1001039626561, 9079), (-1001039626561, 9197)),
    ((-1001138587070, 5699), (-1001138587070, 5921), (-1001039626561, 9679)),
    ((-1001138587070, 5623), (-1001138587070, 5688)),
    ((-1001754252633, 125336), (-1001237513492, 72735)),
    ((-1001326203371, 27073), (-1001125816841, 46137)),
)
"""Posts of the set, by channel and message, that are one text: read by us, each with the others of its row."""
LEAD_INS = ("⚡️ Важное:\n\n", "Друзья, читаем и делимся 👇\n\n", "Степной вестник сообщает\n\n")

Row = Mapping[str, Any]
Change = Callable[[str, random.Random], str]


def signature(text: str, drawn: random.Random) -> str:
    return text + drawn.choice(SIGNATURES)


def typo(text: str, drawn: random.Random) -> str:
    """One slip in one word of five letters or more: a letter lost, doubled, replaced or swapped with the next."""
    words = list(WORD.finditer(text))
    if not words:
        return text
    word = drawn.choice(words)
    at = drawn.randrange(word.start() + 1, word.end() - 1)
    a, b = text[at], text[at + 1]
    return text[:at] + drawn.choice(["", a + a, drawn.choice(LETTERS), b]) + text[at + 1 :]


def marks(text: str, _: random.Random) -> str:
    """Other quotation marks and dashes, no ё, no emoji."""
    return EMOJI.sub("", text).translate(MARKS)


def capitals(text: str, _: random.Random) -> str:
    first, line, rest = text.partition("\n")
    return first.upper() + line + rest


def cut_tail(text: str, drawn: random.Random) -> str:
    """Whole words from the beginning, 60 to 90 % of the characters."""
    return text[: int(len(text) * drawn.uniform(0.6, 0.9))].rpartition(" ")[0] or text


def cut_head(text: str, drawn: random.Random) -> str:
    return text[int(len(text) * drawn.uniform(0.1, 0.4)) :].partition(" ")[2] or text


def lead_in(text: str, drawn: random.Random) -> str:
    return drawn.choice(LEAD_INS) + text


def all_of(*changes: Change) -> Change:
    def change(text: str, drawn: random.Random) -> str:
        for one in changes:
            text = one(text, drawn)
        return text

    return change


CHANGES: Mapping[str, Change] = {
    "another signature": signature,
    "a typo": typo,
    "three typos": all_of(typo, typo, typo),
    "other marks": marks,
    "a line in capitals": capitals,
    "a cut tail": cut_tail,
    "a cut head": cut_head,
    "a lead-in line": lead_in,
    "signature and typo": all_of(signature, typo),
    "signature, typo, marks": all_of(marks, typo, signature),
    "cut tail, signature, typo, marks": all_of(cut_tail, marks, typo, signature),
}


@dataclass(frozen=True, slots=True)
class Alike:
    """A likeness of whole texts and the line from which on they are the same."""

    likeness: Callable[[str, str], float]
    line: float

    def repeats(self, new: str, old: str) -> bool:
        return self.likeness(new, old) >= self.line


def exact() -> Alike:
    return Alike(lambda a, b: a.split() == b.split(), 1)


def plain_ratio() -> Alike:
    return Alike(ratio, 90)


def token_set() -> Alike:
    return Alike(token_set_ratio, 95)


def figures(engine: Any, name: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:  # noqa: ARG001 - as all jobs have it
    """The share of changed posts that are known again, change by change; pairs that are taken for one and are two."""
    texts = [shown(row["text"]) for row in rows]
    yield "articles", str(len(texts))
    for change, changed in CHANGES.items():
        drawn = random.Random(SEED)  # noqa: S311 - a seed that repeats is the point
        found = sum(engine.repeats(changed(text, drawn), text) for text in texts)
        yield f"found: {change}", f"{found / max(1, len(texts)):.3f}"
    merged = [pair for pair in alike(texts) if engine.repeats(*(texts[i] for i in pair))]
    known = [pair for pair in merged if any({number(rows[i]) for i in pair} <= {*one} for one in REPOSTS)]
    yield "reposts among the posts found", str(len({frozenset(pair) for pair in known}))
    yield (
        "two posts taken for one",
        str(len({frozenset(pair) for pair in merged} - {frozenset(pair) for pair in known})),
    )


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs of texts, both ways, that share any hash of their sketches."""
    holding: dict[int, list[int]] = defaultdict(list)
    sketches = [sketch(text) for text in texts]
    for i, hashes in enumerate(sketches):
        for one in hashes:
            holding[one].append(i)
    for i, hashes in enumerate(sketches):
        yield from ((i, j) for j in sorted({j for one in hashes for j in holding[one]} - {i}))


def number(row: Row) -> tuple[int, int]:
    """Which post of which channel."""
    return row["sender_id"], row["message_id"]
