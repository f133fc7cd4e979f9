"""Provisions as a caller names them: by id, by eId, or as they are printed."""

import re
from collections.abc import Mapping

from ..corpus import Corpus
from ..errors import ReadingError, UnknownNameError, listed, nearest
from ..identifiers import EId, tail
from ..model.record import Record
from ..model.text import Provision, Work

__all__ = ["eid_named", "found_provision", "provision_label", "provision_of_label"]

_LANGUAGES = ("en", "ru", "kk")
_MOST_LABELS = 20_000


def provision_label(corpus: Corpus, id: str) -> str:
    """A provision as a lawyer writes it, such as ``art. 255 para. 1, Criminal Code``."""
    record = corpus.get(id)
    if isinstance(record, Provision):
        work = corpus.get(record.work)
        return f"{record.eid.label()}, {work.label()}" if isinstance(work, Work) else record.eid.label()
    return record.label() if isinstance(record, Work) else tail(id)


def provision_of_label(corpus: Corpus, name: str) -> Provision | None:
    """The one provision that is printed so; None when there is none, or several."""
    labels: Mapping[str, tuple[str, ...]] = corpus.cached("provisions_by_label", _by_label)
    ids = labels.get(_plain(name), ())
    found = corpus.get(ids[0]) if len(ids) == 1 else None
    return found if isinstance(found, Provision) else None


def eid_named(corpus: Corpus, work: str, name: str) -> EId:
    """The eId that *name* means in a work: an eId, or the printed label of a recorded unit or what holds it.

    Raises ReadingError when it is neither.
    """
    try:
        return EId.read(name)
    except ReadingError:
        wanted = _plain(name)
        for provision in corpus.provisions:
            eid: EId | None = provision.eid if provision.work == work else None
            while eid is not None:
                if wanted in {_plain(eid.label(lang)) for lang in _LANGUAGES}:
                    return eid
                eid = eid.parent
        raise


def found_provision(corpus: Corpus, name: str | Record) -> Provision:
    """The provision that *name* means: a record, an id or its end, or a printed label.

    Labels are ``art. 255 para. 1``, ``art. 255(1)``, ``ст. 255 ч. 1``, ``255(1)``, each also with the title
    or number of the work after a comma. Raises UnknownNameError with the nearest label, or with the
    candidates when several works have such a provision.
    """
    if isinstance(name, Record):
        name = name.id
    try:
        record = corpus.find(name, "provision")
        assert isinstance(record, Provision)
        return record
    except UnknownNameError as fault:
        found = provision_of_label(corpus, name)
        if found is not None:
            return found
        labels: Mapping[str, tuple[str, ...]] = corpus.cached("provisions_by_label", _by_label)
        ids = labels.get(_plain(name), ())
        if ids:
            raise UnknownNameError(
                "single provision", name, ids, hint="Add the work after a comma, or give the id."
            ) from None
        if fault.hint or _looks_like_id(name):
            raise
        raise UnknownNameError("provision", name, _known(corpus), hint=_hint(corpus, name, labels)) from None


def _known(corpus: Corpus) -> list[str]:
    return [provision_label(corpus, provision.id) for provision in corpus.provisions]


def _hint(corpus: Corpus, name: str, labels: Mapping[str, tuple[str, ...]]) -> str:
    """The parts of a unit that is not recorded itself, or the nearest label, as a sentence."""
    wanted = _plain(name)
    parts = {
        id for label, ids in labels.items() if re.match(rf"{re.escape(wanted)}(para|\()", label) for id in ids
    }
    if parts:
        told = [provision_label(corpus, p.id) for p in corpus.provisions if p.id in parts]
        return f"Its parts are recorded: {listed(told)}."
    if not labels:
        return "Record it as a [[provision]], and name it in provisions= of its effects."
    # A search for slips through a whole code takes seconds, and few of its hits would be any use.
    near = nearest(wanted, labels) if len(labels) <= _MOST_LABELS else None
    return f"Did you mean {provision_label(corpus, labels[near][0])!r}?" if near else ""


def _looks_like_id(name: str) -> bool:
    return "/" in name or "__" in name or "~" in name


def _plain(label: str) -> str:
    """A label without what people write in different ways: case, spaces, dots."""
    said = re.sub(r"\b(article|art|статья|ст)\b", "art", label.casefold())
    said = re.sub(r"\b(paragraph|part|para|часть|ч|пункт|п)\b", "para", said)
    return re.sub(r"[\s.]+", "", said)


def _by_label(corpus: Corpus) -> dict[str, tuple[str, ...]]:
    held: dict[str, dict[str, None]] = {}
    for provision in corpus.provisions:
        numbers = [number for _, number in provision.eid.steps]
        compact = numbers[0] + "".join(f"({number})" for number in numbers[1:])
        word = provision.eid.steps[0][0]
        labels = [provision.eid.label(lang) for lang in _LANGUAGES]
        labels += [f"{word} {compact}", compact]
        work = corpus.get(provision.work)
        suffixes = [""]
        if isinstance(work, Work):
            suffixes += [f",{name}" for name in (work.label(), str(work.number), tail(work.id))]
        for label in labels:
            for suffix in suffixes:
                held.setdefault(_plain(label + suffix), {})[provision.id] = None
    return {label: tuple(ids) for label, ids in held.items()}
