"""Writing a corpus to files: one module per format, chosen by suffix."""

from .writing import dump, write

__all__ = ["dump", "write"]
