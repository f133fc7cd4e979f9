"""The text of a work on a day: wordings, amendments, and everything that can happen to them in time."""

from datetime import date, timedelta

import pytest
from amended_code import BASE, CODE, LATER, LAW, act, amendment, code, provisions, text, with_, wording, words
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.commencement_rules import Fixed, read_rule
from lawtrack.consolidation import precedence
from lawtrack.dates.doubt import widened
from lawtrack.model.instruction import AmendmentMode, Operation, Saving, SavingKind
from lawtrack.model.text import CommencementPart, EventKind, LifecycleEvent
from lawtrack.schedules import Change


def test_wordings_alone_make_a_text():
    """Provisions nest by their eIds, in natural order, and each shows the wording of the day."""
    corpus = lt.Corpus.of([*BASE[:4], wording("art_1", "Old.", "2014-01-01..2017-01-07"),
                           wording("art_1", "New.", "2017-01-07.."), wording("art_2"),
                           wording("art_2__para_1")])  # fmt: skip
    law = lt.consolidate(corpus, CODE, on="2017-01-06")

    assert list(law.eids) == ["", "art_1", "art_2", "art_2__para_1"]
    assert law["art_1"].text == "Old."
    assert str(law.in_force) == "2014-01-01..2017-01-07"
    assert text(corpus, "2017-01-07") == "New."


def test_amendments_are_applied_from_their_day():
    """The day before it commences the text is the old one, on the day it is the new one."""
    corpus = with_(amendment("1", LAW, words("ten", "thirty")))

    assert text(corpus, "2017-01-06") == "The fine is ten days."
    assert text(corpus, "2017-01-07") == "The fine is thirty days."


def test_what_the_wording_already_has_is_not_applied_again():
    """A wording that an amendment produced is not changed by it once more."""
    corpus = lt.Corpus.of([
        *BASE[:4], LAW, wording("art_1", period="2014-01-01..2017-01-07"), wording("art_2"),
        wording("art_1", "The fine is thirty days.", "2017-01-07..", produced_by=("lt:a/1",)),
        amendment("1", LAW, words("ten", "thirty")),
    ])  # fmt: skip

    assert text(corpus, "2018-01-01") == "The fine is thirty days."


def test_a_wording_that_ended_with_an_amendment_goes_on_through_it():
    """When only the old wording is recorded, the amendment that ended it says how it goes on."""
    corpus = lt.Corpus.of([*BASE[:4], LAW, wording("art_1", period="2014-01-01..2017-01-07"),
                           amendment("1", LAW, words("ten", "thirty"))])  # fmt: skip

    assert text(corpus, "2018-01-01") == "The fine is thirty days."


def test_temporary_law_lapses():
    """When an emergency act ends, the text is again what it was, and later permanent law stands on that."""
    corpus = with_(
        amendment("1", LAW, words("ten", "ninety"), until=lt.EdtfDate.read("2017-04-07")),
        amendment("2", LATER, words("ten", "eleven"), start="2018-02-01"),
    )

    days = ("2017-01-01", "2017-04-06", "2017-04-07", "2018-02-01")
    assert [text(corpus, day).split()[3] for day in days] == ["ten", "ninety", "ten", "eleven"]


@pytest.mark.parametrize("start", ["unknown", "unknown(2016-08/..)", 'by_order("a decree")', "on(published)"])
def test_what_is_undated_is_not_counted(start):
    """An amendment whose day nobody knows, or only a bound of it, is left out and named."""
    corpus = with_(amendment("1", LAW, words("ten", "thirty"), start=start))
    law = lt.consolidate(corpus, CODE, on="2020-01-01")

    assert law["art_1"].text == "The fine is ten days."
    assert any("lt:a/1: left out, not surely in force;" in note for note in law.notes)


def test_a_month_is_counted_from_its_end():
    """Of an amendment in force from some day of a month the text has it when the month is over."""
    corpus = with_(amendment("1", LAW, words("ten", "thirty"), start="2017-02"))
    within = lt.consolidate(corpus, CODE, on="2017-02-10")

    assert within["art_1"].text == "The fine is ten days."
    assert within.notes
    assert str(within.in_force) == "2017-02-01..2017-02-28"
    assert text(corpus, "2017-02-28") == "The fine is thirty days."


