"""Text and attributes of XML, with what would be markup escaped."""

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["attributes_text", "escaped", "unfit"]

_NO_XML: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME: Final = re.compile(r"(?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*", re.ASCII)
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_VALUE: Final = _ESCAPES | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def escaped(words: str) -> str:
    """The words as text of an element."""
    return words.translate(_ESCAPES)


def attributes_text(attributes: Iterable[tuple[str, str]]) -> str:
    """The attributes as they stand in a tag, a space before each; what is no name of one is left out."""
    return "".join(
        f' {name}="{_NO_XML.sub("�", value).translate(_IN_VALUE)}"'
        for name, value in attributes
        if _NAME.fullmatch(name)
    )


def unfit(words: str) -> str:
    """The first character that XML cannot hold; empty when there is none."""
    found = _NO_XML.search(words)
    return found[0] if found else ""
