# English. A name in { } is filled in by the bot.

## Meeting

start =
    Hello! I read articles and answer in the articles' own words.

    Forward me a post, paste a text, or send a link or a file, and I will show you what matters in it. Then ask: “what was the turnover?”, “what did Tokayev say about Russia?”, “who said that…?”

    Every answer is a sentence of the article. Where the article does not say, I will tell you so.
help =
    What you can do:
    • forward a post, paste a text, or send a link or a file (PDF, DOCX, EPUB, TXT and others): I keep the article and show what matters in it;
    • ask a question: I answer from the latest article, and if it does not say, I look through the others;
    • reply to an article or to an answer of mine: your question is then about that one;
    • select a sentence in an article and ask “who said this?” or “context”;
    • press “More”, “Not this” or “In all articles” under an answer: I show what else I found;
    • say where to look: “in all articles, …”, “yesterday …”;
    • mend your question: I mend the answer;
    • forward several posts at once, with a word about them: a question, “short”, “facts”, “#tag”;
    • reply to an article with a tag, “#economy”, and find what you tagged by writing it;
    • write “cancel” while I am opening or reading something: I stop and keep nothing.

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
card-nearly = The text is almost the same.
card-related = On the same story:
button-open = Open
button-apart = Keep it separately
button-related = Open “{ $title }”
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
card-file = file “{ $name }”
card-picture = picture
card-excerpt = excerpt: { $name }
poll-title = Poll: { $question }
excerpt-kept = This is an excerpt, and I have kept it. Forward the whole post, and I will read all of it.
card-empty = There are no words in this message that I could read. Send the text of the article, please.
button-longer = Longer
button-shorter = Shorter
button-said = Who said what
button-facts = Facts
button-removed = What was left out
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

removed-title = What was left out
removed-why = This stands around the article, not in it: summaries and answers do without it. The text itself is unchanged.

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
    } now. Your questions are kept only beside the answers to them. I also remember the tags you gave them and your settings: language, summary, digest and time zone.

    All of it lies on the machine where I run. Nothing is sent anywhere but to Telegram; only the page of a link that you send is opened on its site. No other chat sees your articles.

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

## What came at once

bundle =
    { $count ->
        [one] One article
       *[other] { $count } articles
    } read. Press a number to open it.
bundle-known = already here
bundle-rest =
    { $count ->
        [one] One more article is
       *[other] { $count } more articles are
    } in /articles.
bundle-unread = I could not read:
bundle-stopped = not read: you stopped me
button-bundle-digest = A digest of these
words-short = short, briefly, in short, shortly, brief, keep it short, tl;dr, tldr
words-long = in detail, detailed, long, longer, in full, more detail
words-facts = facts, the facts, just the facts, only the facts, numbers, facts and numbers

## Tags

tagged = Tagged: { $tags }
tagged-some =
    Tagged { $count ->
        [one] one article
       *[other] { $count } articles
    }: { $tags }
tag-full = I put no more than { $number } tags on one article.
tag-articles =
    { $tag }: { $count ->
        [one] one article
       *[other] { $count } articles
    }. Press a number to open it.
tag-none = No article has the tag { $tag } yet. To tag an article, reply to it with this tag.

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
button-cancel = Cancel
work-link = Opening the link…
work-file = Opening the file…
work-picture = Looking at the picture…
work-stopped = Cancelled. Nothing was kept.
work-late = Too late to cancel: it is already done. “Delete” under an article removes it.
work-nothing = I am not opening or reading anything just now, so there is nothing to cancel. “Delete” under an article removes it.

## Links

links-many =
    There are { $count } links here. I will open the first { $number }; please send the others separately.
