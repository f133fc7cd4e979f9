"""Claims against the law: every unit, every reading, and nothing decided on half a population."""

from fractions import Fraction

import attrs
import pytest
from claim_corpora import ACT, CODE, claim, read_text, sentences, share
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.claims import ClaimVerdict
from lawtrack.lexicon import Lexicon
from lawtrack.model.counting import AMENDMENT_UNITS

ALL = [unit.value for unit in AMENDMENT_UNITS]
UP = ("prison 2..5y", "prison 4..5y")
TOP = ("prison 2..5y", "prison 2..7y")
SHIFT = ("prison 2..5y", "prison 4..7y")
OTHER = ("prison 2..5y", "prison 3..5y")


def verdicts(answer):
    return {
        (row.unit.value, "" if row.reading is lt.NOT_APPLICABLE else row.reading.value): row.verdict.value
        for row in answer.rows
    }


def five(enumerates=ALL, points=("point_1", "point_1", "point_2", "point_3", "point_4")):
    """Five parts of three articles: one floor raised by two years, four other changes."""
    rows = [(1, 1, *UP), (1, 2, *OTHER), (2, 1, *OTHER), (3, 1, *OTHER), (3, 2, *OTHER)]
    return sentences(*rows, points=points, enumerates=enumerates)


# the case of Kazakhstan


def test_almost_a_fifth_is_undetermined_in_every_meaning():
    """The text of the act is not in the corpus, so no unit has a denominator (I-52)."""
    answer = lt.verify(lt.example("kazakhstan"), "two-years-share")

    assert answer.verdict is ClaimVerdict.UNDETERMINED
    assert answer.claimed == lt.Range.read("[17/100, 1/5)")
    assert answer.rule == "en.almost"
    assert {row.denominator for row in answer.rows} == {lt.UNKNOWN}
    assert len(answer.rows) == 5 * 4


@pytest.mark.parametrize(
    ("reading", "passing", "totals"),
    [("floor", 5, (26, 29)), ("ceiling", 0, None), ("both", 11, (56, 64)), ("either", 16, (81, 94))],
)
def test_numerators_are_those_of_the_thirty_rows(reading, passing, totals):
    """Sixteen of thirty sentences rise by two years at an end: then 81 to 94 are all there are."""
    answer = lt.verify(lt.example("kazakhstan"), "two-years-share")
    row = next(r for r in answer.rows if (r.unit.value, r.reading.value) == ("effect", reading))

    assert row.low == passing
    assert row.implied == (lt.NONE if totals is None else lt.Range(*totals))


def test_two_counts_of_laws_stand_beside_each_other():
    """Nineteen and twenty are both kept, and eight laws identified decide neither."""
    kz = lt.example("kazakhstan")
    answer = lt.verify(kz, "report-laws", against=["bureau-laws"])
    (conflict,) = [row for row in lt.conflicts(kz) if row.field == "laws_amended"]

    assert (answer.rows[0].identified, answer.verdict) == (8, ClaimVerdict.UNDETERMINED)
    assert [(source.rpartition("/")[2], str(number)) for source, number, _ in answer.others] == [
        ("forum18-2017", "20"),
        ("bureau-kz-first-reading-2016", "19"),
    ]
    assert {str(value) for _, value in conflict.values} == {"19", "20"}


def test_kill_switch_is_new_or_not_by_the_rule_meant():
    """A power to suspend networks was law since 2014; from which act the urgent route comes is open."""
    asked = claim("lt:kz/effect/2016-12-22/kill-switch", predicate=lt.Predicate.read("new()"))
    answer = lt.verify(lt.example("kazakhstan"), asked)
    found = {row.meaning(): row.verdict for row in answer.rows}

    assert found["communications-suspension"] is ClaimVerdict.CONTRADICTED
    assert found["kill-switch-urgent"] is ClaimVerdict.UNDETERMINED
    assert answer.verdict is ClaimVerdict.UNDETERMINED


@pytest.mark.parametrize(
    ("name", "verdict"),
    [
        ("all-religious-literature", ClaimVerdict.SUPPORTED),
        ("ngo-all-foreign-funds", ClaimVerdict.UNDETERMINED),
        ("guests-ten-days", ClaimVerdict.UNDETERMINED),
        ("additional-powers", ClaimVerdict.NOT_CHECKABLE),
    ],
)
def test_claims_about_rules_of_the_case(name, verdict):
    """Books: one rule spares none; funds: no text read; days: coded as another rule; some: no amount."""
    assert lt.verify(lt.example("kazakhstan"), name).verdict is verdict


