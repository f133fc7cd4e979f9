"""A code of two articles, two acts, and short words for the amendments that they make."""

import lawtrack as lt
from lawtrack.commencement_rules import read_rule
from lawtrack.model.text import EventKind, LifecycleEvent

CODE = "/akn/kz/act/code/2014-07-03/226-v"
ARTICLES = {"art_1": "The fine is ten days.", "art_2": "Nothing else.", "art_2__para_1": "First."}


def code(**more):
    return lt.Work(id=CODE, title=lt.LangMap.of("Code"), **more)


def provisions(*eids):
    return [lt.Provision(work=CODE, eid=lt.EId.read(eid)) for eid in eids or ARTICLES]


def wording(eid, text=None, period="2014-01-01..", **more):
    return lt.Wording(
        id=f"lt:w/{eid}/{period}".replace("(", "").replace(")", ""), provision=f"{CODE}~{eid}", lang="en",
        text=ARTICLES[eid] if text is None else text,
        in_force=lt.Period.read(period) if period else lt.UNKNOWN, **more,
    )  # fmt: skip


def act(number, *, signed="2016-12-22"):
    event = LifecycleEvent(kind=EventKind.SIGNED, date=lt.EdtfDate.read(signed))
    return lt.Work(id=f"/akn/kz/act/law/{signed}/{number}", events=(event,))


def amendment(name, by, *changes, targets=("art_1",), start="2017-01-07", **more):
    return lt.Amendment(
        id=f"lt:a/{name}",
        instrument=by.id,
        targets=tuple(f"{CODE}~{eid}" if eid else CODE for eid in targets),
        modifications=changes,
        commencement=read_rule(start) if start else lt.NOT_APPLICABLE,
        **more,
    )


def words(old, new, target="art_1"):
    return lt.WordSubstitution(target=target, old=old, new=new)


def text(corpus, on, eid="art_1", **more):
    return lt.consolidate(corpus, CODE, on=on, **more)[eid].text


BASE = [code(), *provisions(), *(wording(eid) for eid in ARTICLES)]
LAW = act("28-vi")
LATER = act("9", signed="2018-01-01")


def with_(*records):
    return lt.Corpus.of([*BASE, LAW, LATER, *records])
