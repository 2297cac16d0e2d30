# Russian. A name in { } is filled in by the bot.

## Meeting

start =
    Здравствуйте! Я читаю статьи и отвечаю словами самих статей.

    Перешлите мне пост или вставьте текст — я коротко покажу главное. Потом спрашивайте: «какой товарооборот?», «что Токаев сказал о России?», «кто сказал, что…?»

    Каждый мой ответ — предложение из статьи. Если ответа в ней нет, я так и скажу.
help =
    Что можно сделать:
    • переслать пост или вставить текст — я запомню статью и покажу главное;
    • задать вопрос — отвечу по последней статье, а если в ней ответа нет, посмотрю в остальных;
    • ответить на статью или на мой ответ — вопрос будет о ней;
    • выделить в статье предложение и спросить «кто это сказал?» или «контекст»;
    • нажать под ответом «Ещё», «Не то» или «Во всех статьях» — покажу, что нашлось кроме него;
    • сказать, где искать: «во всех статьях …», «вчера …»;
    • исправить свой вопрос — исправлю и ответ.

    /articles — все статьи
    /who — кто что сказал; «/who Токаев» — что один человек сказал во всех статьях
    /digest — сводка за сутки
    /settings — язык, пересказ, сводка, часовой пояс
    /privacy — что я храню и как это удалить
    /help — эта подсказка
stranger = Этот бот личный, и вас пока нет в его списке. Попросите хозяина добавить ваш номер: { $user }.
thanks = Пожалуйста! Пересылайте ещё — и спрашивайте.
greeting = Здравствуйте! Перешлите статью или спросите о той, что уже есть.

## An article

card-outlets = Со ссылкой на: { $names }
card-comment = Комментарий: { $name }
card-duplicate = Эта статья у меня уже есть.
card-revised = Текст изменился — вот что в нём теперь.
card-speakers = Говорят: { $names }
card-speakers-more =
    Говорят: { $names } и ещё { $rest ->
        [one] { $rest } человек
        [few] { $rest } человека
       *[other] { $rest } человек
    }
card-chapters =
    { $count ->
        [one] { $count } предложение
        [few] { $count } предложения
       *[other] { $count } предложений
    }, { $number ->
        [one] { $number } глава
        [few] { $number } главы
       *[other] { $number } глав
    }
card-parts =
    { $count ->
        [one] { $count } предложение
        [few] { $count } предложения
       *[other] { $count } предложений
    }, { $number ->
        [one] { $number } часть
        [few] { $number } части
       *[other] { $number } частей
    }
chapter-beginning = Начало
chapter-untitled = Часть { $number } из { $count }
button-chapters = По главам
reading = Читаю: { $number } %…
card-pasted = вставленный текст
card-untitled = Без названия
card-hidden = автор скрыт
card-empty = В этом сообщении нет слов, которые можно прочитать. Пришлите текст статьи.
button-longer = Подробнее
button-shorter = Короче
button-said = Кто что сказал
button-facts = Факты
button-delete = Удалить
button-delete-yes = Да, удалить
button-delete-no = Оставить
deleted = Статья «{ $title }» удалена.
gone = Этой статьи уже нет.

said-title = Кто что сказал
said-nobody = В этой статье никто ничего не говорит — ни прямо, ни в пересказе.
said-unnamed = Кто именно, не сказано
said-count =
    { $count ->
        [one] { $count } высказывание
        [few] { $count } высказывания
       *[other] { $count } высказываний
    }
said-marks = «…»
said-retold = в пересказе
said-outlet = передаёт { $name }
said-source = из статьи «{ $title }»
said-copy = Нажмите на текст — он скопируется.
said-share = Перешлите это сообщение, куда хотите.
button-speakers = « Все, кто говорит
button-copy = Скопировать
button-share = Поделиться
words-who = кто что сказал, кто что говорит, кто что говорил, кто что сказал в статье, кто что сказал в этой статье

who-articles =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
       *[other] { $count } статей
    }
who-which = «{ $name }» — это кто из них?
who-which-many = «{ $name }» подходит многим. Выберите здесь или напишите имя полнее.
who-near = Среди тех, кто говорит в ваших статьях, «{ $name }» не нашлось. Может быть, это кто-то из них?
who-nobody = Среди тех, кто говорит в ваших статьях, «{ $name }» не нашлось. Чаще всего говорят вот кто:
who-nobody-yet = В ваших статьях пока никто ничего не говорит.

