"""What the grammars of Romance languages share."""

from .joints import BARE
from .reader import RomanceReader

__all__ = ["BARE", "RomanceReader"]
