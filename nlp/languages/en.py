from nlp.languages import given_names
from nlp.languages.asking_en import ASKING
from nlp.languages.conjugation import conjugated, governed, numbered
from nlp.languages.model import (
    Counting,
    Headings,
    Language,
    Segmentation,
    Selection,
    Speech,
    Telling,
    Titling,
    listed,
    valued,
)
from nlp.languages.suggesting_en import SUGGESTING

STOP_WORDS = listed(
    """
    a about above after again against all also am an and any are as at be because been before being below between
    both but by can could did do does doing down during each even ever every few for from further get had has have
    having he her here hers herself him himself his how however i if in into is it its itself just like made make
    many may me might more most much must my myself no nor not now of off on once one only or other our ours out
    over own said same say says she should since so some still such than that the their theirs them themselves then
    there these they this those through to too under until up upon us very was way we well were what when where
    which while who whom whose why will with within without would yet you your yours
    """
)

# ---- sentences (nlp.sentences)
SEGMENTATION = Segmentation(
    before=listed(
        """
        mr mrs ms dr prof st mt ft rev hon gov gen col maj capt cmdr lt pvt pfc sgt cpl adm sen rep reps sens pres supt
        insp det fr messrs mme mlle vs v cf e.g i.e viz approx ed eds al jan
        feb mar apr jun jul aug sept sep oct nov dec mon ave blvd rd dept univ assn
        """
    ),
    numbered=listed("no nos n° n°s vol vols pp p fig figs ch chap sec art eq para"),
    units=listed("ft in oz lb lbs mi hr hrs min sec yd yds sq km kg mm cm"),
    closing=listed("etc a.d b.c a.m p.m"),
    companies=listed("co corp inc ltd llc plc jr sr esq bros"),
    starters=listed(
        """
        a about after all although among an and another any are as at because before both but by can could did do
        does during each even every first for from had has have having he her here his how however i if in instead
        is it its last later many meanwhile more most mr mrs ms my nearly new no nobody none not nothing now of
        officials on once one only or other our out over people police she should since so some still such that the
        their then there these they this those though through to today two under until unlike was we were what when
        where whether which while who why with within without would yesterday yet you your it's that's there's he's
        she's they're we're i'm i've don't
        """
    ),
    pairs=frozenset(
        (hour, word)
        for hour in ("a.m", "p.m")
        for word in listed(
            """
            et est edt ct cst cdt mt mst pt pst pdt gmt bst utc eastern central mountain pacific local monday tuesday
            wednesday thursday friday saturday sunday january february march april may june july august september
            october november december jan feb mar apr aug sept sep oct nov dec
            """
        )
    ),
)

# ---- who said what (nlp.quotes, nlp.speakers)
ADVERBS = listed("""
    also later then further recently previously once often repeatedly simply even never always still already again
    reportedly publicly privately bluntly subsequently just not himself herself themselves itself long only first
    instead
    """)
FINITE = listed("""
    is are was were has have had do does did will would could can may might must should shall isn't aren't wasn't
    weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't couldn't can't shouldn't it's he's she's that's
    there's they're we're you're i'm they've we've i've you've he'd she'd they'd we'd i'd you'd he'll she'll they'll
    we'll i'll you'll it'll
    """)
PAST = listed("began came went made took gave got became said told wrote thought knew saw met")
SPEAKING = conjugated("""
    say/said tell/told add write/wrote/written ask note explain announce argue claim state reply respond insist warn
    admit/admitted acknowledge recall continue conclude declare tweet joke promise vow pledge suggest allege testify
    confirm deny report stress emphasize emphasise reiterate reveal predict point quip/quipped remark comment complain
    counter exclaim observe maintain contend proclaim boast lament muse concede caution repeat read/read post shout
    yell assert disclose assure inform indicate imply speculate confess hint signal estimate forecast/forecast recount
    theorize opine protest grouse bemoan gloat interject swear/swore/sworn agree rule charge demand propose recommend
    advise urge crack recollect clarify counter object mutter whisper cry scream chant plead tease joke brag/bragged
    project intimate remind
    """)
