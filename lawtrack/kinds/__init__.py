"""The kinds of rule: a registry, and one module per family."""

from .duties import DataDuty, Registration, Reporting
from .institutions import DefinitionRule, Institution, SafeguardRule, Unspecified
from .measures import GeneralBounds, UnitWorth
from .permissions import Approval, Exemption, Restriction
from .powers import AssetMeasure, Mandate, Power, Procedure, StatusControl
from .punishment import Liability, Offence, Sentence
from .registry import KINDS, KindRegistry

__all__ = [
    "KINDS",
    "Approval",
    "AssetMeasure",
    "DataDuty",
    "DefinitionRule",
    "Exemption",
    "GeneralBounds",
    "Institution",
    "KindRegistry",
    "Liability",
    "Mandate",
    "Offence",
    "Power",
    "Procedure",
    "Registration",
    "Reporting",
    "Restriction",
    "SafeguardRule",
    "Sentence",
    "StatusControl",
    "UnitWorth",
    "Unspecified",
]
