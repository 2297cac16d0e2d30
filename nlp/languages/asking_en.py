"""What English questions are made of (`nlp.languages.model.Asking`)."""

from nlp.languages.model import Asking, Scoping, listed

FUNCTION_WORDS = listed(
    """
    a about after again all am an and any are as at be because been before being both but by can could did do does
    doing down during each few find for from had has have having he her here him his how i if in into is it its
    just list many me more most much my name no nor not of on once only or other ought our over own please s same
    she should show so some such t tell than that the their them then there these they this those to too under
    until up us very was we were what when where which while who whom whose why will with would you your
    said says say quote quotes words opinion else
    what's who's where's when's how's that's it's there's isn't aren't wasn't weren't don't doesn't didn't can't
    what’s who’s where’s when’s how’s that’s it’s there’s isn’t aren’t wasn’t weren’t don’t doesn’t didn’t can’t
    """
)
QUESTION_WORDS = listed("who whom whose what which when where why how what's who's where's when's how's")
ASKED = (
    r"(?:(?:in|on|at|by|for|to|from|of|about) )?"
    r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|does)"
)
NEWS = r"(?:articles?|news|posts?|stor(?:y|ies)|notes?|pieces?|texts?|reports?|channels?)"
END = rf"(?=\s*[,:;—–]|\s+{ASKED}\b|$)"
ARTICLE = (
    r"(?: (?:this|the|it|that|article|text|story|post|news|piece|about|all|of|here|main|in|short|please|s"
    r"|latest|last|me"
    r"|for|whole|words|sentences|a|an|few|two|three|one|sentence))*"
)
SUMMARY = (
    r"(?:summary|summari[sz]e|sum up|tl ?;?dr|main (?:points?|ideas?|things?)|key (?:points?|ideas?|takeaways?)"
    r"|takeaways?"
    r"|in short|in brief|briefly|short version|brief|the gist|gist|overview|bottom line|essence)"
)
SAID = (
    r"(?:sa(?:y|ys|id|ying)|tells?|told|claim\w*|stat(?:e|es|ed)|thinks?|thought|believ\w*|announc\w*"
    r"|argu\w*|warn\w*|promis\w*|admit\w*|den(?:y|ies|ied)"
    r"|suggest\w*|explain\w*|call(?:s|ed)?|write|writes|wrote|add(?:s|ed)|insist\w*|comment\w*|not(?:e|es"
    r"|ed)|mention\w*|respond\w*|repl(?:y|ies|ied)|react\w*|talk(?:s|ed)?|speak|spoke|declar\w*|vow(?:s|ed)?)"
)
SAY = (
    r"(?:say|tell|claim|state|think|believe|announce|argue|warn|promise|admit|deny|suggest|explain|call|write"
    r"|add|insist"
    r"|comment|note|mention|respond|reply|react|talk|speak|declare|vow|answer|propose|demand|predict|feel)"
)
HAS_SAID = (
    r"(?:said|told|claimed|stated|thought|announced|argued|warned|promised|admitted|denied|suggested|explained"
    r"|written|added|insisted|commented|mentioned|responded|replied|reacted)"
)
TOLD = (
    r"(?:said|says|told|tells|claims|claimed|thinks|thought|announced|argued|argues|warned|warns|promised|admitted"
    r"|denied|suggested|suggests|wrote|writes|insisted|insists|mentioned|replied|reacted|explained)"
)
NAMED = (
    r"\w[\w.'’-]*"
    r"(?: (?!(?:to|is|are|was|were|did|does|do|has|have|had|that|in|which|who|whom|when|if)\b)[\w.'’-]+){0,6}?"
)
IS_SAYING = r"(?:saying|telling|claiming|announcing|arguing|warning|promising|suggesting|writing|talking|thinking)"
ABOUT = r"(?:about|on|of|regarding|concerning|to|with regard to|as for)"
STATEMENT = (
    r"(?:opinion|view|views|position|stance|reaction|take|response|comments?|statements?|thoughts|words|remarks)"
)
COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNT = rf"(?P<n>\d{{1,3}}|{'|'.join(COUNTS)})"
MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"),
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
YEAR = r"(?:,? (?P<year>\d{4}))?"
SCOPING = Scoping(
    signs=rf"{NEWS}|archive|everywhere|yesterday|today|week|month|days|{'|'.join((*MONTHS, *WEEKDAYS))}",
    titled=(
        rf"(?<!said )(?<!mentioned )(?<!written )\b(?:in|from|of) (?:the|that|an?|this) {NEWS} (?:about|on"
        rf"|titled|called)"
        rf" (?P<about>.+?){END}",
    ),
    here=(
        rf"(?:^|(?<=[ ,]))(?:in|from|according to) (?:the|this|that) (?:last |latest |previous )?"
        rf"(?:article|post|text|story|piece|news){END}",
    ),
    everywhere=(
        r"\b(?:(?:in|across|from|through|among) )?(?:all|any) (?:of )?(?:the |my |our )?(?:saved "
        r"|other )?(?:articles|posts"
        r"|news|texts|stories)",
        r"\b(?:in|across|through) (?:the |my )?(?:whole |entire )?archive\b|^everywhere\b|\beverywhere$"
        r"|\bin other articles\b",
    ),
    published=(
        r"\b(?:according to|as reported by|citing) (?:the )?OUTLET",
        r"\b(?:did |does |has )?(?:the )?OUTLET (?:writes?|wrote|written|reports?|reported|publish\w*)\b",
        rf"\b(?:in|from|by) (?:the )?OUTLET(?:'s)? {NEWS}\b",
    ),
    dated=(
        r"\b(?P<kept>what(?:'s|’s| is| was)?) new (?:from |in |since )?(?:the )?WHEN\b",
        rf"\b(?:(?:in|from|of|about) )?(?:all )?WHEN(?:'s)? {NEWS}\b",
        rf"\b(?:(?:in|from|of|about) )?(?:the |all )*{NEWS} (?:from|of|for|since|on|over|during"
        rf"|in)? ?(?:the )?WHEN\b",
        r"\b(?:(?:that|which|what) )?(?:I|i|we|you|they) (?:sent|forwarded|shared|posted|saved|wrote)(?: (?:you"
        r"|me|here))? WHEN\b",
        r"\bin the news WHEN\b|\bWHEN in the news\b",
    ),
    when=(
        ("day before yesterday", r"the day before yesterday"),
        ("yesterday", r"yesterday"),
        ("today", r"today"),
        ("this week", r"this week"),
        ("last week", r"last week"),
        ("this month", r"this month"),
        ("last month", r"last month"),
        ("days", rf"(?:last|past) {COUNT} days"),
        ("weeks", rf"(?:last|past) (?:{COUNT} )?weeks?"),
        ("months", rf"(?:last|past) (?:{COUNT} )?months?"),
        ("date", rf"(?:on )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{'|'.join(MONTHS)}){YEAR}"),
        ("date", rf"(?:on )?(?P<name>{'|'.join(MONTHS)}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?{YEAR}\b"),
        ("weekday", rf"(?:on )?(?:last )?(?P<name>{'|'.join(WEEKDAYS)})"),
        ("month", rf"(?:last )?(?P<name>{'|'.join(MONTHS)}){YEAR}"),
    ),
    weekdays=WEEKDAYS,
    months=MONTHS,
    counts=COUNTS,
    outlets=(
        ("Reuters", r"reuters"),
        ("Associated Press", r"associated press|ap"),
        ("AFP", r"afp"),
        ("BBC", r"bbc(?: news)?"),
        ("CNN", r"cnn"),
        ("Bloomberg", r"bloomberg(?: news)?"),
        ("The Guardian", r"guardian"),
        ("The New York Times", r"new york times|nyt"),
        ("The Washington Post", r"washington post"),
        ("The Wall Street Journal", r"wall street journal|wsj"),
        ("Financial Times", r"financial times"),
        ("The Economist", r"economist"),
        ("Politico", r"politico"),
        ("Axios", r"axios"),
        ("Al Jazeera", r"al jazeera"),
        ("Fox News", r"fox news"),
        ("Sky News", r"sky news"),
        ("Forbes", r"forbes"),
        ("TASS", r"tass"),
        ("Interfax", r"interfax"),
        ("Kazinform", r"kazinform"),
        ("Tengrinews", r"tengri ?news"),
    ),
    news=rf"(?:(?:what|what's|is|are|was|any|the|there|show|me|give|tell|in|some|s) ?)*(?:new|news|{NEWS}"
    rf"|interesting|important)?",
)
ASKING = Asking(
    letters=r"[a-z]",
    function_words=FUNCTION_WORDS,
    openings=(
        r"(?:and |but |so |please )?(?:(?:in|on|at|by|for|with|to|from|of|about|during|under) )?"
        r"(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|will|would"
        r"|has|have|had|should"
        r"|tell|find|list|show|name|give|explain|quotes?|summary|summari[sz]e|context|what's|who's)\b"
    ),
    thanks=r"(?:ok|okay|thanks|thank|thx|ty|you|very|much|so|a|lot|great|good|cool|nice|got|it|i|see|perfect"
    r"|cheers|well|done)",
    greetings=r"(?:hi|hello|hey|there|good|morning|evening|afternoon|bot|everyone|greetings)",
    spoken=(
        ("whats", "what's"),
        ("whos", "who's"),
        ("wheres", "where's"),
        ("whens", "when's"),
        ("hows", "how's"),
    ),
    question_words=QUESTION_WORDS,
    preamble=(
        r"(?:please|pls|plz|hey|hi|hello|so|ok|okay|well|btw|by the way|(?:can|could|would|will) you "
        r"(?:please )?(?:tell|explain to) me"
        r"|(?:please )?tell me|(?:do )?you know|do you know|i (?:want|would like|'d like) to know|i(?:'m"
        r"| am) wondering|i wonder"
        r"|just curious|quick question|remind me)[, :—-]+"
    ),
    closing=r"[, ]+(?:please|pls|plz|thanks|thank you|exactly)",
    speech=rf"{SAID}|{STATEMENT}|add|answer|propose|demand|predict|feel|writ|quote|whose|against|opinions|reported"
    r"|(?:is|was|are|were|stands?|voted|spoke|speaks|out) for\b",
    kinds=(
        (
            "more",
            r"(?:(?:and|show|give|me|any|some|anything|what|who|one|is there|the|tell) )*(?:more|else|next"
            r"|another|other)"
            r"(?: (?:answers?|ones?|one|please|quotes?|results?|more))*|not (?:that|it|this)(?: one)?"
            r"|wrong(?: one| answer)?",
        ),
        (
            "summary",
            rf"(?:so )?what(?: is|'s|s|’s)?{ARTICLE} (?:article|story|post|piece|text) about (?P<scope>.+) about",
        ),
        ("summary", rf"(?:so )?what(?: is|'s|s|’s)?{ARTICLE} about{ARTICLE}"),
        (
            "summary",
            rf"(?:(?:give|me|a|the|please|in|what|is|are|what's|of|quick|short|can you|could you|make) )*{SUMMARY}"
            rf"(?: (?:{SUMMARY}|version))*{ARTICLE}",
        ),
        (
            "summary",
            rf"(?:(?:give|me|a|the|please|in|what|is|are|what's|of|quick|short) )*{SUMMARY}(?: of)? (?:(?:the"
            rf"|that) )?"
            r"(?:article|story|post|piece|text|news) (?:about|on) (?P<scope>.+)",
        ),
        (
            "context",
            r"(?:give me |show |me |the |in |some )*(?:context|details|in detail|more details|more context)"
            r"(?: please)?",
        ),
        (
            "who_said",
            rf"(?:and )?who (?P<group>(?:in|of|from|at|among) [\w -]+? )?(?:was it (?:who|that) |else |also "
            rf"|first |has |have |is |was )*"
            rf"{SAID}(?<!call)(?! (?:a|an|the)(?: \S+)? (?:book|paper|song|novel|poem|article|letter|story"
            rf"|report|essay"
            rf"|play|music|lyrics|opera|music)\b)"
            rf"(?: (?:this|that|it|so))*(?:[, ]+(?:that )?(?P<topic>.*))?",
        ),
        (
            "who_said",
            r"who (?:is|was|are|were|stands?|voted|spoke|speaks|voted)(?: out)? (?:against|for)(?P<topic> .+)?",
        ),
        (
            "who_said",
            r"whose (?:words|quotes?|opinions?|statements?|view)(?: (?:is|are|was|were) (?:this|these|it|that"
            r"|those))?"
            r"[, :-]*(?:that )?(?P<topic>.*)",
        ),
        (
            "said",
            rf"(?:and )?(?:what|how)(?: else| exactly)? (?:did|does|do) (?P<speaker>{NAMED})"
            rf" (?:also |really |actually |just )?{SAY}(?: {ABOUT} (?P<topic>.+)|[, ]+(?P<rest>.+))?",
        ),
        (
            "said",
            rf"(?:and )?what(?: else| exactly)? (?:has|have|had) (?P<speaker>{NAMED}) (?:also |really "
            rf"|just )?{HAS_SAID}"
            rf"(?: {ABOUT} (?P<topic>.+)|[, ]+(?P<rest>.+))?",
        ),
        (
            "said",
            rf"(?:and )?what(?: else| exactly)? (?:is|was|are|were) (?P<speaker>\w[\w .'’-]*?) {IS_SAYING}"
            rf"(?: {ABOUT} (?P<topic>.+))?",
        ),
        (
            "said",
            rf"what (?P<speaker>(?!(?:is|are|was|were|did|does|do|has|have|of"
            rf"|kind)\b){NAMED}) {TOLD}(?: {ABOUT} (?P<topic>.+))?",
        ),
        ("said", r"what (?:is|was|has been|gets) (?:said|written|told|reported) (?:about|of|on) (?P<topic>.+)"),
        ("said", r"what do (?:they|people|experts|officials) (?:say|think|write) (?:about|of|on) (?P<topic>.+)"),
        (
            "said",
            rf"what(?: is| was| were| are|'s|’s) (?P<owner>\w[\w .-]*?)(?:'s|’s|'|’) {STATEMENT}(?: {ABOUT} "
            rf"(?P<topic>.+))?",
        ),
        (
            "said",
            rf"(?:show |find |give |me |all |the |any |what is |what are |what was |what's )*(?:quotes?"
            rf"|{STATEMENT}) (?:by|of|from)"
            r" (?:the )?(?P<owner>\w[\w .'’-]*?)(?: (?:about|on|regarding) (?P<topic>.+))?",
        ),
        (
            "said",
            rf"(?:show |find |give |me |all )*(?P<owner>\w[\w .-]*?)(?:(?:'s|’s) {STATEMENT}|(?:'s|’s)? quotes?)"
            r"(?: (?:about|on|to|of) (?P<topic>.+))?",
        ),
        (
            "said",
            r"(?:show |find |give |me |all |any )*(?:quotes?|opinions|statements|comments) (?:about|on"
            r"|regarding) (?P<topic>.+)",
        ),
    ),
    expects=(
        (
            "whether",
            r"^(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|isn't|aren't|wasn't"
            r"|didn't|doesn't)\b(?! .*\bor\b)",
        ),
        (
            "number",
            r"\b(?:how (?:many|much|long|old|far|often|large|big|tall|high|deep|fast|wide|heavy)|(?:what"
            r"|which) (?:\w+ )?(?:percentage|percent|number|amount|share|proportion|population|temperature|price"
            r"|cost|size|rate|age|distance|speed|length|height|width|area|score|total|budget|volume|portion"
            r"|fraction)s?)\b",
        ),
        (
            "date",
            r"\b(?:when|(?:what|which|in what|on what) (?:\w+ )?(?:year|date|day|month|century|decade|time"
            r"|period|season|era)s?)\b",
        ),
        (
            "reason",
            r"\b(?:why|how come|^what for|what for$|for what reason|what (?:\w+ )?(?:reason|cause|caused|causes"
            r"|led|made"
            r"|purpose)s?)\b",
        ),
        (
            "place",
            r"\b(?:where|(?:what|which) (?:\w+ )?(?:city|cities|country|countries|town|place|state|region|area"
            r"|location|street|river|island|nation|continent|county|district|venue|stadium|county)s?)\b",
        ),
        (
            "organisation",
            r"\b(?:what|which) (?:\w+ )?(?:company|companies|organi[sz]ation|team|group|party|agency|university"
            r"|school|bank|club|institution|network|channel|newspaper|court|body|bodies|society|church)s?\b",
        ),
        (
            "person",
            r"\b(?:who|whom|whose|who['’]s|(?:what|which) (?:\w+ )?(?:person|president|actor|actress|player|scientist"
            r"|author|artist|singer|king|emperor|leader|minister|man|woman|writer|physicist|chemist"
            r"|composer)s?)\b",
        ),
        ("manner", r"\bhow\b"),
    ),
    determiners=r"\b(?:what|which|how (?:many|much|long|old|far|often))\b",
    about=r"(?:about|on|of|regarding|concerning)",
    ellipsis=r"(?:and what about|and how about|what about|how about|and|but|so) ",
    pointing=(
        r"\b(?:he|she|they|him|her|them|his|their|it(?! (?:true|possible|clear|known|likely|certain))|its|this"
        r"|that(?! \w+ \w+)|these|those|there(?! (?:is|are|was|were|any|an?)\b))\b"
    ),
    persons=r"\b(?:he|she|him|her|his|hers)\b",
    details=(
        (
            "date",
            r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September"
            r"|October|November|December)\b(?:\s+\d{1,2}(?:st|nd|rd|th)?\b)?(?:,?\s+\d{4})?",
        ),
        (
            "date",
            r"\b(?:1\d|20)\d\d(?:s|\s*[-–—]\s*(?:1\d|20)?\d\d)?\b(?![.,]\d|\s*(?:%|percent|million|people))"
            r"|\b\d{1,2}(?:st|nd|rd|th)(?:\s+|-)centur\w+|\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
            r"|Sunday)\b|\b(?:yesterday|today|tomorrow)\b|\b\d{1,2}:\d\d\b",
        ),
        (
            "number",
            r"[$€£]?\b\d+(?:[\s.,]\d+)*(?:\s*[-–—]\s*\d+(?:[.,]\d+)?)?(?:\s*(?:%|°\s?\w?|percent\b|(?:thousand"
            r"|hundred|million|billion|trillion)\b))?",
        ),
        (
            "number",
            r"(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty"
            r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|half|third"
            r"|quarters?|twice|once|dozens?|majority)\b)",
        ),
        (
            "reason",
            r"(?i:\b(?:because|due to|since|so that|in order to|owing to|thanks to|as a result|result\w*|caus\w+"
            r"|reason\w*|therefore|led to|leading to|for fear)\b)",
        ),
        ("place", r"\b(?:in|at|from|to|near|of|on|across|along|into)\s+(?:the\s+)?(?:[a-z]+\s+)?[A-Z][\w-]+"),
    ),
    measures=(
        (
            r"\b(?:costs?|prices?|worth|salar(?:y|ies)|profits?|revenues?|fines?|money|budget|debts?|paid|pay"
            r"|earn\w*)\b",
            r"[$€£]|(?i:\b(?:dollar|euro|pound|cent|rubl|tenge|yuan|yen|franc|million|billion))",
        ),
        (r"\b(?:percentage|percent|share|proportion)\b", r"%|\bpercent|\b(?:half|third|quarter)"),
        (
            r"\bhow long (?:did|does|will|was|has|have)\b|\bhow many (?:years|days|months|hours|minutes|weeks)\b"
            r"|\bhow old\b",
            r"\b(?:year|day|month|hour|minute|week|second|decade|centur)",
        ),
        (r"\bhow (?:far|tall|high|deep|wide)\b", r"\b(?:m|km|cm|ft|met|kilomet|mile|feet|foot|inch|yard)"),
    ),
    points_in_time="in since by from until of to before after around about during and",
    scoping=SCOPING,
)
