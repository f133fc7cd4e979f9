"""Our own difference of each pair of versions leads from the one to the other, exactly, and back."""

import time

import pytest
from acceptance.ecfr import Part

import lawtrack as lt


def test_difference_of_every_pair_of_versions(acceptance_data):
    """Of every part: ``apply(old, diff(old, new)) == new``, ``invert`` leads back, and no pair takes long."""
    files = sorted(acceptance_data.glob("corpora/ecfr_atf/part*.jsonl.gz"))
    if not files:
        pytest.skip(f"no file corpora/ecfr_atf/part*.jsonl.gz under {acceptance_data}")
    wrong = []
    print(
        f"\n{'file':24}{'pairs':>7}{'exact':>7}{'back':>7}{'changes':>9}{'theirs':>8}{'seconds':>9}{'longest':>9}"
    )
    for path in files:
        part = Part(path)
        exact = back = changes = theirs = 0
        times = []
        for pair in part.diffs:
            old, new = part.trees[pair["from"]], part.trees[pair["to"]]
            start = time.perf_counter()
            diff = lt.diff(old, new)
            times.append(time.perf_counter() - start)
            changes += len(diff.changes)
            theirs += len(pair["entries"])
            is_exact = lt.apply(old, diff) == new
            leads_back = lt.apply(new, lt.invert(old, diff)) == old
            exact, back = exact + is_exact, back + leads_back
            if not (is_exact and leads_back):
                wrong.append((path.name, pair["from"], pair["to"]))
        print(
            f"{path.name:24}{len(part.diffs):7}{exact:7}{back:7}{changes:9}{theirs:8}{sum(times):9.2f}{max(times):9.3f}"
        )

    assert wrong == []