BELIEVING = conjugated("""
    believe think/thought feel/felt fear worry hope expect suspect assume doubt wonder wish realize realise figure
    guess anticipate reckon
    """)
PRESS = """
    reuters, associated press, ap, afp, agence france-presse, cnn, bbc, bbc news, fox news, nbc, nbc news, abc, abc
    news, cbs, cbs news, msnbc, cnbc, npr, pbs, sky news, itv, al jazeera, bloomberg, bloomberg news, politico,
    axios, buzzfeed, buzzfeed news, huffington post, new york times, washington post, wall street journal, los
    angeles times, usa today, financial times, new york post, new york daily news, boston globe, chicago tribune,
    miami herald, daily beast, daily telegraph, daily mail, mailonline, mail online, daily mirror, sunday times,
    economist, new yorker, newsweek, forbes, rolling stone, vanity fair, tmz, xinhua, kyodo, interfax, tass, le
    monde, der spiegel, bild, el país, haaretz, times of israel, globe and mail, breitbart, the hill, the sun, the
    mirror, the times, the atlantic, the observer, the independent, the telegraph, the guardian
    """
SPEECH = Speech(
    said=SPEAKING,
    believed=BELIEVING,
    called=conjugated("call describe dub/dubbed label brand portray characterize characterise liken proclaim hail"),
    urged=conjugated("""
        urge ask encourage order advise beg/begged implore vow pledge promise agree threaten refuse decline offer
        instruct swear/swore/sworn call persuade want plan/planned intend hope seek/sought
        """),
    judged=conjugated("""
        criticize criticise endorse cite accuse attack blast mock praise condemn blame dismiss reject deny defend
        oppose denounce slam/slammed decry lament bemoan highlight echo demand propose tout applaud dispute reiterate
        stress emphasize emphasise reveal announce acknowledge confirm disclose suggest recommend question support
        discuss mention quote/quoted credit/credited assail deride ridicule rebuke rebut/rebutted refute
        """),
    governing=frozenset(
        governed("call push/pushed plead argue advocate lobby", "for")
        | governed("call", "on upon")
        | governed("warn complain speak/spoke/spoken talk boast", "of about against")
        | governed("argue campaign rail", "against")
        | governed("point refer/referred allude object admit/admitted confess", "to")
        | governed("comment insist", "on")
        | governed("agree disagree", "with")
        | governed("apologize apologise", "for")
    ),
    asked=conjugated("ask wonder question explain doubt"),
    question_words=listed("whether if how why what when where who"),
    impersonal=conjugated("show/showed/shown find/found suggest indicate reveal conclude estimate"),
    documents=listed("""
        poll polls survey surveys study studies report reports data research analysis review statistics figures
        document documents records emails email audit polling video videos photo photos average image images numbers
        results memo investigation
        """),
    nouns=listed("""
        claim claims assertion assertions allegation allegations belief argument suggestion suggestions complaint
        complaints concern concerns fear fears accusation accusations view warning warnings promise pledge statement
        comment comments acknowledgment estimate doubt doubts hope hopes charge charges conviction contention
        insistence conclusion remark remarks admission announcement opinion prediction vow demand idea notion denial
        """),
    sources=frozenset((("according", "to"), ("in", "the", "words"))),
    source_labels=listed("source sources"),
    outlets=frozenset(" ".join(name.split()) for name in PRESS.split(",")),
    relaying=conjugated("report reveal confirm"),
    pronouns=listed("he she they it who"),
    plural_pronouns=frozenset(("they", "it")),  # neither is one person
    bare=listed("said says say saying"),
    adverbs=ADVERBS,
    finite=FINITE | PAST,
    modal=listed("to will would can could may might must should shall won't wouldn't can't couldn't shouldn't"),
    being=listed("is are was were been being be am"),
    homonyms=numbered("""
        state report point comment claim rule charge estimate post fear hope doubt attack question demand highlight
        label brand call worry vow pledge promise remark protest counter blame object signal note figure guess offer
        order plan forecast crack joke boast chant whisper cry scream tease wish review project echo blast praise mock
        rebuke release push campaign talk request warning feeling thought ruling reporting finding reading suspect
        shout caution advocate find support back reply answer address decision argument study stress show tweet read
        reveal credit
        """),
    plurals=listed("""
        people police women men many some most others several few both another one those these critics i we you they
        who
        """),
    timing=listed("when after before while as during because if since until amid"),
    negations=listed("not never nor neither hardly"),
    persons=listed("he she they it we i you there this these those"),
    objects=listed("him them me us"),
    relative=listed("who which whose"),
    possessive=listed("his her their its my our your"),
    prepositions=listed("""
        of in on at by with for from to about against over under during after before between into amid among through
        without within despite since until including concerning regarding following involving according besides like
        as near outside inside across around behind beyond off toward towards upon per
        """),
    joints=listed("and but"),
    joining=frozenset(("and",)),
    turning=listed("but while although though whereas according which who whose"),
    auxiliaries=ADVERBS | FINITE | listed("been be being have"),
    breaks=listed("""
        that and but as when because while if after before since although though where which whose what why how or so
        yet said says say told until unless whether during i we you
        """),
    when=listed("""
        in on at during to of after before when while monday tuesday wednesday thursday friday saturday sunday
        yesterday today earlier last this via with from by about for recently late later under like despite since
        speaking over among january february march april june july august september october november december
        meanwhile however
        """),
    days=listed("""
        monday tuesday wednesday thursday friday saturday sunday yesterday today january february march april june
        july august september october november december
        """),
    addressed=conjugated("tell/told ask warn inform assure remind promise advise"),
    determiners=listed("""
        the a an one another some several many most his her their its two three both our my other such these those
        this no any each every
        """),
    pointing=frozenset(("the",)),
    conjunction="and",
    particles=listed("van von de del della der den da di du la le bin ibn al el ter dos"),
    honorifics=listed("mr. mrs. ms. dr. prof. mr mrs ms dr prof sir dame lord lady rev rev. st. miss"),
    masculine=listed("he him his mr mr. sir lord spokesman chairman fisherman policeman congressman actor king prince")
    | given_names.MEN,
    feminine=listed(
        "she her mrs mrs. ms ms. miss dame lady spokeswoman chairwoman policewoman congresswoman actress queen princess"
    )
    | given_names.WOMEN,
    given=given_names.MEN | given_names.WOMEN,
    bodies=listed("""
        times post journal press cnn reuters department committee university court house congress senate party
        campaign center institute office agency company group council association commission news magazine ministry
        bank board fund foundation union society networks ferries airlines airport school college hospital museum
        police inc. corp. ltd. street road avenue island islands county city state states river lake bay port party
        league team club guardian herald tribune courier gazette chronicle centre authority service services
        industries systems
        """),
    role_endings=frozenset(("woman", "person", "ologist", "iatrist", "keeper")),
    roles=listed("""
        politician official expert analyst economist lawyer attorney scientist researcher engineer doctor surgeon
        nurse teacher professor lecturer author writer poet novelist journalist reporter editor columnist historian
        activist campaigner businessman businesswoman entrepreneur investor banker trader farmer fisherman policeman
        driver pilot captain sailor soldier actor actress singer musician artist director producer coach manager
        player striker goalkeeper champion winner athlete resident neighbour neighbor mother father son daughter wife
        husband brother sister student pupil pensioner victim witness survivor owner founder landlord tenant volunteer
        librarian vicar bishop priest imam rabbi pope king queen prince princess sheriff sergeant inspector detective
        commissioner ambassador diplomat envoy lawmaker congressman congresswoman councillor councilman councilwoman
        legislator blogger critic designer architect builder chef curator geologist physicist chemist astronaut
        veteran member colleague adviser advisor strategist aide consultant physician psychologist therapist ecologist
        photographer
        """),
    offices=listed("""
        president senator sen sen. rep rep. gov gov. governor secretary candidate nominee mayor judge director
        chairman chairwoman chair spokesman spokeswoman spokesperson chief officer minister gen gen. general
        republican democratic democrat leader head boss executive premier chancellor justice speaker representative
        premier ceo treasurer prosecutor principal dean superintendent lt. col. capt. sgt. deputy counsel
        """),
)

