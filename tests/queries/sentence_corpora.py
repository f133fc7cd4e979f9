"""Corpora in which one provision had several sentences one after the other, and the question about them."""

from datetime import date

import lawtrack as lt
from lawtrack.kinds import Sentence
from lawtrack.missing import ABSENT, UNKNOWN
from lawtrack.model.substance import Change, Effect
from lawtrack.model.text import Provision, Work

CODE = "/akn/xx/act/code/2000-01-01/1"
PART = f"{CODE}~art_1__para_1"
FIRST = date(2010, 1, 1)


def side(text):
    return text if isinstance(text, lt.Missing) else Sentence(sanction=lt.Sanction.read(text))


def corpus_of(*versions, starts=None, more=()):
    """A corpus in which one provision had these sentences one after the other, a year each from 2010 on."""
    days = starts or [f"{2010 + i}-01-01" for i in range(1, len(versions))]
    effects = []
    for i, day in enumerate(days):
        before, after = side(versions[i]), side(versions[i + 1])
        change = (
            Change.CREATED if before is ABSENT else Change.REPEALED if after is ABSENT else Change.SUBSTITUTED
        )
        effects.append(
            Effect(
                id=f"lt:xx/effect/{i + 1}",
                kind="sentence",
                change=change,
                before=before,
                after=after,
                provisions=(PART,),
                in_force=UNKNOWN if day is None else lt.Period(lt.EdtfDate.read(day)),
            )
        )
    provision = Provision(work=CODE, eid=lt.EId.read("art_1__para_1"))
    return lt.Corpus.of([Work(id=CODE), provision, *effects, *more])


def ask(corpus, offence="2010-06-01", judged="2020-01-01", **options):
    return lt.applicable_sanctions(corpus, PART, offence_on=offence, judged_on=judged, **options)


def answers(*versions, offence="2010-06-01", judged="2020-01-01", **options):
    found = ask(corpus_of(*versions), offence, judged, **options)
    return [str(sanction) for sanction in found.applicable], found.needs_judgment
