from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lawtrack.errors import ReadingError
from lawtrack.hedges import Hedge, HedgeCategory, Lexicon, default_lexicon, read_hedge
from lawtrack.missing import NOT_APPLICABLE, UNKNOWN, is_known
from lawtrack.ranges import Range

RULES = [rule for lexicon in default_lexicon().languages.values() for rule in lexicon.rules]
FORMS = [
    (lang, rule, form)
    for lang, lexicon in default_lexicon().languages.items()
    for rule in lexicon.rules
    for form in rule.forms
]
values = st.fractions(-1000, 1000, max_denominator=100).filter(bool)


@given(st.sampled_from([entry for entry in FORMS if entry[1].needs_number]), values)
def test_interval_contains_or_is_bounded_by_the_face_value(entry, value):
    """What a hedge leaves possible holds the number it hedges, or ends at it (I-50)."""
    lang, _, form = entry
    interval = read_hedge(form, value=value, lang=lang).interval

    assert interval.contains(value) or value in (interval.lo, interval.hi)


@given(values.filter(lambda value: value > 0))
def test_almost_is_less_and_ends_at_the_value(value):
    """Almost x is below x, and x is its upper end (I-50)."""
    interval = read_hedge("almost", value=value).interval

    assert (interval.hi, interval.hi_open) == (value, True)


@given(st.text(min_size=1).filter(str.strip))
def test_words_are_kept_as_written(surface):
    """Whatever the words, a hedge prints them back and reading them again gives an equal hedge."""
    hedge = Hedge.read(surface)

    assert str(hedge) == surface
    assert Hedge.read(str(hedge)) == hedge


@given(st.text(alphabet="xyzq", min_size=3))
def test_words_outside_the_lexicon_are_no_error(surface):
    """An unlisted hedge keeps its words; interval and category are unknown and no rule is named."""
    hedge = Hedge.read(surface)

    assert (hedge.interval, hedge.category, hedge.rule) == (UNKNOWN, UNKNOWN, "")


@given(st.integers(1, 999), st.integers(1, 999))
def test_shares_in_figures_are_read(part, whole):
    """ "a in b", "a out of b" and "a/b" are one share."""
    assume(part <= whole)
    intervals = {
        read_hedge(f"about {written}").interval
        for written in (f"{part} in {whole}", f"{part} out of {whole}", f"{part}/{whole}")
    }

    assert intervals == {Range(Fraction(9 * part, 10 * whole), Fraction(11 * part, 10 * whole))}


@pytest.mark.parametrize(
    ("surface", "interval", "rule"),
    [
        ("almost a fifth", "[17/100, 1/5)", "en.almost"),
        ("Almost a fifth of the amendments", "[17/100, 1/5)", "en.almost"),
        ("nearly two thirds", "[17/30, 2/3)", "en.almost"),
        ("almost all", "[17/20, 1)", "en.almost_all"),
        ("about one in five", "[9/50, 11/50]", "en.about"),
        ("around 400 people", "[360, 440]", "en.about"),
        ("some 200 people", "[180, 220]", "en.about"),
        ("roughly twenty-five", "[45/2, 55/2]", "en.about"),
        ("about 20 per cent", "[9/50, 11/50]", "en.about"),
        ("about 20%", "[9/50, 11/50]", "en.about"),
        ("more than 10", "(10, ∞)", "en.more_than"),
        ("more than 10 days", "(10, ∞)", "en.more_than"),
        ("more than half", "(1/2, ∞)", "en.more_than"),
        ("over 1,000", "(1000, ∞)", "en.more_than"),
        ("over two hundred thousand", "(200000, ∞)", "en.more_than"),
        ("fewer than 19", "(-∞, 19)", "en.less_than"),
        ("at least 19 laws", "[19, ∞)", "en.at_least"),
        ("no less than three", "[3, ∞)", "en.at_least"),
        ("up to 5", "(-∞, 5]", "en.at_most"),
        ("no more than 1.5", "(-∞, 3/2]", "en.at_most"),
        ("most", "(1/2, 1]", "en.most"),
        ("most convicted recruiters", "(1/2, 1]", "en.most"),
        ("all foreign funds", "1", "en.all"),
        ("five", "5", "en.exactly"),
        ("exactly 19", "19", "en.exactly"),
    ],
)
def test_english_hedges_have_their_intervals(surface, interval, rule):
    """The intervals of the lexicon, with numbers in words and figures."""
    hedge = Hedge.read(surface)

    assert (hedge.interval, hedge.rule) == (Range.read(interval), rule)


@pytest.mark.parametrize(
    ("surface", "interval", "rule"),
    [
        ("почти пятая часть", "[17/100, 1/5)", "ru.almost"),
        ("более 10 суток", "(10, ∞)", "ru.more_than"),
        ("не менее чем три", "[3, ∞)", "ru.at_least"),
        ("около 1 000 человек", "[900, 1100]", "ru.about"),
        ("свыше 0,5 процента", "(1/200, ∞)", "ru.more_than"),
        ("большинство", "(1/2, 1]", "ru.most"),
    ],
)
def test_russian_hedges_have_their_intervals(surface, interval, rule):
    """Russian words, number words and decimal commas."""
    hedge = read_hedge(surface, lang="ru-KZ")

    assert (hedge.interval, hedge.rule) == (Range.read(interval), rule)


