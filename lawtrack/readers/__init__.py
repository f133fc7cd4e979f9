"""Reading a corpus from files: one module per format, chosen by suffix."""

from .reading import example, examples, read
from .sources import Limits

__all__ = ["Limits", "example", "examples", "read"]
