"""One thing coded more than once: a recommendation under two critics, a rule from two translations."""

from collections.abc import Iterator

from ..corpus import Corpus
from ..errors import Problem, Severity
from ..missing import is_known
from ..model.assertion import Source, SourceKind
from ..model.critique import Critique, Recommendation

__all__ = ["check", "coded_twice"]

_TRANSLATIONS = (SourceKind.OFFICIAL_TRANSLATION, SourceKind.UNOFFICIAL_TRANSLATION)


def check(corpus: Corpus, also_known: frozenset[str]) -> Iterator[Problem]:
    """LT-CRI-003 and LT-LNG-003."""
    for first, second in coded_twice(corpus):
        yield Problem(
            code="LT-CRI-003",
            severity=Severity.WARNING,
            record=second.id,
            where="critique",
            read=f"what {first.id} asks, under another critique of one opinion",
            expected="one critique with all its critics",
            hint="If the opinion is joint, name both critics in one critique and keep one recommendation.",
        )
    yield from _by_translation(corpus)


def coded_twice(corpus: Corpus) -> tuple[tuple[Recommendation, Recommendation], ...]:
    """Pairs of recommendations that agree in words, aim and source, under critiques of different critics."""
    return corpus.cached("recommendations_coded_twice", _coded_twice)


def _coded_twice(corpus: Corpus) -> tuple[tuple[Recommendation, Recommendation], ...]:
    first: dict[object, list[Recommendation]] = {}
    pairs = []
    for recommendation in corpus.recommendations:
        if not is_known(recommendation.text):
            continue
        aim = frozenset(recommendation.targets)
        same = (recommendation.text, recommendation.asks, aim, recommendation.label)
        for other in first.setdefault(same, []):
            if _of_one_opinion(corpus.get(other.critique), corpus.get(recommendation.critique), corpus):
                pairs.append((other, recommendation))
                break
        else:
            first[same].append(recommendation)
    return tuple(pairs)


def _of_one_opinion(one: object, other: object, corpus: Corpus) -> bool:
    """Whether two critiques by different critics come from one source and have one date, if any."""
    if not isinstance(one, Critique) or not isinstance(other, Critique):
        return False
    if one.id == other.id or not set(one.critics).isdisjoint(other.critics) or one.date != other.date:
        return False
    sources = {said.source for said in corpus.assertions_about(one.id)}
    return not sources.isdisjoint(said.source for said in corpus.assertions_about(other.id))


def _by_translation(corpus: Corpus) -> Iterator[Problem]:
    for effect in corpus.effects:
        by_field: dict[str, dict[str, str]] = {}
        translated = False
        for said in corpus.assertions_about(effect.id):
            source = corpus.get(said.source)
            side = said.field.partition(".")[0] if isinstance(said.field, str) else ""
            known = isinstance(source, Source) and isinstance(source.lang, str) and is_known(said.value)
            if known and side in ("before", "after") and isinstance(source, Source):
                by_field.setdefault(str(said.field), {})[str(source.lang)] = str(said.value)
                translated |= source.kind in _TRANSLATIONS
        for field, by_language in by_field.items():
            if translated and len(by_language) > 1 and len(set(by_language.values())) > 1:
                told = "; ".join(f"{lang}: {value}" for lang, value in sorted(by_language.items()))
                yield Problem(
                    code="LT-LNG-003",
                    severity=Severity.WARNING,
                    record=effect.id,
                    where=field,
                    read=told,
                    expected="one rule in every language",
                    hint="Each is kept with its source; compare within one language.",
                )
