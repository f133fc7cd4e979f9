"""The brief: what is told, to whom, with which sources, and what is said not to be known."""

import pytest
from small_corpora import corpus_of

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


SHARE = """
lawtrack = 1
[[source]]
id = "ngo"
[[statement]]
id = "ngo/S1"
source = "ngo"
label = "S1"
gist = "A fifth of it does one thing"
[[work]]
id = "/akn/kz/act/law/2020/7"
[[package]]
id = "spring"
members = ["/akn/kz/act/law/2020/7"]
[[effect]]
id = "arson"
kind = "sentence"
by = ["/akn/kz/act/law/2020/7"]
source = "ngo"
[[effect]]
id = "guests"
kind = "registration"
change = "increased"
after.bearer = ["householder"]
by = ["/akn/kz/act/law/2020/7"]
source = "ngo"
[[critique]]
id = "vague"
gist = "Too vague"
critics = ["league"]
targets = ["spring"]
source = "ngo"
[[actor]]
id = "league"
name = "The League"
[[claim]]
id = "share"
about = "{about}"
source = "ngo"
statement = "ngo/S1"
quantity = "1/5"
unit = "amendment"
is_share = true
"""

SAYS = """
[[assertion]]
id = "ngo-on-{about}"
about = "{about}"
source = "ngo"
statement = "ngo/S1"
{more}
"""


def section_of_the_share(folder, *said, about="spring", **given):
    """Headings under which the share stands in the brief of its corpus."""
    text = SHARE.replace("{about}", about)
    for each in said:
        name, _, more = each.partition("|")
        text += SAYS.replace("{about}", name).replace("{more}", more)
    brief = lt.brief(corpus_of(text, folder), package="spring", **given)
    return [line.section for line in brief.lines if "A fifth of it does one thing" in line.text]


@pytest.mark.parametrize(
    ("said", "section"),
    [
        ((), "The act"),
        (("arson",), "Sentences"),
        (("guests",), "What it does to people"),
        (("vague",), "Who objected"),
        (("arson", "guests"), "The act"),
        (('spring|value = ["arson"]',), "Sentences"),
    ],
)
def test_share_stands_under_what_its_statement_speaks_of(said, section, tmp_path):
    """A share of a package goes where the one kind of thing belongs of which its statement speaks."""
    assert section_of_the_share(tmp_path, *said) == [section]


@pytest.mark.parametrize(("about", "section"), [("guests", "What it does to people"), ("arson", "Sentences")])
def test_share_of_an_effect_stands_with_the_effect(about, section, tmp_path):
    """A share said of one effect goes under the heading of that effect."""
    assert section_of_the_share(tmp_path, about=about) == [section]


def test_share_is_told_to_whom_it_concerns(tmp_path):
    """For a party role, a share of effects is told where one of them touches the role."""
    assert section_of_the_share(tmp_path, "guests", for_="householder") == ["What it does to a householder"]
    assert section_of_the_share(tmp_path, "guests", for_="media") == []
    assert section_of_the_share(tmp_path, for_="media") == ["The act"]
