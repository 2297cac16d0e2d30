"""The one door of the room: an address, a file or a picture comes in, a `Document` goes out."""

from __future__ import annotations

from dataclasses import replace

from intake.addresses import IsAllowed, is_public
from intake.documents import Document, IntakeError
from intake.failures import PictureError, ScanError
from intake.fetching import Limits, Page
from intake.files import open_document
from intake.links import extract, fetch
from intake.opening import opened
from intake.pictures import can_recognise, recognised


class LinksOffError(IntakeError):
    """The owner does not want links to be followed."""

    phrase = "link-off"


class Door:
    """Whatever is opened here is opened in a process of its own, which ends with the call, also with a cancelled one.

    ``is_allowed`` tells which addresses of the network may be connected to. Every method raises `IntakeError`.
    """

    def __init__(
        self, follows_links: bool = True, limits: Limits | None = None, is_allowed: IsAllowed = is_public
    ) -> None:
        self._follows_links = follows_links
        self._limits = limits or Limits()
        self._is_allowed = is_allowed

    @property
    def reads_pictures(self) -> bool:
        return can_recognise()

    async def link(self, url: str) -> Document:
        """The article at an address; a file that is found there is opened as one."""
        if not self._follows_links:
            raise LinksOffError
        page = await fetch(url, self._limits, self._is_allowed)
        return await opened(extract, page) if page.is_article else await self._linked(page)

    async def file(self, data: bytes, name: str) -> Document:
        """The text of a document, ``name`` being what its sender calls it; of one made of pictures what they show."""
        try:
            return await opened(open_document, data, name)
        except (ScanError, PictureError):
            if not self.reads_pictures:
                raise
        return await recognised(data)

    async def picture(self, data: bytes) -> Document:
        """The text that a picture shows."""
        if not self.reads_pictures:
            raise PictureError
        return await recognised(data)

    async def _linked(self, page: Page) -> Document:
        document = await self.file(page.content, page.name)
        return replace(document, url=page.url)
