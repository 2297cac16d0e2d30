"""What can be wrong with a database that whoever runs the bot can mend. The docstring of each is its message."""

from __future__ import annotations


class ArchiveError(Exception):
    """The archive cannot be opened."""

    def __str__(self) -> str:
        return " ".join((type(self).__doc__ or "").split())


class UnknownDatabaseError(ArchiveError):
    """DATABASE_URL is not the address of a database that Verbatim knows.
    Write it as sqlite:///verbatim.db, with three slashes before a path from here and four before one from the root."""


class UnusableDatabaseError(ArchiveError):
    """The database in DATABASE_URL cannot be used.
    Check that its folder exists and may be written to, and that the file is an SQLite database."""


class NewerDatabaseError(ArchiveError):
    """The database was written by a newer version of Verbatim.
    Update Verbatim, or set DATABASE_URL to another file."""
