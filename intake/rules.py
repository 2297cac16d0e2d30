"""The rules that tell what is no part of an article: each says that a piece goes, that it stays, or nothing.

The first that answers decides; what no rule answers stays. A rule asks where a piece stands, whether it is of links,
hashtags or emoji, whether a verb makes a statement of it, for the words of `intake.furniture`; none knows a channel.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from intake.furniture import LINKED, patterns
from intake.pieces import LONGEST, Piece
from nlp.points import EMOJI
from nlp.words import WORD, fold, grammemes

GOES, STAYS = True, False

POINTING = re.compile("[👉➡🔗👇📎🌐📲⬇☞→]")
OPENING = re.compile("[🎧👀🔍▶🗃📄📖📥]")  # before a button that opens what it names
DOMAIN = r"(?:[\w-]+\.)+(?:[a-z]{2,10}|рф|каз)(?:/\S*)?"
LINK = re.compile(rf"https?://\S+|(?<!\w)@\w{{3,}}|[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w.]){DOMAIN}(?![\w.])", re.IGNORECASE)
TAG = re.compile(r"#\w+")
COUNTED = re.compile(rf"(?:[{EMOJI}]+\s*\d[\d.,]*[KkКк]?\s*)+")
BETWEEN = re.compile(r"\s*[|•·│┃∣/\\&,;:]+\s*|\s+[—–-]+\s*|\s*[—–]\s+|(?<=[\w+])\.\s+")
SPOKEN = re.compile(r"^[«\"“„]|[,!?…»”\"]\s*[—–-]\s*(?=[^\W\d_])(?P<by>\w)")
ENDED = re.compile(r"[.!?…](?:\s|$)")
NAME, POINTER, DIRECTION, CREDIT = 4, 6, 12, 10  # words

Rule = Callable[[Piece], bool | None]


def wordless(piece: Piece) -> bool | None:
    """🔥🔥🔥; ———"""
    return GOES if piece.whole and not any(map(str.isalnum, piece.words)) else None


def reactions(piece: Piece) -> bool | None:
    """❤ 120 👍 45"""
    return GOES if piece.whole and COUNTED.fullmatch(piece.words) else None


def links(piece: Piece) -> bool | None:
    """https://example.com/news/1; @channel: below the article, not in a list"""
    found = LINK.search(piece.words)
    return GOES if found and piece.last and _is_open(piece) and not WORD.search(LINK.sub("", piece.words)) else None


def hashtags(piece: Piece) -> bool | None:
    """#Казахстан #погода"""
    tags, others = TAG.findall(piece.words), WORD.findall(TAG.sub("", piece.words))
    mixed = piece.whole and len(tags) > 1 and len(others) < NAME and not ENDED.search(piece.words)
    return GOES if tags and (mixed or (not others and _is_open(piece))) else None


def goes_on(piece: Piece) -> bool | None:
    """подписаться: the sentence of the line above"""
    return STAYS if piece.words[0].islower() else None


def spoken(piece: Piece) -> bool | None:
    """«Подписывайтесь», — призвал он"""
    found = SPOKEN.search(piece.words)
    return STAYS if found and (not found["by"] or found["by"].islower()) else None


def sourced(piece: Piece) -> bool | None:
    """Источник: КазТАГ: it is told beside the article"""
    return STAYS if patterns().source.match(piece.plain) else None


def advert(piece: Piece) -> bool | None:
    """Реклама. ООО «Ромашка», erid: 2Vtzqx"""
    return GOES if patterns().adverts.fullmatch(piece.plain) else None


def credit(piece: Piece) -> bool | None:
    """Фото: пресс-служба акимата; Photo: Jane Doe / Reuters; © КазТАГ"""
    found = patterns().credit.match(fold(piece.words))
    named = piece.words[found.end() :] if found else ""
    return GOES if found and _is_name(named, patterns().credited, CREDIT) and not tells(named) else None