def test_staged_commencement_of_the_work_itself():
    """Provisions for which a later day is set come in on that day (I-17)."""
    rule = CommencementPart(rule=Fixed(date(2015, 1, 1)))
    later = CommencementPart(rule=Fixed(date(2016, 7, 1)), scope="article 2", provisions=(f"{CODE}~art_2",))
    corpus = lt.Corpus.of([code(commencement=(rule, later)), *provisions("art_1", "art_2"),
                           wording("art_1", period=""), wording("art_2", period="")])  # fmt: skip

    on = {day: lt.consolidate(corpus, CODE, on=day) for day in ("2014-12-31", "2015-01-01", "2016-07-01")}
    assert [len(law.root.children) for law in on.values()] == [0, 1, 2]
    assert "not in force" in on["2014-12-31"].notes[0]


def test_a_repeal_can_be_undone():
    """A provision repealed and re-enacted is there again with its old words."""
    repeal = amendment("1", LAW, operation=Operation.REPEAL, mode=AmendmentMode.TEXTUAL)
    revival = amendment(
        "2",
        LATER,
        operation=Operation.RE_ENACTMENT,
        mode=AmendmentMode.FORCE,
        start="2018-02-01",
    )
    corpus = with_(repeal, revival)

    there = [
        "art_1" in lt.consolidate(corpus, CODE, on=d) for d in ("2017-01-06", "2017-01-07", "2018-02-01")
    ]
    assert there == [True, False, True]


def test_temporary_law_can_be_prolonged():
    """An act that prolongs another moves the day on which that lapses."""
    emergency = amendment("1", LAW, words("ten", "ninety"), until=lt.EdtfDate.read("2017-04-07"))
    longer = lt.Amendment(
        id="lt:a/2", instrument=LAW.id, targets=(LAW.id,), operation=Operation.PROROGATION_OF_FORCE,
        commencement=read_rule("2017-04-01"), until=lt.EdtfDate.read("2017-07-01"),
    )  # fmt: skip

    assert text(with_(emergency, longer), "2017-06-30") == "The fine is ninety days."
    assert text(with_(emergency, longer), "2017-07-01") == "The fine is ten days."


def test_suspended_words_stay_and_are_named():
    """A suspension takes no word out; the notes say what does not apply and until when."""
    suspension = {"operation": Operation.INAPPLICATION, "mode": AmendmentMode.EFFICACY}
    corpus = with_(amendment("1", LAW, until=lt.EdtfDate.read("2018-01-01"), **suspension))

    assert any("suspends art_1" in note for note in lt.consolidate(corpus, CODE, on="2017-06-01").notes)
    assert lt.consolidate(corpus, CODE, on="2018-01-01").notes == ()


def test_savings_are_named():
    """Old law that lives on for some is not in the text and not forgotten."""
    saved = Saving(kind=SavingKind.SAVING, preserves=f"{CODE}~art_1", for_whom="pending cases")
    corpus = with_(amendment("1", LAW, lt.Repeal(target="art_1"), savings=(saved,)))
    law = lt.consolidate(corpus, CODE, on="2018-01-01")

    assert "art_1" not in law
    assert law.notes == ("lt:a/1: art_1 lives on for pending cases (saving).",)


def test_retroactive_law_reaches_facts_before_it():
    """Facts of a day to which an act reaches back fall under it once it is law, not before."""
    retro = lt.Work(id="/akn/kz/act/law/2017-03-01/5", retroactive_from=lt.EdtfDate.read("2016-01-01"))
    corpus = with_(retro, amendment("1", retro, words("ten", "five"), start="2017-03-01"))

    assert text(corpus, "2017-06-01", facts_on="2016-02-01") == "The fine is five days."
    assert text(corpus, "2017-06-01", facts_on="2015-02-01") == "The fine is ten days."
    assert text(corpus, "2017-02-01", facts_on="2016-02-01") == "The fine is ten days."


def test_what_was_repealed_before_it_began_never_begins():
    """An act signed and repealed before its day changes nothing."""
    never = lt.Work(
        id="/akn/kz/act/law/2016-12-22/7",
        events=(LifecycleEvent(kind=EventKind.REPEALED, date=lt.EdtfDate.read("2017-06-01")),),
    )
    corpus = with_(never, amendment("1", never, words("ten", "thirty"), start="2018-01-01"))

    assert text(corpus, "2019-01-01") == "The fine is ten days."


