"""What channels and sites put around their articles, in each language: words as data for `intake.cleaning`.

Patterns are matched whole against a line or sentence that is folded (`nlp.words.fold`) and has lost the marks at its
ends. `nlp.languages` holds what is not worth telling in a summary; here is only what nobody would call the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

LINKED = "@"
"""Stands for each link among the words of a pointer."""

SMALL = r"с|со|из|от|и|/|link"

REST = r"(?:\W.{0,160})?"
"""What may follow a call."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of one language. Those that ``offer`` and ``call`` need no other sign; the others do."""

    offers: tuple[str, ...]  # buttons of a signature: «подписаться», «прислать новость»
    calls: tuple[str, ...]  # begin a sentence to the reader: «подписывайтесь», «читайте также»
    places: tuple[str, ...]  # where else the channel is: «наш сайт», «чат»
    adverts: tuple[str, ...]  # «реклама. ООО …», "sponsored"
    credit: str  # opens a photo credit: «фото»
    credited: str  # words without a capital in it: «пресс-служба», «из архива»
    pointers: tuple[str, ...]  # open a pointer to the whole text: «читать», «подробнее»
    pointed: tuple[str, ...]  # what stands behind: «полностью», «статью»
    source: str  # opens a line that names where the article is from: «источник»
    elsewhere: str  # where the whole is: «на сайте», «по ссылке»
    finite: str = r"(?!)"  # a verb of a statement, where no grammar is at hand


PLATFORMS = (
    r"(?:мы (?:в|на) |наш |our )?(?:телеграм\w*|тг|инстаграм\w*|фейсбук|ютуб|тикток|ватсап|вотсап|вайбер|вк|вконтакте"
    r"|одноклассники|ок|дзен|рутуб|твиттер|макс|telegram|tg|instagram|insta|facebook|fb|youtube|tiktok|whatsapp|viber|vk"
    r"|zen|rutube|twitter|x|threads|linkedin|max|discord|rss|github|boosty|patreon)"
    r"(?:[ -](?:канал\w*|чат|бот|channel|chat|bot|арна\w*))?",
)

