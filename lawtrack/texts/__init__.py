"""Text in, text out: how texts differ, what modifications make of a tree, and how to undo them. No law."""

from .anchoring import Anchoring, AnchorState, anchor
from .application import apply
from .clashes import Clash, ClashKind, clashes
from .faults import ModificationError
from .formulas import read_substitutions
from .inversion import invert
from .substitution import Substitution, SubstitutionError, apply_substitution
from .successions import Succession, exchange, pair
from .versions import diff, redline
from .withdrawal import withdraw

__all__ = [
    "AnchorState",
    "Anchoring",
    "Clash",
    "ClashKind",
    "ModificationError",
    "Substitution",
    "SubstitutionError",
    "Succession",
    "anchor",
    "apply",
    "apply_substitution",
    "clashes",
    "diff",
    "exchange",
    "invert",
    "pair",
    "read_substitutions",
    "redline",
    "withdraw",
]
