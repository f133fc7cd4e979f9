"""What holds of critiques, claims and what sources say, whatever the corpus."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lawtrack as lt
from lawtrack.claims.deciding import ClaimVerdict, decide
from lawtrack.model.actors import ActorKind
from lawtrack.model.critique import Asks, Outcome, OutcomeStatus, Priority, Recommendation
from lawtrack.model.grounds import Ground
from lawtrack.model.substance import GapType
from lawtrack.queries.knowledge import known_on
from lawtrack.queries.tallies import _GROUPS

CODE, ACT = "/akn/kz/act/code/2000-01-01/1", "/akn/kz/act/law/2020-03-01/7"
GIST = lt.LangMap.of("so")
DAY = lt.EdtfDate.read


def critique(i, critics=("a",), target="x", grounds=(Ground.VAGUENESS,), **fields):
    return lt.Critique(
        id=f"lt:kz/critique/{i}",
        critics=tuple(f"lt:kz/actor/{name}" for name in critics),
        targets=(target,),
        grounds=grounds,
        gist=GIST,
        **fields,
    )


def effect(i):
    return lt.Effect(id=f"lt:kz/effect/{i}", kind="unspecified")


# assertions


RECORDS = {
    "effect": effect(1),
    "critique": critique(1),
    "gap": lt.Gap(id="lt:kz/gap/1", expects=GIST, type=GapType.NOT_ADDRESSED),
}


@given(st.dictionaries(st.sampled_from(sorted(RECORDS)), st.integers(0, 2)))
def test_whatever_nobody_says_is_a_problem(said):
    """An effect, gap or critique is refused exactly when no assertion is about it (I-48)."""
    records = [lt.Actor(id="lt:kz/actor/a", name=GIST), lt.Source(id="lt:kz/source/s")]
    for word, count in said.items():
        records.append(RECORDS[word])
        records += [
            lt.Assertion(id=f"lt:kz/assertion/{word}-{i}", about=RECORDS[word].id, source="lt:kz/source/s")
            for i in range(count)
        ]
    found = {p.record for p in lt.validate(lt.Corpus.of(records)) if p.code == "LT-SUB-002"}

    assert found == {RECORDS[word].id for word, count in said.items() if not count}


@pytest.mark.parametrize("sources", ["", 'source = ["lt:kz/source/a", "lt:kz/source/b"]'])
def test_an_assertion_has_exactly_one_source(tmp_path, sources):
    """None and several are both refused; two sources are two assertions (I-48)."""
    path = tmp_path / "corpus.toml"
    head = '[[source]]\nid = "lt:kz/source/a"\n[[source]]\nid = "lt:kz/source/b"\n'
    path.write_text(
        f'{head}[[assertion]]\nid = "lt:kz/assertion/1"\nabout = "lt:kz/source/a"\n{sources}\n', "utf-8"
    )

    with pytest.raises(lt.CorpusError, match="source"):
        lt.read(path)


ASSERTIONS = st.lists(
    st.tuples(st.integers(0, 2), st.dates(), st.none() | st.integers(1, 4000), st.booleans()), max_size=6
)


@given(ASSERTIONS, st.dates(), st.dates())
def test_what_was_known_stays_known_unless_it_was_withdrawn(rows, one, other):
    """What is known on a day is known later, or every assertion that told of it then was withdrawn (I-21)."""
    from datetime import date, timedelta

    earlier, later = sorted((one, other))
    records = [effect(i) for i in range(3)]
    for i, (about, start, lasting, _) in enumerate(rows):
        end = None if lasting is None else start + timedelta(days=min(lasting, (date.max - start).days))
        records.append(
            lt.Assertion(
                id=f"lt:kz/assertion/{i}",
                about=f"lt:kz/effect/{about}",
                source="lt:kz/source/s",
                says="so",
                known_from=DAY(start.isoformat()),
                known_to=lt.NOT_APPLICABLE if end is None or end <= start else DAY(end.isoformat()),
            )
        )
    corpus = lt.Corpus.of(records)
    before, after = ({r.id for r in known_on(corpus, day).corpus} for day in (earlier, later))
    withdrawn = {
        said.id
        for said in corpus.assertions
        if lt.is_known(said.known_to) and earlier < said.known_to.earliest <= later
    }
    told_by = {record.id: {a.id for a in corpus.assertions_about(record.id)} for record in corpus.effects}
    superseded = {id for id, told in told_by.items() if told and told & before <= withdrawn}

    assert before <= after | withdrawn | superseded
    assert after & withdrawn == set()


# claims


SHARES = st.fractions(0, 1, max_denominator=12)
INTERVALS = st.tuples(SHARES, SHARES, st.booleans(), st.booleans()).map(
    lambda t: (min(t[:2]), max(t[:2]), *((False, False) if t[0] == t[1] else t[2:]))
)


@given(INTERVALS, INTERVALS, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_a_wider_claim_is_never_worse(one, two, low, more, others, complete):
    """With open and closed ends alike, saying less never turns support into contradiction (I-51)."""
    narrow = lt.Range(*one)
    lo, lo_open = min((one[0], one[2]), (two[0], two[2]))
    hi, hi_open = max((one[1], not one[3]), (two[1], not two[3]))
    wide = lt.Range(lo, hi, lo_open, not hi_open)
    total = low + more + others
    first, second = (
        decide(numbers, (low, low + more), total, is_share=True, complete=complete)
        for numbers in (narrow, wide)
    )

    assert narrow.within(wide)
    assert first is not ClaimVerdict.SUPPORTED or second is ClaimVerdict.SUPPORTED
    assert second is not ClaimVerdict.CONTRADICTED or first is ClaimVerdict.CONTRADICTED
    assert complete or {first, second} == {ClaimVerdict.UNDETERMINED}


@given(INTERVALS, st.integers(0, 6), st.integers(0, 6), st.integers(0, 6))
def test_a_verdict_is_what_every_possible_count_would_say(interval, low, more, others):
    """Supported when each number that may pass fits, contradicted when none does (I-52)."""
    from fractions import Fraction

    total = low + more + others
    numbers = lt.Range(*interval)
    verdict = decide(numbers, (low, low + more), total, is_share=True, complete=True)
    fits = {total > 0 and numbers.contains(Fraction(n, total)) for n in range(low, low + more + 1)}

    if total == 0:
        assert verdict is ClaimVerdict.NOT_CHECKABLE
    elif verdict is ClaimVerdict.UNDETERMINED:
        assert more
    else:
        assert fits == {verdict is ClaimVerdict.SUPPORTED}


# critics


NAMES = "abcd"
ACTORS = [
    lt.Actor(
        id=f"lt:kz/actor/{name}", name=lt.LangMap.of("local analysts"), kind=ActorKind.UNNAMED_COLLECTIVE
    )
    for name in NAMES
]
ALONE = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from("xy"), st.sampled_from(list(Ground)[:2])), max_size=8
)


@given(ALONE, st.booleans())
def test_unnamed_collectives_are_counted_apart_everywhere(rows, independent):
    """Of one name and kind, they are as many as their ids in every count of critics (I-57)."""
    critiques = [critique(i, (name,), target, (ground,)) for i, (name, target, ground) in enumerate(rows)]
    corpus = lt.Corpus.of([*ACTORS, *critiques])
    counts = {row.cell[0]: row.critics for row in lt.critique_counts(corpus)}
    met = {(row.target, row.ground): row.n_critics for row in
           lt.convergence(corpus, min_critics=1, independent=independent)}  # fmt: skip

    assert counts == {g.value: len({n for n, _, h in rows if h is g}) for g in {h for _, _, h in rows}}
    assert met == {(t, g): len({n for n, u, h in rows if (u, h) == (t, g)}) for _, t, g in rows}


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True), st.integers(1, 3))
def test_a_joint_opinion_is_one_critic_however_many_sign(names, opinions):
    """The same bodies together are one critic, in counts and where critics converge (I-57)."""
    held = [critique(i, tuple(names)) for i in range(opinions)]
    corpus = lt.Corpus.of([*ACTORS, *held])

    assert [row.critics for row in lt.critique_counts(corpus)] == [1]
    assert [row.n_critics for row in lt.convergence(corpus, min_critics=1)] == [1]
    assert len(lt.convergence(corpus)) == 0


# recommendations


RECOMMENDATIONS = st.lists(
    st.tuples(
        st.sampled_from([lt.UNKNOWN, *list(Asks)[:2]]),
        st.sampled_from([lt.UNKNOWN, *Priority]),
        st.sampled_from([None, lt.UNKNOWN, OutcomeStatus.NOT_HEEDED, OutcomeStatus.NOT_YET]),
    ),
    max_size=6,
)


@given(RECOMMENDATIONS, st.sampled_from(sorted(_GROUPS)))
def test_what_became_of_recommendations_adds_up(rows, by):
    """Every recommendation is in one row and in one column of it, the unknown included (I-58)."""
    records = [*ACTORS, critique(1)]
    for i, (asks, priority, status) in enumerate(rows):
        id = f"lt:kz/recommendation/{i}"
        records.append(
            Recommendation(id=id, critique="lt:kz/critique/1", asks=asks, priority=priority, targets=("x",))
        )
        if status is not None:
            records.append(Outcome(id=f"lt:kz/outcome/{i}", recommendation=id, status=status))
    answer = lt.uptake(lt.Corpus.of(records), by=by)

    assert sum(row.total for row in answer) == len(rows)
    assert all(sum(count for _, count in row.counts) == row.total for row in answer)
    unknown = sum(dict(row.counts)[lt.UNKNOWN] for row in answer)
    assert unknown == sum(status in (None, lt.UNKNOWN) for _, _, status in rows)


@given(st.sampled_from([OutcomeStatus.HEEDED, OutcomeStatus.PARTLY]), st.sets(st.sampled_from("amws")))
def test_heeded_names_a_change_or_is_told_off(status, evidence):
    """Without evidence it is no outcome; on a word alone, or one wording, a warning says so (I-56)."""
    ids = {"a": "lt:kz/amendment/1", "m": "lt:kz/assertion/1", "w": "lt:kz/wording/1", "s": "lt:kz/wording/2"}
    named = tuple(ids[word] for word in sorted(evidence))
    if not named:
        with pytest.raises(lt.ReadingError, match="without evidence"):
            Outcome(id="lt:kz/outcome/1", recommendation="r", status=status)
        return
    outcome = Outcome(id="lt:kz/outcome/1", recommendation="r", status=status, evidence=named)
    corpus = lt.Corpus.of([
        outcome,
        lt.Amendment(id=ids["a"], instrument=ACT),
        lt.Assertion(id=ids["m"], about=ACT, source="s"),
        *(lt.Wording(id=ids[w], provision=f"{CODE}~art_1", lang="en", text="x") for w in "ws"),
    ])  # fmt: skip
    warned = any(p.code == "LT-CRI-005" for p in lt.validate(corpus))

    assert warned == ("a" not in evidence and not {"w", "s"} <= evidence)
    assert attrs.evolve(outcome, status=lt.UNKNOWN).status is lt.UNKNOWN
