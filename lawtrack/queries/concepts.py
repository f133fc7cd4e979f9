"""The words that scopes, roles, rights, safeguards and grounds are coded with, as a table."""

from ..arguments import checked
from ..corpus import Corpus
from ..errors import UnknownNameError
from ..missing import NOT_STATED, is_known
from ..tables import counted
from ..vocabulary import Concept, ConceptList, Vocabulary, builtin_lists
from .selection import Column, Selection

__all__ = ["vocab"]


@checked
def vocab(name: str | None = None, corpus: Corpus | None = None) -> Selection[Concept]:
    """The concepts of one list, in order of its file, with those a corpus adds to it last.

    *name* is ``roles``, ``objects``, ``conduct``, ``persons``, ``media``, ``rights``, ``safeguards`` or
    ``grounds``, or the facet of a list (``right``); without it all lists are given. A facet that only the
    *corpus* has is a list too. A concept of the corpus replaces a built-in one of the same name; column
    ``origin`` says so. The notes give the version of each list. Raises UnknownNameError for a list that
    does not exist.
    """
    own = {concept.id: concept for concept in corpus.concepts} if corpus is not None else {}
    lists = builtin_lists()
    facets = {listed.facet for listed in lists}
    asked = tuple(each for each in lists if name in (None, each.name, each.facet))
    further = tuple(c for c in own.values() if c.facet not in facets and name in (None, c.facet))
    if not asked and not further:
        known = [each.name for each in lists] + sorted({c.facet for c in own.values()} - facets)
        raise UnknownNameError("vocabulary", str(name), known)
    rows: list[Concept] = []
    for each in asked:
        shipped = {concept.id for concept in each.concepts}
        # A corpus may move a built-in concept to another facet; it then stands there.
        kept = (own.get(concept.id, concept) for concept in each.concepts)
        rows += [concept for concept in kept if concept.facet == each.facet]
        rows += [c for c in own.values() if c.facet == each.facet and c.id not in shipped]
    rows += further
    return Selection(
        rows=rows,
        columns=_columns(own),
        title="Vocabulary" + (f": {name}" if name else ""),
        notes=tuple(map(_version, asked)) + _added(own, rows),
        query=_echo(name, corpus),
    )


def _columns(own: dict[str, Concept]) -> tuple[Column, ...]:
    built_in = Vocabulary().concepts

    def origin(concept: Concept) -> str:
        if concept.id not in own:
            return "built in"
        return "corpus, replaces a built-in concept" if concept.id in built_in else "corpus"

    return (
        Column("concept", lambda concept: concept.id),
        Column("en", lambda concept: _label(concept, "en")),
        Column("ru", lambda concept: _label(concept, "ru")),
        Column("broader", lambda concept: concept.broader),
        Column("see", lambda concept: concept.see),
        Column("facet", lambda concept: concept.facet, detail=True),
        Column("origin", origin, detail=True),
    )


def _label(concept: Concept, lang: str) -> object:
    if not is_known(concept.label):
        return concept.label
    return concept.label.get(lang, NOT_STATED)


def _version(listed: ConceptList) -> str:
    return f"{listed.name}, version {listed.version}: {listed.about}"


def _added(own: dict[str, Concept], rows: list[Concept]) -> tuple[str, ...]:
    added = sum(concept.id in own for concept in rows)
    return (f"{counted(added, 'concept')} of the corpus.",) if added else ()


def _echo(name: str | None, corpus: Corpus | None) -> str:
    given = ([repr(name)] if name else []) + (["corpus=corpus"] if corpus is not None else [])
    return f"vocab({', '.join(given)})"
