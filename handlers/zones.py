"""Time zones: Telegram does not tell a person's, so they choose a city or an offset from UTC.

A zone is named by its IANA name ("Asia/Almaty") or its offset in ISO 8601 ("+0530").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from handlers.phrases import LOCALES

OFFSET = re.compile(r"(?:utc|gmt)?\s*(?:([+\-\u2212\u2013])\s*(\d{1,2})(?::?([0-5]\d))?)?", re.IGNORECASE)
WEST, EAST = timedelta(hours=-12), timedelta(hours=14)
ALIKE = 80  # rapidfuzz's ratio, of 100: «Алматa», "Novosibrsk"


@dataclass(frozen=True, slots=True)
class Place:
    """A city to choose. One that has no zone of its own brings its names, in the order of `LOCALES`."""

    zone: str
    names: tuple[str, str, str] | None = None

    def name(self, locale: str) -> str:
        return self.names[LOCALES.index(locale)] if self.names else city(self.zone, locale)


PLACES = (
    Place("Asia/Almaty"),
    Place("Asia/Almaty", ("Астана", "Астана", "Astana")),
    Place("Asia/Almaty", ("Шымкент", "Шымкент", "Shymkent")),
    Place("Asia/Almaty", ("Караганда", "Қарағанды", "Karaganda")),
    Place("Asia/Aqtobe"),
    Place("Asia/Aqtau"),
    Place("Asia/Atyrau"),
    Place("Asia/Oral"),
    Place("Asia/Qostanay"),
    Place("Asia/Qyzylorda"),
    Place("Europe/Moscow"),
    Place("Europe/Moscow", ("Санкт-Петербург", "Санкт-Петербург", "Saint Petersburg")),
    Place("Europe/Kaliningrad"),
    Place("Europe/Samara"),
    Place("Asia/Yekaterinburg"),
    Place("Asia/Omsk"),
    Place("Asia/Novosibirsk"),
    Place("Asia/Krasnoyarsk"),
    Place("Asia/Irkutsk"),
    Place("Asia/Yakutsk"),
    Place("Asia/Vladivostok"),
    Place("Asia/Magadan"),
    Place("Asia/Kamchatka"),
    Place("Asia/Tashkent"),
    Place("Asia/Bishkek"),
    Place("Asia/Dushanbe"),
    Place("Asia/Ashgabat"),
    Place("Asia/Tbilisi"),
    Place("Asia/Yerevan"),
    Place("Asia/Baku"),
    Place("Europe/Minsk"),
    Place("Europe/Kyiv"),
    Place("Europe/Chisinau"),
    Place("Europe/Riga"),
    Place("Europe/Vilnius"),
    Place("Europe/Tallinn"),
    Place("Europe/Istanbul"),
    Place("Asia/Jerusalem"),
    Place("Asia/Dubai"),
    Place("Asia/Riyadh"),
    Place("Africa/Cairo"),
    Place("Europe/London"),
    Place("Europe/Lisbon"),
    Place("Europe/Madrid"),
    Place("Europe/Paris"),
    Place("Europe/Rome"),
    Place("Europe/Berlin"),
    Place("Europe/Vienna"),
    Place("Europe/Prague"),
    Place("Europe/Warsaw"),
    Place("Europe/Belgrade"),
    Place("Europe/Helsinki"),
    Place("Asia/Kolkata", ("Дели", "Дели", "Delhi")),
    Place("Asia/Bangkok"),
    Place("Asia/Shanghai", ("Пекин", "Бейжің", "Beijing")),
    Place("Asia/Ulaanbaatar"),
    Place("Asia/Seoul"),
    Place("Asia/Tokyo"),
    Place("Australia/Sydney"),
    Place("America/New_York"),
    Place("America/Toronto"),
    Place("America/Chicago"),
    Place("America/Denver"),
    Place("America/Los_Angeles"),
    Place("America/Sao_Paulo"),
)
ALSO_CALLED = {  # what people may type beside the names of `PLACES` and CLDR
    "Asia/Almaty": "алма-ата, нур-султан, тараз, павлодар, семей, усть-каменогорск, өскемен, туркестан, түркістан, "
    "кокшетау, көкшетау, талдыкорган, талдықорған, петропавловск, петропавл, экибастуз, екібастұз, темиртау, теміртау",
    "Asia/Aqtau": "жанаозен, жаңаөзен",
    "Europe/Moscow": "мск, питер, спб, казань, нижний новгород, ростов, ростов-на-дону, краснодар, сочи, воронеж",
    "Asia/Yekaterinburg": "екб, челябинск, уфа, пермь, тюмень, оренбург, магнитогорск, сургут",
    "Asia/Krasnoyarsk": "абакан, норильск",
    "Asia/Irkutsk": "улан-удэ",
    "Asia/Vladivostok": "хабаровск",
    "Asia/Tbilisi": "батуми",
    "Europe/Minsk": "гомель, брест",
    "Europe/Kyiv": "kiev, одесса, odesa, львов, lviv",
    "Europe/Istanbul": "анкара, анталья, ankara, antalya",
    "Europe/Berlin": "мюнхен, гамбург, munich, hamburg",
    "America/New_York": "вашингтон, майами, washington, miami",
    "America/Los_Angeles": "сан-франциско, сиэтл, san francisco, seattle",
}
HALVES = ("-0930", "-0330", "+0330", "+0430", "+0530", "+0545", "+0630", "+0845", "+0930", "+1030", "+1245")
OFFSETS = sorted([*(f"{hours:+03}00" for hours in range(-12, 15)), *HALVES], key=lambda name: int(name))


def zone_of(name: str | None) -> tzinfo | None:
    """The zone of a name; None where it is not known, or not any more."""
    if not name:
        return None
    try:
        return datetime.strptime(name, "%z").tzinfo if name[0] in "+-" else ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # OSError: the name of a folder of zones, such as "Asia"
        return None


def local(moment: datetime, name: str | None) -> datetime:
    """An aware moment in the zone of a name, or as it is where that is not known."""
    return moment.astimezone(zone_of(name)) if zone_of(name) else moment


def find_zone(typed: str) -> str | None:
    """The name of the zone that a person typed: an offset, or a city in any of the languages, roughly spelled."""
    if offset := OFFSET.fullmatch(typed.strip()):
        return _offset(*offset.groups())
    cities = _cities()
    found = extractOne(typed.strip().casefold(), cities.keys(), scorer=ratio, score_cutoff=ALIKE)
    return cities[found[0]] if found else None


def called(name: str, moment: datetime, locale: str) -> str:
    """A zone as a person knows it, with its offset at an aware moment: «Алматы, UTC+5»."""
    offset = f"UTC{_short(moment.astimezone(zone_of(name)).strftime('%z'))}"
    return offset if name[0] in "+-" else f"{city(name, locale)}, {offset}"


def city(zone: str, locale: str) -> str:
    """The city that a zone is named after, as Unicode's CLDR spells it."""
    known = Locale(locale).time_zones.get(_in_cldr().get(zone, zone), {})
    return str(known.get("city") or zone.rpartition("/")[2].replace("_", " "))


