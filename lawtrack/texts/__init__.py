"""Text in, text out: what modifications make of a tree of text, and how to undo them. No law."""

from .application import apply
from .faults import ModificationError
from .inversion import invert

__all__ = ["ModificationError", "apply", "invert"]
