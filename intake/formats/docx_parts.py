"""The parts of a Word package, found by how they refer to each other (ISO/IEC 29500-2)."""

from __future__ import annotations

import posixpath
from zipfile import ZipFile

from lxml import etree

from intake import packages
from intake.failures import BrokenError
from intake.formats.xml import parsed


class Parts:
    """The parts that a Word document is read from. Raises BrokenError if there is no main one."""

    def __init__(self, package: ZipFile) -> None:
        self._package = package
        self._names = frozenset(package.namelist())
        name = self._related("").get("officeDocument", "word/document.xml")
        self.main = parsed(packages.part(package, name))
        self._parts = self._related(name)

    def root(self, kind: str) -> etree._Element | None:
        """The root of a part of the main one: "styles", "numbering", "footnotes"."""
        name = self._parts.get(kind)
        return parsed(packages.part(self._package, name)) if name in self._names else None

    def told(self, name: str) -> str | None:
        """What the file tells of itself: "title", "creator"."""
        part = self._related("").get("core-properties", "docProps/core.xml")
        try:
            text: str | None = parsed(packages.part(self._package, part)).findtext(f"{{*}}{name}")
        except BrokenError:
            return None
        return text

    def _related(self, name: str) -> dict[str, str]:
        """The parts that one refers to, the package itself by default, by the last word of the kind of reference."""
        folder, file = posixpath.split(name)
        references = posixpath.join(folder, "_rels", f"{file}.rels")
        if references not in self._names:
            return {}
        return {
            one.get("Type", "").rpartition("/")[2]: posixpath.join("/", folder, one.get("Target", ""))[1:]
            for one in parsed(packages.part(self._package, references))
        }


def value(element: etree._Element | None, name: str) -> str:
    """An attribute, whatever its namespace; empty if it is not there."""
    if element is None:
        return ""
    return next((one for key, one in element.attrib.items() if key.rpartition("}")[2] == name), "")