def test_acts_of_one_day_follow_their_signature():
    """Of two acts in force from one day the one signed later has the last word."""
    later = act("1-vi", signed="2016-12-28")
    corpus = with_(
        later,
        amendment("1", later, lt.PartSubstitution(target="art_1", part="text", new="Later.")),
        amendment("2", LAW, lt.PartSubstitution(target="art_1", part="text", new="Earlier.")),
    )

    assert text(corpus, "2018-01-01") == "Later."


def test_acts_of_one_day_that_contradict_each_other():
    """If nothing puts them in order the text is not settled by luck; it is an error, or both stay out."""
    twin = act("29-vi")
    corpus = with_(
        twin,
        amendment("1", LAW, words("ten", "thirty")),
        amendment("2", twin, words("ten", "forty")),
    )

    with pytest.raises(lt.ConsolidationError, match="lt:a/1 and lt:a/2 contradict each other on 2017-01-07"):
        lt.consolidate(corpus, CODE, on="2018-01-01")
    law = lt.consolidate(corpus, CODE, on="2018-01-01", strict=False)
    assert law["art_1"].text == "The fine is ten days."
    assert law.notes


def test_two_wordings_of_one_day():
    """Which of them is the text is not settled by luck."""
    corpus = with_(wording("art_1", "Other.", "2016-01-01.."))

    with pytest.raises(lt.ConsolidationError, match="both wordings are in force"):
        lt.consolidate(corpus, CODE, on="2018-01-01")
    assert text(corpus, "2015-12-31") == "The fine is ten days."


def test_an_amendment_that_does_not_fit_is_named():
    """The error has the id of the amendment."""
    with pytest.raises(lt.ModificationError, match="lt:a/1"):
        lt.consolidate(with_(amendment("1", LAW, words("twelve", "x"))), CODE, on="2018-01-01")


def test_a_text_from_elsewhere_is_carried_on():
    """Amendments that begin after a given text are applied to it, earlier ones are in it already."""
    root = lt.Unit(type="body", children=[lt.Unit(type="article", num="1", text="One fine.")])
    given_text = lt.Expression(work=CODE, lang="en", in_force=lt.Period.read("2017-01-07.."), root=root)
    corpus = lt.Corpus.of([
        code(), *provisions("art_1"), LAW, amendment("1", LAW, words("nothing", "x")),
        amendment("2", LAW, words("One", "Two"), start="2017-02-01"),
    ])  # fmt: skip

    assert text(corpus, "2018-01-01", base=given_text) == "Two fine."


def test_quoted_words_are_enough():
    """A substitution recorded by its old and new words is applied; one without words is named."""
    substitution = amendment(
        "1", LAW, operation=Operation.SUBSTITUTION, mode=AmendmentMode.TEXTUAL, old_text="ten", new_text="two"
    )
    silent = amendment(
        "2", LAW, operation=Operation.INSERTION, mode=AmendmentMode.TEXTUAL, targets=("art_2",)
    )
    law = lt.consolidate(with_(substitution, silent), CODE, on="2018-01-01")

    assert law["art_1"].text == "The fine is two days."
    assert law.notes == ("lt:a/2: nobody says what it does to the words; it is not in the text.",)


def test_language_must_be_settled():
    """With words in two languages the caller says which; without any, the error says what to do."""
    kazakh = lt.Wording(id="lt:w/kk", provision=f"{CODE}~art_1", lang="kk", text="Он күн.",
                        in_force=lt.Period.read("2014-01-01.."))  # fmt: skip

    with pytest.raises(lt.UnknownNameError, match="Say which"):
        lt.consolidate(with_(kazakh), CODE, on="2018-01-01")
    assert text(with_(kazakh), "2018-01-01", lang="kk") == "Он күн."
    with pytest.raises(lt.UnknownNameError, match="give base="):
        lt.consolidate(lt.Corpus.of([code()]), CODE, on="2018-01-01")


_days = st.dates(date(2016, 1, 1), date(2018, 12, 31))
_starts = st.one_of(
    _days.map(str),
    st.sampled_from(["2017", "2017-02", "unknown", "unknown(2017-03/..)", "2016-05~", "2017-01-07?"]),
)


