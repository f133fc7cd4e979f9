"""Reading files: one module per format, chosen by suffix, and for XML by the root."""

from .documents import Document
from .reading import example, examples, read, read_corpus, read_document, read_history
from .sources import Limits

__all__ = [
    "Document",
    "Limits",
    "example",
    "examples",
    "read",
    "read_corpus",
    "read_document",
    "read_history",
]
