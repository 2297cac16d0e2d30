from nlp.languages.model import Suggesting, listed

SUGGESTING = Suggesting(
    said=(
        (listed("promised promises promise pledged vowed"), "What did {who} promise?"),
        (listed("suggested suggests proposed"), "What did {who} suggest?"),
        (listed("announced announces"), "What did {who} announce?"),
        (listed("admitted admits acknowledged conceded"), "What did {who} admit?"),
        (listed("denied denies"), "What did {who} deny?"),
        (listed("explained explains"), "What did {who} explain?"),
        (listed("warned warns"), "What did {who} warn about?"),
        (listed("wrote writes tweeted"), "What did {who} write?"),
        (listed("believes believed thinks thought"), "What does {who} think?"),
        (frozenset(), "What did {who} say?"),
    ),
    about="about",
    who_is=("Who is {who}?",),
    how_many="How many {things} {deed}?",
    how_much="How much {deed}?",
    why="Why {clause}?",
    because=r"\s(?:because|due to|because of|over fears|amid fears)\s",
    when="When {clause}?",
    at=r"\s(?:on|in|by)\s$",
)