@st.composite
def _corpora(draw):
    """A code of two articles that acts change now and then, each its own word."""
    records = []
    for n in range(draw(st.integers(0, 5))):
        law = act(n, signed=str(draw(_days)))
        until = draw(st.none() | _days.map(str) | st.sampled_from(["2017-06", "2017-03~", "2018-01-01?"]))
        change = lt.WordSubstitution(
            target=draw(st.sampled_from(["art_1", "art_2"])), old=f"w{n}", new=f"x{n}"
        )
        more = {"until": lt.EdtfDate.read(until)} if until else {}
        records += [law, amendment(n, law, change, start=draw(_starts), targets=("art_1", "art_2"), **more)]
    all_words = " ".join(f"w{n}" for n in range(5))
    texts = [wording(eid, all_words) for eid in ("art_1", "art_2")]
    return lt.Corpus.of([code(), *provisions("art_1", "art_2"), *texts, *records])


@given(_corpora(), _days, st.integers(-400, 400))
def test_constant_between_change_points(corpus, day, shift):
    """Two days between the same days of change have one text and one set of notes (I-18)."""
    law = lt.consolidate(corpus, CODE, on=day)
    other = day + timedelta(days=shift)
    points = lt.days_of_change(corpus, CODE)
    apart = any(min(day, other) < point <= max(day, other) for point in points)
    again = lt.consolidate(corpus, CODE, on=other)

    assert (law.in_force == again.in_force) == (not apart)
    assert apart or (law, law.notes) == (again, again.notes)


@given(_corpora(), _days)
def test_only_what_is_surely_in_force_is_in_the_text(corpus, day):
    """A word is exchanged just when the amendment surely began and has surely not ended (I-18)."""
    law = lt.consolidate(corpus, CODE, on=day)
    for change in corpus.amendments:
        n = change.id.rpartition("/")[2]
        start = change.commencement.evaluate({})
        began = lt.is_known(start) and widened(start).after(day) is False
        ended = lt.is_known(change.until) and widened(change.until).after(day) is not True
        where = change.modifications[0].target
        assert (f"x{n}" in law[where].text.split()) == (began and not ended)


@given(_corpora(), st.randoms(use_true_random=False))
def test_order_of_records_does_not_matter(corpus, random):
    """Amendments that do not touch each other give one text in whatever order they are recorded (I-19)."""
    records = list(corpus)
    random.shuffle(records)

    assert lt.consolidate(lt.Corpus.of(records), CODE, on="2018-01-01") == lt.consolidate(
        corpus, CODE, on="2018-01-01"
    )


@given(_corpora(), _days)
def test_editions_are_the_texts_of_their_days(corpus, day):
    """Asking for all texts and for one day come to the same."""
    history = lt.editions(corpus, CODE)

    for on in (day, *lt.days_of_change(corpus, CODE)):
        one = lt.consolidate(corpus, CODE, on=on)
        assert (history.on(on).root, history.on(on).notes) == (one.root, one.notes)


@given(st.data())
def test_editions_leave_out_what_single_days_leave_out(data):
    """What lapses, contradicts or does not fit is out of all texts as it is out of that of a day."""
    days = st.sampled_from(
        ["2017-01-01", "2017-02-01", "2017-03-01?", "2017-01", "2017-02/2017-04", "unknown"]
    )
    records = []
    for n in range(data.draw(st.integers(1, 6))):
        law = act(n)
        change = words(*data.draw(st.permutations(["one", "two", "three"]))[:2])
        until = data.draw(st.none() | st.sampled_from(["2017-02-01", "2017-04-01"]))
        more = {"until": lt.EdtfDate.read(until)} if until else {}
        records += [law, amendment(n, law, change, start=data.draw(days), **more)]
    corpus = lt.Corpus.of([code(), *provisions("art_1"), wording("art_1", "one"), *records])
    history = lt.editions(corpus, CODE, strict=False)

    for on in lt.days_of_change(corpus, CODE)[1:]:
        one = lt.consolidate(corpus, CODE, on=on, strict=False)
        assert (history.on(on).root, history.on(on).notes) == (one.root, one.notes)


def test_all_texts_take_each_change_once(monkeypatch):
    """Twice as many changes of one article are twice the work: each is applied once and looked at twice."""
    steps = []
    applied, looked = precedence.apply, Change.applies
    monkeypatch.setattr(precedence, "apply", lambda *a: [steps.append("apply"), applied(*a)][1])
    monkeypatch.setattr(Change, "applies", lambda *a: [steps.append("look"), looked(*a)][1])

    def taken(many):
        acts = [act(n, signed=str(date(2015, 1, 1) + timedelta(days=n))) for n in range(many)]
        changes = [
            amendment(n, law, words(f"v{n}.", f"v{n + 1}."), start=law.id.split("/")[-2])
            for n, law in enumerate(acts)
        ]
        corpus = lt.Corpus.of([code(), *provisions("art_1"), wording("art_1", "v0."), *acts, *changes])
        steps.clear()
        assert lt.editions(corpus, CODE).texts[-1]["art_1"].text == f"v{many}."
        return steps.count("apply"), steps.count("look")

    assert [taken(20), taken(40)] == [(20, 40), (40, 80)]


