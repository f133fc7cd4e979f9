"""In what the official text differs from the one that the instructions give, seen from the texts alone."""

import re
from collections import Counter

from lawtrack.model.unit import Unit

__all__ = ["difference"]

_WAITING = re.compile(r"\W*(not fun?ded|not founded|repealed|expired)\W*", re.IGNORECASE)
_LABEL = re.compile(
    r"(this )?(act|title|subtitle|chapter|subchapter|part|section|subsection)( [IVXLC0-9-]+[A-Z]*)?"
    r"( of (chapter|title) [0-9]+[A-Z]*)*",
    re.IGNORECASE,
)


def difference(before: Unit, made: Unit, official: Unit) -> str:
    """The class of the difference, the most telling one that fits."""
    ours, theirs = _strings(made), _strings(official)
    if ours == theirs:
        return "order or nesting of units"
    if _squeezed(ours) == _squeezed(theirs):
        return "white space, brackets and full stops of the printed text"
    only_ours, only_theirs = ours - theirs, theirs - ours
    if any(_WAITING.fullmatch(string) for string in only_theirs):
        return "printed as not funded, or closed: the change waits"
    if _squeezed(_without_labels(ours)) == _squeezed(_without_labels(theirs)):
        return "label of a reference in the new words"
    if not only_ours - _strings(before):
        return "printed text corrected where no instruction speaks"
    return "other words where the instructions speak"


def _strings(root: Unit) -> Counter:
    attributes = (value for _, unit in root.walk() for _, value in unit.attributes)
    return Counter((*root.strings(), *attributes))


def _squeezed(strings: Counter) -> Counter:
    out = Counter()
    for string, count in strings.items():
        out[re.sub(r"[\W_]+", "", string)] += count
    del out[""]
    return out


def _without_labels(strings: Counter) -> Counter:
    out = Counter()
    for string, count in strings.items():
        out[_LABEL.sub("", string)] += count
    return out
