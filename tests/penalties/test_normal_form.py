import pytest
from hypothesis import given
from strategies.sanctions import sanctions

from lawtrack.penalties import Sanction


def form(text):
    return Sanction.read(text).normal_form()


SAME = [
    ("prison <=24mo", "prison <=2y"),
    ("arrest =2w", "arrest =14d"),
    ("life", "prison =life"),
    ("fine =150% tax", "fine =x3/2 tax"),
    ("prison <=5y & fine", "fine & prison <=5y"),
    ("prison <=5y | fine", "fine | prison <=5y"),
    ("prison <=5y |& fine", "prison <=5y | fine | prison <=5y & fine"),
    ("prison <=5y & fine", "prison <=5y + fine!"),
    ("fine | prison <=5y all: + confiscation!", "fine + confiscation! | prison <=5y + confiscation!"),
    ("[base] fine", "fine"),
    ('["Absatz 1"] fine ; ["Absatz 2"] arrest', '[case] fine ; ["part 2"] arrest'),
    ("[natural, first] fine", "[first, natural] fine"),
    ("[official/small] fine", "[small/official] fine"),
    ("disqualification(driving) <=3y", "disqualification <=3y"),
    ('confiscation! if("a")', 'confiscation if("b")'),
    ('fine <=ref("§ 1")', 'fine <=ref("§ 2")'),
    ("fine <=max(1000 USD, x2 value)", "fine <=max(x2 value, 1000 USD)"),
    ("fine | fine", "fine"),
    ("prison =5y", "prison 5..5y"),
]

DIFFERENT = [
    ("prison <2y", "prison <=2y"),
    ("prison <=1mo", "prison <=30d"),
    ("arrest =1d", "arrest =24h"),
    ("fine", "fine unlimited"),
    ("prison <=5y + fine!", "prison <=5y + fine?"),
    ("prison <=5y & fine", "prison <=5y | fine"),
    ("life", "life+"),
    ("fine =5 USD /d", "fine =5 USD"),
    ("none", "unknown"),
    ("confiscation!", 'confiscation! if("a")'),
    ("prison 3..8y", "prison 3..8y | prison 4..6y"),
    ("[first] fine", "[second] fine"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_meaning_has_one_normal_form(one, other):
    """Wording, order and units written alike in meaning leave no trace."""
    assert form(one) == form(other)
    assert hash(form(one)) == hash(form(other))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_meaning_has_different_normal_forms(one, other):
    """What a court may do differently stays different."""
    assert form(one) != form(other)


@given(sanctions)
def test_normal_forms_are_written_in_notation(sanction):
    """The text of a normal form is notation with that normal form."""
    normal = sanction.normal_form()

    assert Sanction.read(str(normal)).normal_form() == normal