def test_editions_share_what_does_not_change():
    """An article that no amendment touches is one object in all texts."""
    history = lt.editions(with_(amendment("1", LAW, words("ten", "thirty"))), CODE)

    assert [str(law.in_force) for law in history] == ["2014-01-01..2017-01-07", "2017-01-07.."]
    assert len({id(law["art_2"]) for law in history}) == 1
    with pytest.raises(LookupError, match="the first begins on 2014-01-01"):
        history.on("2013-01-01")


def test_status_hears_of_acts_that_end_or_suspend_the_work():
    """A whole work ends with the act that says so; a suspension is a note, and passes."""
    began = CommencementPart(rule=Fixed(date(2015, 1, 1)))
    force = {"mode": AmendmentMode.FORCE, "targets": ("",)}
    corpus = lt.Corpus.of([
        code(commencement=(began,)), LAW, LATER,
        amendment("1", LAW, operation=Operation.INAPPLICATION, until=lt.EdtfDate.read("2017-06-01"), **force),
        amendment("2", LATER, operation=Operation.END_OF_ENACTMENT, start="2018-02-01", **force),
    ])  # fmt: skip
    told = {day: lt.status(corpus, CODE, on=day) for day in ("2017-02-01", "2017-06-01", "2018-02-01")}

    assert [status.status.value for status in told.values()] == ["in_force", "in_force", "not_in_force"]
    suspended = [[n for n in status.notes if "uspended" in n] for status in told.values()]
    assert [len(notes) for notes in suspended] == [1, 0, 0]
    assert "Suspended: the work, from 2017-01-07 until 2017-06-01" in told["2017-02-01"].notes[0]


def test_a_renumbered_wording_is_found_under_its_new_number():
    """What was article 3 is article 4, and the new article 3 is found as that; no address is shared."""
    corpus = lt.Corpus.of([
        code(), *provisions("art_3"), wording("art_3", "Old three."), LAW,
        amendment(
            "1", LAW, lt.Renumbering(target="art_3", num="4"),
            lt.Insertion(target="art_4", where=lt.Place.BEFORE,
                         units=(lt.Unit(type="article", num="3", text="New three."),)),
            targets=("art_3",),
        ),
    ])  # fmt: skip
    law = lt.consolidate(corpus, CODE, on="2018-01-01")

    assert (law["art_3"].text, law["art. 3"].text) == ("New three.", "New three.")
    assert law["art_4"].text == "Old three."


def test_a_change_of_which_only_part_is_recorded_is_told():
    """One wording that an amendment made stands for all of it; what still has its old wording is named."""
    change = lt.Renumbering(target="art_3", num="4")
    closed = wording("art_3__para_2", "Two.", "2014-01-01..2017-01-07")
    corpus = lt.Corpus.of([
        code(), *provisions("art_3", "art_3__para_1", "art_3__para_2", "art_4__para_2"), LAW, closed,
        wording("art_3__para_1", "One."),
        wording("art_4__para_2", "Two.", "2017-01-07..", produced_by=("lt:a/1",)),
        amendment("1", LAW, change, targets=("art_3",)),
    ])  # fmt: skip
    (note,) = lt.consolidate(corpus, CODE, on="2018-01-01").notes

    assert "made the wording of art_4__para_2; art_3__para_1 has one from before" in note


def test_a_printed_number_is_shown():
    """A provision may say how its number is printed; it is found by its address and by that number."""
    articles = [lt.Provision(work=CODE, eid=lt.EId.read(f"art_{n}"), num=f"Article {n}.") for n in (1, 2)]
    corpus = lt.Corpus.of([code(), *articles, wording("art_1", "One."), wording("art_2", "Two.")])
    law = lt.consolidate(corpus, CODE, on="2018-01-01")

    assert law.root.plain_text() == "Article 1. One.\nArticle 2. Two."
    assert law["art_2"].text == law["Article 2."].text == law["art. 2"].text == "Two."
