# English. A name in { } is filled in by the bot.

## Meeting

start =
    Hello! I read articles and answer in the articles' own words.

    Forward me a post or paste a text, and I will show you what matters in it. Then ask: “what was the turnover?”, “what did Tokayev say about Russia?”, “who said that…?”

    Every answer is a sentence of the article. Where the article does not say, I will tell you so.
help =
    What you can do:
    • forward a post or paste a text: I keep the article and show what matters in it;
    • ask a question: I answer from the latest article, and if it does not say, I look through the others;
    • reply to an article or to an answer of mine: your question is then about that one;
    • select a sentence in an article and ask “who said this?” or “context”;
    • press “More”, “Not this” or “In all articles” under an answer: I show what else I found;
    • say where to look: “in all articles, …”, “yesterday …”;
    • mend your question: I mend the answer.

    /articles — all articles
    /who — who said what; “/who Tokayev” — what one person said in all articles
    /digest — the last 24 hours in brief
    /settings — language, summary, daily digest, time zone
    /privacy — what I keep and how to delete it
    /help — this text
stranger = This bot is a private one, and you are not on its list yet. Ask its owner to add your number: { $user }.
thanks = You are welcome! Forward more, and ask away.
greeting = Hello! Forward an article, or ask about one that I already have.

## An article

card-outlets = Citing: { $names }
card-comment = Comment: { $name }
card-duplicate = I already have this article.
card-revised = The text has changed. Here is what it says now.
card-speakers = Who speaks: { $names }
card-speakers-more = Who speaks: { $names } and { $rest } more
card-chapters =
    { $count ->
        [one] { $count } sentence
       *[other] { $count } sentences
    }, { $number ->
        [one] { $number } chapter
       *[other] { $number } chapters
    }
card-parts =
    { $count ->
        [one] { $count } sentence
       *[other] { $count } sentences
    }, { $number ->
        [one] { $number } part
       *[other] { $number } parts
    }
chapter-beginning = The beginning
chapter-untitled = Part { $number } of { $count }
button-chapters = By chapter
reading = Reading: { $number }%…
card-pasted = pasted text
card-untitled = Untitled
card-hidden = author hidden
card-empty = There are no words in this message that I could read. Send the text of the article, please.
button-longer = Longer
button-shorter = Shorter
button-said = Who said what
button-facts = Facts
button-delete = Delete
button-delete-yes = Yes, delete
button-delete-no = Keep
deleted = “{ $title }” is deleted.
gone = This article is gone.

said-title = Who said what
said-nobody = Nobody is quoted in this article, word for word or otherwise.
said-unnamed = Somebody whom the article does not name
said-count =
    { $count ->
        [one] { $count } statement
       *[other] { $count } statements
    }
said-marks = “…”
said-retold = retold
said-outlet = reported by { $name }
said-source = from “{ $title }”
said-copy = Tap the text to copy it.
said-share = Forward this message wherever you like.
button-speakers = « Everybody who speaks
button-copy = Copy
button-share = Share
words-who = who said what, who says what, who said what in the article

who-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
who-which = “{ $name }”: which of them?
who-which-many = “{ $name }” fits many. Choose one here, or write more of the name.
who-near = Among those who speak in your articles I found no “{ $name }”. Is it perhaps one of these?
who-nobody = Among those who speak in your articles I found no “{ $name }”. These speak most:
who-nobody-yet = Nobody is quoted in your articles yet.

facts-title = Facts
facts-person = 👤 People
facts-organisation = 🏢 Organisations
facts-place = 📍 Places
facts-date = 📅 When
facts-number = 🔢 Numbers

## A question

unclear = Is this an article to keep, or a question?
button-keep = Keep the article
button-ask = It is a question
unclear-lost = Send the text once more, please: I can no longer see that message.
nothing-yet = There are no articles yet. Forward me a post or paste a text, then ask.
answer-elsewhere = “{ $title }” does not say. Found in another one:
answer-none-one = “{ $title }” does not answer this. There are no other articles yet.
answer-none-here = “{ $title }” does not answer this.
answer-none =
    “{ $title }” does not answer this, nor { $count ->
        [one] does your other article
       *[other] do your { $count } other articles
    }.
answer-none-all =
    I looked through { $count ->
        [one] your only article
       *[other] all your { $count } articles
    }: no answer to this.
answer-none-scope =
    I looked through { $count ->
        [one] one article
       *[other] { $count } articles
    } { $scope }: no answer to this.
answer-everywhere = This is what your articles say:
answer-corrected = I looked for “{ $words }”.
scope-none = I have no articles { $scope }.
scope-about = matching “{ $about }”
scope-outlet = by “{ $outlet }”
scope-today = from today
scope-yesterday = from yesterday
scope-day = from { $day }
scope-days = from { $since } to { $until }
scope-since = since { $day }
scope-until = before { $day }
answer-near = Similar, but not an answer:
answer-unnamed = The article does not name who said this.
answer-nobody = These are the article's own words: it quotes nobody here.
answer-no-more = I found nothing more about this.
answer-nowhere-else = The other articles say nothing about this.
answer-more-what = More of what? Ask a question, and I go on from there.
answer-lost = Ask once more, please: I can no longer see that message.
answer-elsewhere-too = Another article says:
answer-no-nearer = I found nothing nearer to the question. Try asking it in other words.
button-context = Context
button-more = More
button-everywhere = In all articles
button-another = Not this

