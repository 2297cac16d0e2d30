from nlp.languages.model import Suggesting, listed

SUGGESTING = Suggesting(
    said=(
        (listed("ұсынды ұсынған ұсынады"), "{who} не ұсынды?"),
        (listed("түсіндірді түсіндірген"), "{who} не деп түсіндірді?"),
        (listed("мәлімдеді мәлімдеген мәлімдейді"), "{who} не деп мәлімдеді?"),
        (listed("хабарлады хабарлаған хабарлайды"), "{who} не хабарлады?"),
        (listed("санайды санаған"), "{who} не деп санайды?"),
        (frozenset(), "{who} не айтты?"),
    ),
    about="туралы",
    who_is=("{who} кім?",),
    how_many="Қанша {things} {deed}?",
    how_much="{thing} қанша?",
    why="{before} неге {after}?",
    because=r"",
    when="{before} қашан {after}?",
)
