"""The layout that every format shares: a schema number, a title, and a list for each record type."""

from typing import Any

from ..codec import SCHEMA, codec
from ..corpus import RECORD_TYPES, Corpus
from ..kinds import KINDS, KindRegistry
from ..missing import is_known

__all__ = ["plain"]


def plain(corpus: Corpus, *, kinds: KindRegistry = KINDS) -> dict[str, Any]:
    """Plain data of the whole corpus: record types in the order of RECORD_TYPES, empty ones left out."""
    reader = codec(kinds)
    data: dict[str, Any] = {"lawtrack": SCHEMA}
    if is_known(corpus.title):
        data["title"] = reader.unstructure(corpus.title)
    by_type: dict[type, list[Any]] = {}
    for record in corpus:
        by_type.setdefault(type(record), []).append(reader.unstructure(record))
    for word, cls in RECORD_TYPES.items():
        if cls in by_type:
            data[word] = by_type[cls]
    return data
