"""The text of a work on a day: recorded wordings, and the amendments that are law that day."""

from .consolidating import consolidate, days_of_change
from .text_history import Editions, editions

__all__ = ["Editions", "consolidate", "days_of_change", "editions"]
