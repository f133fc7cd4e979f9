"""Whether what a source claims holds against the law in the corpus."""

from .deciding import ClaimVerdict
from .results import CountedRow, StatedRow, Verification
from .verification import verify, verify_all

__all__ = ["ClaimVerdict", "CountedRow", "StatedRow", "Verification", "verify", "verify_all"]
