"""The language of a text: its letters, and its commonest words where letters do not tell.

Every line votes with its letters, so that a post in two languages gets the one that most of it is written in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import repeat

from nlp.languages import LANGUAGES
from nlp.languages.model import listed
from nlp.words import fold, is_russian

ENOUGH_LETTERS = 3
ENOUGH_TEXT = 20_000  # characters: what the beginning of a long text does not tell, the rest will not

# Scripts that (nearly) one language writes in; Latin and Cyrillic are told by words.
SCRIPTS = {
    "el": r"[α-ωάέήίόύώ]",
    "he": r"[א-ת]",
    "ka": r"[ა-ჰ]",
    "hy": r"[ա-և]",
    "th": r"[ก-๛]",
    "ko": r"[가-힣]",
    "ja": r"[ぁ-ヿ]",
}
SCRIPT = re.compile("|".join(f"(?P<{code}>{letters})" for code, letters in SCRIPTS.items()))
ANY_SCRIPT = re.compile("[" + "".join(letters.strip("[]") for letters in SCRIPTS.values()) + "]")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
LATIN = re.compile(r"[a-z\u00df-\u024f]")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NOISE = re.compile(r"https?://\S+|(?<!\w)\w+(?:\.\w+)+|[@#]\w+")

LATIN_AMONG_CYRILLIC = 2  # foreign names and terms stand in Cyrillic sentences, seldom the other way round
NAME_WEIGHT = 0.3  # names keep their spelling in any language: «Тоқаев» in a Russian sentence

# What the alphabets have besides the Russian one, and what they have not of it.
OWN_LETTERS = {"kk": "әғқңөұүһі", "uk": "їєґі", "be": "ўі", "sr": "јљњћђџ", "tg": "ғқҷӯӣҳ", "ky": "ңөү"}
ABSENT_LETTERS = {"uk": "ыэъё", "be": "ищъ"}
OWN_LETTER = re.compile("[" + "".join(OWN_LETTERS.values()) + "]")
ENOUGH_KYRGYZ = 3  # words with letters of its own, none of which is Kazakh only: in Kazakh these are in every line

KAZAKH_DOES_WITHOUT = re.compile("[вфцчщъьёэхю]")  # but for loans and names: 1 % of the letters, in Russian 10 %
# Endings of inflected Kazakh words, folded: the Russian words that end so are mostly known or hold a foreign letter.
KAZAKH_ENDING = re.compile(
    r"..+(?:[ндт][ыи][нк]?|[дтл][ае]р|[гк][ае]н?|[лдт][ыи]к|[ыи]н[ае]|[ыи]нд[ае]|[ыи]н|[ндт][ае]н|[дт][ае]|[мбп]ен|[ае]р[ыи]"
    r"|[ыи]п|луи?|нши|[мс][ыи]з|[ае]й|уш[ыи]|лык|лик)"
)
ENGLISH_ENDING = re.compile(r"[a-z]{2,}(?:ing|ed|ly|ness|tions?)")
ENDING_WEIGHT = 0.3  # beside a function word

# The commonest function words of the languages that a Latin (or Ukrainian) text may be in besides ours.
COMMON = {
    "uk": listed(
        "що та від який яка яке які було була були цього після також про ще й є щодо або щоб його її хто де коли чому"
    ),
    "be": listed(
        "што ў які якая якія гэта гэты быў былі пра таксама пасля яго яе яны каб ці ад хто дзе калі чаму колькі"
    ),
    "de": listed("der die das und ist nicht ein eine einen mit von den dem des zu auf für im sich auch wird sind hat"),
    "fr": listed(
        "le la les des et est une un que qui dans pour pas sur au aux du par avec sont il elle ce cette a été"
    ),
    "es": listed("el la los las y es una un que en del por con para no se su al como más fue han ha pero este"),
    "it": listed("il lo la gli le e è una un che di non per con del della dei nel sono si ha anche più come al"),
    "pt": listed("o a os as e é uma um que de não para com do da dos das no na em se por mais foi ao como"),
    "pl": listed("i w na z do nie się że jest to o jak ale po za od przez dla są być tym który która oraz"),
    "tr": listed("ve bir bu da de için ile olarak çok daha gibi olan en ne kadar sonra ama değil var o mi mı"),
    "uz": listed("va bu bir bilan uchun ham edi deb bo‘lgan o‘z esa kerak mumkin shu u yil bo'yicha haqida"),
}


def detect(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or None when it cannot be told."""
    lines = text[:ENOUGH_TEXT].splitlines()
    if len(lines) == 1:
        return _of_line(lines[0])
    votes: Counter[str] = Counter()
    for line in lines:
        code = _of_line(line)
        if code:
            votes[code] += sum(map(str.isalpha, line))
    return votes.most_common(1)[0][0] if votes else None


def _of_line(line: str) -> str | None:
    words = WORD.findall(NOISE.sub(" ", line))
    counts = [_letters(word) for word in words]
    cyrillic, latin = _weighted(counts, repeat(1))
    script, letters = _script(words)
    if letters > max(cyrillic, latin):
        return script
    if max(cyrillic, latin) < ENOUGH_LETTERS:
        return None
    weights = (1 if word.islower() else NAME_WEIGHT for word in words)
    foreign = _latin(words) if _is_latin(*_weighted(counts, weights)) else None
    return foreign or (
        _cyrillic(words) if cyrillic else None
    )  # names alone («Что такое Apple Vision Pro?») tell nothing


