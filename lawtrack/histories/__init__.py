"""A law through its versions, as a source kept them one after the other."""

from .history import History, Version
from .labels import labels_in

__all__ = ["History", "Version", "labels_in"]
