"""One text for equal data, and its digest."""

import json
import unicodedata
from typing import Any

from ..arguments import checked
from ..corpus import RECORD_TYPES, Corpus
from ..kinds import KINDS, KindRegistry
from ..missing import is_known
from ..model.record import Record
from .coding import codec

__all__ = ["canonical_json", "digest"]


def canonical_json(data: object) -> str:
    """JSON with sorted keys, no spaces and no escapes: equal data give equal text."""
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


@checked
def digest(thing: Record | Corpus, *, kinds: KindRegistry = KINDS) -> str:
    """SHA-256 of the canonical JSON of a record or corpus, in hexadecimal. It is no identifier."""
    plain: Any
    if isinstance(thing, Corpus):
        plain = {
            word: [codec(kinds).unstructure(r) for r in thing if type(r) is cls]
            for word, cls in RECORD_TYPES.items()
        }
        if is_known(thing.title):
            plain["title"] = codec(kinds).unstructure(thing.title)
    else:
        plain = codec(kinds).unstructure(thing)
    import hashlib  # late: it loads OpenSSL, and few calls need it

    # Files are in normal form C, and reading one back must not change the digest.
    told = unicodedata.normalize("NFC", canonical_json(plain))
    return hashlib.sha256(told.encode()).hexdigest()
