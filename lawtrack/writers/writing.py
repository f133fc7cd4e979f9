"""Writes a corpus or a text to a file, whole or not at all."""

import os
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from ..arguments import checked
from ..codec import codec
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..kinds import KINDS, KindRegistry
from ..model.coding import Codebook
from ..model.crosswalk import Crosswalk
from ..model.expression import Expression
from ..model.modification import Modification
from ..readers.documents import Document
from . import json, toml
from .plain import plain

__all__ = ["dump", "write"]

_FORMATS = {"json": json.write, "toml": toml.write}
_TEXT_FORMATS = ("akn", "markdown")
_BY_SUFFIX = {"xml": "akn", "md": "markdown"}

Study = Codebook | Crosswalk
Writable = Corpus | Expression | Document | Study


@checked
def dump(
    thing: Writable,
    format: str = "",
    *,
    kinds: KindRegistry = KINDS,
    modifications: Iterable[Modification] = (),
    before: Expression | None = None,
) -> str:
    """A corpus, a law or what belongs to a coding study as text, ending in a line break.

    *format* is, for a corpus, ``json`` (the default; canonical, byte-stable) or ``toml``, and for a codebook
    or crosswalk one of these too; for a law ``akn``
    (the default; Akoma Ntoso 3.0) or ``markdown``. Akoma Ntoso that was read is written with the same
    elements, attributes and metadata; the metadata of other texts is what is known, more of it with a
    :class:`~lawtrack.Document`. *modifications*, by which *before* became this text, are told in its
    analysis, as modifications that it has undergone; without *before* their targets are looked for in the
    text itself.
    """
    if isinstance(thing, Corpus | Codebook | Crosswalk):
        format = format or "json"
        if format not in _FORMATS:
            raise UnknownNameError("format", format, _FORMATS)
        data = plain(thing, kinds=kinds) if isinstance(thing, Corpus) else codec(kinds).unstructure(thing)
        return _FORMATS[format](data)
    format = _BY_SUFFIX.get(format, format or "akn")
    if format not in _TEXT_FORMATS:
        raise UnknownNameError("format of a law", format, _TEXT_FORMATS)
    text, work = (thing.expression, thing.work) if isinstance(thing, Document) else (thing, None)
    if format == "markdown":
        from . import markdown  # late: only texts need it

        return markdown.write(text)
    from . import akn, akn_modifications

    return akn.write(text, work, akn_modifications.textual_mods(modifications, before or text))


@checked
def write(
    thing: Writable,
    path: str | PathLike[str],
    *,
    format: str | None = None,
    kinds: KindRegistry = KINDS,
    modifications: Iterable[Modification] = (),
    before: Expression | None = None,
) -> Path:
    """Write a corpus, law, codebook or crosswalk to *path* and return it; the format follows the suffix.

    *format* may name another. Formats and further arguments are those of :func:`dump`; ``.xml`` and ``.akn``
    are Akoma Ntoso, ``.md`` is Markdown. The file appears whole or not at all: a failure leaves what stood
    there before. A file that is there keeps its permissions, and a link goes on leading to the file it leads
    to.
    """
    import tempfile  # late: it loads much that only writing needs

    target = Path(path)
    if not target.parent.is_dir():
        raise FileNotFoundError(f"there is no folder {str(target.parent)!r} to write {target.name!r} into")
    if target.is_dir():
        raise IsADirectoryError(f"{str(target)!r} is a folder; name the file in it to write into")
    format = format or target.suffix.lower().removeprefix(".")
    text = dump(thing, format, kinds=kinds, modifications=modifications, before=before)
    place = target.resolve()
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name[:100]}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.chmod(beside, place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_umask())
        os.replace(beside, place)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
    return target


def _umask() -> int:
    """The permissions that new files are to lack; it can only be read by setting it."""
    held = os.umask(0o077)
    os.umask(held)
    return held
