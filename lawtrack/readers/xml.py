"""XML as a file of unknown origin is read: no entities, no document types, nothing from the network."""

import re
from typing import TYPE_CHECKING, Any, Final

from ..errors import CorpusError, MissingExtraError, Problem
from .sources import LIMITS, Limits

if TYPE_CHECKING:
    from lxml.etree import XMLSyntaxError, _Element

__all__ = ["name_of", "namespace_of", "parse", "words_in"]

DEEPEST: Final = 240
"""Levels of nesting beyond which a file is refused: as many as the deepest tree of units is written with."""


def parse(data: bytes, file: str, limits: Limits = LIMITS) -> "_Element":
    """The root element of XML in any encoding that it declares, without comments and instructions.

    Raises:
        MissingExtraError: lxml is not installed.
        CorpusError: LT-IO-002 when it is not well formed or wants entities of its own, LT-IO-005 when it is
            too large or too deep, or holds a text or attribute that is too long.
    """
    try:
        from lxml import etree  # late: an extra
    except ImportError:
        raise MissingExtraError("lxml", "xml") from None
    if len(data) > limits.file_bytes:
        expected = f"at most {limits.file_bytes:,}"
        hint = "Raise it with limits=Limits(file_bytes=…)."
        raise _refused("LT-IO-005", file, f"{len(data):,} bytes", expected, hint)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise CorpusError([_unreadable(fault, file)]) from None
    except ValueError as fault:
        raise _refused("LT-IO-002", file, str(fault) or "nothing", "well-formed XML", _HINT) from None
    # A reference that stays a reference would be text lost without a word.
    entity = next(root.iter(etree.Entity), None)
    dtd: Any = root.getroottree().docinfo.internalDTD
    if entity is not None or (dtd is not None and any(True for _ in dtd.iterentities())):
        name = f"the entity {entity.text}" if entity is not None else "a definition of entities"
        raise _refused("LT-IO-002", file, name, "XML without entities of its own", "Write the text itself.")
    level = 0
    inside: list[_Element] = [root]
    while inside:
        level += 1
        if level > DEEPEST:
            where = f"line {inside[0].sourceline}"
            raise CorpusError([_too_deep(file, where, f"the element {name_of(inside[0])} at level {level}")])
        inside = [child for element in inside for child in element]
    return root


_HINT: Final = "Mend the file there, or get it once more from where it is published."
_ENCODING: Final = "Let the first line declare the encoding that the file is in, or save it as UTF-8."
_PLACE: Final = re.compile(r",? ?line \d+, column \d+.*", re.DOTALL)


def _unreadable(fault: "XMLSyntaxError", file: str) -> Problem:
    """What is wrong with a file that is no XML, or holds a text or attribute that is too long."""
    told = _PLACE.sub("", fault.msg or "nothing")
    line, column = fault.position
    where = f"line {line}, column {column}" if line else ""
    if "Excessive depth" in told:
        return _too_deep(file, where, "deeper nesting")
    if "Resource limit" in told:
        read, most = "a text or attribute that is too long", "at most 10,000,000 characters in one"
        return Problem(code="LT-IO-005", file=file, where=where, read=read, expected=most)
    if "amplification" in told:
        read, hint = "entities that grow", "Write the text itself."
        expected = "XML without entities of its own"
        return Problem(code="LT-IO-002", file=file, where=where, read=read, expected=expected, hint=hint)
    hint = _ENCODING if "ncoding" in told else _HINT
    return Problem(code="LT-IO-002", file=file, where=where, read=told, expected="well-formed XML", hint=hint)


def _too_deep(file: str, where: str, read: str) -> Problem:
    expected, hint = f"at most {DEEPEST} levels", "Put elements of one kind beside each other."
    return Problem(code="LT-IO-005", file=file, where=where, read=read, expected=expected, hint=hint)


def name_of(element: "_Element") -> str:
    """The name of an element without its namespace."""
    tag = str(element.tag)
    return tag[tag.index("}") + 1 :] if tag.startswith("{") else tag


def namespace_of(element: "_Element") -> str:
    """The namespace of an element; empty when it has none."""
    tag = str(element.tag)
    return tag[1 : tag.index("}")] if tag.startswith("{") else ""


def words_in(element: "_Element") -> str:
    """All text inside an element on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def _refused(code: str, file: str, read: str, expected: str, hint: str) -> CorpusError:
    return CorpusError([Problem(code=code, file=file, read=read, expected=expected, hint=hint)])
