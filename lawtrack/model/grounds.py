"""Grounds of objection, and the frames in which they can be counted."""

from enum import Enum

__all__ = ["FRAMES", "Ground"]


class Ground(Enum):
    """Why a critic objects; the tree of tops and leaves is flattened, :attr:`top` gives the top."""

    VAGUENESS = "vagueness"
    OVERBREADTH = "overbreadth"
    ACCESSIBILITY = "accessibility"
    EXCESSIVE_DISCRETION = "excessive_discretion"
    NO_LEGAL_BASIS = "no_legal_basis"
    RETROACTIVITY = "retroactivity"
    NOT_RECOGNISED = "not_recognised"
    PRETEXT = "pretext"
    NOT_NECESSARY = "not_necessary"
    INEFFECTIVE = "ineffective"
    COUNTERPRODUCTIVE = "counterproductive"
    LESS_INTRUSIVE_AVAILABLE = "less_intrusive_available"
    SEVERITY = "severity"
    DURATION = "duration"
    BLANKET_SCOPE = "blanket_scope"
    BURDEN_ON_THIRD_PARTIES = "burden_on_third_parties"
    CHILLING_EFFECT = "chilling_effect"
    NO_JUDICIAL_CONTROL = "no_judicial_control"
    NO_REMEDY = "no_remedy"
    NO_OVERSIGHT = "no_oversight"
    NO_NOTICE = "no_notice"
    NO_TIME_LIMIT = "no_time_limit"
    DISCRIMINATORY_ON_FACE = "discriminatory_on_face"
    DISCRIMINATORY_EFFECT = "discriminatory_effect"
    INADEQUATE_CONSULTATION = "inadequate_consultation"
    SPEED = "speed"
    OPACITY = "opacity"
    IGNORED_ADVICE = "ignored_advice"
    CRIMINALISES_PROTECTED_CONDUCT = "criminalises_protected_conduct"
    BEYOND_INTERNATIONAL_DEFINITION = "beyond_international_definition"
    CONFLICTS_WITH_OTHER_LAW = "conflicts_with_other_law"
    GAP = "gap"
    DUPLICATE = "duplicate"
    UNENFORCEABLE = "unenforceable"
    NO_RESOURCES = "no_resources"

    @property
    def top(self) -> str:
        """Top of the tree, such as ``legality`` for vagueness."""
        return _FRAME_OF["top"][self.value]

    @property
    def three_part_test(self) -> str:
        """Its step in the test for restrictions of rights: ``provided_by_law``, ``legitimate_aim``,
        ``necessary_and_proportionate``, or ``outside``.
        """
        return _FRAME_OF["three_part_test"][self.value]

    @property
    def rule_of_law(self) -> str:
        """Its benchmark in the Venice Commission's Rule of Law Checklist, or ``outside``."""
        return _FRAME_OF["rule_of_law"][self.value]


# Every leaf has one place in every frame, so that counts by frame add up.
FRAMES: dict[str, dict[str, str]] = {
    "top": {
        "legality": "vagueness overbreadth accessibility excessive_discretion no_legal_basis retroactivity",
        "legitimate_aim": "not_recognised pretext",
        "necessity": "not_necessary ineffective counterproductive less_intrusive_available",
        "proportionality": "severity duration blanket_scope burden_on_third_parties chilling_effect",
        "safeguards": "no_judicial_control no_remedy no_oversight no_notice no_time_limit",
        "equality": "discriminatory_on_face discriminatory_effect",
        "process": "inadequate_consultation speed opacity ignored_advice",
        "scope_of_crime": "criminalises_protected_conduct beyond_international_definition",
        "coherence": "conflicts_with_other_law gap duplicate",
        "capacity": "unenforceable no_resources",
    },
    # Articles 12, 18, 19, 21 and 22 of the Covenant: prescribed by law, for a listed aim, necessary for it.
    "three_part_test": {
        "provided_by_law": (
            "vagueness overbreadth accessibility excessive_discretion no_legal_basis retroactivity "
            "beyond_international_definition conflicts_with_other_law"
        ),
        "legitimate_aim": "not_recognised pretext",
        "necessary_and_proportionate": (
            "not_necessary ineffective counterproductive less_intrusive_available severity duration "
            "blanket_scope burden_on_third_parties chilling_effect no_judicial_control no_remedy "
            "no_oversight no_notice no_time_limit criminalises_protected_conduct"
        ),
        "outside": (
            "discriminatory_on_face discriminatory_effect inadequate_consultation speed opacity "
            "ignored_advice gap duplicate unenforceable no_resources"
        ),
    },
    # CDL-AD(2016)007, benchmarks A to E.
    "rule_of_law": {
        "legality": (
            "no_legal_basis inadequate_consultation speed opacity ignored_advice conflicts_with_other_law "
            "unenforceable no_resources gap"
        ),
        "legal_certainty": (
            "vagueness overbreadth accessibility retroactivity duplicate beyond_international_definition"
        ),
        "prevention_of_abuse": (
            "excessive_discretion no_oversight no_notice no_time_limit pretext not_recognised"
        ),
        "equality": "discriminatory_on_face discriminatory_effect",
        "access_to_justice": "no_judicial_control no_remedy",
        "outside": (
            "not_necessary ineffective counterproductive less_intrusive_available severity duration "
            "blanket_scope burden_on_third_parties chilling_effect criminalises_protected_conduct"
        ),
    },
}
"""For each frame its heads, and under each the words of the grounds that go there."""

_FRAME_OF = {
    frame: {leaf: head for head, leaves in heads.items() for leaf in leaves.split()}
    for frame, heads in FRAMES.items()
}