@pytest.mark.parametrize(
    "surface", ["numerous", "many", "a few", "the few returning", "some of the amendments"]
)
def test_amounts_nobody_gave_are_ordinal(surface):
    """ "Numerous" ranks and has no interval."""
    hedge = Hedge.read(surface)

    assert hedge.ordinal
    assert (hedge.category, hedge.interval) == (HedgeCategory.QUANTIFIER, UNKNOWN)


@pytest.mark.parametrize(
    ("surface", "category"),
    [
        ("could", HedgeCategory.PLAUSIBILITY),
        ("appears", HedgeCategory.PLAUSIBILITY),
        ("explicitly", HedgeCategory.EXPLICITNESS),
        ("does not explicitly", HedgeCategory.EXPLICITNESS),
        ("everything from terrorist attacks to unapproved rallies", HedgeCategory.RANGE_LIST),
        ("“emergency”", HedgeCategory.DISTANCING),
        ('"traditional Islam"', HedgeCategory.DISTANCING),
        ("according to", HedgeCategory.DISTANCING),
    ],
)
def test_hedges_that_mean_no_number(surface, category):
    """Modality, lists and quotation marks have a category; an interval does not apply."""
    hedge = Hedge.read(surface)

    assert (hedge.category, hedge.interval) == (category, NOT_APPLICABLE)


@pytest.mark.parametrize("surface", ["all", "any", "every provision"])
def test_all_and_any_are_universal(surface):
    """ "All" claims the whole and says so."""
    hedge = Hedge.read(surface)

    assert hedge.universal
    assert hedge.interval == Range.exact(1)


@pytest.mark.parametrize(
    "surface",
    [
        "about 10 or 12",
        "less than 10-12",
        "almost",
        "about 3 in 2016",
        "about the fifth law",
        "about ten five",
        "about 0",
    ],
)
def test_numbers_that_cannot_be_read_leave_the_interval_unknown(surface):
    """Two numbers, a year, an ordinal or none: the rule is known and the interval is not."""
    hedge = Hedge.read(surface)

    assert hedge.rule.startswith("en.")
    assert hedge.interval is UNKNOWN


@pytest.mark.parametrize("surface", ["all but two", "most or all", "almostly 5", "the fifth"])
def test_near_misses_of_the_lexicon_are_unlisted(surface):
    """Half a word, or a form that goes on with "but" or "or", is not that form."""
    assert Hedge.read(surface).rule == ""


def test_given_value_is_the_number_hedged():
    """With a value, nothing is read from the words."""
    assert read_hedge("almost", value=5).interval == Range.read("[17/4, 5)")
    assert read_hedge("almost a fifth of 30", value=6).interval == Range.read("[51/10, 6)")


def test_language_without_lexicon_keeps_the_words():
    """No lexicon for a language is no error."""
    assert read_hedge("шамамен", lang="kk").rule == ""


@pytest.mark.parametrize("surface", ["", "  ", None, 5])
def test_hedge_without_words_is_refused(surface):
    """A hedge is words."""
    with pytest.raises(ReadingError):
        Hedge.read(surface)


def test_rule_ids_are_unique_and_name_their_language():
    """Each rule has an id of its own that begins with its language."""
    ids = [rule.id for rule in RULES]

    assert len(set(ids)) == len(ids)
    assert all(rule.id.startswith(f"{lang}.") for lang, rule, _ in FORMS)


@pytest.mark.parametrize(("lang", "rule", "form"), FORMS)
def test_each_form_leads_to_its_rule(lang, rule, form):
    """A form with a number where one is due is read by the rule that lists it."""
    found = read_hedge(f"{form} 10" if rule.needs_number else form, lang=lang)

    assert found.rule == rule.id
    assert is_known(found.interval) is (rule.interval is not None)


def test_study_replaces_the_lexicon():
    """A lexicon of one's own changes the interval and is named by its rule."""
    text = """
    version = "study-1"
    [en]
    articles = ["a"]
    connectives = []
    percent = []
    out_of = []
    quotes = []
    rules = [{ id = "study.almost", category = "approximator", forms = ["almost"], interval = "[9/10 x, x)" }]
    [en.numbers]
    [en.multipliers]
    [en.fractions]
    fifth = "1/5"
    """
    hedge = read_hedge("almost a fifth", lexicon=Lexicon.read(text))

    assert (hedge.interval, hedge.rule) == (Range.read("[9/50, 1/5)"), "study.almost")


@pytest.mark.parametrize(
    "text",
    ["", "version = 1\n[en]\n", 'version = "1"\nen = 5', "not toml", 'version = "1"\n[en]\nrules = [{}]'],
)
def test_malformed_lexicon_is_refused(text):
    """A lexicon of another form is refused, not half read."""
    with pytest.raises(ReadingError):
        Lexicon.read(text)
