"""By which words and marks a page that is no article gives itself away: data, in the order in which they decide.

The signs are general: what pages of many sites say in Russian, Kazakh and English, never the name of a site. A real
article may have any of them in a corner of its page, so each sign counts only where little else was found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from intake.documents import IntakeError
from intake.refusals import (
    LinkCookiesError,
    LinkFailingError,
    LinkLoginError,
    LinkMissingError,
    LinkPaywallError,
    LinkRefusedError,
    LinkRobotError,
    LinkScriptError,
)

Place = Literal["title", "page", "article", "end", "hidden", "markup"]
"""Titles and first headings; all that a reader sees; what was found as the article, and its last lines; what only a
browser without scripts shows; the markup itself."""


@dataclass(frozen=True, slots=True)
class Sign:
    """``pattern`` stands in the place, and the article found has fewer characters than ``below``.

    With a ``share``, paragraphs with the pattern make up that much of the place.
    """

    refusal: type[IntakeError]
    place: Place
    below: int
    pattern: re.Pattern[str]
    share: float = 0.0


def any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


ANY_LENGTH: Final = 10**9
NOTHING: Final = 50
TINY: Final = 200  # characters: a sentence or two
LITTLE: Final = 600  # the shortest news, or the words around a form
TEASER: Final = 700  # what stands before a wall that is not named in words
BEGINNING: Final = 1500  # what is shown of an article before it has to be paid for

NOT_FOUND: Final = (
    r"(?:страниц\w*|стат(?:ья|ьи|ью)|материал\w*|публикаци\w+|новост\w+|документ\w*|запис\w+|файл\w*)(?: \w+){0,3}"
    r" (?:не|больше не|уже не) (?:найден\w*|существует|доступн\w+|обнаружен\w*)",
    r"(?:страница|статья|публикация|новость|запись)(?: \w+)? (?:была )?(?:удалена|перемещена)",
    r"(?:материал|документ)(?: \w+)? (?:был )?(?:удал[её]н|перемещ[её]н)",
    r"(?:такой|этой|данной|запрошенной) (?:страницы|статьи|новости) (?:нет|не существует)",
    r"(?:page|article|story|content|document)(?: \w+){0,6}"
    r" (?:not found|(?:can ?not|can.t|could ?n.t|could not) be found|no longer (?:exists?|available)"
    r"|does ?n.t exist|does not exist|(?:has been|was) (?:removed|deleted|moved))",
    r"we (?:can.t|could ?n.t|cannot) find (?:the|that|this) (?:page|article|story)",
    r"(?:бет|парақша|мақала|материал)(?: \w+)? (?:табылмады|жоқ|өшірілген|жойылған)",
)
ERROR_404: Final = r"\W*(?:error|ошибка|қате|http)?\W*(?:404|410)\W*(?:error|ошибка|қате)?\W*"
FAILING: Final = (
    r"(?:сайт|сервис|страница|ресурс|портал)(?: \w+){0,2} (?:временно )?(?:недоступ\w+|не работает)",
    r"(?:ведутся|проводятся|идут) (?:технические|профилактические|плановые) работы",
    r"(?:внутренняя )?ошибка (?:сервера|базы данных)|error establishing a database connection",
    r"(?:error|ошибка|http)\W*50[0234]\b|\b50[0234]\W+(?:error|ошибка|bad|internal|service|gateway)",
    r"internal server error|bad gateway|gateway time-?out|service (?:temporarily )?unavailable",
    r"(?:down|closed) for maintenance|under maintenance|техникалық жұмыстар жүр\w+|сайт уақытша",
)
ROBOT: Final = (
    r"(?:что вы|вы точно|вы) не (?:робот|бот)\b|^вы (?:точно )?робот\b|робот емес",
    r"подтвердите,? что (?:вы (?:не |человек)|запросы отправляли)",
    r"(?:введите|решите) (?:код|символы|цифры|текст) с (?:картинки|изображения)",
    r"проверк[аиу] (?:вашего )?(?:браузера|безопасности|на робота)|проверяем ваш браузер",
    r"подозрительн\w+ (?:трафик|активност\w+|запрос\w*)|автоматическ\w+ запрос\w*",
    r"are you (?:a )?(?:robot|human)|(?:you.re|you are) (?:not a (?:ro)?bot|(?:a )?human)|not a robot",
    r"(?:verify|prove|confirm)(?:ing)? (?:that )?you(?:.re| are)(?: a)? human|human verification|security check",
    r"checking (?:if the site connection is secure|your browser)|^just a moment\W*$|attention required",
    r"unusual (?:traffic|activity)|automated (?:access|requests|queries)|ddos[- ](?:protection|guard)",
)
CAPTCHA: Final = (
    r"cf-challenge|challenge-platform|cf_chl_|cdn-cgi/challenge|h-captcha|hcaptcha\.com|g-recaptcha",
    r"smart-?captcha|showcaptcha|px-captcha|captcha-delivery|geo\.captcha|ddos-guard|__qrator|_incapsula_",
)
REFUSED: Final = (
    r"^\W*(?:(?:error|ошибка|http)\W*)?403\b|access (?:to this page )?(?:has been |is )?denied|^\W*forbidden\W*$",
    r"доступ (?:\w+ ){0,4}(?:запрещ[её]н|ограничен|заблокирован|закрыт)",
    r"(?:your ip|ваш ip)(?:\W\w+){0,3} (?:blocked|заблок\w+)|unavailable for legal reasons",
    r"not available in your (?:country|region)|недоступ\w+ в (?:вашем|вашей) (?:стране|регионе)",
)
LOGIN: Final = (
    r"(?:войдите|авторизуйтесь|зарегистрируйтесь)(?: \w+){0,5},? (?:чтобы|для (?:чтения|просмотра|доступа))",
    r"(?:для (?:чтения|просмотра|доступа)|чтобы (?:про)?(?:читать|смотреть|увидеть))(?: \w+){0,5},?"
    r" (?:необходимо |нужно )?(?:войти|авторизоваться|войдите|авторизуйтесь|зарегистрироваться|зарегистрируйтесь)",
    r"(?:log ?in|sign ?in|register)(?: \w+){0,5} to (?:continue|read|view|see|access)",
    r"you must (?:be logged in|log ?in|sign ?in)",
    r"(?:оқу|көру|жалғастыру) үшін(?: \w+){0,3} (?:кіріңіз|тіркеліңіз)",
)
LOGIN_TITLE: Final = (
    r"^\W*(?:вход|войти|авторизация|регистрация|личный кабинет|log ?in|sign ?in|sign ?up|кіру|тіркелу)\W*$",
    r"^(?:вход (?:в|на)|войдите|log in to|sign in to|login)\b",
)
COOKIES: Final = (
    r"\bcookies?\b|\bкуки\b|gdpr|\bconsent\b|персональн\w+ данн\w+|personal data",
    r"privacy (?:policy|choices|settings)|legitimate interest|our partners|политик\w+ конфиденциальности",
)
COOKIE_TITLE: Final = (
    r"\bcookies?\b.*(?:consent|policy|settings|согласи\w+|настройк\w+)|before you continue|we value your privacy",
    r"прежде чем (?:перейти|продолжить)|consent (?:management|required)|your privacy (?:choices|settings)",
)
SCRIPT: Final = (
    r"(?:enable|turn on|activate|requires?|need(?:s|ed)?|without)(?: \w+){0,3} java ?script",
    r"java ?script (?:is|to be|must be|has been) (?:disabled|required|enabled|turned)",
    r"(?:включите|включить|разрешите|требуется|необходим\w*|нужен|отключ[её]н\w*|без)(?: \w+){0,4} java ?script",
    r"java ?script(?: \w+){0,4} (?:отключ[её]н|выключен|необходим|включите|включ[её]н|қосыңыз|өшірулі)",
    r"browser (?:is )?(?:not supported|unsupported|too old)|(?:ваш )?браузер (?:устарел|не поддерживается)",
)
EMPTY_ROOT: Final = (
    r"<(?:div|main)[^>]*\bid=[\"']?(?:root|app|__next|__nuxt|main-app|q-app|react-root)\b",
    r"<app-root",
)
READ_ON: Final = (
    r"(?:подпишитесь|подписывайтесь|оформите подписку|купите подписку|оплатите|зарегистрируйтесь),?(?: \w+){0,5},?"
    r" (?:чтобы|и|для)(?: \w+){0,3} (?:(?:про|до)?чита\w+|продолж\w+|чтения|открыть|получить доступ)",
    r"(?:чтобы|для)(?: \w+){0,4} (?:(?:про|до)?читать|продолжить|чтения|доступа)(?: [\w,]+){0,6}"
    r" (?:подпи\w+|оформ\w+ (?:\w+ )?подписк\w+|оплат\w+|куп\w+ (?:подписку|доступ|номер))",
    r"(?:материал|статья|текст|публикация|полная версия|полный текст|продолжение|остальн\w+)(?: \w+){0,3}"
    r" (?:(?:только |лишь )?(?:для подписчиков|подписчикам)|по (?:платной )?подписке)",
    r"(?:эксклюзивно|только) для (?:\w+ )?подписчиков|доступ\w* (?:только )?(?:по подписке|(?:для )?подписчик\w+)",
    r"(?:вы|сегодня) (?:прочитали|исчерпали|достигли)(?: \w+){0,4} (?:бесплатн\w+|лимит\w*)",
    r"осталось прочитать \d+ ?%",
    r"(?:subscribe|sign up|register|log ?in|become a (?:member|subscriber)|upgrade)(?: \w+){0,5} to"
    r" (?:(?:continue|keep|finish) reading|(?:read|unlock|access|continue)(?: \w+){0,3} (?:article|story|full))",
    r"(?:to|and) (?:continue|keep) reading(?: \w+){0,6} (?:subscribe|sign|log|register|join)",
    r"(?:article|story|content)(?: \w+){0,3} (?:exclusive(?:ly)? (?:to|for)|(?:only )?(?:for|to|available to))"
    r" (?:our )?(?:paying )?(?:subscribers|members)|(?:subscriber|member)s?[- ](?:only|exclusive)",
    r"(?:reached|used|read)(?: \w+){0,5} (?:limit|last|all)(?: \w+){0,4} (?:free )?(?:articles?|stor(?:y|ies))",
    r"continue reading (?:this|your|the) (?:article|story)(?: \w+){0,3} (?:with|for)",
    r"(?:толық|әрі қарай|жалғасын) оқу үшін(?: \w+){0,3} жазылы\w+|тек жазылушылар\w*",
)
NOT_FREE: Final = r'"isAccessibleForFree"\s*:\s*"?false'

SIGNS: Final = (
    Sign(LinkMissingError, "title", ANY_LENGTH, any_of(rf"^{ERROR_404}$")),
    Sign(LinkMissingError, "title", BEGINNING, any_of(rf"^{ERROR_404}[-–—|:.,]", *NOT_FOUND)),
    Sign(LinkMissingError, "page", LITTLE, any_of(rf"^{ERROR_404}$", *NOT_FOUND), share=0.2),
    Sign(LinkMissingError, "article", LITTLE, any_of(*NOT_FOUND), share=0.3),
    Sign(LinkRobotError, "title", LITTLE, any_of(*ROBOT)),
    Sign(LinkRobotError, "page", LITTLE, any_of(*ROBOT), share=0.2),
    Sign(LinkRefusedError, "title", LITTLE, any_of(*REFUSED)),
    Sign(LinkRefusedError, "page", LITTLE, any_of(*REFUSED), share=0.2),
    Sign(LinkFailingError, "title", LITTLE, any_of(*FAILING)),
    Sign(LinkFailingError, "page", LITTLE, any_of(*FAILING), share=0.2),
    Sign(LinkPaywallError, "page", BEGINNING, any_of(*READ_ON)),
    Sign(LinkPaywallError, "end", ANY_LENGTH, any_of(*READ_ON)),
    Sign(LinkPaywallError, "markup", TEASER, any_of(NOT_FREE)),
    Sign(LinkLoginError, "title", LITTLE, any_of(*LOGIN_TITLE)),
    Sign(LinkLoginError, "page", LITTLE, any_of(*LOGIN), share=0.1),
    Sign(LinkCookiesError, "title", BEGINNING, any_of(*COOKIE_TITLE)),
    Sign(LinkCookiesError, "article", 2 * BEGINNING, any_of(*COOKIES), share=0.5),
    Sign(LinkRobotError, "markup", NOTHING, any_of(*CAPTCHA)),
    Sign(LinkScriptError, "page", TINY, any_of(*SCRIPT)),
    Sign(LinkScriptError, "article", LITTLE, any_of(*SCRIPT), share=0.5),
    Sign(LinkScriptError, "hidden", NOTHING, any_of(*SCRIPT)),
    Sign(LinkScriptError, "markup", NOTHING, any_of(*EMPTY_ROOT)),
)
