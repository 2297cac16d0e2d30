from nlp.languages.model import Suggesting, listed

SUGGESTING = Suggesting(
    said=(
        (listed("promised promises pledged vowed"), "What did {who} promise?"),
        (listed("suggested suggests proposed"), "What did {who} suggest?"),
        (listed("announced announces"), "What did {who} announce?"),
        (listed("admitted admits acknowledged conceded"), "What did {who} admit?"),
        (listed("denied denies"), "What did {who} deny?"),
        (listed("explained explains"), "What did {who} explain?"),
        (listed("warned warns"), "What did {who} warn about?"),
        (listed("wrote writes tweeted"), "What did {who} write?"),
        (frozenset(), "What did {who} say?"),
    ),
    about="about",
    who_is=("Who is {who}?",),
    how_many="How many {things} {deed}?",
    how_much="How much {deed}?",
    why="Why {clause}?",
    because=r",?\s(?:because|due to|over fears|amid fears|after fears)\s",
    when="When {clause}?",
    at=r"\s(?:on|in|by)\s$",
    what_is="What is {thing}?",
    is_defined=r"(?P<thing>[A-Z][\w-]+(?: [\w-]+){0,3}) is an? (?:[\w-]+ ){2,}",
    auxiliaries=listed("is are was were has have had will would can could should must"),
    voiced=listed("""
        said says say told tells announced announces wrote writes tweeted added adds explained explains warned warns
        promised promises pledged vowed suggested suggests proposed admitted admits acknowledged denied denies according
        insisted argued argues claimed claims stated noted confirmed replied recalled
        """),
    whole=listed("""
        killed injured wounded arrested detained evacuated rescued hospitalized displaced infected hurt announced
        charged
        """),
    known=listed("president minister king queen pope chancellor"),
    pointing=listed("there then here so also but and this that these those it such other others"),
    measured=listed("fine salary budget bill profit revenue loss damage prize ticket debt fee grant reward"),
    times=listed("others times ways years more things"),
)
