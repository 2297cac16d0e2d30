"""Kazakh statements, told by endings and word lists: the verb ends the sentence."""