# a complete population


def test_a_complete_population_supports():
    """One of five at its lower end is a fifth, in any of the units that have five members."""
    found = verdicts(lt.verify(five(), share("[1/5, 1/5]")))

    assert found["effect", "floor"] == found["instruction", "either"] == "supported"
    assert found["effect", "ceiling"] == "contradicted"


def test_the_same_claim_depends_on_the_unit():
    """One of five parts, no article whole (each has another change), no numbered point whole."""
    answer = lt.verify(five(), share("[17/100, 1/4)", test="simple_shift(+2y, floor)"))

    assert verdicts(answer) == {
        ("numbered_point", ""): "contradicted",
        ("instruction", ""): "supported",
        ("article", ""): "contradicted",
        ("article_part", ""): "supported",
        ("effect", ""): "supported",
    }
    assert answer.is_unit_dependent
    assert answer.verdict is ClaimVerdict.UNDETERMINED
    assert "Supported if what is counted is instruction; article part; effect." in answer.in_words()


@pytest.mark.parametrize(("interval", "verdict"), [("[1/10, 1]", "supported"), ("(1/2, 1]", "contradicted")])
def test_one_unit_stated_gives_one_verdict(interval, verdict):
    """A claim that says what it counts is checked for that alone."""
    answer = lt.verify(five(), share(interval, "simple_shift(+2y, either)", unit="article part"))

    assert (len(answer.rows), answer.verdict.value) == (1, verdict)


@pytest.mark.parametrize("missing", ALL)
def test_a_unit_not_enumerated_is_undetermined(missing):
    """Without a complete population nothing is decided for that unit; the others stay as they are (I-52)."""
    corpus = five(enumerates=[unit for unit in ALL if unit != missing])
    found = verdicts(lt.verify(corpus, share("[0, 1]", "simple_shift(+2y, floor)")))

    assert found[missing, ""] == "undetermined"
    assert set(found.values()) == {"undetermined", "supported"}


def test_points_unknown_are_undetermined_though_enumerated():
    """Who says that all points are there must also say which instruction stands in which."""
    found = verdicts(lt.verify(five(points=None), share("[0, 1]", "simple_shift(+2y, floor)")))

    assert found["numbered_point", ""] == "undetermined"


def test_a_sentence_not_read_leaves_the_count_open():
    """What is unknown may pass or not: three to four of four do not decide on three quarters."""
    rows = [(1, i, *UP) for i in range(1, 4)] + [(2, 1, "unknown", "unknown")]
    text = sentences(*rows[:3], enumerates=["effect"])
    unread = attrs.evolve(
        text["e0"], id="lt:kz/effect/e9", before=lt.UNKNOWN, after=lt.UNKNOWN, by=("lt:kz/amendment/a0",)
    )
    answer = lt.verify(text.with_(unread), share("[3/4, 3/4]", "simple_shift(+2y, floor)", unit="effect"))

    assert (answer.rows[0].low, answer.rows[0].high) == (3, 4)
    assert answer.verdict is ClaimVerdict.UNDETERMINED


def test_counts_of_works_are_decided_when_enumerated():
    """One code is amended, and the package says that these are all."""
    corpus = five(enumerates=["code"])

    assert lt.verify(corpus, claim(quantity=lt.Range.exact(1), unit="code")).verdict is ClaimVerdict.SUPPORTED
    assert (
        lt.verify(corpus, claim(quantity=lt.Range.exact(2), unit="code")).verdict is ClaimVerdict.CONTRADICTED
    )


@pytest.mark.parametrize(
    "asked",
    [
        claim(quantity=lt.Range.exact(3), unit="dragon"),
        claim(unit="amendment"),
        claim(quantity=lt.Range.read("[1/10, 1/5]"), unit="amendment", is_share=True),
        claim("lt:kz/package/none", quantity=lt.Range.exact(3), unit="law"),
        claim("lt:kz/source/law", quantity=lt.Range.exact(3), unit="law"),
        claim("lt:kz/effect/e0", unit="law"),
    ],
)
def test_what_names_nothing_countable_is_not_checkable(asked):
    """No unit, no amount, no test, no record: said with the reason, and no error."""
    answer = lt.verify(five(), asked)

    assert answer.verdict is ClaimVerdict.NOT_CHECKABLE
    assert answer.assumptions
    assert "not checkable" in str(answer)