@cache
def _in_cldr() -> dict[str, str]:
    """CLDR knows a city by the oldest name of its zone: "Europe/Kiev"."""
    oldest = Locale("ru").time_zones
    return {name: old for old, name in get_global("zone_aliases").items() if old in oldest}


@cache
def _cities() -> dict[str, str]:
    """The zone of each city, by its name in small letters."""
    aliases = get_global("zone_aliases")
    zones = [zone for zone in (aliases.get(old, old) for old in map(str, Locale("ru").time_zones)) if zone_of(zone)]
    known = {city(zone, locale).casefold(): zone for locale in LOCALES for zone in zones}
    placed = {place.name(locale).casefold(): place.zone for locale in LOCALES for place in PLACES}
    others = {name: zone for zone, names in ALSO_CALLED.items() for name in names.split(", ")}
    return {zone.casefold(): zone for zone in zones} | others | known | placed


def _offset(sign: str | None, hours: str | None, minutes: str | None) -> str | None:
    ahead = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (1 if sign in (None, "+") else -1)
    return datetime.now(timezone(ahead)).strftime("%z") if WEST <= ahead <= EAST else None


def _short(offset: str) -> str:
    """«+0500» as «+5», "-0330" as «−3:30»."""
    sign, hours, minutes = offset[0].replace("-", "\u2212"), int(offset[1:3]), offset[3:5]
    return f"{sign}{hours}" + (f":{minutes}" if minutes != "00" else "")
