"""XML files of laws: which format a file is in, told by its root and namespace."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from ..errors import CorpusError, Problem, ReadingError, shown
from . import akn, clml, lims, uslm
from .documents import Document
from .sources import LIMITS, Limits
from .xml import name_of, namespace_of, parse

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["read"]


def read(data: bytes, file: str, limits: Limits = LIMITS) -> Document:
    """The document in an XML file.

    Raises:
        MissingExtraError: lxml is not installed.
        CorpusError: LT-TXT-025 for a file in none of the formats, LT-TXT-028 for one in force until before
            it begins to be, or what :func:`lawtrack.readers.xml.parse` raises.
    """
    root = parse(data, file, limits)
    reader = _reader(root)
    if reader is None:
        space = namespace_of(root)
        read = f"the root {name_of(root)}{f' of {space}' if space else ''}"
        expected = (
            "akomaNtoso, Legislation or a part of it, bill or another root of USLM, Statute or Regulation"
        )
        raise CorpusError([Problem(code="LT-TXT-025", file=file, read=read, expected=expected)])
    try:
        return reader(root, Path(file).stem)
    except CorpusError as fault:  # which file it is, a reader of one format does not know
        raise CorpusError([attrs.evolve(problem, file=file) for problem in fault.problems]) from None
    except ReadingError as fault:
        problem = Problem(
            code=fault.code, file=file, where=name_of(root),
            read=shown(fault.read), expected=fault.expected, hint=fault.hint,
        )  # fmt: skip
        raise CorpusError([problem]) from None


def _reader(root: "_Element") -> "Callable[[_Element, str], Document] | None":
    name, space = name_of(root), namespace_of(root)
    if name == "akomaNtoso":
        return akn.read
    if space in uslm.NAMESPACES:
        return uslm.read
    if name in lims.ROOTS and not space:
        return lims.read
    if name in clml.ROOTS and space in ("", clml.NAMESPACE):
        return clml.read
    return None
