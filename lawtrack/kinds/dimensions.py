"""What a kind of one's own is made of to compare like the built-in ones: dimensions and their orders.

``from lawtrack.kinds.dimensions import Dimension, amounts, names`` is all that a study's module needs.
"""

from ..model.dimension import Dimension, Stake
from ..model.given import Extent, Given
from ..model.measures import amounts, limits, thresholds
from ..model.orders import (
    Order,
    flat,
    items,
    mirrored,
    names,
    penalties,
    phrases,
    ranked,
    scopes,
    words,
    yes,
)
from ..model.reaches import authorities, authority, extents, safeguards, triggers

__all__ = [
    "Dimension",
    "Extent",
    "Given",
    "Order",
    "Stake",
    "amounts",
    "authorities",
    "authority",
    "extents",
    "flat",
    "items",
    "limits",
    "mirrored",
    "names",
    "penalties",
    "phrases",
    "ranked",
    "safeguards",
    "scopes",
    "thresholds",
    "triggers",
    "words",
    "yes",
]
