"""Word by word: exact, whole words and numbers, few hunks, moves, layout apart, quick."""

import os
import random
import subprocess
import sys
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies.wordings import pairs

from lawtrack.texts import alignment
from lawtrack.texts.alignment import changed_spans
from lawtrack.texts.differences import HunkKind, text_diff
from lawtrack.texts.tokens import folded_text


def marked(old, new, **how):
    """The difference in one line: [gone] {come} <layout>."""
    signs = {HunkKind.EQUAL: "", HunkKind.LAYOUT: "<>"}
    said = []
    for hunk in text_diff(old, new, **how).hunks:
        if hunk.kind in signs:
            sign = signs[hunk.kind]
            said.append(f"{sign[:1]}{hunk.new}{sign[1:]}")
        else:
            said.append((f"[{hunk.old}]" if hunk.old else "") + (f"{{{hunk.new}}}" if hunk.new else ""))
    return "".join(said)


@given(pairs)
def test_hunks_cover_both_texts(pair):
    """Hunks joined give each side, and equal ones are equal."""
    old, new = pair
    hunks = text_diff(old, new).hunks

    assert "".join(hunk.old for hunk in hunks) == old
    assert "".join(hunk.new for hunk in hunks) == new
    assert all(hunk.old == hunk.new for hunk in hunks if hunk.kind is HunkKind.EQUAL)
    assert all(hunk.old != hunk.new for hunk in hunks if hunk.kind is not HunkKind.EQUAL)


@given(pairs)
def test_hunks_take_turns(pair):
    """No two equal hunks and no two changes stand side by side; offsets are where the words are."""
    old, new = pair
    hunks = text_diff(old, new).hunks

    for one, other in pairwise(hunks):
        assert (one.kind is HunkKind.EQUAL) != (other.kind is HunkKind.EQUAL)
        assert (one.old_end, one.new_end) == (other.old_start, other.new_start)
    for hunk in hunks:
        assert old[hunk.old_start : hunk.old_end] == hunk.old
        assert new[hunk.new_start : hunk.new_end] == hunk.new


@given(pairs)
def test_ignoring_layout_leaves_wording(pair):
    """Without layout, what is called equal differs in layout only, and texts that do have no change."""
    old, new = pair
    diff = text_diff(old, new, ignore_layout=True)

    assert "".join(hunk.old for hunk in diff.hunks) == old
    assert "".join(hunk.new for hunk in diff.hunks) == new
    assert bool(diff.spans) == (folded_text(old) != folded_text(new))
    assert all(hunk.kind is not HunkKind.LAYOUT for hunk in diff.hunks)


@given(pairs)
def test_inverting_swaps_the_sides(pair):
    """The inverse leads from new to old, and its inverse is the difference itself."""
    diff = text_diff(*pair)

    assert "".join(hunk.new for hunk in diff.inverted().hunks) == pair[0]
    assert diff.inverted().inverted() == diff


@given(st.text())
def test_a_text_does_not_differ_from_itself(text):
    """Equal texts have no change."""
    assert text_diff(text, text).changes == ()
    assert not text_diff(text, text)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("up to three years", "up to five years", "up to [three]{five} years"),
        ("a fine of 75 000 euros", "a fine of 15 000 euros", "a fine of [75 000]{15 000} euros"),
        ("a fine of 3 000 000 F.", "a fine of 450 000 euros.", "a fine of [3 000 000 F]{450 000 euros}."),
        ("costs 1.500", "costs 1.700", "costs [1.500]{1.700}"),
        ("may, on request, grant", "may grant", "may[, on request,] grant"),
        ("One. Three.", "One. Two. Three.", "One. {Two. }Three."),
        ("a) x;\nb) y;\n", "a) x;\nab) z;\nb) y;\n", "a) x;\n{ab) z;\n}b) y;\n"),
        ("", "new", "{new}"),
        ("old", "", "[old]"),
        ("第五条 三年", "第五条 五年", "第五条 [三]{五}年"),
        ("he shall pay and leave", "he may pay or leave", "he [shall]{may} pay [and]{or} leave"),
        (
            "Whoever enters the land of another without leave commits an offence.",
            "A person entering private ground without permission, commits the offence.",
            "[Whoever enters the land of another]{A person entering private ground} without"
            " [leave]{permission,} commits [an]{the} offence.",
        ),
    ],
)
def test_reads_as_a_lawyer_marks_it(old, new, expected):
    """Whole words and numbers, at the seams of sentences and lines, without chance blanks between."""
    assert marked(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("75000 €", "75 000 €", "<75 000> €"),
        ("l'État peut", "l’État doit", "l<’>État [peut]{doit}"),
        ("a b", "a\nb", "a<\n>b"),
        ("§ 5", "§5", "§<>5"),
        ("ab c", "a bc", "[ab c]{a bc}"),
    ],
)
def test_layout_is_told_apart(old, new, expected):
    """A change of layout is a hunk of its own kind; a blank that makes other words is not layout."""
    assert marked(old, new) == expected