link-off = I do not follow links here. Forward the post, or paste the text of the article.
link-address = This address cannot be opened. Please check the link, or paste the text of the article.
link-private = This link leads into a private network. I only open pages that are open to everybody; please paste the text of the article.
link-away = The site does not answer, or there is no such address. Check the link, try later, or paste the text of the article.
link-certificate = The site could not prove that it is the one asked for: its certificate is wrong or has run out. Paste the text of the article, or forward the post.
link-slow = The site was too slow, and I stopped waiting. Try later, or paste the text of the article.
link-big = The page is too big for me to open. Please paste the text of the article.
link-redirects = The site sends me round in circles, and I never got to the article. Please paste its text.
link-missing = There is no page at this link: it was removed, or the address has a mistake. If you have the text, paste it.
link-refused = The site does not let me in. Forward the post, or paste the text of the article.
link-failing = The site is broken just now. Try later, or paste the text of the article.
link-broken = The page arrived damaged and could not be read. Try again, or paste the text of the article.
link-type = This link leads to neither an article nor a document. I read pages of text, and files such as PDF and DOCX.
link-paywall = This article is for subscribers and only its beginning is open, so I did not keep it. If you have a subscription, paste the full text.
link-cookies = The site showed a question about cookies instead of the article. Paste the text of the article, or forward the post.
link-script = Without a browser this page is empty, and I saw no text. Paste the text of the article, or forward the post.
link-robot = The site wants proof that I am not a robot, and I am one. Paste the text of the article, or forward the post.
link-login = The site shows this article only to those who have logged in. If it is open for you, paste its text.
link-no-article = This page is a list or a front page, not an article. Open the article you want and send its link.
link-short = There is hardly any text on this page. If you have the article before you, paste it.
link-telegram-private = This is a post of a closed channel, and I cannot see it by its link. Please forward me the post itself.
link-telegram-other = This Telegram link does not lead to a post. Send the link of one post, or forward the post.
link-telegram-missing = I cannot see this post by its link: it was deleted, has no text, or only opens inside Telegram. Please forward it to me.

## Files

file-large = Telegram does not give me files above 20 MB. Send a smaller file, a part of it, or paste the text.
file-away = Telegram did not give me this file. Please send it once more.
file-unknown = I cannot read this file. I read TXT, MD, HTML, PDF, DOCX, ODT, RTF, EPUB, FB2, and a ZIP with one of these.
file-unsupported = I do not read { $format } files. Save it as DOCX or PDF and send it again, or paste the text.
file-encrypted = The file is protected, with a password or otherwise. Send it without that, or paste the text.
file-scan = This PDF is made of pictures and has no text in it. Send a PDF with text, or paste the text here.
file-broken = The file is damaged and does not open. Perhaps it was not uploaded completely: send it again, or in another format.
file-empty = The file opened, but there is no text in it.
file-bomb = This file is many times bigger inside than outside, and I do not open such files. Send the document itself, without the archive.
file-several = There are several documents in the archive: { $names }. Send the one you want, or each of them separately.
file-nothing = There is no document in the archive that I can read. I read TXT, MD, HTML, PDF, DOCX, ODT, RTF, EPUB and FB2.
file-long = This is too long for me. Send a part of it, and I will read that.
file-slow = It took me too long, and I stopped. Send a part of it, or paste the text.
file-heavy = This is too heavy for me. Send something smaller, or paste the text.
file-picture = I do not read text in pictures. Paste it here, or send the link or the file.
file-picture-empty = I could not make out any text in this picture. Paste it here, or send a sharper one.

## What I cannot read

unknown-command = I do not know this command. These are the ones I know: /articles, /who, /digest, /settings, /privacy, /help.
other-voice = I do not understand speech. Send it as text, please: a transcript, if your Telegram makes one.
other-video = I do not watch videos. If there is a text with it, send it here.
other-story = Telegram does not show me stories. If there is a text in it, paste it here.
other-gift = Gifts, giveaways and payments are not for me. Forward an article or ask a question.
other-service = This is a note of Telegram itself, there is nothing in it to read. Forward an article or ask a question.
other-elsewhere = I cannot see a post in another chat from here. Forward the whole of it to me, then ask.
other-sticker = Nice one! But I only read texts: forward an article or ask a question.
other-poll = There are too few words here. Forward an article or ask a question.
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
    A number presses a button; “> words” on the first line selects them in the article; “/file path” sends a file; Ctrl-D leaves.
chat-edited = edited
chat-no-button = There is no button { $number }.
chat-no-file = The file { $name } cannot be opened.
chat-waiting = And now the message itself.