facts-title = Факты
facts-person = 👤 Люди
facts-organisation = 🏢 Организации
facts-place = 📍 Места
facts-date = 📅 Когда
facts-number = 🔢 Числа

## A question

unclear = Это статья, которую надо запомнить, или вопрос?
button-keep = Запомнить статью
button-ask = Это вопрос
unclear-lost = Пришлите, пожалуйста, текст ещё раз: того сообщения я уже не вижу.
nothing-yet = Статей пока нет. Перешлите мне пост или вставьте текст — и спрашивайте.
answer-elsewhere = В статье «{ $title }» об этом не сказано. Нашлось в другой:
answer-everywhere = Вот что об этом в ваших статьях:
answer-corrected = Искал «{ $words }».
answer-none-one = В статье «{ $title }» ответа на это нет. Других статей у меня пока нет.
answer-none-here = В статье «{ $title }» ответа на это нет.
answer-none =
    В статье «{ $title }» и ещё { $count ->
        [one] в { $count } вашей статье
       *[other] в { $count } ваших статьях
    } ответа на это нет.
answer-none-all =
    Я посмотрел { $count ->
        [one] { $count } вашу статью
        [few] { $count } ваши статьи
       *[other] { $count } ваших статей
    }: ответа на это нет.
answer-none-scope =
    Я посмотрел { $count ->
        [one] { $count } статью
        [few] { $count } статьи
       *[other] { $count } статей
    } { $scope }: ответа на это нет.
scope-none = Статей { $scope } у меня нет.
scope-about = по запросу «{ $about }»
scope-outlet = от «{ $outlet }»
scope-today = за сегодня
scope-yesterday = за вчера
scope-day = за { $day }
scope-days = с { $since } по { $until }
scope-since = начиная с { $day }
scope-until = до { $day }
answer-near = Похожее, но не ответ:
answer-unnamed = Кто это сказал, в статье не указано.
answer-nobody = Это слова самой статьи: она никого здесь не цитирует.
answer-no-more = Больше об этом ничего не нашлось.
answer-nowhere-else = В других статьях об этом ничего не нашлось.
answer-more-what = Ещё — о чём? Задайте вопрос, и я продолжу.
answer-lost = Задайте, пожалуйста, вопрос ещё раз: того сообщения я уже не вижу.
answer-elsewhere-too = А вот что об этом в другой статье:
answer-no-nearer = Ближе к вопросу ничего не нашлось. Попробуйте спросить другими словами.
button-context = Контекст
button-more = Ещё
button-everywhere = Во всех статьях
button-another = Не то

## The list

articles-empty = Статей пока нет. Перешлите мне пост или вставьте текст.
articles =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
       *[other] { $count } статей
    }. Нажмите номер, чтобы открыть.
privacy =
    Я храню тексты, которые вы мне прислали, откуда они, и какие мои сообщения к ним относятся. Сейчас это { $count ->
        [one] { $count } статья
        [few] { $count } статьи
       *[other] { $count } статей
    }. Ваши вопросы хранятся только рядом с ответами на них. Ещё я помню ваши настройки: язык, длину пересказа, сводку и часовой пояс.

    Всё лежит на той машине, где я работаю. Никуда, кроме Telegram, ничего не отправляется, и другие чаты ваших статей не видят.

    Одну статью удаляет кнопка «Удалить» под ней, всё сразу, вместе с настройками, — кнопка ниже.
button-forget = Удалить всё
button-forget-yes = Да, удалить всё
forgotten =
    Готово, ничего не осталось. { $count ->
        [0] Статей и не было.
        [one] Удалена { $count } статья.
        [few] Удалены { $count } статьи.
       *[other] Удалено { $count } статей.
    }
kept = Хорошо, всё на месте.

## Settings

settings-title = Настройки
settings =
    Язык: { $language }
    Пересказ: { $sentences }
    Сводка: { $digest }
    Часовой пояс: { $zone }
language = Русский
settings-language = Язык
settings-language-ask = На каком языке мне говорить? «Автоматически» — на языке вашего Telegram, если я его знаю.
settings-language-auto = Автоматически
settings-language-is-auto = русский, выбран автоматически
settings-language-is = русский
settings-sentences = Пересказ
settings-sentences-ask = Сколько предложений показывать самое большее, когда приходит статья? Если всё главное сказано короче, покажу меньше. Кнопка «Подробнее» добавит ещё.
settings-sentences-auto = По длине текста
settings-sentences-is-auto = по длине текста
settings-sentences-some =
    { $count ->
        [one] { $count } предложение
        [few] { $count } предложения
       *[other] { $count } предложений
    }
