"""Text in, text out: words and layout of a text, and how two texts differ. Nothing here knows law."""

from .anchoring import Anchoring, AnchorState, anchor
from .formulas import read_substitutions
from .substitution import Substitution, SubstitutionError, apply_substitution

__all__ = [
    "AnchorState",
    "Anchoring",
    "Substitution",
    "SubstitutionError",
    "anchor",
    "apply_substitution",
    "read_substitutions",
]
