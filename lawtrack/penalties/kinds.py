"""The kinds of penalty that the notation knows."""

__all__ = ["CUSTODIAL", "KINDS", "LIFE_KINDS", "UNMEASURED"]

KINDS = (
    "warning",
    "fine",
    "corrective_labour",
    "community_service",
    "restriction",
    "admin_arrest",
    "arrest",
    "disciplinary_unit",
    "prison",
    "life",
    "life+",
    "death",
    "expulsion",
    "disqualification",
    "suspension",
    "licence_loss",
    "activity_ban",
    "closure",
    "liquidation",
    "citizenship_loss",
    "confiscation",
    "restitution",
    "costs",
    "lesser",
    "forced_labour",
    "probation",
    "publication",
    "treatment",
    "points",
    "base",
    "rank_loss",
    "default_prison",
)
"""Every kind; any may be a principal penalty or an extra. ``life`` and ``life+`` are prison without end."""

LIFE_KINDS = ("life", "life+")

CUSTODIAL = frozenset({"prison", "arrest", "admin_arrest", "disciplinary_unit"})
"""Kinds that lock a person up by way of punishment."""

UNMEASURED = frozenset(
    {"warning", "death", "expulsion", "liquidation", "citizenship_loss", "confiscation", "rank_loss"}
)
"""Kinds that a clause usually names without an amount, because there is nothing to measure."""
