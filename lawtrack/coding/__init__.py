"""Coding studies: codebooks, sheets for coders, what they answered, and how far they agree."""

from ..model.coding import FINAL, Code, Codebook, Coding, Condition, Level, Question
from .codebooks import read_codebook
from .codings import Codings
from .coefficients import Coefficient, Undefined, cohen_kappa, fleiss_kappa, krippendorff_alpha, percent
from .differences import Divergence, Settled, divergence, settled
from .reliability import Agreement, agreement
from .sheets import read_codings
from .templates import template

__all__ = [
    "FINAL",
    "Agreement",
    "Code",
    "Codebook",
    "Coding",
    "Codings",
    "Coefficient",
    "Condition",
    "Divergence",
    "Level",
    "Question",
    "Settled",
    "Undefined",
    "agreement",
    "cohen_kappa",
    "divergence",
    "fleiss_kappa",
    "krippendorff_alpha",
    "percent",
    "read_codebook",
    "read_codings",
    "settled",
    "template",
]
