"""English clauses in the style of the codes, each with what it permits, settled by reading it."""

import pytest

from lawtrack import ReadingError, Sanction, parse_sanction

# Country, clause, what it permits, and the ambiguities to be told.
CLAUSES = [
    (
        "US-DC",
        "shall be fined not more than the amount set forth in § 22-3571.01 or imprisoned for not "
        "more than 10 years, or both.",
        'fine <=ref("§ 22-3571.01") |& prison <=10y',
        (),
    ),
    (
        "US-DC",
        "shall, upon conviction, be guilty of a misdemeanor and fined not more than $1,000 or "
        "imprisoned for not more than 1 year, or both.",
        "[misdemeanor] fine <=1000 USD |& prison <=1y",
        (),
    ),
    (
        "US-DC",
        "upon conviction thereof shall be punished by a fine not to exceed $300 or imprisonment "
        "for not more than 90 days, or by both such fine and imprisonment.",
        "fine <=300 USD |& prison <=90d",
        (),
    ),
    (
        "US-DC",
        "shall be guilty of a misdemeanor, and, upon conviction thereof, shall be fined not more "
        "than $500 or imprisoned for not more than 6 months, or both.",
        "[misdemeanor] fine <=500 USD |& prison <=6mo",
        (),
    ),
    (
        "US-DC",
        "shall be sentenced to imprisonment for a mandatory-minimum term of not less than 2 years"
        " and not more than 10 years.",
        "prison 2..10y",
        (),
    ),
    (
        "US-DC",
        "shall be imprisoned for any term of years or for life.",
        "prison >0y | life",
        (),
    ),
    (
        "US-DC",
        "shall be imprisoned for life or for any term of years.",
        "life | prison >0y",
        (),
    ),
    (
        "US-DC",
        "shall be subject to a civil penalty of not more than $5,000 for each violation.",
        "fine <=5000 USD /violation",
        (),
    ),
    (
        "US-DC",
        "shall be subject to a fine of $100 for the first offense, $200 for the second offense, "
        "and $500 for each subsequent offense.",
        "[first] fine =100 USD ; [second] fine =200 USD ; [subsequent] fine =500 USD",
        (),
    ),
    (
        "US-DC",
        "is guilty of a felony and, upon conviction, shall be imprisoned not less than 2 years "
        "nor more than 15 years.",
        "[felony] prison 2..15y",
        (),
    ),
    (
        "US-DC",
        "shall be fined not less than $100 and not more than $500, imprisoned for not more than "
        "30 days, or both.",
        "fine 100..500 USD |& prison <=30d",
        (),
    ),
    (
        "US-DC",
        "shall be punished by imprisonment for not more than 20 years or by a fine of not more "
        "than twice the amount set forth in § 22-3571.01, or both.",
        'prison <=20y |& fine <=x2 ref("§ 22-3571.01")',
        (),
    ),
    (
        "US-DC",
        "shall be fined not more than the amount set forth in § 22-3571.01, or imprisoned for not"
        " more than 5 years, or both, and may be required to make restitution.",
        'fine <=ref("§ 22-3571.01") |& prison <=5y & restitution?',
        (),
    ),
    (
        "US-DC",
        "shall be punished by death or by imprisonment for life.",
        "death | life",
        (),
    ),
    (
        "US-DC",
        "shall be punished for the first offense by a fine of not more than $1,000 or by "
        "imprisonment for not more than 180 days, or both, and for the second offense by a fine "
        "of not more than $5,000 or imprisonment for not more than 1 year, or both.",
        "[first] fine <=1000 USD |& prison <=180d ; [second] fine <=5000 USD |& prison <=1y",
        (),
    ),
    (
        "US-DC",
        "shall be fined not more than $250,000 if an individual, or $1,000,000 if a corporation",
        "[natural] fine <=250000 USD ; [legal] fine <=1000000 USD",
        (),
    ),
    (
        "US-DC",
        "shall be imprisoned for not more than 3 years, or if serious bodily injury results, for "
        "not more than 10 years.",
        'prison <=3y ; ["serious bodily injury results"] prison <=10y',
        (),
    ),
    (
        "CA",
        "is guilty of an offence punishable on summary conviction.",
        "[summary] base",
        (),
    ),
    (
        "CA",
        "is guilty of (a) an indictable offence and liable to imprisonment for a term of not more"
        " than 10 years; or (b) an offence punishable on summary conviction and liable to "
        "imprisonment for a term of not more than two years less a day.",
        "[indictment] prison <=10y ; [summary] prison <2y",
        (),
    ),
    (
        "CA",
        "liable on summary conviction to a fine of not less than $500 and not more than $5,000 "
        "and, for each subsequent offence, to a fine of not less than $1,000 and not more than "
        "$10,000.",
        "[summary, first] fine 500..5000 CAD ; [summary, subsequent] fine 1000..10000 CAD",
        (),
    ),
    (
        "CA",
        "is liable on conviction on indictment to imprisonment for life.",
        "[indictment] life",
        (),
    ),
    (
        "CA",
        "is guilty of an indictable offence and liable to imprisonment for life and to a minimum "
        "punishment of imprisonment for a term of five years.",
        "[indictment] prison 5y..life",
        (),
    ),
    (
        "CA",
        "liable, on summary conviction, to a fine not exceeding $25,000 in the case of an "
        "individual and $250,000 in the case of a corporation.",
        "[summary, natural] fine <=25000 CAD ; [summary, legal] fine <=250000 CAD",
        (),
    ),
    (
        "CA",
        "liable (a) on summary conviction, to a fine not exceeding $300,000 or to imprisonment "
        "for a term not exceeding six months, or to both; or (b) on conviction on indictment, to "
        "a fine not exceeding $1,000,000 or to imprisonment for a term not exceeding three years,"
        " or to both.",
        "[summary] fine <=300000 CAD |& prison <=6mo ; [indictment] fine <=1000000 CAD |& prison <=3y",
        (),
    ),
    (
        "CA",
        "is guilty of an offence and liable on summary conviction to a fine not exceeding $100 "
        "for each day or part of a day during which the offence continues.",
        "[summary] fine <=100 CAD /d",
        (),
    ),
    (
        "CA",
        "liable on conviction to a fine not exceeding ten thousand dollars or to imprisonment for"
        " a term not exceeding six months, or to both a fine and imprisonment.",
        "fine <=10000 CAD |& prison <=6mo",
        (),
    ),
    (
        "CA",
        "shall be liable to a fine of not more than $2,000 or to imprisonment for a term of not "
        "more than six months or to both a fine and imprisonment, and every such person is also "
        "liable to forfeiture of the vessel.",
        "fine <=2000 CAD |& prison <=6mo & confiscation",
        (),
    ),
    (
        "CA",
        "liable on summary conviction to a fine not exceeding $1,000 or, in default of payment, "
        "to imprisonment for a term not exceeding one month.",
        "[summary] fine <=1000 CAD + default_prison <=1mo?",
        (),
    ),
    (
        "CA",
        "an indictable offence and liable to imprisonment for a term not exceeding ten years and "
        "to a fine not exceeding $500,000.",
        "[indictment] prison <=10y & fine <=500000 CAD",
        (),
    ),
    (
        "GB",
        "liable on conviction on indictment to imprisonment for a term not exceeding 10 years or "
        "a fine, or both; on summary conviction to imprisonment for a term not exceeding 6 months"
        " or a fine not exceeding the statutory maximum, or both.",
        '[indictment] prison <=10y |& fine ; [summary] prison <=6mo |& fine <=ref("the statutory maximum")',
        (),
    ),
    (
        "GB",
        "liable— (a) on summary conviction, to imprisonment for a term not exceeding the general "
        "limit in a magistrates' court or a fine (or both); (b) on conviction on indictment, to "
        "imprisonment for a term not exceeding 5 years or a fine (or both).",
        '[summary] prison <=ref("general limit") |& fine ; [indictment] prison <=5y |& fine',
        (),
    ),
    (
        "GB",
        "a person guilty of an offence under this section is liable on conviction on indictment "
        "to imprisonment for life.",
        "[indictment] life",
        (),
    ),
    (
        "GB",
        "liable on summary conviction to a fine not exceeding £5,000 and to a further fine not "
        "exceeding £50 for each day on which the offence continues after conviction.",
        "[summary] fine <=5000 GBP & fine <=50 GBP /d",
        (),
    ),
    (
        "GB",
        "shall be liable on summary conviction to a fine not exceeding one hundred pounds and, in"
        " the case of a second or subsequent conviction, to a fine not exceeding two hundred "
        "pounds.",
        "[summary, first] fine <=100 GBP ; [summary, second/subsequent] fine <=200 GBP",
        (),
    ),
    (
        "GB",
        "liable to imprisonment for up to 2 years or a fine or both",
        "prison <=2y |& fine",
        (),
    ),
    (
        "ZW",
        "shall be guilty of an offence and liable to a fine not exceeding level six or to "
        "imprisonment for a period not exceeding one year or to both such fine and such "
        "imprisonment.",
        "fine <=6 level |& prison <=1y",
        (),
    ),
    (
        "ZW",
        "liable to imprisonment for life or any definite period of imprisonment of not less than "
        "fifteen years",
        "life | prison >=15y",
        (),
    ),
    (
        "JE",
        "is guilty of an offence and liable to a fine of level 3 on the standard scale.",
        "fine =3 level",
        (),
    ),
    (
        "JE",
        "is liable to imprisonment for 14 years and a fine.",
        "prison =14y & fine",
        ("bare_amount",),
    ),
    (
        "US",
        "shall be fined under this title or imprisoned not more than five years, or both.",
        'fine <=ref("under this title") |& prison <=5y',
        (),
    ),
    (
        "US",
        "shall be imprisoned not more than ten years or fined in accordance with title 18, United"
        " States Code, or both.",
        'prison <=10y |& fine <=ref("in accordance with title 18, United States Code")',
        (),
    ),
    (
        "US",
        "shall be fined not more than $10,000 or imprisoned not more than five years, or both; "
        "and if death results, shall be imprisoned for any term of years or for life.",
        'fine <=10000 USD |& prison <=5y ; ["death results"] prison >0y | life',
        (),
    ),
    (
        "KZ",
        "shall be punished by imprisonment for the term of four to ten years with confiscation of"
        " property or without it.",
        "prison 4..10y & confiscation?",
        (),
    ),
    (
        "KZ",
        "shall be punished by a fine in an amount of up to two hundred monthly calculation "
        "indices, or corrective labour in the same amount, or by deprivation of liberty for a "
        "term of up to two years.",
        "fine <=200 MCI | corrective_labour <=200 MCI | prison <=2y",
        (),
    ),
    (
        "KZ",
        "imprisonment for the term of five to nine years with confiscation of property.",
        "prison 5..9y & confiscation",
        (),
    ),
    (
        "KZ",
        "punished by restriction of freedom for a term from two to seven years or imprisonment "
        "for the same term.",
        "restriction 2..7y | prison 2..7y",
        (),
    ),
    (
        "US-DC",
        "shall be guilty of a misdemeanor punishable by a fine of not more than the amount set "
        "forth in § 22-3571.01 or by imprisonment for not more than 180 days, or both.",
        '[misdemeanor] fine <=ref("§ 22-3571.01") |& prison <=180d',
        (),
    ),
    (
        "US-DC",
        "shall be punished by a fine of not less than $250 and not more than $500 for a first "
        "offense, not less than $500 and not more than $1,000 for a second offense, and not less "
        "than $1,000 and not more than $5,000 for a third or subsequent offense.",
        "[first] fine 250..500 USD ; [second] fine 500..1000 USD ; [third/subsequent] fine 1000..5000 USD",
        (),
    ),
    (
        "US-DC",
        "shall be fined not more than $100 or imprisoned for not more than 10 days, or both, for "
        "each and every such offense.",
        "fine <=100 USD |& prison <=10d",
        (),
    ),
    (
        "US-DC",
        "punishable by a fine of $50 per day.",
        "fine =50 USD /d",
        (),
    ),
    (
        "US-DC",
        "shall be punished as provided in § 48-904.01.",
        "base",
        (),
    ),
    (
        "US-DC",
        "shall, in addition to the penalty otherwise provided, be imprisoned for a period of 5 years.",
        "prison =5y",
        (),
    ),
    (
        "US-DC",
        "may be imprisoned for a period of not more than 1 1/2 times the maximum term authorized "
        "for the offense.",
        "prison <=x3/2 base",
        (),
    ),
    (
        "US-DC",
        "shall be fined not more than twice the maximum fine authorized or imprisoned for not "
        "more than twice the maximum term authorized, or both.",
        "fine <=x2 base |& prison <=x2 base",
        (),
    ),
    (
        "US-DC",
        "shall be subject to the fine set forth in § 22-3571.01, imprisonment for not more than 1"
        " year, or both.",
        'fine <=ref("§ 22-3571.01") |& prison <=1y',
        (),
    ),
    (
        "US-DC",
        "shall be fined not less than $500 or more than $2,000 or imprisoned not more than 6 "
        "months, or both.",
        "fine 500..2000 USD |& prison <=6mo",
        (),
    ),
    (
        "US-DC",
        "shall be fined a sum not exceeding $1,000, and imprisoned in the District jail for a "
        "term not exceeding 12 months.",
        "fine <=1000 USD & prison <=12mo",
        (),
    ),
    (
        "US-DC",
        "shall be subject to a fine of up to $1,000, imprisonment of up to 90 days, or both.",
        "fine <=1000 USD |& prison <=90d",
        (),
    ),
    (
        "US-DC",
        "fined in an amount not to exceed $25,000 or 3 times the value of the benefit, whichever "
        "is greater, or imprisoned for not more than 5 years, or both",
        "fine <=max(25000 USD, x3 value) |& prison <=5y",
        (),
    ),
    (
        "US-DC",
        "shall be punished by a fine of $300 for each day of the violation",
        "fine =300 USD /d",
        (),
    ),
    (
        "US-DC",
        "by a fine of not more than $500, or by imprisonment for not more than 60 days, or by "
        "both fine and imprisonment",
        "fine <=500 USD |& prison <=60d",
        (),
    ),
    (
        "US-DC",
        "shall be imprisoned for not less than 30 days and not more than 180 days, and fined not "
        "more than $1,000.",
        "prison 30..180d & fine <=1000 USD",
        (),
    ),
    (
        "US-DC",
        "shall be fined $1,000 and the license shall be suspended for 6 months.",
        "fine =1000 USD & suspension =6mo",
        (),
    ),
    (
        "US-DC",
        "fined not more than the amount set forth in § 22-3571.01, or incarcerated for not more than 90 days",
        'fine <=ref("§ 22-3571.01") | prison <=90d',
        (),
    ),
    (
        "US-DC",
        "punished by a fine of not more than $300, and in default of payment of such fine, by "
        "imprisonment not exceeding 60 days.",
        "fine <=300 USD + default_prison <=60d?",
        (),
    ),
    (
        "US-DC",
        "shall be fined not less than $25 nor more than $300 or, in default of payment, be "
        "imprisoned for not more than 90 days.",
        "fine 25..300 USD + default_prison <=90d?",
        (),
    ),
    (
        "CA",
        "is liable, on conviction on indictment, to a fine in an amount that is in the discretion"
        " of the court, or to imprisonment for a term not exceeding five years, or to both.",
        "[indictment] fine unlimited |& prison <=5y",
        (),
    ),
    (
        "CA",
        "liable to a fine of not more than $250,000 for a first offence and of not more than "
        "$500,000 for each subsequent offence.",
        "[first] fine <=250000 CAD ; [subsequent] fine <=500000 CAD",
        (),
    ),
    (
        "CA",
        "shall be liable to a penalty not exceeding fifty dollars.",
        "fine <=50 CAD",
        (),
    ),
    (
        "CA",
        "is liable to dismissal with disgrace from Her Majesty's service or to less punishment.",
        "rank_loss | lesser",
        (),
    ),
    (
        "CA",
        "liable on summary conviction to a fine of five hundred dollars or, in default of "
        "payment, to imprisonment for three months.",
        "[summary] fine =500 CAD + default_prison =3mo?",
        (),
    ),
    (
        "CA",
        "liable to imprisonment for any term not exceeding two years and not less than one month.",
        "prison 1mo..2y",
        (),
    ),
    (
        "CA",
        "is liable on summary conviction to a fine not exceeding $200,000 or to imprisonment for "
        "a term not exceeding six months, or to both, and on a subsequent conviction to a fine "
        "not exceeding $300,000.",
        "[summary, first] fine <=200000 CAD |& prison <=6mo ; [summary, subsequent] fine <=300000 CAD",
        (),
    ),
    (
        "CA",
        "guilty of an offence and liable on conviction on indictment to a fine of not more than "
        "$100,000 or imprisonment for a term of not more than 12 months, or both, or on summary "
        "conviction to a fine of not more than $50,000 or imprisonment for a term of not more "
        "than six months, or both.",
        "[indictment] fine <=100000 CAD |& prison <=12mo ; [summary] fine <=50000 CAD |& prison <=6mo",
        (),
    ),
    (
        "CA",
        "is guilty of an offence punishable on summary conviction and liable to a fine of not "
        "less than one hundred dollars and not more than five thousand dollars or to imprisonment"
        " for a term not exceeding one year or to both.",
        "[summary] fine 100..5000 CAD |& prison <=1y",
        (),
    ),
    (
        "CA",
        "(a) in the case of a first offence, to a fine of not less than $5,000 and not more than "
        "$300,000; and (b) in the case of a second or subsequent offence, to a fine of not less "
        "than $10,000 and not more than $600,000.",
        "[first] fine 5000..300000 CAD ; [second/subsequent] fine 10000..600000 CAD",
        (),
    ),
    (
        "CA",
        "liable on conviction (a) in the case of a corporation, to a fine not exceeding $100,000;"
        " or (b) in the case of any other person, to a fine not exceeding $25,000 or to "
        "imprisonment for a term not exceeding one year or to both.",
        "[legal] fine <=100000 CAD ; [other] fine <=25000 CAD |& prison <=1y",
        (),
    ),
    (
        "CA",
        "guilty of an offence punishable on summary conviction and liable, for a first offence, "
        "to a fine not exceeding fifty thousand dollars and, for any subsequent offence, to a "
        "fine not exceeding fifty thousand dollars or to imprisonment for a term not exceeding "
        "six months, or to both",
        "[summary, first] fine <=50000 CAD ; [summary, subsequent] fine <=50000 CAD |& prison <=6mo",
        (),
    ),
    (
        "CA",
        "is liable to imprisonment for a term of not less than three months nor more than six "
        "months or to a fine of not less than fifty dollars or more than two hundred dollars.",
        "prison 3..6mo | fine 50..200 CAD",
        (),
    ),
    (
        "CA",
        "liable on summary conviction to a fine of not more than $5,000 and to imprisonment for a"
        " term of not more than six months, or to either.",
        "[summary] fine <=5000 CAD |& prison <=6mo",
        ("and_or_both",),
    ),
    (
        "CA",
        "for every such offence, to a fine of not more than $5,000.",
        "fine <=5000 CAD",
        (),
    ),
    (
        "CA",
        "liable to a fine of not less than 50% and not more than 200% of the amount of the tax "
        "that was sought to be evaded, or to both the fine and imprisonment for a term not "
        "exceeding two years.",
        "fine 50..200% tax | fine 50..200% tax & prison <=2y",
        (),
    ),
    (
        "CA",
        "guilty of an indictable offence and liable to imprisonment for a term not exceeding "
        "fourteen years or is guilty of an offence punishable on summary conviction.",
        "[indictment] prison <=14y ; [summary] base",
        (),
    ),
    (
        "CA",
        "(a) on conviction on indictment, to imprisonment for a term of not more than five years;"
        " (b) on summary conviction, to a fine of not more than $100,000 or imprisonment for a "
        "term of not more than one year, or to both.",
        "[indictment] prison <=5y ; [summary] fine <=100000 CAD |& prison <=1y",
        (),
    ),
    (
        "CA",
        "liable to a fine equal to twice the value of the goods.",
        "fine =x2 value",
        (),
    ),
    (
        "CA",
        "liable to an administrative monetary penalty of not more than $25,000",
        "fine <=25000 CAD",
        (),
    ),
    (
        "GB",
        "shall be liable on summary conviction to a penalty not exceeding £20.",
        "[summary] fine <=20 GBP",
        (),
    ),
    (
        "GB",
        "shall be liable (i) on conviction on indictment to imprisonment for a term not exceeding"
        " two years; (ii) on summary conviction to imprisonment for a term not exceeding three "
        "months or to a fine not exceeding £100 or to both such imprisonment and such fine",
        "[indictment] prison <=2y ; [summary] prison <=3mo |& fine <=100 GBP",
        (),
    ),
    (
        "GB",
        "liable on summary conviction to imprisonment for a term not exceeding 51 weeks or to a "
        "fine not exceeding level 4 on the standard scale or to both.",
        "[summary] prison <=51w |& fine <=4 level",
        (),
    ),
    (
        "GB",
        "on summary conviction to a fine not exceeding the prescribed sum",
        '[summary] fine <=ref("the prescribed sum")',
        (),
    ),
    (
        "ZW",
        "liable to a fine not exceeding level ten or both such fine and imprisonment for a period"
        " not exceeding five years.",
        "fine <=10 level | fine <=10 level & prison <=5y",
        (),
    ),
    (
        "ZW",
        "liable to a fine not exceeding level five or imprisonment not exceeding six months or both.",
        "fine <=5 level |& prison <=6mo",
        (),
    ),
    (
        "ZW",
        "guilty of an offence and liable to a fine not exceeding one hundred thousand dollars or "
        "to imprisonment for a period not exceeding two years",
        "fine <=100000 USD | prison <=2y",
        (),
    ),
]


