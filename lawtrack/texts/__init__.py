"""Text in, text out: how texts differ, what modifications make of a tree, and how to undo them. No law."""

from .application import apply
from .clashes import Clash, ClashKind, clashes
from .faults import ModificationError
from .inversion import invert
from .versions import diff, redline
from .withdrawal import withdraw

__all__ = [
    "Clash",
    "ClashKind",
    "ModificationError",
    "apply",
    "clashes",
    "diff",
    "invert",
    "redline",
    "withdraw",
]
