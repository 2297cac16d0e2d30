"""One module a format: from bytes to text."""
