"""Every question with several arguments, as calls on a corpus that has the ids of the small one."""

import lawtrack as lt

LADDER = lt.PenaltyLadder.read("KZ: fine < arrest = restriction < prison")

CALLS = [
    lambda c: lt.effects(c),
    lambda c: lt.effects(c, package="spring"),
    lambda c: lt.effects(c, package="spring", kind="sentence", change="increased"),
    lambda c: lt.effects(c, role="natural_person", on="2020-04-01"),
    lambda c: lt.effects(c, work="/akn/kz/act/code/2000-01-01/1"),
    lambda c: lt.effects(c, package=c["spring"], change=c["e-10"].change),
    lambda c: lt.effects(c, package="spring", role="operator", on="2020-04-01", as_known_on="2020-12-31"),
    lambda c: lt.sentence_changes(c),
    lambda c: lt.sentence_changes(c, package="spring", ladder=LADDER, as_known_on="2020-12-31"),
    lambda c: lt.powers(c, holder="law_enforcement", as_known_on="2020-12-31"),
    lambda c: lt.duties(c, as_known_on="2020-01-01"),
    lambda c: lt.exposure(c, "resident", as_known_on="2020-12-31"),
    lambda c: lt.critiques(c, target="e-10", as_known_on="2020-01-01"),
    lambda c: lt.conflicts(c, about="spring", as_known_on="2021-12-31"),
    lambda c: lt.sentence_changes(c, package="spring", ladder=LADDER),
    lambda c: lt.powers(c),
    lambda c: lt.powers(c, holder="law_enforcement", on="2020-04-01", package="spring"),
    lambda c: lt.duties(c),
    lambda c: lt.duties(c, role="legal_person", on="2020-04-01"),
    lambda c: lt.positions(c),
    lambda c: lt.positions(c, effect="e-2", package="spring"),
    lambda c: lt.exposure(c, "resident"),
    lambda c: lt.exposure(c, "operator", on="2020-04-01"),
    lambda c: lt.impact(c, "/akn/kz/act/code/2000-01-01/1"),
    lambda c: lt.impact(c, "/akn/kz/act/code/2000-01-01/1", "art_9"),
    lambda c: lt.critiques(c),
    lambda c: lt.critiques(c, package="spring", ground="vagueness", stage="in_force", target="e-10"),
    lambda c: lt.recommendations(c),
    lambda c: lt.recommendations(c, status="not_heeded"),
    lambda c: lt.recommendations(c, status=lt.UNKNOWN),
    lambda c: lt.recommendations(c, status=["not_heeded", "unknown"], made_before="2030-01-01"),
    lambda c: lt.recommendations(c, package="spring", as_known_on="2020-12-31"),
    lambda c: lt.critique_counts(c),
    lambda c: lt.critique_counts(c, by="three_part_test", across="stage", package="spring"),
    lambda c: lt.critique_counts(c, by="right", as_known_on="2021-12-31"),
    lambda c: lt.convergence(c, min_critics=1),
    lambda c: lt.convergence(c, min_critics=1, independent=False, package="spring"),
    lambda c: lt.uncriticised(c, package="spring"),
    lambda c: lt.dangling(c),
    lambda c: lt.anchors(c, on="2020-04-01"),
    lambda c: lt.heeding(c),
    lambda c: lt.uptake(c, by="critic", package="spring"),
    lambda c: lt.verify_all(c),
    lambda c: lt.verify_all(c, as_known_on="2020-12-31"),
    lambda c: lt.gaps(c, as_known_on="2020-12-31"),
    lambda c: lt.coverage(c, source="ngo", as_known_on="2020-12-31"),
    lambda c: lt.gaps(c),
    lambda c: lt.gaps(c, type="no_oversight"),
    lambda c: lt.conflicts(c),
    lambda c: lt.conflicts(c, about="spring"),
    lambda c: lt.coverage(c, source="ngo"),
    lambda c: lt.timeline(c, "/akn/kz/act/law/2020-03-01/7"),
    lambda c: lt.commencement(c, "/akn/kz/act/law/2020-03-01/7"),
]  # fmt: skip
"""Questions that answer with a Selection."""

OTHERS = [
    lambda c: lt.brief(c, package="spring", for_="householder"),
    lambda c: lt.brief(c),
    lambda c: lt.brief(c, package="spring", as_known_on="2020-12-31"),
    lambda c: lt.show(c, "e-10"),
    lambda c: lt.status(c, "/akn/kz/act/law/2020-03-01/7", on="2020-04-01"),
]
"""Questions that answer with something else that has a query."""


def asked_again(answer, corpus):
    """The answer to the echo of an answer."""
    names = {name: getattr(lt, name) for name in lt.__all__}
    return eval(answer.query, {**names, "corpus": corpus})
