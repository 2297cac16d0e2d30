"""Why an address gave no article: one class for each answer that a person is given."""

from __future__ import annotations

from intake.documents import IntakeError


class LinkAddressError(IntakeError):
    """Not an address that is opened: its scheme, port or length, a login in it, or no address at all."""

    phrase = "link-address"


class LinkPrivateError(IntakeError):
    """The address, or one it sends to, is of a private network."""

    phrase = "link-private"


class LinkAwayError(IntakeError):
    """No such host, or nobody answers there."""

    phrase = "link-away"


class LinkCertificateError(IntakeError):
    """The site cannot prove that it is the one asked for: its certificate is wrong or has run out."""

    phrase = "link-certificate"


class LinkSlowError(IntakeError):
    """The time ran out before the answer was complete."""

    phrase = "link-slow"


class LinkBigError(IntakeError):
    """More bytes, after unpacking, than are taken."""

    phrase = "link-big"


class LinkRedirectsError(IntakeError):
    """Sent on and on, perhaps in a circle."""

    phrase = "link-redirects"


class LinkMissingError(IntakeError):
    """The page is not there, or not any more; some sites say so with status 200."""

    phrase = "link-missing"


class LinkRefusedError(IntakeError):
    """The site does not let us read it."""

    phrase = "link-refused"


class LinkFailingError(IntakeError):
    """The site itself is out of order."""

    phrase = "link-failing"


class LinkBrokenError(IntakeError):
    """What came breaks HTTP, its own compression or its own length."""

    phrase = "link-broken"


class LinkTypeError(IntakeError):
    """Neither a page nor a document: a picture, a video, a sound."""

    phrase = "link-type"


class LinkPaywallError(IntakeError):
    """Only the beginning is open to those who do not pay."""

    phrase = "link-paywall"


class LinkCookiesError(IntakeError):
    """A question about cookies stands where the article should."""

    phrase = "link-cookies"


class LinkScriptError(IntakeError):
    """The page is empty until a browser runs its programs."""

    phrase = "link-script"


class LinkRobotError(IntakeError):
    """The site wants proof that a human is reading."""

    phrase = "link-robot"


class LinkLoginError(IntakeError):
    """The page asks who is reading before it shows anything."""

    phrase = "link-login"


class LinkNoArticleError(IntakeError):
    """A front page, a section, a list of headlines."""

    phrase = "link-no-article"


class LinkShortError(IntakeError):
    """A page with hardly a word of its own."""

    phrase = "link-short"


class ClosedChannelError(IntakeError):
    """A post or an invitation that only members of a Telegram chat can open."""

    phrase = "link-telegram-private"


class NoPostError(IntakeError):
    """A Telegram address that is not of a post: a bot, a channel, stickers, a story."""

    phrase = "link-telegram-other"


class MissingPostError(IntakeError):
    """The post of a public channel is gone, is not shown outside Telegram, or has no text."""

    phrase = "link-telegram-missing"