def _script(words: Sequence[str]) -> tuple[str, int]:
    """The script of a single language that has most letters among the words, and how many these are."""
    plain = " ".join(words).lower()
    if not ANY_SCRIPT.search(plain):
        return "", 0
    return Counter(str(m.lastgroup) for m in SCRIPT.finditer(plain)).most_common(1)[0]


@lru_cache(maxsize=10_000)
def _letters(word: str) -> tuple[int, int]:
    """How many Cyrillic and Latin letters a word has."""
    low = word.lower()
    return len(CYRILLIC.findall(low)), len(LATIN.findall(low))


def _weighted(counts: Sequence[tuple[int, int]], weights: Iterable[float]) -> tuple[float, float]:
    """The sums of two counts, each times its weight."""
    pairs = [(first * weight, second * weight) for (first, second), weight in zip(counts, weights, strict=False)]
    return sum(first for first, _ in pairs), sum(second for _, second in pairs)


def _is_latin(cyrillic: float, latin: float) -> bool:
    return latin > LATIN_AMONG_CYRILLIC * cyrillic


def _cyrillic(words: Sequence[str]) -> str | None:
    evidence = _evidence(words)
    if evidence > 0:
        return _not_russian(list(map(str.lower, words)))
    return "ru" if evidence < 0 or len(words) > 1 else None


def _not_russian(words: Sequence[str]) -> str:
    """Kazakh, unless there are more words that only another alphabet can spell, or its commonest ones."""
    marked = [word for word in words if OWN_LETTER.search(word)]
    spelled = Counter(code for word in marked for code in _spelled_in(word))
    if len(marked) >= ENOUGH_KYRGYZ and spelled["ky"] == len(marked):
        return "ky"
    score = spelled + _known(words)
    return max(OWN_LETTERS, key=lambda code: score[code])


@lru_cache(maxsize=10_000)
def _spelled_in(word: str) -> tuple[str, ...]:
    """The languages of `OWN_LETTERS` that can spell a word."""
    return tuple(code for code in OWN_LETTERS if _fits(word, code))


def _fits(word: str, code: str) -> bool:
    absent = ABSENT_LETTERS.get(code, "")
    return all(letter in OWN_LETTERS[code] for letter in OWN_LETTER.findall(word)) and not set(absent) & set(word)


def _evidence(words: Sequence[str]) -> float:
    """Above 0: Kazakh or one of its like; below 0: Russian."""
    weights = (NAME_WEIGHT if i and word.istitle() else 1 for i, word in enumerate(words))
    return sum(_vote(word) * weight for word, weight in zip(words, weights, strict=True))


@lru_cache(maxsize=10_000)
def _vote(word: str) -> float:
    """About the log-odds of Kazakh against Russian in sentences that are typed with Russian letters only.

    People type Kazakh so («Казакстан ушин»). The figures are of Universal Dependencies, KazNERD and KazQAD, rounded
    towards zero, for in posts many a Russian word is in no dictionary.
    """
    folded = fold(word)
    if OWN_LETTER.search(word.lower()) or _is_slavic(folded):
        return 8
    if folded in _common("kk") or folded in _common("ru"):
        return 5 if folded in _common("kk") else -4
    alien = bool(KAZAKH_DOES_WITHOUT.search(folded))
    if is_russian(folded):
        return -3 if alien else -1
    return (not alien) + (1.5 if KAZAKH_ENDING.fullmatch(folded) else 0)


def _is_slavic(word: str) -> bool:
    """Whether it is one of the commonest Ukrainian or Belarusian words, and no Russian one."""
    return (word in _common("uk") or word in _common("be")) and not is_russian(word)


def _latin(words: Sequence[str]) -> str | None:
    known: dict[str, float] = dict.fromkeys(("en", *COMMON), 0.0) | _known(words)
    known["en"] += ENDING_WEIGHT * sum(map(bool, map(ENGLISH_ENDING.fullmatch, words)))
    best = max(("en", *COMMON), key=lambda code: known[code])
    best = "en" if known["en"] * 2 > known[best] else best
    return best if known[best] > 0.05 * len(words) else None


def _known(words: Sequence[str]) -> Counter[str]:
    """How many words are, or before an apostrophe are, among the commonest of each language."""
    return Counter(code for word in words for code in _languages_of(word))


@lru_cache(maxsize=10_000)
def _languages_of(word: str) -> frozenset[str]:
    folded = fold(word)
    head = re.split("['’]", folded, maxsplit=1)[0]
    return _where_common().get(folded, frozenset()) | _where_common().get(head, frozenset())


@cache
def _where_common() -> dict[str, frozenset[str]]:
    """The languages that each of the commonest words is common in."""
    codes = {"en", *COMMON, *OWN_LETTERS}
    every = frozenset().union(*map(_common, codes))
    return {word: frozenset(code for code in codes if word in _common(code)) for word in every}


@cache
def _common(code: str) -> frozenset[str]:
    """The commonest words of a language, folded; those that Russian and Kazakh share tell nothing."""
    own = LANGUAGES[code].stop_words if code in LANGUAGES else COMMON.get(code, frozenset())
    other = {"ru": "kk", "kk": "ru"}.get(code)
    shared = map(fold, LANGUAGES[other].stop_words) if other else ()
    return frozenset(map(fold, own)) - frozenset(shared)