# ---- summaries (nlp.salience)
_HE = r"(?:he|she|it|they|his|her|hers|its|their|theirs|him|them)"
_THIS = r"(?:this|that|these|those(?! (?:who|with|of|in|from|at))|such(?! as))"
_BEFORE = (
    r"(?:in|on|at|by|to|for|from|of|with|without|within|after|before|since|until|during|under|over|about|against|among"
    r"|between|behind|beyond|beside|through|despite|like|unlike|around|besides|because of|as for|thanks to|due to"
    r"|according to|along with|apart from|instead of|in (?:response|addition|contrast) to|as part of|as a result of)"
)
_NOW = (
    r"(?:now|when|while|if|although|though|once|until|where|because|since|after|before|as|later|even|only|perhaps|maybe"
    r"|just|what|how|why|whether|recently|eventually|today|not only)"
)
SELECTION = Selection(
    leaning=(
        rf"{_HE}|this|that|these|those|and|but|or|nor|so|yet|also|then|there|{_BEFORE} (?:all )?(?:{_HE}|{_THIS})",
        rf"{_NOW} (?:he|she|they|his|her|their|this|these)|(?:\w+ )?\w+ of (?:them|{_THIS})|all (?:this|these|that)",
        r"thus|hence|however|meanwhile|moreover|furthermore|nevertheless|nonetheless|instead|otherwise|therefore",
        r"still|besides|indeed|in addition|in fact|in turn|in other words|for example|for instance|(?:second|third)ly",
        r"as a result|as such|at the same time|after that|by contrast|in contrast|on the other hand|on the one hand",
        r"on the contrary|such(?! as)|both|others|another|the (?:latter|former|others?|second|two|three|pair|same)",
        r"(?:it|that|he|she|they|there)'(?:s|d|ll|re|ve)|similarly|likewise|consequently|accordingly|additionally",
        r"conversely|alternatively|afterwards?|subsequently|finally|lastly|firstly|either way|in (?:any|either) case",
    ),
    personal=listed("i we my our me us you your i'm i've we're we've you're you've i'd i'll we'll"),
    attributing=(r"(?:that's|that is|this is|it's) according to|(?:his|her|their) (?:comments|remarks) c[ao]me",),
    background=(
        r"earlier|previously|since|before|after|by the time|last (?:week|month|year|\w+day)|on (?:\w+day|\w+ \d)",
        r"in (?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d"
        r"|the past|recent)",
        r"\w+ (?:year|month|week|day)s? (?:ago|earlier|later|after)",
    ),
    boilerplate=(
        r"subscribe (?:to|now|here)|sign up (?:for|to|here)|follow (?:us|him|her|me|@\w+|\w+ on twitter)",
        r"on twitter @|join our|click here|read more|see also|related:|read:|watch:|more:",
        r"(?:photo|image|picture|video|graphic|source|credit|photograph)s?(?: \w+){0,3}:",
        r"^\W*(?:photo|image|video) ?[©(/]|©|all rights reserved|scroll down",
        r"this (?:story|article) (?:has been|was) (?:updated|first published)|contributed to this (?:report|story)",
        r"the opinions expressed|cnn's .{0,80} contributed|share (?:this|your)|advertisement",
        r"for confidential support|for more information|copyright (?:\d{4}|of)",
        r"thank(?:s| you) for (?:reading|watching|using)|sponsored (?:content|post)|paid partnership",
        r"(?:(?:did|has|have|had) not|(?:did|has|have|had)n't) (?:\w+ )?(?:respond|repl|return)\w* .{0,60}"
        r"(?:comment|request|calls?|emails?|messages?|inquir)",
        r"(?:declined|refused) to comment\W*$|could not be (?:\w+ )?reached|reach(?:ed|ing) out to .{0,60}comment",
        r"(?:contacted|approached|asked) .{0,60} for (?:\w+ )?comment|cannot independently (?:verify|confirm)",
        r"could not (?:be )?(?:independently|immediately) (?:verif|confirm)",
    ),
)

