"""Russian typed in a hurry: the wrong keyboard layout («rfrjq»), Latin letters («kakoj»), a slip («кгода»)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from nlp.details import function_words
from nlp.languages import LANGUAGES
from nlp.words import fold, is_russian

LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
TO_CYRILLIC = str.maketrans(
    LATIN + LATIN[:10].upper() + LATIN[12:21].upper() + LATIN[23:30].upper() + '{}:"<>~',
    CYRILLIC + CYRILLIC[:10].upper() + CYRILLIC[12:21].upper() + CYRILLIC[23:30].upper() + "ХЪЖЭБЮЁ",
)
TO_LATIN = {cyrillic: latin for latin, cyrillic in TO_CYRILLIC.items()}
SOUNDS = (
    *(
        ("shch", "щ"),
        ("sch", "щ"),
        ("yo", "ё"),
        ("jo", "ё"),
        ("zh", "ж"),
        ("kh", "х"),
        ("ts", "ц"),
        ("ch", "ч"),
        ("sh", "ш"),
    ),
    *(
        ("yu", "ю"),
        ("ju", "ю"),
        ("ya", "я"),
        ("ja", "я"),
        ("ye", "е"),
        ("iy", "ий"),
        ("yy", "ый"),
        ("ey", "ей"),
        ("oy", "ой"),
    ),
    *(
        ("ay", "ай"),
        ("a", "а"),
        ("b", "б"),
        ("v", "в"),
        ("w", "в"),
        ("g", "г"),
        ("d", "д"),
        ("e", "е"),
        ("z", "з"),
        ("i", "и"),
    ),
    *(
        ("j", "й"),
        ("k", "к"),
        ("l", "л"),
        ("m", "м"),
        ("n", "н"),
        ("o", "о"),
        ("p", "п"),
        ("r", "р"),
        ("s", "с"),
        ("t", "т"),
    ),
    *(("u", "у"), ("f", "ф"), ("h", "х"), ("c", "ц"), ("y", "ы"), ("'", "ь"), ("x", "кс"), ("q", "к")),
)
"""Latin spellings of Russian sounds, the longer before the shorter."""
SOUND = re.compile("|".join(re.escape(latin) for latin, _ in SOUNDS))
RUSSIAN_LETTER, LATIN_LETTER = re.compile(r"[а-яёА-ЯЁ]"), re.compile(r"[a-zA-Z]")
LONGEST = 300


def retyped(text: str) -> str:
    """What the person meant to type; the text itself where that makes no better sense."""
    if len(text) > LONGEST or not _is_of_one_alphabet(text):
        return text
    return next((meant for change, makes_sense in CHANGES if makes_sense(meant := change(text), text)), text)


def _is_of_one_alphabet(text: str) -> bool:
    return bool(LATIN_LETTER.search(text)) != bool(RUSSIAN_LETTER.search(text))


def _as_russian(text: str) -> str:
    return text.translate(TO_CYRILLIC)


def _as_english(text: str) -> str:
    return text.translate(TO_LATIN)


def _by_sound(text: str) -> str:
    return SOUND.sub(lambda m: dict(SOUNDS)[m.group()], text.lower())


def _is_russian_now(meant: str, typed: str) -> bool:
    """Most words became Russian ones, and what was typed is not English."""
    found = re.findall(r"[а-яё]+", meant.lower())
    known = sum(is_russian(word) for word in found)
    return (
        bool(LATIN_LETTER.search(typed))
        and 2 * known > len(found)
        and not _mostly_function(typed, 0.3)
        and any(len(word) > 2 and is_russian(word) for word in found)
    )


def _is_english_now(meant: str, typed: str) -> bool:
    """What was typed is no Russian, and half of the words became the ones that English questions are made of."""
    found = re.findall(r"[а-яё]+", typed.lower())
    return (
        bool(found) and not any(len(word) > 2 and is_russian(word) for word in found) and _mostly_function(meant, 0.4)
    )


def _mostly_function(text: str, share: float) -> bool:
    found = re.findall(r"[a-z']+", fold(text))
    return sum(word in function_words() for word in found) > share * len(found)


def _is_russian_speech(meant: str, typed: str) -> bool:
    """The same, and not a mere name, which is written with Latin letters anywhere: «kogda», not «Putin»."""
    return _is_russian_now(meant, typed) and any(
        fold(word) in function_words() for word in re.findall(r"[а-яё]+", meant)
    )


CHANGES: tuple[tuple[Callable[[str], str], Callable[[str, str], bool]], ...] = (
    (_as_russian, _is_russian_now),
    (_by_sound, _is_russian_speech),
    (_as_english, _is_english_now),
)


SLIPPED = re.compile(r"[А-ЯЁа-яё]{4,}")


def corrected(text: str) -> str:
    """The text with the words that Russian questions are made of spelled right; what they are about stays."""
    return SLIPPED.sub(lambda m: _corrected(m.group(), opens=m.start() == 0), text) if len(text) <= LONGEST else text


def _corrected(word: str, *, opens: bool) -> str:
    """A word that no dictionary holds and that is one slip from such a word; a capital inside a text marks a name."""
    meant = fold(word)
    if meant in function_words() or is_russian(word.lower()) or (word[0].isupper() and not opens):
        return word
    found = extractOne(meant, _russian_words(), scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else word


@cache
def _russian_words() -> tuple[str, ...]:
    return tuple(sorted(map(fold, LANGUAGES["ru"].asking.function_words)))
