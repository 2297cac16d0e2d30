"""What people type in a hurry, as they meant it.

The wrong keyboard layout («rfrjq»), Latin letters («kakoj»), a slip («кгода»), the words of a chat («скока»).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import compress

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from nlp.commonness import UNKNOWN, usual_rarity
from nlp.details import function_words
from nlp.language import detect
from nlp.languages import LANGUAGES
from nlp.words import FOLDED, fold, is_russian, lemma

LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
TO_CYRILLIC = str.maketrans(
    LATIN + LATIN[:10].upper() + LATIN[12:21].upper() + LATIN[23:30].upper() + '{}:"<>~',
    CYRILLIC + CYRILLIC[:10].upper() + CYRILLIC[12:21].upper() + CYRILLIC[23:30].upper() + "ХЪЖЭБЮЁ",
)
TO_LATIN = {cyrillic: latin for latin, cyrillic in TO_CYRILLIC.items()}
TO_KAZAKH = TO_CYRILLIC | str.maketrans("2345890-=", "әіңғүұқөһ")
"""Kazakh letters lie on the keys of the digits."""
KAZAKH_SOUNDS = (
    *(("ai", "ай"), ("ei", "ей"), ("oi", "ой"), ("ui", "уй")),
    *(("sh", "ш"), ("ch", "ч"), ("zh", "ж"), ("gh", "ғ"), ("kh", "х"), ("ya", "я"), ("yu", "ю"), ("ia", "ия")),
    *(("a", "а"), ("ä", "ә"), ("b", "б"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("ğ", "ғ"), ("h", "х")),
    *(("ı", "ы"), ("i", "и"), ("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("ñ", "ң"), ("o", "о")),
    *(("ö", "ө"), ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("ş", "ш"), ("t", "т"), ("u", "у"), ("ü", "ү")),
    *(("v", "в"), ("w", "у"), ("y", "ы"), ("z", "з")),
)
"""Latin spellings of Kazakh sounds; where several letters sound alike, the one that folding makes of them."""
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
BY_SOUND, BY_KAZAKH_SOUND = dict(SOUNDS), dict(KAZAKH_SOUNDS)
SOUND, KAZAKH_SOUND = (re.compile("|".join(map(re.escape, sounds))) for sounds in (BY_SOUND, BY_KAZAKH_SOUND))
RUSSIAN_LETTER, LATIN_LETTER = re.compile(r"[а-яёА-ЯЁ]"), re.compile(r"[a-zA-Z]")
LATIN_WORD = re.compile(r"(?<![\w'’@#./-])[a-z\[\];',.`]{3,}(?![\w'’@/-])")
CYRILLIC_WORD = re.compile(r"[а-яё]{2,}")
KAZAKH_LETTER = re.compile("[әғқңөұүһі]")
KAZAKH_WHAT = "не"
"""Which is Russian for «not», and asks only among Kazakh words."""
LONGEST = 300


language_of = lru_cache(maxsize=256)(detect)
"""The language of a question, which is asked for again once it is mended."""


def meant(text: str) -> str:
    """What the person meant to type."""
    typed = retyped(text)
    return _mended(typed) if len(text) <= LONGEST else typed


def _mended(text: str) -> str:
    opening = _opening(text)
    if language_of(opening) == "kk":
        return opening
    return corrected(_in_full(opening))


def retyped(text: str) -> str:
    """The text in the layout or the letters that were meant; the text itself where that makes no better sense."""
    if len(text) > LONGEST:
        return text
    latin, russian = LATIN_LETTER.search(text), RUSSIAN_LETTER.search(text)
    if bool(latin) == bool(russian):
        return _partly_retyped(text)
    if latin and _mostly_function(text, 0.4):
        return text  # English
    changes = CHANGES_OF_LATIN if latin else CHANGES_OF_RUSSIAN
    return next((meant for change, makes_sense in changes if makes_sense(meant := change(text), text)), text)


def _partly_retyped(text: str) -> str:
    """The words of the other alphabet that make sense in this one: «rjulf откроют мост»; names stay."""
    if not RUSSIAN_LETTER.search(text):
        return text
    russian = LATIN_WORD.sub(lambda m: _russian_word(m.group()), text)
    latin, cyrillic = len(LATIN_LETTER.findall(text)), len(RUSSIAN_LETTER.findall(text))
    return (
        russian if cyrillic >= latin or russian != text else CYRILLIC_WORD.sub(lambda m: _english_word(m.group()), text)
    )


def _russian_word(typed: str) -> str:
    meant = _as_russian(typed)
    known = CYRILLIC_WORD.fullmatch(meant) and is_russian(meant) and typed.isascii()
    return (
        meant
        if known and typed not in function_words() and usual_rarity(lemma(typed, "en"), "en") == UNKNOWN
        else typed
    )


def _english_word(typed: str) -> str:
    meant = _as_english(typed)
    return meant if meant in function_words() and not is_russian(typed) else typed


def _as_russian(text: str) -> str:
    return text.translate(TO_CYRILLIC)


def _as_kazakh(text: str) -> str:
    return re.sub(r"\S*[a-zA-Z\[\];]\S*", lambda m: m.group().translate(TO_KAZAKH), text)


def _as_english(text: str) -> str:
    return text.translate(TO_LATIN)


def _by_sound(text: str) -> str:
    return " ".join(map(_sounded, text.lower().split(" ")))


@lru_cache(maxsize=10_000)
def _sounded(word: str) -> str:
    return SOUND.sub(lambda m: BY_SOUND[m.group()], word)


def _by_kazakh_sound(text: str) -> str:
    return " ".join(map(_sounded_in_kazakh, text.lower().split(" ")))


@lru_cache(maxsize=10_000)
def _sounded_in_kazakh(word: str) -> str:
    return KAZAKH_SOUND.sub(lambda m: BY_KAZAKH_SOUND[m.group()], word)


def _is_russian_now(meant: str, _: str) -> bool:
    """Most words became Russian ones."""
    found = re.findall(r"[а-яё]+", meant.lower())
    known = [is_russian(word) for word in found]
    return 2 * sum(known) > len(found) and any(len(word) > 2 for word in compress(found, known))


def _is_kazakh_now(meant: str, typed: str) -> bool:
    """A Kazakh question word came out, and what was typed is not English."""
    found = set(re.findall(r"\w+", fold(meant)))
    asks = KAZAKH_WHAT in found or not found.isdisjoint(_question_words("kk"))
    return asks and not _mostly_function(typed, 0.3) and detect(meant) == "kk"


def _is_english_now(meant: str, typed: str) -> bool:
    """What was typed is no Russian, and half of the words became the ones that English questions are made of."""
    found = re.findall(r"[а-яё]+", typed.lower())
    return (
        not KAZAKH_LETTER.search(typed.lower())
        and 3 * sum(len(word) > 2 and is_russian(word) for word in found) < len(found)
        and _mostly_function(meant, 0.4)
    )


def _mostly_function(text: str, share: float) -> bool:
    found = re.findall(r"[a-z']+", fold(text))
    return sum(word in function_words() for word in found) > share * len(found)


def _is_russian_speech(meant: str, typed: str) -> bool:
    """The same, and not a mere name, which is written with Latin letters anywhere: «kogda», not «Putin»."""
    return _is_russian_now(meant, typed) and any(
        fold(word) in function_words() for word in re.findall(r"[а-яё]+", meant)
    )


Changes = tuple[tuple[Callable[[str], str], Callable[[str, str], bool]], ...]
CHANGES_OF_LATIN: Changes = (
    (_as_russian, _is_russian_now),
    (_as_kazakh, _is_kazakh_now),
    (_by_kazakh_sound, _is_kazakh_now),
    (_by_sound, _is_russian_speech),
)
CHANGES_OF_RUSSIAN: Changes = ((_as_english, _is_english_now),)


# ---- slips

SLIPPED = re.compile(r"[А-ЯЁа-яё]{4,}")
FIRST = re.compile(r"[^\W\d_]{3,}")


def corrected(text: str) -> str:
    """The text with the words that Russian questions are made of spelled right; what they are about stays."""
    return SLIPPED.sub(lambda m: _corrected(m.group(), opens=m.start() == 0), text) if len(text) <= LONGEST else text


def _corrected(word: str, *, opens: bool) -> str:
    """A capital inside a text marks a name."""
    return word if word[0].isupper() and not opens else _spelled(word)


@lru_cache(maxsize=10_000)
def _spelled(word: str) -> str:
    """For a word that no dictionary holds, the one of Russian questions that it is one slip from."""
    meant = fold(word)
    if meant in function_words() or is_russian(word.lower()):
        return word
    found = extractOne(meant, _russian_words(), scorer=OSA.distance, score_cutoff=1)
    return str(found[0]) if found else word


@cache
def _russian_words() -> tuple[str, ...]:
    return tuple(sorted(map(fold, LANGUAGES["ru"].asking.function_words)))


def _opening(text: str) -> str:
    """The text with its first word mended, where that is a question word with a slip: «waht», «гдк»."""
    m = FIRST.match(text)
    word = fold(m.group()) if m else ""
    if m is None or word in function_words() or _is_known(word):
        return text
    return next((meant + text[m.end() :] for meant in _slips(word)), text)


def _slips(word: str) -> Iterator[str]:
    """Question words of the alphabet that are one slip from a word; in Kazakh, which no dictionary tells, one swap."""
    for code in ("en",) if word.isascii() else ("ru", "kk"):
        found = extractOne(word, _question_words(code), scorer=OSA.distance, score_cutoff=1)
        if found and (code != "kk" or sorted(found[0]) == sorted(word)):
            yield str(found[0])


def _is_known(word: str) -> bool:
    return usual_rarity(lemma(word, "en"), "en") < UNKNOWN if word.isascii() else is_russian(word)


@cache
def _question_words(code: str) -> tuple[str, ...]:
    return tuple(sorted(map(fold, LANGUAGES[code].asking.question_words)))


def _in_full(text: str) -> str:
    """The text with the words of chats written as everywhere else: «скока» as «сколько»."""
    for m in reversed([*_spoken().finditer(fold(text))]):
        word = next(word for pattern, word in _spoken_words() if re.fullmatch(pattern, m.group()))
        text = text[: m.start()] + _cased(word, text[m.start()]) + text[m.end() :]
    return text


def _cased(word: str, like: str) -> str:
    return word.capitalize() if like.isupper() else word


@cache
def _spoken() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(pattern for pattern, _ in _spoken_words())})\b")


@cache
def _spoken_words() -> tuple[tuple[str, str], ...]:
    pairs = (pair for one in LANGUAGES.values() for pair in one.asking.spoken)
    return tuple((pattern.translate(FOLDED), word) for pattern, word in pairs)
