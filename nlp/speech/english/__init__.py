"""English statements, told by the words around a cue: the subject comes before the verb."""