## The list

articles-empty = There are no articles yet. Forward me a post or paste a text.
articles =
    { $count ->
        [one] One article
       *[other] { $count } articles
    }. Press a number to open one.
privacy =
    I keep the texts that you sent me, where they came from, and which of my messages belong to them: { $count ->
        [one] one article
       *[other] { $count } articles
    } now. Your questions are kept only beside the answers to them. I also remember your settings: language, summary, digest and time zone.

    All of it lies on the machine where I run. Nothing is sent anywhere but to Telegram, and no other chat sees your articles.

    The “Delete” button under an article deletes that one; the button below deletes everything, the settings too.
button-forget = Delete everything
button-forget-yes = Yes, delete everything
forgotten =
    Done, nothing is left. { $count ->
        [0] There were no articles.
        [one] One article is deleted.
       *[other] { $count } articles are deleted.
    }
kept = All right, everything is in its place.

## Settings

settings-title = Settings
settings =
    Language: { $language }
    Summary: { $sentences }
    Digest: { $digest }
    Time zone: { $zone }
language = English
settings-language = Language
settings-language-ask = Which language shall I speak? “Automatic” is the language of your Telegram, if I know it.
settings-language-auto = Automatic
settings-language-is-auto = English, chosen automatically
settings-language-is = English
settings-sentences = Summary
settings-sentences-ask = How many sentences shall I show at most when an article arrives? If fewer say it all, I show fewer. “Longer” adds more.
settings-sentences-auto = To suit the text
settings-sentences-is-auto = to suit the text
settings-sentences-some =
    { $count ->
        [one] { $count } sentence
       *[other] { $count } sentences
    }
settings-digest = Daily digest
settings-digest-ask = Once a day I can send you a digest: which articles came, and what matters most in each. At what hour?
settings-digest-off = Do not send it
settings-digest-is-off = off
settings-digest-is = every day at { $time }
settings-digest-waits = at { $time }, once you choose your time zone
settings-zone = Time zone
settings-zone-ask = What time is it where you are? Choose a city that has the same time, or type your own: “/settings Almaty”, “/settings UTC+5”.
settings-zone-first = Good, the digest will come at { $time }. Now I only need to know your time.
settings-zone-lost = I do not know the city “{ $typed }”. Choose another one with the same time here, or type the offset: “/settings UTC+5”.
settings-zone-is = { $zone }, it is { $time } there now
settings-zone-is-unknown = not chosen
settings-offsets = By UTC offset
settings-cities = By city
settings-back = « Back

## The digest

digest =
    Digest: { $count ->
        [one] { $count } new article
       *[other] { $count } new articles
    }
digest-empty = No new articles in the last 24 hours. Forward me a post or paste a text.
digest-stories =
    { $count ->
        [one] { $count } story
       *[other] { $count } stories
    }
digest-latest =
    Here { $count ->
        [one] is the latest one
       *[other] are the latest { $count }
    }.
digest-story =
    { $count ->
        [one] { $count } article tells
       *[other] { $count } articles tell
    } of this
digest-others = and { $count } more
digest-differ = Numbers differ:
digest-differ-about = Numbers differ ({ $about }):
digest-later = later —
button-digest = « Digest

## Long work

words-cancel = cancel, stop, abort

## What I cannot read

unknown-command = I do not know this command. These are the ones I know: /articles, /who, /digest, /settings, /privacy, /help.
link = I cannot follow links yet. Paste the text of the article, or forward the post.
other-voice = I do not understand speech. Send it as text, please.
other-picture = I cannot read pictures. If the post has a text, paste it here.
other-file = I cannot open files yet. Paste the text of the article right here.
other-sticker = Nice one! But I only read texts: forward an article or ask a question.
other-poll = I cannot read polls. Forward an article or ask a question.
other-place = I have no use for places and contacts. Forward an article or ask a question.
other-any = I cannot read this kind of message. Forward a post or paste the text of an article.

## Trouble

trouble = Something broke, and it is my fault. Please try again; if that does not help, tell the owner this number: { $incident }.
stale-button = This button no longer works.
unreadable-long = This is too long for me to read at once. Please send it in parts, and I will read each one.
unreadable-slow = I read for too long and stopped. Please send it in parts: that goes faster.
unreadable-fatal = I cannot get through this text, and it is my fault. Please try sending it in parts.

## The menu

command-articles = all articles
command-who = who said what
command-digest = the last 24 hours in brief
command-settings = language, summary, daily digest, time zone
command-privacy = what I keep and how to delete it
command-help = what I can do

## In Telegram's own places: the name, what stands in an empty chat, and what stands in the profile

bot-name = Verbatim
bot-description =
    Forward me an article or paste a text, and I will show you what matters in it. Then ask: “what was the turnover?”, “what did Tokayev say about Russia?”, “who said that…?”

    I answer only in the articles' own words and always show where they stand. What the articles do not say, I do not make up.
bot-about = I read articles and answer questions in their own words: the exact quote, who said it, and where it stands.

## The local chat and the command line

chat-hello =
    This is Verbatim in your terminal. Paste an article and press Enter, then ask.
    A number presses a button; “> words” on the first line selects them in the article; Ctrl-D leaves.
chat-edited = edited
chat-no-button = There is no button { $number }.
chat-waiting = And now the message itself.
