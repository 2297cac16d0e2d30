"""A long text for the tests: chapters about the building of a dam, put together from phrases, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator

TITLES = (
    "Река", "Изыскатели", "Первая дорога", "Посёлок", "Котлован", "Зима", "Бетон", "Паводок", "Перекрытие", "Турбины",
    "Первый ток", "Водохранилище",
)  # fmt: skip
THINGS = (
    ("уровень воды", "быструю реку", "старый брод", "русло"),
    ("карту ущелья", "пробы породы", "створ плотины", "скальный берег"),
    ("дорогу через перевал", "деревянный мост", "колонну грузовиков", "щебень"),
    ("новый посёлок", "школу", "бараки", "хлебопекарню"),
    ("котлован", "экскаватор", "скалу", "насосы"),
    ("морозные дни", "ледяную переправу", "тёплые палатки", "запас дров"),
    ("бетон", "опалубку", "арматуру", "первый блок плотины"),
    ("паводок", "перемычку", "мешки с песком", "затопленный склад"),
    ("каменную гряду", "проран", "самосвалы", "бетонные кубы"),
    ("турбину", "рабочее колесо", "машинный зал", "кран"),
    ("первый ток", "линию передачи", "подстанцию", "пульт"),
    ("водохранилище", "рыбные пруды", "затопленные деревни", "береговую линию"),
)
WHO = ("Строители", "Инженеры участка", "Жители долины", "Водители", "Геологи", "Рабочие ночной смены")
DID = ("осмотрели", "измерили", "описали", "проверили", "увидели", "обсудили", "запомнили", "сфотографировали")
WHERE = ("у левого берега", "на верхней площадке", "возле посёлка", "под скалой", "в узком ущелье", "за перевалом")
SPEAKERS = ("инженер Олег Руднев", "начальник стройки Марат Сейтов", "геолог Вера Ланская", "прораб Денис Кравец")
MONTHS = ("январе", "марте", "апреле", "июне", "августе", "октябре")


def book(chapters: int = 12, sentences: int = 5_000) -> str:
    """Chapters under their headings, of so many sentences in all, in paragraphs of five."""
    chance = random.Random(7)  # noqa: S311 (no secret)
    each, rest = divmod(sentences, chapters)
    made = []
    for number in range(chapters):
        told = [_sentence(number % len(TITLES), chance) for _ in range(each + (number < rest))]
        paragraphs = "\n".join(" ".join(told[at : at + 5]) for at in range(0, len(told), 5))
        made.append(f"Глава {number + 1}. {TITLES[number % len(TITLES)]}\n\n{paragraphs}")
    return "Дорога к плотине\n\n" + "\n\n".join(made)


def _sentence(chapter: int, chance: random.Random) -> str:
    return chance.choice(list(_sentences(chapter, chance)))


def _sentences(chapter: int, chance: random.Random) -> Iterator[str]:
    first, second = chance.sample(THINGS[chapter], 2)
    where, month, days = chance.choice(WHERE), chance.choice(MONTHS), chance.randint(2, 60)
    who, did, other = chance.choice(WHO), chance.choice(DID), chance.choice(DID)
    yield f"{who} {did} {first} {where}."
    yield f"В {month} {1950 + chance.randint(1, 12)} года {who.lower()} {did} {first} и {other} {second}."
    yield f"Через {days} дней {who.lower()} снова {did} {first}, потому что {where} поднялась вода."
    yield f"{who} {did} {first}, хотя работа {where} стоила {chance.randint(2, 90)} тысяч рублей."
    yield f"«Мы {did} {first} {where}», — сказал {chance.choice(SPEAKERS)}."
    yield f"Они {did} {second} и вернулись {where} только через {days} дней."
