"""Who said what: from quotation marks, cues and syntax to statements and their speakers. `nlp.quotes` is its door."""