def test_a_study_reads_the_hedge_by_its_own_lexicon():
    """The rule that read the hedge is named, and another lexicon gives another interval."""
    from lawtrack.shipped import read_table

    data = read_table("hedges")
    for rule in data["en"]["rules"]:
        if rule["id"] == "en.almost":
            rule |= {"id": "study.almost", "interval": "[9/10 x, x)"}
    answer = lt.verify(lt.example("kazakhstan"), "two-years-share", lexicon=Lexicon.of(data))

    assert (answer.rule, answer.claimed) == ("study.almost", lt.Range.read("[9/50, 1/5)"))


def test_unknown_claims_suggest_the_nearest():
    """A slip in the name of a claim is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match="two-years-share"):
        lt.verify(lt.example("kazakhstan"), "two-year-share")


# properties

SIDES = st.sampled_from([UP, TOP, SHIFT, OTHER])
PACKAGES = st.builds(
    lambda sides, named: sentences(
        *((i // 2 + 1, i % 2 + 1, *side) for i, side in enumerate(sides)), enumerates=sorted(named)
    ),
    st.lists(SIDES, min_size=1, max_size=5),
    st.sets(st.sampled_from(ALL)),
)
SHARES = st.fractions(0, 1, max_denominator=12)


@given(PACKAGES, SHARES, SHARES, SHARES, SHARES)
def test_widening_never_turns_support_into_contradiction(corpus, a, b, c, d):
    """A claim that says less is never contradicted where one that says more is supported (I-51)."""
    lo, hi = sorted((a, b))
    narrow, wide = lt.Range(lo, hi), lt.Range(min(lo, c, d), max(hi, c, d))
    before, after = (lt.verify(corpus, share(str(numbers))) for numbers in (narrow, wide))

    for one, other in zip(before.rows, after.rows, strict=True):
        assert one.verdict is not ClaimVerdict.SUPPORTED or other.verdict is ClaimVerdict.SUPPORTED
    assert before.verdict is not ClaimVerdict.SUPPORTED or after.verdict is ClaimVerdict.SUPPORTED


@given(PACKAGES, SHARES, SHARES)
def test_nothing_is_decided_on_an_incomplete_population(corpus, a, b):
    """Supported and contradicted need every member of the unit (I-52)."""
    answer = lt.verify(corpus, share(str(lt.Range(*sorted((a, b))))))
    decided = [
        row for row in answer.rows if row.verdict in (ClaimVerdict.SUPPORTED, ClaimVerdict.CONTRADICTED)
    ]

    enumerated = {unit.value for unit in corpus.packages[0].enumerates} - {"numbered_point"}  # none is named
    assert all(row.denominator == row.identified for row in decided)
    assert {row.unit.value for row in decided} <= enumerated


@given(PACKAGES, SHARES)
def test_verification_is_reproducible(corpus, a):
    """A corpus of the same digest gives an equal answer, from whatever order of records (I-53)."""
    again = lt.Corpus.of(reversed(tuple(corpus)))
    asked = share(str(lt.Range(a, 1)))
    first, second = lt.verify(corpus, asked), lt.verify(again, asked)

    assert first == second
    assert first.corpus_digest == second.corpus_digest


OPEN_SHARES = st.tuples(SHARES, SHARES, st.booleans(), st.booleans()).map(
    lambda t: lt.Range(min(t[:2]), max(t[:2]), *((False, False) if t[0] == t[1] else t[2:]))
)


@given(st.integers(0, 12), st.integers(0, 12), OPEN_SHARES | st.builds(lt.Range, st.none(), SHARES))
def test_implied_totals_are_those_for_which_the_claim_would_hold(low, more, claimed):
    """From the least to the greatest total of which some number that may pass is such a share."""
    from lawtrack.claims.deciding import implied_totals

    most = 1 + 12 * (low + more)  # no end of a total lies beyond: the smallest share above none is a twelfth
    totals = [
        total
        for total in range(1, most + 1)
        if any(claimed.contains(Fraction(n, total)) for n in range(low, min(low + more, total) + 1))
    ]
    implied = implied_totals(claimed, (low, low + more))

    if implied is lt.NOT_APPLICABLE:
        assert totals == list(range(1, most + 1))
    elif implied is lt.NONE:
        assert not totals
    else:
        assert implied.lo == totals[0]
        assert implied.hi == totals[-1] if implied.hi is not None else totals[-1] == most
        assert more or totals == list(range(totals[0], totals[-1] + 1))


def test_a_share_that_may_be_none_fits_any_total():
    """Less than a quarter of one to four holds too if none of them passes."""
    from lawtrack.claims.deciding import implied_totals

    assert implied_totals(lt.Range(None, Fraction(1, 4), hi_open=True), (0, 3)) is lt.NOT_APPLICABLE
    assert implied_totals(lt.Range(0, Fraction(1, 4), hi_open=True), (1, 3)) == lt.Range(5, None)


def test_a_rule_with_an_exemption_contradicts_all():
    """What is said of all is contradicted by an exemption, and supported by a rule that has none."""
    text = f"""\
