"""What a number counts or measures where no grammar is at hand: by the words around it, in English and Kazakh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.facts.amounts import Amount
from nlp.languages.model import Language, Telling
from nlp.model import Sentence, Span

LONGEST = 6
"""Words of a phrase that says what is counted."""
CLOSEST = 3
"""Words of a noun phrase right beside a number, or of what ends a clause."""
BOUNDARY = re.compile(r"[,;:—–()«»\"“”\n.!?]")
PLURAL = re.compile(r"(?:\w{2,}[^s\W]s|people|men|women|children|police|staff)")


@dataclass(frozen=True, slots=True)
class Beside:
    """A number with the text of its clause before it and behind it."""

    amount: Amount
    before: str
    after: str
    language: Language

    @property
    def telling(self) -> Telling:
        return self.language.telling


def counted(sentence: Sentence, found: Sequence[Amount], language: Language) -> Iterator[tuple[Span, str | None]]:
    """Each number of a sentence that counts something, with what it counts."""
    for amount in found:
        one = _beside(sentence, amount, language)
        told = (_verb_last if language.speech.verb_last else _verb_first)(one)
        if told is not None:
            name, about = told
            yield Span(amount.start, amount.start + len(name), name), about


def _beside(sentence: Sentence, amount: Amount, language: Language) -> Beside:
    before = sentence.text[: amount.start - sentence.start]
    rest = sentence.text[amount.stop - sentence.start :]
    ending = re.match(language.telling.endings, rest) if amount.unit else None
    after = rest[ending.end() :] if ending else rest
    return Beside(amount, BOUNDARY.split(before)[-1], BOUNDARY.split(after)[0], language)


Told = tuple[str, str | None] | None


# ---- English: the subject, its verb, the number


def _verb_first(one: Beside) -> Told:
    name = one.amount.text
    share = re.match(r"\s+of\s+(?:the\s+|all\s+)?\w+", one.after) if "%" in name or "per" in name else None
    if share:
        done = _done(one, one.after[share.end() :])
        return (name + share.group(), done) if done else None
    if one.amount.unit:
        about = _subject(one) or _shared(one) or _following(one)
        return (name, about) if about else None
    things = _things(one)
    if things is None:
        return None
    return name + things, _done(one, one.after[len(things) :]) or _did(one)


def _subject(one: Beside) -> str | None:
    """“Inflation rose to”, “the bridge will cost”: the noun phrase before a verb of measure, with it where it tells."""
    m = _rising(one.telling).search(one.before)
    if m is None or (one.amount.unit == "period" and not m["cost"]):
        return None
    thing = _phrase(one.before[: m.start()], one)
    verb = m["by"] if m["by"] and m["by_"] else m["cost"]
    return f"{thing} {verb}" if thing and verb else thing


@cache
def _rising(telling: Telling) -> re.Pattern[str]:
    return re.compile(rf"\s{telling.rising}(?:\s\w+ly)?(?:\s(?:(?P<by_>by)|to|at))?\s+$")


def _phrase(text: str, one: Beside) -> str | None:
    """The noun phrase that ends a stretch, without its article; None if it is a pronoun or too long to be sure."""
    words = re.split(rf"(?i)\b{one.telling.phrase_ends}\b", text)[-1].split()
    while words and words[0].lower() in one.language.speech.determiners:
        words = words[1:]
    plain = 0 < len(words) <= LONGEST and not any(c.isdigit() for word in words for c in word)
    if not plain or words[0].lower() in one.language.speech.when or not text.strip().endswith(words[-1]):
        return None
    return _lowered(" ".join(words))


def _lowered(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return phrase if first[1:].lower() != first[1:] or rest[:1].isupper() else first.lower() + phrase[len(first) :]


def _shared(one: Beside) -> str | None:
    """“a fine of $500”."""
    m = re.search(rf"((?:[a-z-]+\s){{1,{CLOSEST}}}){one.telling.sharing}\s+$", one.before)
    if m is None:
        return None
    words = m[1].split()
    opens = [i for i, word in enumerate(words) if word in one.language.speech.determiners]
    noun = words[opens[-1] + 1 :] if opens else words[-1:]
    return " ".join(noun) or None


def _following(one: Beside) -> str | None:
    """“a $500 fine”, “$3 million in damages”."""
    before = one.before.split()[-1:]
    m = re.match(r"\s+in\s+([a-z]+)(?=\W*$|\s)", one.after)
    if m and m[1] not in one.language.speech.determiners | one.language.speech.days:
        return m[1]
    m = re.match(r"\s+([a-z]{3,}(?:\sin\s[a-z]+)?)", one.after)
    if m is None or not before or before[0].lower() not in ("a", "an", "the") or _ends(m[1].split()[0], one):
        return None
    return m[1]


def _things(one: Beside) -> str | None:
    """“12 people”, “64 old trees”: the words from a number up to the plural that it counts."""
    m = re.match(rf"(?:\s[a-z][a-z-]*){{1,{CLOSEST}}}", one.after)
    taken = ""
    for word in m.group().split() if m else ():
        taken += f" {word}"
        if _ends(word, one) or word in one.language.speech.when or word == "times":
            return None
        if PLURAL.fullmatch(word):
            return taken
    return None


def _done(one: Beside, after: str) -> str | None:
    """“were killed”."""
    m = re.match(rf"\s+{one.telling.done}", after) if one.telling.done else None
    return " ".join(m.group().split()) if m else None


def _did(one: Beside) -> str | None:
    """“killed 12 people”, “killing 12 people”."""
    m = re.search(r"\b([a-z]{2,}(?:ed|ing))\s+$", one.before)
    return m[1] if m and not _ends(m[1], one) and m[1] not in ("including", "during", "following", "need") else None


def _ends(word: str, one: Beside) -> bool:
    """Whether a word is no part of a noun phrase."""
    speech = one.language.speech
    return re.fullmatch(one.telling.phrase_ends, word) is not None or word in speech.auxiliaries | speech.determiners


# ---- Kazakh: the subject, the number, the verb


def _verb_last(one: Beside) -> Told:
    name = one.amount.text
    end = _clause_end(one.after)
    if one.amount.unit == "period":
        return None
    if one.amount.unit:
        rising = re.match(rf"\s+{one.telling.rising}$", one.after.rstrip())
        about = _nominal(one) if rising else end
        about = f"{about} {rising['by']}" if rising and about and rising["by"] else about
        return (name, about) if about else None
    m = re.match(r"\s([^\W\d_]+)", one.after)
    if m is None or not m[1].islower() or _is_kazakh_end(m[1], one) or _is_oblique(m[1], one, genitive=True):
        return None
    return name + m.group(), _clause_end(one.after[m.end() :])


LEAST = 4
"""Letters of a noun that may bear a case."""
VERB = re.compile(r"\w{2,}(?:[дт][ыі]|ған|ген|қан|кен|йды|йді|ады|еді|мақ|мек|пақ|пек|бақ|бек)")


def _clause_end(after: str) -> str | None:
    """«қаза тапты»: the verb that ends the clause, with the words between."""
    words = after.split()
    verb = 0 < len(words) <= CLOSEST and VERB.fullmatch(words[-1]) and all(word.islower() for word in words)
    return " ".join(words) if verb else None


def _nominal(one: Beside) -> str | None:
    """«тауар айналымы»: the words before a number back to one that bears a case of its own."""
    words: list[str] = []
    for word in reversed(one.before.split()):
        ends = _is_oblique(word, one) or _is_kazakh_end(word.lower(), one) or word.lower() in one.language.speech.when
        if ends or len(words) == CLOSEST:
            break
        words.insert(0, word)
    return _lowered(" ".join(words)) if words else None


def _is_oblique(word: str, one: Beside, genitive: bool = False) -> bool:
    """Whether a noun bears a case; the genitive tells whose the next one is."""
    speech = one.language.speech
    cases = speech.oblique_endings if genitive else speech.oblique_endings - speech.name_endings
    return len(word) > LEAST and word.lower().endswith(tuple(cases))


def _is_kazakh_end(word: str, one: Beside) -> bool:
    return re.fullmatch(one.telling.phrase_ends, word) is not None or bool(VERB.fullmatch(word))
