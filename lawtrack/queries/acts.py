"""Whether a rule is to do something: the acts or conduct that it names, over a vocabulary."""

from typing import Any

from ..missing import UNKNOWN, Missing
from ..model.scope import Openness, Scope
from ..verdicts import Truth
from ..vocabulary import Vocabulary

__all__ = ["does", "names_concept"]


def names_concept(scope: Scope, concept: str, vocabulary: Vocabulary) -> Truth:
    """Whether the scope names the concept, one inside it or one around it.

    UNKNOWN where the scope states nothing, may go on, or names what the vocabulary does not have.
    """
    answers: list[Truth] = []
    for name in scope.concepts:
        ways = vocabulary.includes(concept, name), vocabulary.includes(name, concept)
        answers.append(True if True in ways else ways[0])
    if True in answers:
        return True
    return UNKNOWN if not answers or UNKNOWN in answers or scope.openness is Openness.OPEN else False


def does(rule: Any, act: str | None, vocabulary: Vocabulary) -> Truth:
    """Whether the rule's ``acts``, or else its ``conduct``, name a concept, one inside it or one around it.

    UNKNOWN for a rule that is not known, or of which nobody stated what may be done; False for a kind that
    has neither field.
    """
    if act is None:
        return True
    if isinstance(rule, Missing):
        return UNKNOWN
    scopes = [scope for name in ("acts", "conduct") if isinstance(scope := getattr(rule, name, None), Scope)]
    answers = [names_concept(scope, act, vocabulary) for scope in scopes if scope.include]
    if not answers:
        return UNKNOWN if scopes or not rule.dimensions else False
    return True if True in answers else answers[0]
