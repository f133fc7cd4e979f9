"""Differences made by another program, read as modifications, lead from each version to each other one."""

import time

import pytest
from acceptance.ecfr import Part, differences, modifications

import lawtrack as lt


def _parts(folder):
    files = sorted(folder.glob("corpora/ecfr_atf/part*.jsonl.gz"))
    if not files:
        pytest.skip(f"no file corpora/ecfr_atf/part*.jsonl.gz under {folder}")
    return {path.name: Part(path) for path in files}


def test_supplied_differences_give_the_supplied_versions(acceptance_data):
    """Every pair of versions: applied to the one, the difference gives the other, white space aside.

    Inverted, it leads back to exactly the tree from which it started. Types of units are no part of the
    supplied differences; where only they differ, the table says so.
    """
    wrong = []
    print(f"\n{'file':24}{'pairs':>7}{'right':>7}{'types':>7}{'agrees: no':>12}{'changes':>9}{'seconds':>9}")
    for name, part in _parts(acceptance_data).items():
        right = types = left_out = changes = 0
        spent = 0.0
        for diff in part.diffs:
            old, new = part.trees[diff["from"]], part.trees[diff["to"]]
            told = modifications(old, diff["entries"])
            start = time.perf_counter()
            made = lt.apply(old, told)
            spent += time.perf_counter() - start
            changes += len(told)
            found = differences(made, new)
            types += found.pop("type", 0) > 0
            left_out += diff["agrees"] == "no"
            right += not found
            if found and diff["agrees"] != "no":
                wrong.append((name, diff["from"], diff["to"], dict(found)))
            if lt.apply(made, lt.invert(old, told)) != old:
                wrong.append((name, diff["from"], diff["to"], "does not lead back"))
        print(f"{name:24}{len(part.diffs):7}{right:7}{types:7}{left_out:12}{changes:9}{spent:9.2f}")

    assert wrong == []
