"""Russian clauses that lose a piece and become a question; what stays keeps its words and, mostly, their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.languages.ru import LANGUAGE
from nlp.languages.suggesting_ru import SUGGESTING as ASKS
from nlp.model import Sentence, Span
from nlp.salience import leans
from nlp.speech.names import may_be_plural
from nlp.suggested.proposals import Glance, bare
from nlp.words import fold, grammemes, inflected, is_russian, lemma, readings

FINITE = frozenset(("VERB", "PRTS"))
OTHERS = frozenset(("1per", "2per", "impr"))
PROPER = frozenset(("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"))
NOMINAL = frozenset(("NOUN", "ADJF"))
HANGING = frozenset(("PREP", "PRCL", "CONJ", "Apro"))
WIDEST, FEWEST = 8, 2
"""Words of a clause that a question repeats."""
LONGEST = 40
"""Characters of it."""
PLAIN = re.compile(r"[\w\s«»%-]+")
STOP = re.compile(r"https?:|[,;:—–()!?…\n]|\s-\s|\.(?=\s|$)")
DAY = re.compile(r"\b\d{1,2}\s(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)|\b(?:19|20)\d\d\b")
AND = " и "


def marks(word: str) -> frozenset[str]:
    """The grammemes of a word as it is written: what is all capitals is no verb."""
    return frozenset(("NOUN", "Abbr")) if word[1:].isupper() else grammemes(word.lower().strip("«»"))


def is_finite(word: str) -> bool:
    found = marks(word)
    return bool(found & FINITE) and not found & OTHERS


def opened(glance: Glance, text: str) -> str:
    """A stretch as it stands inside a sentence: without the capital that it has from opening one."""
    first = text.split(" ", 1)[0]
    low = first.lower()
    common = (is_russian(low) or may_be_plural(low)) and not grammemes(low) & PROPER and not first[1:].isupper()
    common = (
        common and not any(fold(text).startswith(name) for name in glance.names) and fold(first) not in glance.called
    )
    return text[:1].lower() + text[1:] if common else text


def clause(glance: Glance, text: str) -> str | None:
    """A stretch as a clause that tells all by itself, cut short where that is safe; None where it does not."""
    words = [word for word in text.split() if word.lower() not in ASKS.loose]
    kept = _cut(words)
    made = " ".join(kept)
    sound = (
        len(kept) >= FEWEST
        and "PREP" not in marks(kept[-1])
        and PLAIN.fullmatch(made)
        and not leans(made, "ru")
        and not DAY.search(made)
    )
    return (
        opened(glance, made)
        if sound and "CONJ" not in marks(kept[0]) and _predicates(kept) and not points(kept)
        else None
    )


def is_balanced(text: str) -> bool:
    return text.count("«") == text.count("»")


def _cut(words: Sequence[str]) -> Sequence[str]:
    """The words without the last phrases that begin with a preposition, as many as make them too many."""
    verb = next((i for i, word in enumerate(words) if is_finite(word)), len(words))
    ends = [i for i in range(verb + 2, len(words)) if "PREP" in marks(words[i]) and "INFN" not in marks(words[i - 1])]
    fits = (end for end in (len(words), *reversed(ends)) if end <= WIDEST and len(" ".join(words[:end])) <= LONGEST)
    return words[: next(fits, 0)]


def _predicates(words: Sequence[str]) -> bool:
    """Whether there is one finite verb, and a subject, or nobody to be named: «мост закроют»."""
    verbs = [word for word in words if is_finite(word)]
    if len(verbs) != 1 or (words[0] in verbs and "PREP" in marks("".join(words[1:2]))):
        return False
    verb = marks(verbs[0])
    nominal = any(marks(word) & NOMINAL for word in words)
    subjects = any(_agrees(word.lower().strip("«»"), verb) for word in words if word != verbs[0])
    return subjects or (nominal and {"plur", "tran"} <= verb)


def _agrees(word: str, verb: frozenset[str]) -> bool:
    """Whether a word may be the subject of a verb: a noun in the nominative, of its number and gender."""
    wanted = {"NOUN", "nomn"} | (verb & {"sing", "plur"})
    gender = verb & {"masc", "femn", "neut"}
    return any(wanted <= found and (gender <= found or "Fixd" in found) for found in readings(word))


def points(words: Sequence[str]) -> bool:
    """Whether a word means something that only the sentences before tell."""
    return any("NPRO" in marks(word) or lemma(word, "ru") in ASKS.pointing for word in words)


def around(sentence: Sentence, piece: Span) -> tuple[str, str]:
    """The clause around a piece of a sentence: what stands before it and behind it."""
    text, start, stop = sentence.text, piece.start - sentence.start, piece.stop - sentence.start
    opens = max((m.end() for m in STOP.finditer(text, 0, start)), default=0)
    before = bare(text[opens:start])
    end = STOP.search(text, stop)
    after = bare(text[stop : end.start()]) if end and _may_end(text[end.start() :]) else bare(text[stop:]).rstrip(".")
    first, _, rest = after.partition(AND)
    return before, first if any(map(is_finite, rest.split())) else after


SUBORDINATE = re.compile(rf",\s(?:{LANGUAGE.titling.subordinate}|а|но|однако|хотя|если|пока)\b|[^,]")


def _may_end(rest: str) -> bool:
    """Whether a clause may end before this: a comma may only join one more of the same."""
    return SUBORDINATE.match(rest) is not None


def verb_first(made: str) -> str | None:
    """«чествование пройдёт» → «пройдёт чествование»; None where that may be misread."""
    words = made.split()
    if not is_finite(words[-1]) or "PREP" in marks(words[0]):
        return made
    nominal = [word for word in words if any({"NOUN", "nomn"} <= found for found in readings(word.lower().strip("«»")))]
    ambiguous = "tran" in marks(words[-1]) and "plur" not in marks(words[-1]) and len(nominal) > 1
    return None if ambiguous else " ".join([words[-1], *words[:-1]])


def by_many(verb: str) -> str:
    """A verb whose subject is «сколько»: «погибли» → «погибло»; what others did stays: «задержали»."""
    found = marks(verb)
    if "tran" in found or "plur" not in found:
        return verb
    neuter = frozenset(("neut", "sing")) if found & {"PRTS", "past"} else frozenset(("sing", "3per"))
    return inflected(verb, neuter) or verb


def by_one(verb: str) -> str:
    """A verb whose subject is «кто»."""
    masculine = frozenset(("masc", "sing")) if marks(verb) & {"PRTS", "past"} else frozenset(("sing", "3per"))
    return inflected(verb, masculine) or verb
