"""The rules of reading that go beyond plain words, by name; ``Parsed.rule_ids`` names those used."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["RULES"]

RULES: Mapping[str, str] = MappingProxyType(
    {
        "added_to_general_case": (
            "What a particular case adds, such as a fine for each day, comes on top of the general penalty."
        ),
        "another_case": "A case named in the clause has a penalty of its own.",
        "bare_maximum": "In a country that drafts so, an amount without a sign is a maximum.",
        "bounds_joined": "A maximum and a minimum of one penalty, said in two places, are one range.",
        "condition_behind": "A condition behind the verb governs the whole clause, and is no label.",
        "convicted_before": "A case that speaks of an earlier conviction is repetition.",
        "default_of_payment": "Imprisonment in default of payment goes with each alternative that is a fine.",
        "extra_after_comma": "An extra that begins after a comma reaches every alternative before it.",
        "extra_before_several": "An extra before several alternatives reaches all that follow it.",
        "extra_without_comma": "An extra that follows without a comma reaches the nearest alternative only.",
        "first_understood": "Where a clause goes on to repetition, what stands before is for the first.",
        "general_penalty": (
            "An offence said to be punishable in a procedure, and no more, has the general penalty for that."
        ),
        "fallback_clause": "That a graver penalty elsewhere goes before is no case of its own.",
        "graver_case": "A case added with 'and if' whose penalty is harsher aggravates.",
        "kind_understood": "An amount without a penalty of its own is for the penalty named before.",
        "offence_told": "Words that tell the offence say nothing of the penalty.",
        "same_amount": "'The same amount', 'the same term' copy the amount named before, both its ends.",
        "shared_multiplier": "In 'from three to seven thousand' the multiplier covers both ends.",
        "two_measures": "Two measures of one penalty, such as money or income, are two alternatives.",
        "unit_from_right": "A number without a unit takes the next unit to its right.",
    }
)
"""What each rule does. In ``rule_ids`` the name stands behind the language: ``ru.same_amount``."""