@pytest.mark.parametrize(("country", "clause", "permits", "doubts"), CLAUSES)
def test_clause(country, clause, permits, doubts):
    """The clause is understood whole, and what can be read in two ways is told."""
    parsed = parse_sanction(clause, lang="en", jurisdiction=country)

    assert str(parsed.sanction.normal_form()) == str(Sanction.read(permits).normal_form())
    assert tuple(doubt.code for doubt in parsed.ambiguities) == doubts
    assert parsed.complete


# What is not understood is quoted, and nothing is guessed: country, clause, what was read, what is left.
HALF = [
    ("CA", "liable to a fine of $500 plus the tax evaded", "fine =500 CAD", ["plus", "tax evaded"]),
    ("", "liable to a fine not exceeding 500 dollars", "fine <=500 XXX", ["dollars"]),
    ("GB", "liable to imprisonment for two years and to be whipped", "prison =2y", ["whipped"]),
    ("GB", "this section comes into force on 1 June", "unknown", ["section comes into force", "1 June"]),
]


@pytest.mark.parametrize(("country", "clause", "read", "left"), HALF)
def test_what_is_not_understood_is_quoted(country, clause, read, left):
    """Words that no rule takes make the reading incomplete; whose dollars are meant is not guessed."""
    parsed = parse_sanction(clause, lang="en", jurisdiction=country)

    assert str(parsed.sanction) == read
    assert [words.text for words in parsed.unparsed] == left
    assert not parsed.complete


