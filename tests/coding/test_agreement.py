"""Agreement, differences and what is settled, from sheets to figures."""

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.coding import Coding


def of(rows):
    """The only row of an answer, or the one for the question asked."""
    (row,) = rows
    return row


DAYS = "".join(
    f"a{unit},days,ana,1,{ana},,\na{unit},days,ben,1,{ben},,\n"
    for unit, ana, ben in [(1, 1, 1), (2, 2, 3), (3, 5, 5)]
)


def test_figures_of_one_question(coded):
    """Two of three units agree; ratio alpha is worked out by hand from the definition."""
    row = of(lt.agreement(coded(DAYS), question="days"))

    assert (row.units, row.double_coded, row.coders) == (3, 3, ("ana", "ben"))
    assert str(row.percent) == "0.6667"
    # Observed ((3-2)/(3+2))²; expected over 1, 1, 2, 3, 5, 5: n_c n_k ((c-k)/(c+k))², by n - 1 = 5.
    pairs = [(1, 2, 2), (1, 3, 2), (1, 5, 4), (2, 3, 1), (2, 5, 2), (3, 5, 2)]
    expected = sum(n * Fraction(a - b, a + b) ** 2 for a, b, n in pairs) / 5
    assert row.alpha.value == 1 - Fraction(1, 25) / expected


def test_codes_off_the_scale_stay_out_of_ordered_alpha(coded):
    """They are answers for percent and the kappas, have no place in an order, and a note counts them."""
    rows = "".join(
        f"a{u},reach,{who},1,{answer},,\n"
        for u, pair in enumerate([("few", "few"), ("many", "unknown"), ("all", "all")], 1)
        for who, answer in zip(("ana", "ben"), pair, strict=True)
    )
    answer = lt.agreement(coded(rows), question="reach")

    assert (str(of(answer).percent), str(of(answer).alpha), of(answer).off_scale) == ("0.6667", "1.0000", 1)
    assert "reach: alpha leaves out 1 answer off the scale." in answer.notes


def test_nominal_alpha_counts_every_code(coded):
    """Where answers have no order, unknown is a category like any other."""
    rows = "".join(
        f"a{u},power,ana,1,{a},,\na{u},power,ben,1,{b},,\n"
        for u, (a, b) in enumerate([("no", "no"), ("no", "unknown"), ("unknown", "unknown")], 1)
    )

    # Of six answers three are unknown: expected 3 · 3 / 5, observed 1.
    assert of(lt.agreement(coded(rows), question="power")).alpha.value == 1 - Fraction(5, 9)


def test_ordinal_alpha_follows_the_codebook(coded):
    """The order is few, many, all, as the codebook has it, not that of the alphabet."""
    rows = "".join(
        f"a{u},reach,ana,1,{a},,\na{u},reach,ben,1,{b},,\n"
        for u, (a, b) in enumerate([("few", "all"), ("many", "many")], 1)
    )

    # Ranks few 1/2, many 2, all 7/2: observed 9; expected 9 + 2 (3/2)² + 2 (3/2)² = 18, by 3.
    assert of(lt.agreement(coded(rows), question="reach")).alpha.value == 1 - Fraction(9 * 3, 18)


def test_unknown_can_be_left_out(coded):
    """leave_out= counts a code as not coded, in every figure, and a note says how many."""
    rows = "a1,power,ana,1,no,,\na1,power,ben,1,unknown,,\na2,power,ana,1,no,,\na2,power,ben,1,no,,\n"
    answer = lt.agreement(coded(rows), question="power", leave_out=["unknown"])

    assert (of(answer).double_coded, str(of(answer).percent), of(answer).left_out) == (1, "1.0000", 1)
    assert "power: 1 answer left out as asked." in answer.notes


def test_undefined_figures_say_why(coded):
    """No variation, a third coder, a gap: each has its reason in the notes and in exports."""
    answer = lt.agreement(coded("a1,judge,ana,1,no,,\na1,judge,ben,1,no,,\n"), question="judge")

    assert str(of(answer).alpha) == "undefined"
    assert "judge: cohen, fleiss, alpha undefined, no variation: every answer is the same." in answer.notes
    assert "alpha: no variation: every answer is the same" in answer.table().to_csv()


def test_rounds_are_kept_apart(coded):
    """Each round has its own row; the round final is compared with nothing."""
    second = DAYS.replace("ana,1", "ana,2").replace("ben,1", "ben,2")
    answer = lt.agreement(coded(f"{DAYS}{second}a1,days,eva,final,9,,\n"), question="days")

    assert [(row.round, row.coders, row.settled) for row in answer] == [
        ("1", ("ana", "ben"), 1),
        ("2", ("ana", "ben"), 1),
    ]


def test_what_nobody_answered_is_told_in_a_note(coded, book):
    """Rows are what was answered; the rest is counted below, and has a row with reasons when asked for."""
    answer = lt.agreement(coded(DAYS))
    silent = [question.id for question in book.questions if question.id != "days"]

    assert answer.column("question") == ("days",)
    assert f"Nobody answered 5 questions: {', '.join(silent)}." in answer.notes
    asked = of(lt.agreement(coded(DAYS), question="remark"))
    assert asked.undefined[0] == ("percent", "free texts are not compared")