def test_layout_ignored_is_equal():
    """Whoever ignores layout sees the words."""
    assert marked("« l'État »  peut", "“l’État” doit", ignore_layout=True) == "“l’État” [peut]{doit}"
    assert marked("a Verfassungsgericht", "a  Verfassungsgerichte", ignore_layout=True) == (
        "a  [Verfassungsgericht]{Verfassungsgerichte}"
    )


def test_moved_paragraph_is_found():
    """A paragraph that went elsewhere is one move; one that changed on the way is none."""
    kept = [f"Paragraph {n} says what people of class {n} must do in year {n}.\n" for n in range(8)]
    moving = "Nobody shall be held without charge for more than two days.\n"
    old = "".join([*kept[:2], moving, *kept[2:]])
    new = "".join([*kept[:6], moving, *kept[6:]])

    (move,) = text_diff(old, new).moves

    assert (
        move.text
        == moving.strip()
        == old[move.old_start : move.old_end]
        == new[move.new_start : move.new_end]
    )
    assert text_diff(old, new.replace("two days", "six days")).moves == ()


def test_paragraphs_moved_together_are_one_move():
    """Lines that follow each other at both places are one move."""
    kept = [f"Paragraph {n} says what people of class {n} must do in year {n}.\n" for n in range(9)]
    moving = "Nobody shall be held without charge for two days.\n\nNobody shall be held in secret at all.\n"
    diff = text_diff("".join([moving, *kept]), "".join([*kept, moving]))

    assert [move.text for move in diff.moves] == [moving.strip()]


@given(pairs)
def test_moves_are_the_same_words_twice(pair):
    """What is called moved stands at both places."""
    old, new = (text.replace(" ", " and so on and on ") for text in pair)

    for move in text_diff(old, new).moves:
        assert old[move.old_start : move.old_end] == new[move.new_start : move.new_end] == move.text


class Clash(str):
    """A word whose hash is that of every other."""

    __slots__ = ()

    def __hash__(self):
        return 7


def test_words_with_one_hash_are_not_equal():
    """Two words with the same hash, which rapidfuzz takes for one, do not make an equal stretch."""
    ours, theirs = [Clash("ab"), Clash("cd")], [Clash("xy"), Clash("cd")]

    assert alignment._matched(ours, theirs) == [(1, 1, 1)]


@pytest.mark.parametrize("seed", range(3))
def test_long_rows_are_exact_too(seed, monkeypatch):
    """Anchors, gaps and even cuts, which only long texts need, leave equal what they say is equal."""
    monkeypatch.setattr(alignment, "_MOST_PAIRS", 60)
    monkeypatch.setattr(alignment, "_LONG", 40)
    dice = random.Random(seed)
    for _ in range(60):
        words = [
            dice.choice(["a", "b", "cc", "day", "fine", f"w{dice.randrange(40)}", "\n"]) for _ in range(90)
        ]
        old = " ".join(words)
        for _ in range(dice.randrange(8)):
            at, to = sorted((dice.randrange(90), dice.randrange(90)))
            words[at:to] = dice.choice([[], words[to : to + 9], ["new", "words\n"]])
            words += ["x"] * (90 - len(words))
        new = " ".join(words)
        a = b = 0
        for start, end, there, to in (*changed_spans(old, new), (len(old), len(old), len(new), len(new))):
            assert old[a:start] == new[b:there]
            a, b = end, to


@pytest.mark.parametrize(
    "make",
    [
        lambda dice, n: " ".join(dice.choice("ab") for _ in range(n)),
        lambda dice, n: "".join(dice.choice("第五条罪刑年") for _ in range(n)),
        lambda dice, n: "\n".join(dice.choice(["Repealed.", "(a)", ""]) for _ in range(n)),
        lambda dice, n: "x" * n + str(dice.random()),
        lambda dice, n: " " * dice.randrange(n),
        lambda dice, n: " ".join(str(dice.randrange(n)) for _ in range(n)),
    ],
    ids=["two words", "no blanks", "short lines", "one word", "blanks", "all different"],
)
def test_nothing_takes_long(make):
    """Hostile pairs of a few hundred thousand characters end within seconds, and give both sides back."""
    dice = random.Random(5)
    old, new = make(dice, 200_000), make(dice, 200_000)

    start = perf_counter()
    diff = text_diff(old, new)
    taken = perf_counter() - start

    assert "".join(hunk.new for hunk in diff.hunks) == new
    assert taken < 20  # a product of lengths would take hours; a busy machine may take ten times the usual


SAID = """
import lawtrack as lt
old = "a b c d a b c the fine of ten days. The fine is 75 000 F, and more.\\nNobody is heard.\\n" * 3
new = "b a c the d a fines of ten day. A fine of 75 000 euros, and more.\\nNobody was heard.\\n" * 4
print(lt.diff(old, new).spans, lt.redline(old, new).html)
"""


def test_the_same_whatever_the_seed_of_hashes():
    """Words are compared by hash inside rapidfuzz; which hash they have makes no difference."""
    said = {
        subprocess.run(
            [sys.executable, "-c", SAID],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(said) == 1