[[source]]
id = "lt:kz/source/law"
kind = "primary_law"
[[work]]
id = "{CODE}"
[[effect]]
id = "lt:kz/effect/told"
kind = "approval"
confidence = "secondary"
source = "lt:kz/source/law"
after.object = ["book [all]"]
[[effect]]
id = "lt:kz/effect/read"
kind = "approval"
confidence = "primary_both"
attribution = "stated"
refines = ["lt:kz/effect/told"]
source = "lt:kz/source/law"
after.object = ["book"]
"""
    asked = claim("lt:kz/effect/told", predicate=lt.Predicate.read("universal(after.object)"))

    assert lt.verify(read_text(text), asked).verdict is ClaimVerdict.SUPPORTED
    spared = read_text(text + 'after.exemptions = ["prayer_book"]\n')
    assert lt.verify(spared, asked).verdict is ClaimVerdict.CONTRADICTED


# which change counts


def test_changes_by_the_act_itself_leave_the_points_open():
    """A change that no instruction makes stands under no numbered point, so nothing is decided of points."""
    corpus = five(enumerates=["numbered_point", "effect"])
    loose = attrs.evolve(corpus["e1"], id="lt:kz/effect/loose", by=(ACT,))
    answer = lt.verify(corpus.with_(loose), share("[0, 1]", "simple_shift(+2y, floor)"))

    assert verdicts(answer)["numbered_point", ""] == "undetermined"
    assert "1 change could be put under no numbered point." in answer.assumptions


def against(corpus, *pairs, confidence="primary_both"):
    """The corpus with one more effect like the first, but for its law, and records that contradict others."""
    from lawtrack.model.substance import Confidence

    other = attrs.evolve(
        corpus["e1"], id="lt:kz/effect/other", by=("lt:kz/amendment/a0",), provisions=corpus["e0"].provisions,
        confidence=Confidence(confidence),
    )  # fmt: skip
    held = {"e0": corpus["e0"], "other": other}
    for one, rival in pairs:
        held[one] = attrs.evolve(held[one], contradicts=(held[rival].id,))
    return corpus.with_(*held.values())


@pytest.mark.parametrize("pairs", [[("e0", "other")], [("other", "e0")], [("e0", "other"), ("other", "e0")]])
def test_contradiction_has_no_direction(pairs):
    """Two readings of the law that contradict each other are one change, and which holds is open."""
    corpus = against(five(enumerates=["effect"]), *pairs)
    (row,) = lt.verify(corpus, share("[1/5, 1/5]", "simple_shift(+2y, floor)", unit="effect")).rows

    assert (row.identified, row.low, row.high, row.verdict.value) == (5, 0, 1, "undetermined")


@pytest.mark.parametrize("pairs", [[("e0", "other")], [("other", "e0")]])
def test_what_was_read_in_the_law_counts(pairs):
    """A report that says otherwise does not make the law doubtful, whoever wrote down that it does."""
    corpus = against(five(enumerates=["effect"]), *pairs, confidence="secondary")
    (row,) = lt.verify(corpus, share("[1/5, 1/5]", "simple_shift(+2y, floor)", unit="effect")).rows

    assert (row.identified, row.low, row.high, row.verdict.value) == (5, 1, 1, "supported")


def test_refining_has_a_direction():
    """What is told more exactly gives way; two that each refine the other are one change left open."""
    corpus = five(enumerates=["effect"])
    vague = attrs.evolve(corpus["e1"], id="lt:kz/effect/vague", by=("lt:kz/amendment/a0",))
    exact = attrs.evolve(corpus["e0"], refines=(vague.id,))
    asked = share("[1/5, 1/5]", "simple_shift(+2y, floor)", unit="effect")
    (one_way,) = lt.verify(corpus.with_(vague, exact), asked).rows
    (both,) = lt.verify(corpus.with_(attrs.evolve(vague, refines=(exact.id,)), exact), asked).rows

    assert (one_way.identified, one_way.verdict.value) == (5, "supported")
    assert (both.identified, both.low, both.high, both.verdict.value) == (5, 0, 1, "undetermined")


@given(st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda p: p[0] != p[1]), max_size=4))
def test_who_writes_a_contradiction_down_does_not_matter(pairs):
    """Turning every ``contradicts`` round changes no count."""
    from lawtrack.claims.units import changes_told

    effects = {i: lt.Effect(id=f"lt:kz/effect/{i}", kind="unspecified") for i in range(5)}

    def told(links):
        held = [
            attrs.evolve(e, contradicts=tuple(effects[b].id for a, b in sorted(links) if a == i))
            for i, e in effects.items()
        ]
        return sorted(tuple(e.id for e in change) for change in changes_told(held))

    found = told(pairs)
    assert found == told({(b, a) for a, b in pairs})
    assert sorted(id for change in found for id in change) == [e.id for e in effects.values()]


# what is identified against what is claimed


@pytest.mark.parametrize(
    ("interval", "cell", "outgrown"),
    [
        ("[1/10, 1/5]", "5 to 10", False),
        ("[1/4, 1]", "–", True),
        ("[1/6, 1/3]", "5 to 6", False),
    ],
)
def test_implied_totals_hold_what_is_identified(interval, cell, outgrown):
    """Five are there and one passes: totals below five are impossible, and the table shows none of them."""
    answer = lt.verify(five(enumerates=[]), share(interval, "simple_shift(+2y, floor)", unit="effect"))
    row = answer.rows[0]

    assert str(answer.table().column("implied_total")[0]).replace("none", "–") == cell
    assert row.outgrown is outgrown
    assert any("only if others pass" in told for told in answer.assumptions) is outgrown
    assert row.verdict is ClaimVerdict.UNDETERMINED


@pytest.mark.parametrize(("interval", "out"), [("[1, 1]", True), ("[0, 0]", True), ("[0, 1]", False)])
def test_all_and_none_are_ruled_out_by_one_member(interval, out):
    """One that fails or passes is enough to say so, though the verdict waits for every member (I-52)."""
    answer = lt.verify(five(enumerates=[]), share(interval, "simple_shift(+2y, floor)", unit="effect"))

    assert any("rule the share out" in told for told in answer.assumptions) is out
    assert answer.verdict is ClaimVerdict.UNDETERMINED


def test_single_rules_of_a_study_take_the_place_of_ours():
    """Their forms are theirs alone, the rest stays, and each result names the rule that read it."""
    from lawtrack.hedges import read_hedge
    from lawtrack.lexicon import HedgeRule, default_lexicon

    ours = default_lexicon()
    rule = HedgeRule(id="s.почти", category="approximator", forms=("почти",), interval="[9/10 x, x)")
    loose = HedgeRule(id="en.all", category="quantifier", forms=("all",), interval="[9/10, 1]")
    study = ours.with_rules("ru", rule, version="s 1").with_rules("en", loose, version="s 2")
    read = read_hedge("почти 100", lang="ru", lexicon=study)

    assert (read.rule, read.interval) == ("s.почти", lt.Range.read("[90, 100)"))
    assert read_hedge("около 100", lang="ru", lexicon=study) == read_hedge("около 100", lang="ru")
    assert (study.version, ours) == ("s 2", default_lexicon())
    assert read_hedge("almost all", lexicon=study).rule == "en.almost_all"
    told = lt.verify_all(lt.example("kazakhstan"), lexicon=study)
    assert told.where(claim="two-years-share").column("rule") == ("en.almost",)
    with pytest.raises(lt.ReadingError, match="a language of the lexicon: en, ru"):
        ours.with_rules("tlh", rule, version="x")


def test_reading_a_lexicon_leaves_its_data_alone():
    """The table given is the caller's."""
    from lawtrack.shipped import read_table

    data = read_table("hedges")
    assert Lexicon.of(data) == Lexicon.of(data)
    assert data == read_table("hedges")