def test_an_empty_study_is_answered(coded):
    """Without a single answer every figure is undefined and nothing differs."""
    codings = coded("")

    assert len(lt.agreement(codings)) == 0
    assert {str(row.alpha) for row in lt.agreement(codings, question="days")} == {"undefined"}
    assert (len(lt.divergence(codings)), len(lt.settled(codings))) == (0, 0)


@pytest.mark.parametrize("wrong", [{"question": "dys"}, {"round": "2"}, {"leave_out": ["unknwn"]}])
def test_slips_are_told_with_the_nearest(coded, wrong):
    """An unknown question, round or code is refused, never answered with nothing."""
    with pytest.raises(lt.UnknownNameError):
        lt.agreement(coded(DAYS), **wrong)


def test_differences_name_who_said_what(coded):
    """One row for each unit and question on which coders differ, the most frequent answer first."""
    rows = (
        "a1,days,ana,1,2,,\na1,days,ben,1,1,,\na1,days,cem,1,1,,why\na2,days,ana,1,1,,\na2,days,ben,1,1,,\n"
    )
    answer = lt.divergence(coded(rows))

    assert of(answer).answers == (("1", ("ben", "cem")), ("2", ("ana",)))
    assert of(answer).final is lt.UNKNOWN
    assert answer.notes == ("1 difference, 1 not settled.",)
    assert "cem: why" in answer.table().to_csv()


def test_what_is_settled_keeps_its_difference(coded):
    """An adjudication stands beside what coders said, and overwrites none of it."""
    rows = "a1,days,ana,1,2,,\na1,days,ben,1,1,,\na1,days,eva,final,1,,\n"
    answer = lt.divergence(coded(rows))

    assert (of(answer).final, len(of(answer).codings)) == (1, 2)
    assert answer.notes == ("1 difference, 0 not settled.",)


def test_how_the_study_answers(coded):
    """Adjudicated, unanimous, by one coder, or open; two of three decide nothing."""
    rows = (
        "a1,days,ana,1,2,,\na1,days,ben,1,1,,\na1,days,eva,final,1,,\n"
        "a2,days,ana,1,2,x,\na2,days,ben,1,2,y,\na3,days,ana,1,2,,\n"
        "a4,days,ana,1,1,,\na4,days,ben,1,1,,\na4,days,cem,1,2,,\n"
    )
    answer = lt.settled(coded(rows), question="days")

    assert [(row.answer, row.how) for row in answer] == [
        (1, "adjudicated"), (2, "unanimous"), (2, "single coder"), (lt.UNKNOWN, "open"),
    ]  # fmt: skip
    assert answer[1].citations == ("x", "y")


def test_order_of_rows_does_not_matter(coded):
    """The same rows in another order are the same codings."""
    lines = DAYS.splitlines(keepends=True)

    assert coded("".join(reversed(lines))) == coded(DAYS)


answers = st.dictionaries(
    st.tuples(st.sampled_from(["u1", "u2", "u3", "u10"]), st.sampled_from("xyz")),
    st.sampled_from(["few", "many", "all", "unknown"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers, st.permutations("xyz"), st.permutations(["u1", "u2", "u3", "u10"]))
def test_names_of_coders_and_units_change_nothing(book, given_to, coders, units):
    """Whoever coded and whatever the units are called, figures and the number of differences stay."""

    def codings(who, what):
        rows = [
            Coding(unit=what[unit], question="reach", coder=who[coder], answer=answer)
            for (unit, coder), answer in given_to.items()
        ]
        return lt.Codings(codebook=book, rows=rows)

    same = codings({c: c for c in "xyz"}, {u: u for u in units})
    other = codings(dict(zip("xyz", coders, strict=True)), dict(zip(sorted(units), units, strict=True)))

    before, after = (of(lt.agreement(held, question="reach")) for held in (same, other))
    assert (before.percent, before.cohen, before.fleiss, before.alpha) == (
        after.percent, after.cohen, after.fleiss, after.alpha,
    )  # fmt: skip
    assert len(lt.divergence(same)) == len(lt.divergence(other))


def test_codings_made_in_memory_are_held_to_the_codebook(book):
    """What the codebook does not permit is refused, and so is a second answer."""
    good = Coding(unit="a1", question="power", coder="ana", answer="no")

    codings = lt.Codings(codebook=book, rows=(good,))
    assert len(codings.with_()) == 1
    for wrong in (good, Coding(unit="a1", question="power", coder="ben", answer="nope")):
        with pytest.raises(lt.ReadingError):
            codings.with_(wrong)


def test_answers_reproduce_themselves(coded):
    """The query of an answer gives the same answer."""
    codings = coded(DAYS)

    for answer in (
        lt.agreement(codings, round="1", leave_out=["unknown"]),
        lt.divergence(codings, question="days"),
    ):
        again = eval(answer.query, {"lt": lt, "codings": codings})
        assert again.rows == answer.rows