RU = Furniture(
    offers=(
        r"(?!.*\b(?:можно|нужно|надо|нельзя|нужен|под)\b)подписаться(?: .{1,60})?",
        r"подпи(?:сывайся|сывайтесь|шись|шитесь|сываемся)(?! под\b)(?: .{1,60})?",
        r"подписка(?: на .{1,40})?",
        r"(?:прислать|предложить|сообщить|отправить) (?:нам |свою )*(?:новость|пост|тему|фото|видео|материал)"
        r"(?: .{1,30})?",
        r"предложка|(?:про)?голосовать за (?:наш )?канал|бусты? канал\w*",
        r"(?:поддержать|поддержи\w*) (?:нас|канал|проект|редакцию)",
        r"(?:еще )?(?:больше|все|самые \w+|главные|свежие|другие|оперативные|последние) (?:\w+ )?"
        r"(?:новост\w+|видео|фото|материал\w+|кадр\w+|подробност\w+|статей)\b.{0,40}"
        r"\b(?:в|на|у) (?:наш\w+|telegram|телеграм\w*|канале|сайте|нас)\b.{0,60}",
    ),
    calls=(
        r"(?:(?:и|а|обязательно|скорее|также) ){0,2}подпи(?:сывайся|сывайтесь|шись|шитесь)(?! под\b)",
        r"(?:чтобы|если|хотите|хочешь|будь(?:те)?)\b.{3,90}\bподпи(?:сывайся|сывайтесь|шись|шитесь)(?! под\b)",
        r"(?:на|в) наш\w* .{3,60}\bподпи(?:сывайся|сывайтесь|шись|шитесь)",
        r"не забы(?:вай|вайте|дь|дьте) (?:подписаться|поставить|поделиться)",
        r"(?:читай|читайте|смотри|смотрите|слушай|слушайте) "
        r"(?:нас|наш\w*|также|еще|по теме|больше|подробн\w+|полност\w+)",
        r"(?:материалы )?по теме ?:|(?:читайте|смотрите) ?:",
        r"(?:следи|следите|следуйте) за (?:нами|нашими?|новостями|обновлениями)",
        r"(?:присоединяй|подключай)(?:ся|тесь) к (?:нам|наш\w+)",
        r"вступай(?:те)? в (?:наш\w*|групп\w+|чат\w*)|(?:оставай(?:ся|тесь)|будь(?:те)?) (?:с нами|на связи)",
        r"(?:пиши|пишите|напишите|делись|делитесь|поделитесь|расскажите|оставляй|оставляйте|ждем|не стесняйтесь)"
        r"\b.{0,60}\bв комментари\w+",
        r"став(?:ь|ьте|им) (?:лайк\w*|реакци\w+|класс\w*|палец|сердечк\w+|[^\w\s]+)",
        r"(?:поделись|поделитесь|делись|делитесь|поделиться) "
        r"(?:с друзьями|постом|записью|ссылкой|этой|новостью|в соц\w+)",
        r"(?:присылай|присылайте|пришлите|шлите|отправляйте|сообщайте) (?:\w+ ){0,3}"
        r"(?:нам|новост\w+|истори\w+|в бот\w*|в личк\w+|в предложк\w+|в редакци\w+)",
        r"есть (?:новость|что рассказать|чем поделиться)\?|прислали (?:через|в) (?:бот\w*|предложк\w*)",
        r"(?:нашли?|заметили|увидели) (?:ошибку|опечатку)(?: в \w+)?\W{1,3}(?:выделите|сообщите|нажмите|напишите)",
        r"(?:переходи|переходите|жми|жмите|кликай|кликайте|нажимай|нажимайте|нажмите) "
        r"(?:по (?:этой )?ссылке|на (?:ссылк\w+|кнопк\w+|сайт)|в (?:бот\w*|канал)|сюда)",
        r"(?:скачай|скачайте|скачивай|скачивайте|установи|установите) (?:наше |мобильное )*приложени\w+",
        r"все права защищены|(?:перепечатка|использование) материалов",
        r"настоящий материал \(?информация\)? произведен\w*",
    ),
    places=(
        r"(?:наш |новостной )?(?:чат|чат-бот|бот|канал|сайт|блог|подкаст|магазин|ютуб-канал)(?: канала)?",
        r"обратная связь|связь с (?:нами|редакцией|админ\w+)|написать (?:нам|в редакцию|админу)|задать вопрос|админ",
        r"мы в соц(?:иальных )?сетях|соцсети|все каналы|все новости|резервный канал|поделиться|лайк|репост|сохранить",
        r"(?:по вопросам )?(?:реклам[аы]|сотрудничеств[оа])(?: и (?:реклам[аы]|сотрудничеств[оа]))?|прайс|почта|email",
    ),
    adverts=(
        r"#?реклама|на правах рекламы(?: .{1,40})?|рекламный (?:пост|материал)|#?промо",
        r"(?:партнерск|спонсорск)\w+ (?:материал|пост|проект|публикация)",
        r"реклама\W{1,3}(?:рекламодатель|ооо|ао|пао|зао|оао|ип|тоо|нко|ано|фгбу|самозанят\w+|инн|18|16|12)\b.*",
        r"(?:рекламодатель|информация о рекламодателе)\b.*",
        r"(?:ооо|ао|пао|зао|оао|ип|тоо|нко|ано)\b.{2,90}\b(?:инн|бин|огрн)\W{0,3}\d{10}.*",
        r"(?:(?:реклама|ооо|ао|пао|зао|оао|ип|тоо|нко|ано)\b.{0,90}\W)?erid\W{0,3}[\w-]{6,}.*",
    ),
    credit=(
        r"(?:фото\w*|видео|снимок|снимки|иллюстраци[яи]|коллаж|скриншот|кадр|изображение|обложка)"
        r"(?: и (?:фото|видео))?(?: на обложке)?"
    ),
    credited=(
        r"пресс-?служб\w*|архив\w*|сайт\w*|соцсет\w+|скриншот|кадр|видео|фото|открыты\w+|источник\w*|автора?|редакци\w+"
        r"|предоставлен\w*|страниц\w*|канал\w*|телеграм\w*|личн\w+|иллюстративн\w+|очевид\w+|читател\w+|героя|героини"
        r"|акимат\w*|полици\w+|област\w+|город\w*|район\w*|министерств\w+|департамент\w*|правительств\w*"
        r"|администраци\w+|официальн\w+"
    ),
    pointers=(
        r"читать|прочитать|прочесть|дочитать|читайте|смотреть|посмотреть|смотрите|слушать|послушать|слушайте|узнать",
        r"скачать|открыть|перейти|подробнее|подробности|детали|полностью|продолжение|далее|источник|ссылка|зеркало",
        r"регистрация|зарегистрироваться|записаться|купить|заказать|забрать|забираем|пробуем|тестируем|об остальн\w+",
        r"полный текст|полная версия|полное интервью|весь текст",
    ),
    pointed=(
        r"и|или|об?|на|в|во|по|с|у|к|для|нас|наш\w*|без|vpn|можно|можете|больше|еще|также|далее|дальше|полностью",
        r"подробнее|подробности|целиком|здесь|тут|сюда|этой|этому|этом|полн\w+|ссылк\w+|стать\w+|материал\w*|новост\w+",
        r"сайт\w*|источник\w*|первоисточник\w*|оригинал\w*|блог\w*|пост\w*|канал\w*|телеграм\S*|telegram\S*|текст\w*",
        r"комментари\w+|видео|сюжет\w*|интервью|выпуск\w*|эфир\w*|зарегистрироваться|прочесть|прочитать|читать|узнать",
        r"открыть|вклад\w*",
    ),
    source="источник",
    elsewhere=(
        r"на (?:\w+ )?сайт\w*|по (?:этой )?ссылк\w+|здесь|тут|в (?:наш\w+ )?(?:материал\w+|канал\w+|телеграм\S*"
        r"|telegram\S*|эфир\w+|сюжет\w+|стать\w+|интервью|комментари\w+)"
    ),
)