settings-digest = Сводка
settings-digest-ask = Раз в день я могу присылать сводку: какие статьи пришли и что в каждой главное. В котором часу?
settings-digest-off = Не присылать
settings-digest-is-off = не присылаю
settings-digest-is = каждый день в { $time }
settings-digest-waits = в { $time }, но сначала укажите часовой пояс
settings-zone = Часовой пояс
settings-zone-ask = Который у вас час? Выберите город с таким же временем или напишите свой: «/settings Алматы», «/settings UTC+5».
settings-zone-first = Хорошо, сводка будет приходить в { $time }. Осталось узнать ваше время.
settings-zone-lost = Города «{ $typed }» я не знаю. Выберите здесь другой с таким же временем или напишите смещение, например «/settings UTC+5».
settings-zone-is = { $zone }, сейчас у вас { $time }
settings-zone-is-unknown = не указан
settings-offsets = По смещению UTC
settings-cities = По городу
settings-back = « Назад

## The digest

digest =
    Сводка: { $count ->
        [one] { $count } новая статья
        [few] { $count } новые статьи
       *[other] { $count } новых статей
    }
digest-empty = За последние сутки новых статей не было. Перешлите мне пост или вставьте текст.
digest-stories =
    { $count ->
        [one] { $count } событие
        [few] { $count } события
       *[other] { $count } событий
    }
digest-latest =
    Показываю { $count ->
        [one] { $count } последнюю статью
        [few] { $count } последние статьи
       *[other] { $count } последних статей
    }.
digest-story =
    Об этом { $count ->
        [one] { $count } статья
        [few] { $count } статьи
       *[other] { $count } статей
    }
digest-others = и ещё { $count }
digest-differ = Числа расходятся:
digest-differ-about = Числа расходятся ({ $about }):
digest-later = позже —
button-digest = « К сводке

## Long work

words-cancel = отмена, отмени, отменить, отмените, стоп

## What I cannot read

unknown-command = Такой команды я не знаю. Вот те, что есть: /articles, /who, /digest, /settings, /privacy, /help.
link = По ссылкам я пока не хожу. Вставьте сам текст статьи или перешлите пост.
other-voice = Голос я не понимаю. Пришлите то же самое текстом.
other-picture = Картинки я не читаю. Если у поста есть текст, вставьте его сюда.
other-file = Файлы я пока не открываю. Вставьте текст статьи прямо сюда.
other-sticker = Мило! Но читаю я только тексты: перешлите статью или задайте вопрос.
other-poll = Опросы я не читаю. Перешлите статью или задайте вопрос.
other-place = Места и контакты мне не нужны. Перешлите статью или задайте вопрос.
other-any = Такое я читать не умею. Перешлите пост или вставьте текст статьи.

## Trouble

trouble = Что-то сломалось, и это моя вина. Попробуйте ещё раз; если не поможет, назовите хозяину номер { $incident }.
stale-button = Эта кнопка уже не работает.
unreadable-long = Для меня это слишком длинно. Пришлите по частям — прочитаю каждую.
unreadable-slow = Читал слишком долго и остановился. Пришлите по частям: так получится быстрее.
unreadable-fatal = Этот текст мне никак не даётся, и это моя вина. Попробуйте прислать его по частям.

## The menu

command-articles = все статьи
command-who = кто что сказал
command-digest = сводка за сутки
command-settings = язык, пересказ, сводка, часовой пояс
command-privacy = что я храню и как удалить
command-help = что я умею

## In Telegram's own places: the name, what stands in an empty chat, and what stands in the profile

bot-name = Verbatim
bot-description =
    Перешлите мне статью или вставьте текст — я покажу главное. Потом спрашивайте: «какой товарооборот?», «что Токаев сказал о России?», «кто сказал, что…?»

    Отвечаю только словами самих статей и всегда показываю, где они стоят. Чего в статьях нет, того не придумываю.
bot-about = Читаю статьи и отвечаю на вопросы их же словами: точная цитата, кто сказал и где это написано.

## The local chat and the command line

chat-hello =
    Это Verbatim в вашем терминале. Вставьте статью и нажмите Enter, потом спрашивайте.
    Цифра нажимает кнопку; «> слова» первой строкой выделяет их в статье; Ctrl-D — выход.
chat-edited = изменено
chat-no-button = Кнопки { $number } нет.
chat-waiting = А теперь само сообщение.
