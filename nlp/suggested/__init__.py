"""The questions that a reading's statements, facts and clauses can be turned into, language by language."""