KK = Furniture(
    offers=(
        r"(?:\S*(?:арна|парак|канал|telegram|телеграм|instagram)\S* )?жазылу",
        r"(?:.{1,60} )?(?:жазыл|косыл)ыныз(?:дар)?",
        r"(?:жаналык|хабар|сурет|видео) (?:жиберу|жолдау|усыну)",
    ),
    calls=(
        r"(?:.{0,80}\b)?(?:арна|парак|топ|telegram|телеграм|instagram|бизге)\S*.{0,40}\b(?:жазыл|косыл)ыныз(?:дар)?",
        r"(?:(?:сондай-ак|тагы да|осы такырып бойынша|толыгырак) )?(?:оки отырыныз|окыныз(?:дар)?|караныз(?:дар)?)",
        r"(?:.{0,60} )?(?:арнамыздан|арнамызда|парагымыздан|сайтымыздан) (?:окыныз|караныз|табасыз)\w*",
        r"(?:достарыныз\w*|жакындарыныз\w*) .{0,30}болисиниз\w*",
        r"пикир(?:иниз\w*|лериниз\w*)? .{0,40}(?:жазыныз|калдырыныз|болисиниз)\w*",
        r"барлык кукык\w* корган\w*|(?:кате|катени) (?:тапсаныз|байкасаныз)",
    ),
    places=(
        r"(?:биздин )?(?:сайт|чат|бот|арна|канал)(?:ымыз)?|болису|кери байланыс|жарнама(?: бойынша.*)?|бизге жазу",
    ),
    adverts=(
        r"жарнама(?: (?:ретинде|кукыгында|кукыгымен|материалы)(?: .{1,40})?)?|серикт\w+ материал\w*",
        r"жарнама\W{1,3}(?:жшс|жк|ао|тоо|ип|бсн|жсн)\b.*|(?:жшс|жк)\b.{2,90}\b(?:бсн|жсн|иин)\W{0,3}\d{10}.*",
    ),
    credit=r"сурет(?:тер)?(?: мен видео)?|фотолар|фотосурет|скрин",
    credited=(
        r"баспасоз\w*|кызмет\w*|мурагат\w*|архив\w*|ашык|дереккоз\w*|алын\w+|сайт\w*|автор\w*|жеке|акимди\w+|облыс\w*"
        r"|кала\w*|министрли\w+|полици\w+|департамент\w*|парак\w*|желиси\w*"
    ),
    pointers=(r"толыгырак|толык нускасы|жалгасы|сайтка оту|тикелей сильтеме|тупнуска|сильтеме",),
    pointed=(
        r"оку|окыныз|сайтта\w*|сайтымыз\w*|сильтеме\w*|бойынша|арнамыз\w*|телеграм\S*|telegram\S*|мына|осы|жерде|биздин",
        r"акпарат|макала\w*|материал\w*|видео\w*|тиркелу|кору",
    ),
    source="дереккоз",
    elsewhere=r"сайт\w*|сильтеме\w*|арна\w*|парак\w*",
    finite=r"\w+(?:[дт][ыи]|[ае]ди|йды|йди|ган|ген|кан|кен|мак|мек)",
)

