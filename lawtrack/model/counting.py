"""What is counted, and which end of a range is meant: the two things that reports leave open."""

from enum import Enum

__all__ = ["AMENDMENT_UNITS", "CountingUnit", "Reading"]


class CountingUnit(Enum):
    """What one is, when amendments are counted."""

    NUMBERED_POINT = "numbered_point"
    INSTRUCTION = "instruction"
    ARTICLE = "article"
    ARTICLE_PART = "article_part"
    EFFECT = "effect"
    CODE = "code"
    LAW = "law"
    WORK = "work"


AMENDMENT_UNITS = (
    CountingUnit.NUMBERED_POINT,
    CountingUnit.INSTRUCTION,
    CountingUnit.ARTICLE,
    CountingUnit.ARTICLE_PART,
    CountingUnit.EFFECT,
)
"""What "an amendment" may mean when nobody says."""


class Reading(Enum):
    """Which end of a sentence a step is said of."""

    FLOOR = "floor"
    CEILING = "ceiling"
    BOTH = "both"
    EITHER = "either"
