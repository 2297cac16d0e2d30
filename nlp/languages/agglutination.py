"""The forms of Kazakh verbs and nouns that tell of speech.

A suffix takes the back or the front form after the last vowel of the stem, the voiced or the voiceless one after its
last letter.
"""

from __future__ import annotations

from collections.abc import Callable

BACK, FRONT = "аоұы", "әөүіе"
VOWELS = BACK + FRONT
VOICELESS = "пткқсшщчцфхһбвгд"

Form = Callable[[str], str]


def told(verbs: str) -> frozenset[str]:
    """What tells of somebody by verbs whose stems are written as running text: «айт» gives «айтты», «айтқан», «айтады».

    The converb too: «айтып». A stem after a noun takes it along: «уәде_бер» gives «уәде берді».
    """
    return _each(verbs, past, perfect, present, progressive, converb)


def told_once(verbs: str) -> frozenset[str]:
    """The same without the present, where that tells what is common: «атайды»."""
    return _each(verbs, past, perfect, converb)


def past(stem: str) -> str:
    return stem + ("т" if stem[-1] in VOICELESS else "д") + _high(stem)


def perfect(stem: str) -> str:
    return stem + _perfect_onset(stem) + _low(stem) + "н"


def present(stem: str) -> str:
    return stem + ("йд" if stem[-1] in VOWELS else _low(stem) + "д") + _high(stem)


def progressive(stem: str) -> str:
    return f"{stem}уд{_low(stem)}"


def converb(stem: str) -> str:
    return stem + ("п" if stem[-1] in VOWELS else _high(stem) + "п")


def manner(stem: str) -> str:
    """«айтуынша»: by what somebody tells."""
    return f"{stem}у{_high(stem)}нш{_low(stem)}"


def likeness(stem: str) -> str:
    """«айтқандай»: as somebody told."""
    return f"{perfect(stem)}д{_low(stem)}й"


def manners(verbs: str) -> frozenset[str]:
    return _each(verbs, manner)


def likenesses(verbs: str) -> frozenset[str]:
    return _each(verbs, likeness)


def opinions(nouns: str) -> frozenset[str]:
    """«пікірі» gives «пікірінше»: in the opinion of whoever it belongs to."""
    return frozenset(f"{noun}нш{_low(noun)}" for noun in nouns.split())


def _each(verbs: str, *forms: Form) -> frozenset[str]:
    split = (verb.replace("_", " ").rpartition(" ") for verb in verbs.split())
    return frozenset(f"{noun} {form(stem)}".strip() for noun, _, stem in split for form in forms)


def _perfect_onset(stem: str) -> str:
    voiceless, voiced = ("қ", "ғ") if _is_back(stem) else ("к", "г")
    return voiceless if stem[-1] in VOICELESS else voiced


def _high(stem: str) -> str:
    return "ы" if _is_back(stem) else "і"


def _low(stem: str) -> str:
    return "а" if _is_back(stem) else "е"


def _is_back(stem: str) -> bool:
    return next(letter for letter in reversed(stem) if letter in VOWELS) in BACK
