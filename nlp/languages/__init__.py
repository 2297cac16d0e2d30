"""The languages that the engine knows, by ISO 639-1 code."""

from nlp.languages import en, kk, ru
from nlp.languages.model import Language

LANGUAGES: dict[str, Language] = {one.code: one for one in (ru.LANGUAGE, kk.LANGUAGE, en.LANGUAGE)}
