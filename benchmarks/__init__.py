"""What is measured, how, and against whom; the figures of the README come from here."""
