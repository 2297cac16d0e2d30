from nlp.languages.model import Asking, Language, Segmentation, Speech

STOP_WORDS = frozenset[str]()

# ---- sentences (nlp.sentences)
SEGMENTATION = Segmentation()

# ---- who said what (nlp.quotes, nlp.speakers)
SPEECH = Speech()

# ---- questions (nlp.questions, nlp.matching)
ASKING = Asking()

LANGUAGE = Language("kk", STOP_WORDS, SEGMENTATION, SPEECH, ASKING)
