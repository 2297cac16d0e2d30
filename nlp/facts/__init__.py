"""What a reading tells: people, bodies and places by their names, dates, and numbers with what they count."""
