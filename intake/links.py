"""From an address to an article: `fetch` asks the network, `extract` asks only what came."""

from __future__ import annotations

from intake.articles import article
from intake.documents import Document
from intake.failures import BrokenError, EmptyError, UnknownFormatError
from intake.fetching import Limits, Page, fetch
from intake.formats.html import markup_of, tree
from intake.pages import refusal_of
from intake.posts import is_post, post
from intake.refusals import LinkBrokenError, LinkShortError

__all__ = ["Limits", "Page", "extract", "fetch"]


def extract(page: Page) -> Document:
    """The article of a page, or the post; raises one of `intake.refusals` for a page that has none.

    Takes seconds and hundreds of megabytes for the worst of pages: call it in a process that may be killed.
    """
    try:
        markup = markup_of(page.content, page.charset)
        root = tree(markup)
    except EmptyError:
        raise LinkShortError from None
    except (UnknownFormatError, BrokenError):
        raise LinkBrokenError from None
    if is_post(root):
        return post(root, page.url)
    found = article(root, page.url)
    if refusal := refusal_of(root, markup, found):
        raise refusal
    return found
