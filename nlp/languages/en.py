from nlp.languages.model import Asking, Language, Segmentation, Speech, listed

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
        mr mrs ms dr prof st mt ft rev hon gov gen col maj capt cmdr lt sgt cpl adm sen rep reps sens pres supt
        insp det fr messrs mme mlle no nos vol pp p fig figs ch sec art eq vs v cf e.g i.e viz approx ed eds al jan
        feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun ave blvd rd n° n°s dept univ assn
        bros
        """
    ),
    units=listed("ft in oz lb lbs mi hr hrs min sec yd yds sq km kg mm cm"),
    closing=listed("etc a.d b.c"),
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
)

# ---- who said what (nlp.quotes, nlp.speakers)
SPEECH = Speech()

# ---- questions (nlp.questions, nlp.matching)
FUNCTION_WORDS = listed(
    """
    a about after again all am an and any are as at be because been before being both but by can could did do does
    doing down during each few find for from had has have having he her here him his how i if in into is it its
    just list many me more most much my name no nor not of on once only or other ought our over own please s same
    she should show so some such t tell than that the their them then there these they this those to too under
    until up us very was we were what when where which while who whom whose why will with would you your
    """
)
ASKING = Asking(FUNCTION_WORDS)

LANGUAGE = Language("en", STOP_WORDS, SEGMENTATION, SPEECH, ASKING)
