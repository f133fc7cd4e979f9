"""Text in, text out: what modifications make of a tree of text, and how to undo them. No law."""

from .application import apply
from .clashes import Clash, ClashKind, clashes
from .faults import ModificationError
from .inversion import invert
from .withdrawal import withdraw

__all__ = ["Clash", "ClashKind", "ModificationError", "apply", "clashes", "invert", "withdraw"]
