"""Pictures of answers; they need the extra ``plots`` (matplotlib), imported only when one is drawn."""

from .burdens import steps
from .drawing import Drawing
from .matrices import grid
from .moments import timeline
from .sentences import dumbbell

__all__ = ["Drawing", "dumbbell", "grid", "steps", "timeline"]
