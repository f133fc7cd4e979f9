"""Coding studies: codebooks, sheets, what coders answered, how far they agree, other codebooks."""

from ..model.coding import FINAL, Code, Codebook, Coding, Condition, Level, Question
from ..model.crosswalk import Crosswalk, Link, Pair, Relation
from .codebooks import read_codebook
from .codings import Codings
from .coefficients import Coefficient, Undefined, cohen_kappa, fleiss_kappa, krippendorff_alpha, percent
from .crossing import Crossed, crosswalk, recode
from .crosswalks import crosswalk_template, read_crosswalk
from .differences import Divergence, Settled, divergence, settled
from .quality import Quality, quality
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
    "Crossed",
    "Crosswalk",
    "Divergence",
    "Level",
    "Link",
    "Pair",
    "Quality",
    "Question",
    "Relation",
    "Settled",
    "Undefined",
    "agreement",
    "cohen_kappa",
    "crosswalk",
    "crosswalk_template",
    "divergence",
    "fleiss_kappa",
    "krippendorff_alpha",
    "percent",
    "quality",
    "read_codebook",
    "read_codings",
    "read_crosswalk",
    "recode",
    "settled",
    "template",
]
