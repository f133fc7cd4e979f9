"""What a change of the general part alone does to offences whose clauses stand still."""

import lawtrack as lt
from lawtrack.kinds import Sentence
from lawtrack.model.substance import Norm
from lawtrack.model.text import Provision, Work
from lawtrack.sentencing import GeneralPart, PenaltyFacts

CODE = "/akn/xx/act/code/2000-01-01/1"
RULES = PenaltyFacts(
    general_part=[
        GeneralPart(jurisdiction="XX", kind="prison", low="2mo", in_force="2000-01-01..2012-01-01"),
        GeneralPart(jurisdiction="XX", kind="prison", low="6mo", in_force="2012-01-01.."),
    ]
)
DAYS = {"from_": "2011-01-01", "to": "2013-01-01"}


def corpus_of(**sentences):
    """A corpus of norms, one for each article, with its period where one is given."""
    records = [Work(id=CODE)]
    for eid, (text, *period) in sentences.items():
        provision = Provision(work=CODE, eid=lt.EId.read(eid))
        norm = Norm(
            id=f"lt:xx/norm/{eid}",
            kind="sentence",
            rule=Sentence(sanction=lt.Sanction.read(text)),
            provisions=(provision.id,),
            in_force=lt.Period.read(period[0]) if period else lt.UNKNOWN,
        )
        records += [provision, norm]
    return lt.Corpus.of(records)


def test_every_offence_that_leans_on_the_minimum_is_listed():
    """A raised minimum hardens each clause that leaves it out, and no other."""
    corpus = corpus_of(
        art_1=("prison <=5y",),
        art_2=("prison 2..5y",),
        art_3=("fine <=10 EUR | prison <=3y",),
        art_4=("life",),
    )
    found = lt.general_part_changes(corpus, "XX", **DAYS, facts=RULES)

    assert found.column("offence") == (f"art. 1, {CODE}", f"art. 3, {CODE}")
    assert [str(s) for s in found.column("before")] == ["prison 2mo..5y", "fine <=10 EUR | prison 2mo..3y"]
    assert found.column("verdict")[0] == "HARSHER"
    assert found.notes[0] == "4 clauses looked at, 2 changed by the general part alone."


def test_clause_that_was_not_law_on_both_days_is_left_out():
    """An offence that began or ended between the days changed for other reasons."""
    corpus = corpus_of(art_1=("prison <=5y", "2012-06-01.."), art_2=("prison <=5y", "2005-01-01..2012-06-01"))

    assert not lt.general_part_changes(corpus, "XX", **DAYS, facts=RULES)


def test_nothing_changes_between_days_under_one_rule():
    """Without a change of the general part the answer is empty."""
    assert not lt.general_part_changes(
        ["prison <=5y"], "XX", from_="2001-01-01", to="2002-01-01", facts=RULES
    )


def test_sanctions_effects_and_norms_may_be_given():
    """A list of clauses does instead of a corpus, in the order given."""
    norm = corpus_of(art_1=("prison <=5y",)).norms[0]
    found = lt.general_part_changes(["prison <=3y", norm], "XX", **DAYS, facts=RULES)

    assert [str(row.sanction) for row in found] == ["prison <=3y", "prison <=5y"]


def test_shipped_rules_show_the_change_of_2018():
    """Restriction of liberty may be shorter in the edition of 2023 than in the Code of 2014."""
    (row,) = lt.general_part_changes(["restriction <=5y"], "KZ", from_="2016-12-20", to="2023-06-01")

    assert row.comparison.words() == "MILDER"
    assert "180-VI" in row.after.rules[0].source


def test_open_ends_are_counted():
    """Where the class of the offence decides, nothing is claimed and a note says how many."""
    found = lt.general_part_changes(["fine <=400 MCI"], "KZ", from_="2016-12-20", to="2023-06-01")

    assert not found
    assert "1 more have an end" in found.notes[1]
