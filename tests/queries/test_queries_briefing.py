"""The brief: what is told, to whom, with which sources, and what is said not to be known."""

import pytest

import lawtrack as lt
from lawtrack.queries.briefs import Brief, BriefLine


def told(brief):
    return " ".join(str(brief).split())


def test_brief_of_a_package(small):
    """Dates, counts on which sources differ, and the rules, each with who says so."""
    text = told(lt.brief(small, package="spring"))

    assert "signed 1 March 2020, published 10 March 2020, in force 21 March 2020" in text
    assert "in force 1 September 2020 (sentences)" in text
    assert "3 laws according to ngo; 5 laws according to paper" in text
    assert "riot, from shouting to arson" in text
    assert "Too soon" in text


def test_brief_takes_the_only_package():
    """A corpus with one package is about that; with none or several the whole is told."""
    one = lt.Corpus.of(
        [
            lt.Work(id="/akn/kz/act/law/2020/7"),
            lt.Package(id="lt:kz/package/p", members=["/akn/kz/act/law/2020/7"]),
        ]
    )

    assert lt.brief(one).query == "brief(corpus, package='lt:kz/package/p')"
    assert lt.brief(lt.Corpus()).query == "brief(corpus)"


def test_brief_for_a_role(small):
    """Who asks for householders is told of guests, not of phones."""
    people = lt.brief(small, package="spring", for_="householder").sections()["What it does to a householder"]

    assert ["Guests are registered sooner" in line.text for line in people] == [True]
    assert "in force from 21 March 2020" in people[0].text
    assert set(people[0].sources) == {"ngo", "law"}


def test_brief_says_a_ground_was_not_stated(small):
    """A critic without a ground is told as one."""
    assert "Riot means anything; ground not stated" in told(lt.brief(small, package="spring"))


def test_brief_tells_the_outcome(small):
    """What became of a recommendation is told with the critique."""
    assert "(not heeded)" in told(lt.brief(small, package="spring"))


def test_brief_says_what_is_not_known(small):
    """Rules that nobody recorded before the change are counted."""
    unknown = lt.brief(small, package="spring").sections()["What is not known"]

    assert any("rule before the change is not on record" in line.text for line in unknown)


@pytest.mark.parametrize(
    ("given", "near"), [({"package": "sprng"}, "spring"), ({"for_": "housholder"}, "householder")]
)
def test_wrong_names_suggest_the_nearest(small, given, near):
    """A wrong package or role is refused with the nearest."""
    with pytest.raises(lt.UnknownNameError, match=f"Did you mean '{near}'"):
        lt.brief(small, **given)


def test_nothing_to_tell():
    """An empty corpus has a brief that says so, under a title."""
    brief = lt.brief(lt.Corpus())

    assert brief.title
    assert [line.section for line in brief.lines] == ["Nothing to tell"]


def test_sentences_without_a_known_step():
    """Where no step is known, none is listed."""
    corpus = lt.Corpus.of([lt.Effect(id="e", kind="sentence")])

    assert "minimum / maximum" not in told(lt.brief(corpus))


def test_table_has_a_row_for_each_line(small):
    """Every export holds every line with its section and sources."""
    brief = lt.brief(small, package="spring")

    assert len(brief.table()) == len(brief.lines)
    assert brief.table().column("section") == tuple(line.section for line in brief.lines)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# no heading", r"- \# no heading"),
        ("1. no list", r"- 1\. no list"),
        ("- no list", r"- \- no list"),
        ("+2y", r"- \+2y"),
        ("2016", "- 2016"),
        ("<b>&amp;", "- &lt;b&gt;&amp;amp;"),
        ("two\nlines", "- two lines"),
    ],
)
def test_markdown_opens_nothing(text, markdown):
    """A line that begins like a heading, a list or a tag stays text."""
    brief = Brief(title="T", lines=(BriefLine(section="S", text=text),))

    assert brief.to_markdown().splitlines()[-1] == markdown
