"""Amending acts of the District of Columbia, read as modifications, give the official text that results."""

from collections import Counter

import pytest
from acceptance.dc_law import Unreadable, cases, modifications, text_of

import lawtrack as lt
from lawtrack.texts import withdraw


def _files(folder, *, unresolved):
    files = sorted(folder.glob("corpora/dc_law/cases*.jsonl.gz"))
    files = [path for path in files if ("unresolved" in path.name) is unresolved]
    if not files:
        pytest.skip(f"no file corpora/dc_law/cases*.jsonl.gz of that sort under {folder}")
    return files


def _sides(case):
    """The text to which the instructions are applied, and the text that must result."""
    before, after = text_of(case["before"]), text_of(case["after"])
    return (after, before) if case["kind"] == "lapse" else (before, after)


def _changes(case, text):
    """All modifications of a case; those that need the text see it as the earlier ones left it."""
    found = []
    for instruction in case["instructions"]:
        changes = modifications(instruction, text)
        text = lt.apply(text, changes)
        found += changes
    return found


def _print(title, outcomes):
    kinds = sorted({kind for kind, _ in outcomes})
    print(f"\n{title:44}" + "".join(f"{kind:>8}" for kind in kinds) + f"{'all':>8}")
    for told in sorted({told for _, told in outcomes}):
        counts = [outcomes[kind, told] for kind in kinds]
        print(f"{told:44}" + "".join(f"{n:8}" for n in (*counts, sum(counts))))


def test_instructions_give_the_official_text(acceptance_data):
    """Of the verified cases at least 99.5 % give exactly the official text; the others are refused.

    What is applied is also undone: the inverse leads back to the text before, and when an act lapses, from
    the passing text to the one free of it.
    """
    outcomes = Counter()
    wrong, refused = [], []
    for path in _files(acceptance_data, unresolved=False):
        for case in cases(path):
            text, official = _sides(case)
            told = "right"
            try:
                changes = _changes(case, text)
            except lt.ModificationError as fault:
                told = f"refused: {fault.code}"
                refused.append(f"{case['id']}: {fault}")
            else:
                made = lt.apply(text, changes)
                if made != official:
                    told = "wrong"
                    wrong.append(case["id"])
                elif lt.apply(made, lt.invert(text, changes)) != text:
                    told = "does not lead back"
                    wrong.append(case["id"])
            outcomes[case["kind"], told] += 1
    _print("verified cases", outcomes)
    print("\n".join(refused))
    total = outcomes.total()
    right = sum(n for (_, told), n in outcomes.items() if told == "right")
    print(f"{right} of {total} right ({right / total:.2%})")

    assert wrong == []
    assert right >= 0.995 * total


def _made(case, text):
    """The text that the instructions give, after those that vanished in the same step are taken back."""
    if not case["instructions"]:
        raise Unreadable("no instruction")
    if gone := case.get("withdrawn"):
        changes = [change for told in gone for change in modifications(told, None)]
        text = withdraw(text, changes)
    made = lt.apply(text, _changes(case, text))
    if made.has_unknown_words:
        raise Unreadable("what was there before is not known")
    return made


def test_hard_cases_are_refused_rather_than_guessed(acceptance_data):
    """Cases that nobody could reproduce: what is applied is counted as right or wrong, the rest is refused.

    Those that the data call unexplained, of another base text, in retroactive order or with corrected
    instructions may come out otherwise than printed, since nothing in them shows it.
    """
    outcomes, wrong = Counter(), Counter()
    for path in _files(acceptance_data, unresolved=True):
        for case in cases(path):
            text, official = _sides(case)
            try:
                told = "right" if _made(case, text) == official else "wrong"
            except lt.ModificationError as fault:
                told = f"refused: {fault.code}"
            except Unreadable as fault:
                told = f"refused: {fault}"
            wrong[case["reason"]] += told == "wrong"
            outcomes[case["kind"], told] += 1
    _print("unresolved cases", outcomes)
    print("wrong by reason:", dict(+wrong))

    assert outcomes.total() > 0
