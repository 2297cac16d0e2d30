"""XML of strangers: no entities, no network, no depth or length beyond what libxml2 allows unasked."""

from __future__ import annotations

from typing import Final

from lxml import etree

from intake.documents import IntakeError
from intake.failures import BrokenError, HeavyError

ENTITY: Final = b"<!ENTITY"


def parsed(data: bytes) -> etree._Element:
    """The root. Raises BrokenError if it is not well formed, or declares entities, which no document needs."""
    if ENTITY in data or ENTITY.decode().encode("utf-16-le") in data or ENTITY.decode().encode("utf-16-be") in data:
        raise BrokenError
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise refused(error) from error
    except ValueError as error:
        raise BrokenError from error


def refused(error: etree.XMLSyntaxError) -> IntakeError:
    """Why something could not be parsed; libxml2 tells of a lack of memory as of any other error."""
    return HeavyError() if error.code == etree.ErrorTypes.ERR_NO_MEMORY else BrokenError()


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
