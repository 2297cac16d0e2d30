"""What English questions are made of (`nlp.languages.model.Asking`)."""

from nlp.languages.model import Asking, listed

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
ARTICLE = r"(?: (?:this|the|it|article|text|story|post|news|piece|about|all|of|here|main|in|short|please|s))*"
SAID = (
    r"(?:sa(?:y|ys|id|ying)|tells?|told|claim\w*|stat(?:e|es|ed)|thinks?|thought|believ\w*|announc\w*"
    r"|argu\w*|warn\w*|promis\w*|admit\w*|den(?:y|ies|ied)"
    r"|suggest\w*|explain\w*|call(?:s|ed)?|write|writes|wrote|add(?:s|ed)|insist\w*|comment\w*|not(?:e|es"
    r"|ed)|mention\w*|respond\w*|repl(?:y|ies|ied)|react\w*)"
)
ABOUT = r"(?:about|on|of|regarding|concerning|to)"
ASKING = Asking(
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
    kinds=(
        ("summary", rf"(?:so )?what(?: is|'s|s)?{ARTICLE} about{ARTICLE}"),
        (
            "summary",
            rf"(?:give |me |a |the |please |in )*(?:summary|summari[sz]e|tl;?dr|main points?|key points?|short"
            rf"|brief|gist|the gist|overview){ARTICLE}",
        ),
        ("context", r"(?:give me |show |more |the )*(?:context|details|more)(?: please)?"),
        (
            "who_said",
            rf"who (?:was it (?:who|that) |else |also |first )?{SAID}(?: (?:this|that|it|so))*[, ]*(?P<topic>.*)",
        ),
        (
            "who_said",
            r"whose (?:words|quote|opinion|statement)(?: (?:is|are) (?:this|these|it|that))?[, :-]*(?P<topic>.*)",
        ),
        (
            "said",
            rf"(?:what|how) (?:did|does|do|has|have) (?P<speaker>\w[\w .'-]*?) {SAID}(?: {ABOUT} (?P<topic>.+)"
            rf"| (?P<rest>.+))?",
        ),
        (
            "said",
            rf"what (?:is|was|were|are) (?P<owner>\w[\w .-]*?)(?:'s|') (?:opinion|view|position|stance"
            rf"|reaction)(?: {ABOUT} (?P<topic>.+))?",
        ),
        (
            "said",
            r"(?:show |find |give |me |all )*quotes? (?:by|of|from) (?P<owner>\w[\w .'-]*?)(?: (?:about"
            r"|on) (?P<topic>.+))?",
        ),
        (
            "said",
            r"(?:show |find |give |me |all )*(?P<owner>\w[\w .-]*?)(?:'s)? quotes?(?: (?:about|on) (?P<topic>.+))?",
        ),
    ),
    expects=(
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
        ("reason", r"\b(?:why|for what reason|what (?:\w+ )?(?:reason|cause|caused|causes|led|made|purpose)s?)\b"),
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
            r"\b(?:who|whom|whose|(?:what|which) (?:\w+ )?(?:person|president|actor|actress|player|scientist"
            r"|author|artist|singer|king|emperor|leader|minister|man|woman|writer|physicist|chemist"
            r"|composer)s?)\b",
        ),
        ("manner", r"\bhow\b"),
    ),
    determiners=r"\b(?:what|which|how (?:many|much|long|old|far|often))\b",
    leaning=(
        r"(?:and |what about |how about ).{0,40}|(?:why|where|when|who|how|how many|how much)(?: (?:is|was"
        r"|did|does|that|this|it|he|she|they|so))*"
        r"|who said (?:that|this|it)|more|else|context|(?:what|why|when|where|who) .{0,25}\b(?:he|she|they|it"
        r"|that|this|him|her|them)\b.{0,25}"
    ),
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
            r"\b(?:costs?|prices?|worth|salar(?:y|ies)|profits?|revenues?|fines?|money|budget|debts?|paid|pay|earn\w*)\b",
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
)
