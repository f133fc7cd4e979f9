"""The sentences of the Kazakhstan case, settled from the editions of the Criminal Code around the act."""

from collections import Counter

import pytest

import lawtrack as lt

PACKAGE = "kz-2016-12"

# Article, part, years of prison before and after, confiscation before and after; whether life and death
# are open too.
SENTENCES = """
170 1   5-10 7-12  ? !
170 2   7-15 12-17 ? !
170 4  15-20 15-20 ? !  life-death
171 -   5-10 7-12  ! !
172 -   3-7  5-9   - -
173 2  10-15 10-15 ? !
173 3  15-20 15-20 ? !
179 3  10-15 12-17 - -
181 2  10-15 12-17 - -
182 1   8-15 10-17 ! !
182 2   6-12 8-12  ! !
182 3  10-15 12-17 ! !
184 -  15-20 15-20 ? !  life-death
255 1   4-10 6-10  ? !
255 2   7-12 8-12  ? !
255 3  10-15 12-17 ? !
255 4  15-20 15-20 ? !  life-death
256 1   3-7  5-9   ! !
256 2   5-10 7-12  ! !
257 1   8-15 10-17 ! !
257 2   6-12 8-12  ! !
257 3  10-15 12-15 ! !
258 1   3-7  5-9   ! !
258 2   5-10 7-12  ! !
259 1   6-12 8-12  ! !
259 2   8-15 10-15 ! !
269 2   7-12 7-12  ? !
269 3   8-15 8-15  ? !
270 2   7-12 7-12  ? !
270 3   8-15 8-15  ? !
"""


@pytest.fixture(scope="module")
def kz():
    return lt.example("kazakhstan")


@pytest.fixture(scope="module")
def changes(kz):
    return lt.sentence_changes(kz, package=PACKAGE)


def sanction(years, confiscation, beside):
    principal = f"prison {years.replace('-', '..')}y"
    if beside:
        principal += " | life | death"
    mark = "" if confiscation == "-" else f"confiscation{confiscation}"
    if beside:
        return f"{principal} all: + {mark}"
    return f"{principal} + {mark}" if mark else principal


def row_of(changes, provision):
    return changes.where(provision=provision)[0]


# Sentences


def test_thirty_parts_stand_in_the_order_of_the_code(changes):
    """One row for each of the thirty parts whose sentence changed, in the order of the code."""
    expected = []
    for line in SENTENCES.split("\n"):
        if line:
            article, part = line.split()[:2]
            expected.append(f"art. {article}" + ("" if part == "-" else f" para. {part}"))

    assert list(changes.column("provision")) == expected


def test_sanctions_are_those_of_the_editions(changes):
    """Each sanction before and after is the one that the two editions of the code print."""
    expected = []
    for line in SENTENCES.split("\n"):
        if line:
            _, _, before, after, held, became, *beside = line.split()
            expected.append((sanction(before, held, beside), sanction(after, became, beside)))

    assert [(lt.Sanction.read(before), lt.Sanction.read(after)) for before, after in expected] == list(
        zip(changes.column("before"), changes.column("after"), strict=True)
    )


@pytest.mark.parametrize(
    ("steps", "number"),
    [(("+2y", "+2y"), 13), (("+2y", "+0"), 6), (("+5y", "+2y"), 1), (("+1y", "+0"), 1), (("+0", "+0"), 9)],
)
def test_steps_of_the_terms(changes, steps, number):
    """13 parts move by two years at both ends, 6 at the lower alone, 2 otherwise, 9 not at all."""
    counted = Counter(zip(map(str, changes.column("d_min")), map(str, changes.column("d_max")), strict=True))

    assert counted[steps] == number
    assert sum(counted.values()) == 30


@pytest.mark.parametrize(("mode", "number"), [("both", 11), ("floor", 5), ("ceiling", 0), ("either", 16)])
def test_parts_where_two_years_are_all_that_changed(changes, mode, number):
    """Two years and nothing else: 11 parts at both ends; 5 of the 6 at the lower end alone."""
    assert len(changes.where(lt.is_simple_shift("+2y", mode=mode))) == number


def test_nine_parts_change_in_confiscation_alone(changes):
    """Where no term moved, confiscation became compulsory; that alone is the change of nine parts."""
    unmoved = changes.where(d_min="+0", d_max="+0")

    assert len(unmoved) == 9
    assert set(unmoved.column("extras")) == {("confiscation compulsory",)}


def test_every_part_is_harsher(changes):
    """No part got milder anywhere: a term rose, or confiscation became compulsory."""
    assert set(changes.column("verdict")) == {"HARSHER"}


def test_article_255_part_1(changes):
    """4 to 10 years become 6 to 10, with confiscation compulsory: the floor rises, the ceiling stays."""
    row = row_of(changes, "art. 255 para. 1")
    cells = dict(zip((c.name for c in changes.columns), (c.get(row) for c in changes.columns), strict=True))

    assert cells["before"] == lt.Sanction.read("prison 4..10y + confiscation?")
    assert cells["after"] == lt.Sanction.read("prison 6..10y + confiscation!")
    assert cells["verdict"] == "HARSHER"
    assert (str(cells["floor"]), str(cells["ceiling"])) == ("up", "same")


def test_what_the_report_does_not_enumerate_is_no_row(changes):
    """The report's "almost a fifth" names no offence: a note tells of it, no row invents one."""
    assert any("does not enumerate" in note for note in changes.notes)