EN = Furniture(
    offers=(
        r"subscribe(?: (?:to|on|for|now|here) .{1,60}| now| here)?|read (?:more|next)",
        r"join us|join our .{1,40}|follow us(?: .{1,50})?|(?:boost|support) us",
        r"send (?:us )?(?:your )?(?:news|a tip|tips|story|stories)(?: .{1,30})?|submit a (?:tip|story)",
    ),
    calls=(
        r"(?:(?:please|and|don't forget to) )?subscribe to (?:our|the|us|my)|follow (?:us|our|@)",
        r"join (?:us on telegram|our (?:channel|group|chat|community|newsletter|telegram))",
        r"sign up (?:for|to) (?:our|the)",
        r"(?:read|see|watch|listen) (?:also|more|next)(?: ?:| (?:on|at|about|here|in)\b)|related ?:",
        r"you may also (?:read|like)|(?:click|tap) (?:here|the link|below)",
        r"(?:share|like and share) (?:this|with (?:your )?friends)|let us know in the comments",
        r"(?:leave|drop|share) (?:a|your|us) (?:comment|thoughts|opinion)\w*",
        r"(?:have|got) a (?:tip|story|news tip)|all rights reserved|download our app|stay (?:tuned|with us)",
        r"(?:get|for) (?:more|the latest|breaking) (?:\w+ )?(?:news|updates|stories)\b.{0,60}"
        r"\b(?:follow|subscribe|join|our|channel|newsletter|inbox)",
    ),
    places=(
        r"(?:our )?(?:website|site|chat|bot|channel|newsletter)|share|like|contact us|feedback|advertise(?: with us)?",
    ),
    adverts=(
        r"sponsored(?: (?:post|content|by .{1,60}|message))?|advertisement|advert|#?ad|promoted(?: post)?|advertorial",
        r"paid (?:partnership|content|post|promotion)(?: .{1,40})?|in partnership with .{1,60}|partner content",
    ),
    credit=(r"(?:photo\w*|image|picture|pic|video|illustration|cover|file photo)(?: credits?| courtesy| by)?(?: of)?"),
    credited=(
        r"by|of|courtesy|via|from|press|office|service|archive|file|handout|screenshot|staff|the|and|for|getty|images"
        r"|unsplash|on|social|media|supplied|provided|credit|website"
    ),
    pointers=(
        "read|watch|listen|more|full (?:story|text|article|interview)|source|link|details|sign up|register|find out"
        "|learn",
    ),
    pointed=(
        "more|the|full|story|article|here|on|our|website|site|in|at|to|about|it|this|link|text|interview|report|and"
        "|of|original|now",
    ),
    source="source",
    elsewhere=r"(?:on|at) (?:our|the|its) (?:web)?site|here|link|in (?:the|our) (?:article|channel|video|comments)",
    finite=r"is|are|was|were|has|have|had|will|would|can|could|said|says|\w{3,}ed",
)

ALL = (RU, KK, EN)
"""Posts mix languages in their calls, so all of them are looked for in every text."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """The furniture of all languages, compiled. ``pointer`` and ``direction`` have a `LINKED` for each link."""

    offers: re.Pattern[str]
    calls: re.Pattern[str]
    places: re.Pattern[str]
    adverts: re.Pattern[str]
    credit: re.Pattern[str]
    credited: re.Pattern[str]
    pointer: re.Pattern[str]
    direction: re.Pattern[str]
    source: re.Pattern[str]
    finite: re.Pattern[str]


@cache
def patterns() -> Patterns:
    openers = _any(word for one in ALL for word in one.pointers)
    behind = _any(word for one in ALL for word in one.pointed)
    step = rf"(?:[\s,:—–-]+(?:{openers}|{behind}|{LINKED}))"
    return Patterns(
        offers=re.compile(_any(word for one in ALL for word in one.offers)),
        calls=re.compile(_any(word for one in ALL for word in one.calls) + REST),
        places=re.compile(_any((*PLATFORMS, *(word for one in ALL for word in one.places)))),
        adverts=re.compile(_any(word for one in ALL for word in one.adverts)),
        credit=re.compile(
            rf"\W*(?:{_any(one.credit for one in ALL)}\s*(?:[:©(/|—–-]+\s*|\s(?=из |с |by |from ))|©\s*)"
        ),
        credited=re.compile(_any((SMALL, *(one.credited for one in ALL)))),
        pointer=re.compile(rf"{openers}{step}*(?: \w+)?{step}*"),
        direction=re.compile(rf"{openers}\b.*(?:{LINKED}|\b{_any(one.elsewhere for one in ALL)}\b)"),
        source=re.compile(rf"{_any(one.source for one in ALL)}\s*[:—–-]\s*\w"),
        finite=re.compile(_any(one.finite for one in ALL)),
    )


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"