def test_a_case_with_a_harsher_penalty_aggravates():
    """'and if …' with a harsher penalty is the aggravated case; with a milder one it is a case of its own."""
    harsher = "fined not more than $100; and if the animal bites, shall be fined not more than $500"
    milder = "fined not more than $500; and if the animal is small, shall be fined not more than $100"

    def case(clause):
        return str(parse_sanction(clause, lang="en", jurisdiction="US").sanction.tracks[1])

    assert case(harsher) == "[aggravated] fine <=500 USD"
    assert case(milder) == '["animal is small"] fine <=100 USD'


def test_one_wrong_letter_in_a_number_is_told():
    """A scanning error one letter away from a single numeral is read, and told."""
    parsed = parse_sanction("a fine not exceeding fire pounds", lang="en", jurisdiction="GB")

    assert str(parsed.sanction) == "fine <=5 GBP"
    assert [doubt.code for doubt in parsed.ambiguities] == ["defect_in_print"]


@pytest.mark.parametrize(
    ("clause", "permits"),
    [
        (
            "imprisonment for a term not exceeding seven years or, if the value exceeds £1000, fourteen years",
            'prison <=7y ; ["value"] prison <=14y',
        ),
        (
            "imprisonment for a term not exceeding two years and, in the case of a second offence, five years",
            "prison <=2y ; [second] prison <=5y",
        ),
        (
            "a fine not exceeding £500 or, if the offender is a company, £5,000",
            'fine <=500 GBP ; ["c"] fine <=5000 GBP',
        ),
        ("imprisonment or penal servitude for not more than five years", "prison <=5y"),
    ],
)
def test_what_is_said_once_serves_for_both(clause, permits):
    """A bound, and a term behind two names of one penalty, are said once."""
    parsed = parse_sanction(clause, lang="en", jurisdiction="GB")

    assert parsed.sanction.normal_form() == Sanction.read(permits).normal_form()
    assert parsed.complete


def test_a_suspended_sentence_is_not_understood():
    """The notation has no suspension of a sentence, so the word for it is quoted."""
    assert not parse_sanction("imprisonment for 2 years, suspended for 1 year", lang="en").complete


@pytest.mark.parametrize("country", ["Kazakhstan", "ZZ9", "XX", "kaz"])
def test_a_country_is_a_code(country):
    """Names and codes of no country are refused, since dollars hang on them."""
    with pytest.raises(ReadingError, match="KZ, GB or US-DC"):
        parse_sanction("fine", lang="en", jurisdiction=country)