# ---- chapters (nlp.headings)
HEADINGS = Headings(
    parts=("part", "book", "volume"),
    chapters=("chapter", "lecture", "lesson", "act", "unit"),
    sections=("section", "scene"),
    numerals=(
        "the (?:first|second|third|fourth|fifth|last)|first|second|third|fourth|fifth|last",
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen",
        "eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty",
    ),
    alone=frozenset(
        {
            *("introduction", "preface", "foreword", "prologue", "epilogue", "afterword", "conclusion", "conclusions"),
            *("abstract", "summary", "background", "methods", "materials and methods", "methodology", "results"),
            *("discussion", "results and discussion", "related work", "discussion and conclusions", "findings"),
            *("executive summary", "recommendations", "literature review", "future work"),
        }
    ),
    appended=frozenset(
        {
            *("references", "bibliography", "works cited", "acknowledgements", "acknowledgments", "contents"),
            *("table of contents", "notes", "endnotes", "about the author", "about the authors", "index", "sources"),
            *("funding", "conflict of interest", "conflicts of interest", "further reading"),
        }
    ),
    captions=(r"fig(?:\.|ure)", "table", "chart", "photo", "source", "note"),
)

# ---- numbers and what they count (nlp.quantities)
COUNTING = Counting(
    numerals=valued("""
        zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13
        fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50
        sixty 60 seventy 70 eighty 80 ninety 90
        """),
    scales=valued("hundred 100 thousand 1e3 million 1e6 billion 1e9 trillion 1e12 mn 1e6 bn 1e9"),
    units=(
        *("% percent", "$ dollar dollars", "€ euro euros", "₽ ruble rubles", "₸ tenge", "£ pound pounds", "¥ yuan"),
        *("км kilometre kilometer km", "м metre meter", "кг kilogram kg", "т tonne ton", "га hectare", "л litre liter"),
        *("человек people person",),
    ),
    decimal_comma=False,
    about=("about", "around", "nearly", "almost", "some", "roughly", "approximately"),
    at_least=("more than", "over", "at least", "above", "no fewer than", "no less than"),
    at_most=("up to", "less than", "fewer than", "under", "at most", "no more than"),
)