def offer(piece: Piece) -> bool | None:
    """Подписаться на канал"""
    return GOES if patterns().offers.fullmatch(piece.plain) and not tells(piece.plain) else None


def call(piece: Piece) -> bool | None:
    """Читайте также: …"""
    return GOES if patterns().calls.fullmatch(piece.plain) else None


def signature(piece: Piece) -> bool | None:
    """Вестник — Подписаться | Прислать новость; Сайт | Чат | Telegram"""
    parts = [one for one in BETWEEN.split(_with_links_marked(piece)) if one]
    offers = [one for one in parts if patterns().offers.fullmatch(one)]
    places = [one for one in parts if one == LINKED or patterns().places.fullmatch(one)]
    names = [one for one in parts if one not in (*offers, *places)]
    if not parts or len(names) > 1 or any(len(one.split()) > NAME or tells(one) for one in names):
        return None
    closes = piece.last and bool(places)
    return GOES if offers or (closes and not piece.first) or (len(places) > 1 and not names) else None


def pointer(piece: Piece) -> bool | None:
    """Читать полностью; Подробнее: https://example.com"""
    words = _with_links_marked(piece)
    placed = piece.last or LINKED in words or POINTING.search(piece.marks) or OPENING.search(piece.marks)
    short = len(words.split()) <= POINTER and not piece.first
    return GOES if placed and short and patterns().pointer.fullmatch(words) and not tells(words) else None


def direction(piece: Piece) -> bool | None:
    """Подробнее о проекте — на сайте акимата"""
    words = _with_links_marked(piece)
    short = len(words.split()) <= DIRECTION and not piece.first
    return GOES if piece.last and short and patterns().direction.match(words) and not tells(words) else None


def pointed_at(piece: Piece) -> bool | None:
    """👉 GitHub"""
    short = len(WORD.findall(piece.plain)) <= NAME and not piece.first
    return (
        GOES
        if piece.last and piece.apart and short and POINTING.search(piece.marks) and not tells(piece.plain)
        else None
    )


def closing_name(piece: Piece) -> bool | None:
    """🌊 Вестник Каспия: below a text that has ended"""
    alone = piece.whole and piece.last and piece.apart and not piece.first and piece.words[-1].isalnum()
    return GOES if alone and _is_name(piece.words, None, NAME) and _has_ended(piece) else None


RULES: tuple[Rule, ...] = (
    *(wordless, reactions, links, hashtags),
    *(goes_on, spoken, sourced),
    *(advert, credit, offer, call, signature),
    *(pointer, direction, pointed_at, closing_name),
)


# ---- what they ask


def tells(words: str) -> bool:
    """Whether a verb makes a statement of the words: «подорожала», «опубликован», "said"."""
    return any(_is_finite(word) for word in WORD.findall(words.lower()))


def _is_open(piece: Piece) -> bool:
    """Whether it is a line, or no mark ends it: what ends a sentence or a quotation is a part of that."""
    return piece.whole or piece.words[-1] not in '.!?…»”"'


def _is_finite(word: str) -> bool:
    marks = grammemes(word)
    russian = "PRTS" in marks or ("VERB" in marks and bool(marks & {"past", "3per"}))
    return russian or (not marks and patterns().finite.fullmatch(fold(word)) is not None)


def _is_name(words: str, besides: re.Pattern[str] | None, most: int) -> bool:
    """Whether every word has a capital, or is one of those ``besides``; there is at least one."""
    found = WORD.findall(LINK.sub(" Link ", words))
    named = (one[0].isupper() or (besides is not None and besides.fullmatch(fold(one))) for one in found)
    return 0 < len(found) <= most and all(named)


def _has_ended(piece: Piece) -> bool:
    above = piece.text[max(0, piece.start - LONGEST) : piece.start].rstrip()
    return above[-1:] in (*'.!?…»”")', "")


def _with_links_marked(piece: Piece) -> str:
    return LINK.sub(LINKED, piece.plain)
