"""Laws in Markdown: front matter, a title, headings with marks or as bare lines, articles and their lines.

Headings nest by their marks, and under equal marks by their words: a chapter stands in a title although
both have four marks. Each paragraph is a unit ``p``; blank lines and spaces at its ends are not kept.
"""

import re
from typing import Final

from ..errors import CorpusError, Problem
from ..missing import UNKNOWN, Missing, is_known
from ..model.expression import Expression
from ..model.text import Alias, EventKind, LifecycleEvent, Work, WorkKind
from ..model.unit import Unit
from .documents import Document, country_of, day_of, language_of, title_of, work_id
from .markdown_pieces import Cutter, Piece

__all__ = ["Front", "body_of", "decoded", "front_of", "plain", "read", "text_start", "work_of"]

_FRONT: Final = re.compile(rb"\A---[ \t]*\n(.*?\n)---[ \t]*\n\s*?(?=[^\s]|\Z)", re.DOTALL)
_LINE_END: Final = re.compile(rb"\r\n")
_KEY: Final = re.compile(r"([A-Za-z_][\w-]*):[ \t]*(.*)")
_KINDS: Final = {"code": WorkKind.CODE, "loi": WorkKind.LAW, "law": WorkKind.LAW, "ley": WorkKind.LAW}

Front = dict[str, str]
"""The plain values of a front matter by key, without their quotation marks."""


def text_start(data: bytes) -> int:
    """The place in a file where its front matter with both fences ends and its text begins."""
    found = _FRONT.match(data)
    return found.end() if found else 0


def front_of(raw: bytes) -> Front:
    """The plain values of a front matter; what is no ``key: value`` is left in the text of the file."""
    said: Front = {}
    for line in raw.decode("utf-8").splitlines():
        if found := _KEY.fullmatch(line.rstrip()):
            value = found[2].strip()
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value = value[1:-1]
            said[found[1]] = value
    return said


def read(data: bytes, file: str) -> Document:
    """The law in a Markdown file. Its front matter is kept as the attribute ``front`` of the root.

    Raises:
        CorpusError: LT-IO-001 when it is not UTF-8.
    """
    return _document(decoded(data, file), file)


def decoded(data: bytes, file: str) -> bytes:
    """The text without a byte order mark and with plain line ends; CorpusError when it is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as fault:
        where, read = f"byte {fault.start}", f"byte {data[fault.start]:#04x}"
        problem = Problem(code="LT-IO-001", file=file, where=where, read=read, expected="UTF-8 text")
        raise CorpusError([problem]) from None
    return plain(data)


def plain(data: bytes) -> bytes:
    """The text without a byte order mark and with plain line ends."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    # Where few lines end so, the expression is several times as fast as bytes.replace.
    return _LINE_END.sub(b"\n", data) if b"\r" in data else data


def body_of(data: bytes) -> Unit:
    """The text in a Markdown file, as :func:`read` gives it."""
    return _text(plain(data))[0]


def _text(data: bytes) -> tuple[Unit, tuple[Piece, ...]]:
    """The text, and the pieces that look like articles and stand out of order."""
    start = text_start(data)
    cutter = Cutter()
    pieces, stray = cutter.joined(cutter.cut(data, start))
    root = cutter.tree(pieces)
    return root.with_(attributes=(("front", data[:start].decode("utf-8")),)) if start else root, stray


def _document(data: bytes, file: str) -> Document:
    root, stray = _text(data)
    notes: list[str] = []
    front = front_of(root.attribute("front").encode("utf-8"))
    work, lang = work_of(front, root.heading, file, notes)
    notes += [
        f"The line {p.heading.num!r} stands out of order and is kept as text." for p in stray if p.heading
    ]
    return Document(work=work, expression=Expression(work=work.id, lang=lang, root=root, notes=tuple(notes)))


def work_of(front: Front, title: str, stem: str, notes: list[str]) -> tuple[Work, str | Missing]:
    """The work that a front matter tells of, and the language it gives."""
    lang = language_of(front.get("language") or front.get("lang") or "", notes)
    published = day_of(front.get("publication_date", ""))
    id = front.get("identifier") or front.get("id") or ""
    work = Work(
        id=work_id(id, stem.rpartition("/")[2].partition(".")[0]),
        kind=_KINDS.get(front.get("rank", "").lower(), UNKNOWN),
        jurisdiction=country_of(front.get("country", "")),
        title=title_of(front.get("title") or title, lang),
        events=(LifecycleEvent(kind=EventKind.PUBLISHED, date=published),) if is_known(published) else (),
        aliases=(Alias(scheme="source", value=front["source"]),) if front.get("source") else (),
    )
    return work, lang
