"""The language of a text: its letters, and its commonest words where letters do not tell.

Every line votes with its letters, so that a post in two languages gets the one that most of it is written in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from nlp.languages import LANGUAGES
from nlp.languages.model import listed
from nlp.words import fold

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
CYRILLIC = re.compile(r"[\u0400-\u052f]")
LATIN = re.compile(r"[a-z\u00df-\u024f]")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
NOISE = re.compile(r"https?://\S+|(?<!\w)\w+(?:\.\w+)+|[@#]\w+")

NAME_WEIGHT = 0.3  # names keep their spelling in any language: «Тоқаев» in a Russian sentence

KAZAKH = "әғқңөұүһі"
KAZAKH_DOES_WITHOUT = "вфцчщъьёэхю"  # but for loans and names: 1 % of the letters, in Russian 10 %
UKRAINIAN = "їєґ"
RUSSIAN = "ыэъё"
# Endings of inflected Kazakh words, folded: the Russian words that end so are mostly known or hold a foreign letter.
KAZAKH_ENDING = re.compile(
    r"..+(?:[ндт][ыи][нк]?|[дтл][ае]р|[гк][ае]н?|[лдт][ыи]к|[ыи]н[ае]|[ыи]нд[ае]|[ыи]н|[ндт][ае]н|[дт][ае]|[мбп]ен|[ае]р[ыи]"
    r"|[ыи]п|луи?|нши|[мс][ыи]з|[ае]й|уш[ыи]|лык|лик)"
)

# The commonest function words of the languages that a Latin (or Ukrainian) text may be in besides ours.
COMMON = {
    "uk": listed("що та від які який була було були цього після також його про ще й є щодо коли або"),
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
    votes: Counter[str] = Counter()
    for line in text[:ENOUGH_TEXT].splitlines():
        code = _of_line(line)
        if code:
            votes[code] += sum(map(str.isalpha, line))
    return votes.most_common(1)[0][0] if votes else None


def _of_line(line: str) -> str | None:
    named = WORD.findall(NOISE.sub(" ", line))
    plain = " ".join(named).lower()
    cyrillic, latin = len(CYRILLIC.findall(plain)), len(LATIN.findall(plain))
    script = Counter(m.lastgroup for m in SCRIPT.finditer(plain)).most_common(1)
    if script and script[0][1] > max(cyrillic, latin):
        return script[0][0]
    if max(cyrillic, latin) < ENOUGH_LETTERS:
        return None
    foreign = _latin(plain) if latin > cyrillic else None  # names alone («Что такое Apple Vision Pro?») tell nothing
    return foreign or (_cyrillic(plain, named) if cyrillic else None)


def _cyrillic(line: str, named: Sequence[str]) -> str | None:
    words = line.split()
    if _is_ukrainian(line, words):
        return "uk"
    evidence = _kazakh_evidence(named)
    if evidence > 0:
        return "kk"
    return "ru" if evidence < 0 or len(words) > 1 else None


def _is_ukrainian(line: str, words: Sequence[str]) -> bool:
    own = _share(UKRAINIAN, line) or ("і" in line and _known(words, "uk") > _known(words, "kk"))
    return bool(own) and not _share(RUSSIAN + KAZAKH.replace("і", ""), line)


def _kazakh_evidence(words: Sequence[str]) -> float:
    """Above 0: Kazakh; below 0: Russian. People also type Kazakh with Russian letters only («Казакстан ушин»)."""
    weights = (NAME_WEIGHT if i and word.istitle() else 1 for i, word in enumerate(words))
    return sum(_vote(word) * weight for word, weight in zip(words, weights, strict=True)) / max(1, len(words))


@lru_cache(maxsize=10_000)
def _vote(word: str) -> float:
    folded = fold(word)
    if any(letter in word.lower() for letter in KAZAKH):
        return 3
    if folded in _common("kk") or folded in _common("ru"):
        return 2 if folded in _common("kk") else -2
    if any(letter in folded for letter in KAZAKH_DOES_WITHOUT):
        return -1
    return 0.6 if KAZAKH_ENDING.fullmatch(folded) else 0.1


def _latin(line: str) -> str | None:
    words = line.split()
    known = {code: _known(words, code) for code in ("en", *COMMON)}
    best = max(known, key=lambda code: known[code])
    best = "en" if known["en"] * 2 > known[best] else best
    return best if known[best] > 0.05 else None


def _share(letters: str, line: str) -> float:
    return sum(map(line.count, letters)) / max(1, len(CYRILLIC.findall(line)))


def _known(words: Sequence[str], code: str) -> float:
    """The share of words that are among the commonest of a language."""
    return sum(fold(word) in _common(code) for word in words) / max(1, len(words))


@cache
def _common(code: str) -> frozenset[str]:
    """The commonest words of a language, folded; those that Russian and Kazakh share tell nothing."""
    own = LANGUAGES[code].stop_words if code in LANGUAGES else COMMON[code]
    other = {"ru": "kk", "kk": "ru"}.get(code)
    shared = map(fold, LANGUAGES[other].stop_words) if other else ()
    return frozenset(map(fold, own)) - frozenset(shared)
