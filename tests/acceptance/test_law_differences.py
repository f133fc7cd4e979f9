"""Versions of whole laws and of single provisions: differences are exact, few, and quick."""

import time

import pytest
from benchmarks.law_texts import small_wordings, whole_laws

import lawtrack as lt
from lawtrack.texts.differences import HunkKind


def _checked(pairs, **how):
    """Seconds of processor time for each pair; every difference covers both texts exactly."""
    taken = []
    for old, new in pairs:
        start = time.process_time()
        diff = lt.diff(old, new, **how)
        taken.append(time.process_time() - start)
        assert "".join(hunk.old for hunk in diff.hunks) == old
        assert "".join(hunk.new for hunk in diff.hunks) == new
        if not how:
            assert all(hunk.old == hunk.new for hunk in diff.hunks if hunk.kind is HunkKind.EQUAL)
    return taken


def _told(what, pairs, taken):
    total = sum(len(old) + len(new) for old, new in pairs) / 2e6
    print(
        f"\n{what:40}{len(pairs):7} pairs{total:8.2f} M characters"
        f"{sum(taken):8.2f} s, longest {max(taken):.3f} s"
    )


@pytest.mark.parametrize("how", [{}, {"ignore_layout": True}], ids=["exact", "without layout"])
def test_whole_laws(acceptance_data, how):
    """Neighbouring and far versions of every law of 100 000 characters and more; none takes two seconds."""
    pairs = whole_laws(acceptance_data)
    if not pairs:
        pytest.skip(f"no corpora/*/*.bundle or corpora/*/*.tar.xz with long laws under {acceptance_data}")
    taken = _checked(pairs, **how)
    _told(f"whole laws {how or ''}", pairs, taken)

    assert max(taken) < 2


def test_wordings_of_provisions(acceptance_data):
    """Consecutive wordings of single provisions, from every source that has some."""
    pairs = small_wordings(acceptance_data, 1500)
    if not pairs:
        pytest.skip(f"no wordings of provisions under {acceptance_data}")
    taken = _checked(pairs)
    _told("wordings of provisions", pairs, taken)

    assert max(taken) < 2
