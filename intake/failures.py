"""Why a file, a page or a picture gives no text. Each names its phrase."""

from __future__ import annotations

from intake.documents import IntakeError


class UnknownFormatError(IntakeError):
    """Nothing tells what the bytes are."""

    phrase = "file-unknown"


class UnsupportedFormatError(IntakeError):
    """A format that is known and not read; ``format`` is its name."""

    phrase = "file-unsupported"


class EncryptedError(IntakeError):
    """A password or a licence is needed."""

    phrase = "file-encrypted"


class ScanError(IntakeError):
    """A PDF of pictures, without text."""

    phrase = "file-scan"


class PictureError(IntakeError):
    """A picture, which only optical recognition could read."""

    phrase = "file-picture"


class NoLettersError(IntakeError):
    """A picture in which hardly a letter was recognised."""

    phrase = "file-picture-empty"


class BrokenError(IntakeError):
    """The file is not what it says it is, or is damaged."""

    phrase = "file-broken"


class EmptyError(IntakeError):
    """It opened, and holds no text."""

    phrase = "file-empty"


class LargeError(IntakeError):
    """More bytes than Telegram gives to a bot."""

    phrase = "file-large"


class BombError(IntakeError):
    """It would unpack to far more than it is."""

    phrase = "file-bomb"


class SeveralError(IntakeError):
    """An archive of several documents; ``names`` lists some of them."""

    phrase = "file-several"


class NothingError(IntakeError):
    """An archive without a document that could be read."""

    phrase = "file-nothing"


class LongError(IntakeError):
    """More text than is read at once."""

    phrase = "file-long"


class SlowError(IntakeError):
    """It took longer than is waited for."""

    phrase = "file-slow"


class HeavyError(IntakeError):
    """It took more memory than is given, or the process that opened it died."""

    phrase = "file-heavy"