# ---- facts (nlp.facts)
TELLING = Telling(
    numerals=(
        r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy"
        r"|eighty|ninety|hundred|thousand|million|billion)(?:-\w+)?"
    ),
    multipliers=r"(?:hundred|thousand|million|billion|trillion|bn\b|[mkb]\b)",
    money=r"(?:dollars?|euros?|pounds?|cents?|pence|roubles?|rubles?|tenge|yuan|yen|francs?|crowns?)",
    measures=(
        r"(?:per\s?cent|percent|percentage\spoints?|degrees?|points?|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|foot"
        r"|inch(?:es)?|yards?|(?:kilo)?grams?|tons?|tonnes?|lit(?:re|er)s?|gallons?|barrels?|acres?|hectares?|mph|km/h|km"
        r"|kg|cm|mm|ft|lbs?|(?:mega|giga|kilo)?watts?|[mgk]w|square\s\w+|cubic\s\w+)"
    ),
    periods=r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|hrs?|mins?)",
    nearly=(
        r"(?:(?:no\s)?(?:more|less|fewer)\sthan|at\s(?:least|most)|about|around|nearly|almost|over|under|some|roughly|up\sto"
        r"|approximately|exactly|just\s(?:over|under))"
    ),
    ranges=(r"from", r"to"),
    labels=r"(?:no\.|number|page|chapter|article|section|room|flight|highway|route|interstate|channel|grade|aged|age|phase"
    r"|level|type|category|group|week|day|round|game|act|title|unit|lot|\bno)",
    undated=r"(?:yesterday|today|tomorrow|\d{1,2}:\d\d)",
    common=listed("""
        tv ceo cfo pm mp mps dna gps dvd cd pc id usa-based gmt est am pm ok ad bc covid covid-19 aids hiv ai it q&a suv
        vip pr hr phd mba diy faq atm url usb i a
        """),
    aliases=(
        ("United States", "US", "U.S", "U.S.", "USA", "America", "United States of America"),
        ("United Kingdom", "UK", "U.K", "U.K.", "Britain", "Great Britain"),
        ("European Union", "EU", "E.U", "E.U."),
    ),
    lands=listed("us u.s u.s. usa uk u.k u.k. uae"),
    local=r"(?:in|near|across|outside|throughout)",
    places=(
        r"(?P<base>street|road|avenue|islands?|county|city|town|village|river|lake|bay|port|harbou?r|mountains?|valley|sea|ocean"
        r"|state|province|district|square|park|bridge|beach|desert|peninsula|republic)"
    ),
    bodies=(
        r"(?P<base>department|committee|university|court|congress|senate|party|cent(?:er|re)|institute|office|agency|company"
        r"|council|association|commission|ministry|bank|board|fund|foundation|union|society|airlines?|airways|school|college"
        r"|hospital|museum|police|inc|corp|ltd|plc|league|club|authority|services?|systems|group|trust|networks?|ferries"
        r"|organi[sz]ation|parliament|government|bureau|federation|academy|laborator(?:y|ies)|church|press)"
    ),
    rising=(
        r"(?:(?:has|have|had|will|would|could|may|is expected to|are expected to)\s)?(?:(?P<by>rose|fell|grew"
        r"|dropped|increased|climbed|jumped|declined|decreased|slipped|surged|soared|shrank|rise|fall|grow|drop|increase|decline)"
        r"|reached|reach|hit|totall?ed|exceeded|exceed|topped|(?:stood|stands|stand)\sat|amounted\sto|amounts\sto"
        r"|(?:is|was|were|are|be|been)(?:\snow)?|(?P<cost>costs?|weighs?|weighed|measures?|measured|lasted|lasts?|earned|raised"
        r"|spent|paid|lost|owes?|invested))"
    ),
    sharing=r"(?:of|worth)",
    done=r"(?:(?:was|were|are|is|have|has|had|will\sbe|(?:have|has|had)\sbeen)\s(?:\w+ed|\w+en|\w+lt|hurt|lost|found|born|shot|left)\b)",
    phrase_ends=(
        r"(?:that|which|who|whom|whose|where|when|while|because|if|and|but|or|so|as|than|then|after|before|since|until|it|he"
        r"|she|they|we|you|i|this|these|those|there|its|has|have|had|is|was|were|are|be|been|will|would|could|can|may|said"
        r"|says|say|told|not|also|still|now)"
    ),
)

# ---- titles (nlp.titles, nlp.shortening)
TITLING = Titling(
    alarms=("upd", "update", "updated", "breaking", "breaking news", "just in", "exclusive"),
    hollow="what happened",
    bylines=r"By (?:[A-Z][\w.'’-]*,? ?){1,6}(?:and .{3,40})?|(?i:photo) ?[:©/].{0,60}",
    before_report="as",
    predicates="[a-z]{3,}ed",
    openers=listed("""
        when because while if after before since although though where which who whose until unless during amid
        following despite whether but
        """),
)

LANGUAGE = Language(
    "en",
    STOP_WORDS,
    SEGMENTATION,
    SPEECH,
    ASKING,
    SELECTION,
    HEADINGS,
    COUNTING,
    TELLING,
    TITLING,
    suggesting=SUGGESTING,
)
