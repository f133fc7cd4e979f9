"""Times lawtrack against named alternatives in the same run: python -m tests.benchmarks [--smoke]

Ratios matter, not milliseconds: cases take turns on the same machine. ``--smoke`` runs everything once at
a tiny size and judges no times; it fails only when something raises.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import attrs

import lawtrack as lt

from .clauses import clause_rows, growth_rows
from .comparison import all_pairs_rows, package_rows, rank_rows
from .critiques import critique_rows
from .differences import differences_measured
from .generate import generated_corpus_data
from .histories import histories, reading, size_of
from .questions import plain_scan, questions
from .texts import changing, clashing, exchanging, inserting, looking_up, replaying
from .timing import in_turns, ms, seconds

ROOT = Path(__file__).parents[2]

COLUMNS = ("what", "ms", "first ms", "against", "its ms", "ratio", "aim", "met")
Row = tuple[str, ...]


def row(what: str, time: float, against: str, other: float, aim: float | None = None, first: str = "") -> Row:
    """One line of the table; *aim* is in seconds."""
    told = ("", "") if aim is None else (f"{aim * 1000:.0f} ms", "yes" if time <= aim else "NO")
    return what, ms(time), first, against, ms(other), f"{time / other:.3g}", *told


def imports(rounds: int) -> Iterator[Row]:
    """A fresh interpreter importing lawtrack, its dependencies, or nothing; compiled files are in place."""
    with tempfile.TemporaryDirectory() as cache:
        # Whoever installs a package has it compiled, whatever this shell says about writing bytecode.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache

        def run(program: str) -> None:
            subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, env=environment)

        programs = {
            "nothing": "pass",
            "dependencies": "import attrs, cattrs, dateutil.relativedelta",
            "lawtrack": "import lawtrack",
            "used": "import lawtrack; lawtrack.read, lawtrack.effects, lawtrack.write, lawtrack.validate",
        }
        cases = {name: lambda program=program: run(program) for name, program in programs.items()}
        in_turns(cases, 1)
        times = in_turns(cases, rounds)
    empty = times["nothing"]
    yield row("import lawtrack", times["lawtrack"], "empty interpreter", empty)
    yield row(
        "… over an empty interpreter", times["lawtrack"] - empty,
        "its three dependencies", times["dependencies"] - empty, aim=0.150,
    )  # fmt: skip
    yield row(
        "… and every family used once", times["used"] - empty, "without their use", times["lawtrack"] - empty
    )


def loading_example(rounds: int) -> Iterator[Row]:
    """The shipped corpus against reading the same files with the standard library."""
    files = sorted((ROOT / "fixtures" / "kazakhstan").glob("*.toml"))
    times = in_turns(
        {
            "lawtrack": lambda: lt.example("kazakhstan"),
            "plain": lambda: [tomllib.loads(path.read_text("utf-8")) for path in files],
        },
        rounds,
    )
    yield row("example('kazakhstan')", times["lawtrack"], "tomllib.loads", times["plain"])


def loading_generated(path: Path, rounds: int) -> Iterator[Row]:
    """A large corpus against reading the same file with the standard library."""
    times = in_turns(
        {"lawtrack": lambda: lt.read(path), "plain": lambda: json.loads(path.read_text("utf-8"))}, rounds
    )
    corpus = lt.read(path)
    what = f"read {len(corpus.effects)} effects, {len(corpus.assertions)} assertions"
    yield row(what, times["lawtrack"], "json.loads", times["plain"], aim=3.0)


def asking(corpus: lt.Corpus, rounds: int) -> Iterator[Row]:
    """Each question: the first time on a corpus that was asked nothing yet, and the median of later times."""
    for name, ask in questions(corpus).items():
        fresh = attrs.evolve(corpus)
        first = seconds(lambda ask=ask, fresh=fresh: ask(fresh))
        times = in_turns(
            {"ask": lambda ask=ask, fresh=fresh: ask(fresh), "scan": lambda fresh=fresh: plain_scan(fresh)},
            rounds,
        )
        yield row(name, times["ask"], "scan of effects", times["scan"], aim=0.050, first=ms(first))


def texts(smoke: bool) -> Iterator[Row]:
    """Changing trees, replaying real differences, and finding the text of a day."""
    rounds = 1 if smoke else 7
    what, cases = changing(40 if smoke else 1500)
    times = in_turns(cases, rounds)
    yield row(what, times["lawtrack"], "dict of strings", times["plain"])
    what, cases = inserting(200 if smoke else 4000)
    times = in_turns(cases, 1 if smoke else 3)
    yield row(what, times["all"], "half of them", times["half"])
    what, cases = exchanging(40 if smoke else 2000)
    times = in_turns(cases, 1 if smoke else 3)
    yield row(what, times["all"], "half of them", times["half"])
    what, cases = clashing(10 if smoke else 60)
    times = in_turns(cases, 1 if smoke else 3)
    yield row(what, times["one"], "in units of their own", times["apart"])
    if replay := replaying(3 if smoke else None):
        what, cases = replay
        times = in_turns(cases, 1 if smoke else 3)
        yield row(what, times["lawtrack"], "json.loads of them", times["plain"], aim=2.0)
    what, cases = looking_up(20)
    times = in_turns(cases, rounds)
    yield row(what, times["lawtrack"], "dict and bisect", times["plain"], aim=1.2 * times["plain"])


def git_histories(smoke: bool) -> Iterator[Row]:
    """Laws through all their versions, in time and in memory."""
    with tempfile.TemporaryDirectory() as folder:
        for place in histories(Path(folder), 1 if smoke else None):
            what, cases = reading(place)
            times = in_turns(cases, 1 if smoke else 5)
            ours, every = times["lawtrack"], times["every"]
            yield row(what, ours, "cat-file, every file", every, aim=2 * every)
            # For comparison: no reader can ask so that does not know the hashes.
            yield row("… objects of all versions once", ours, "cat-file, objects once", times["once"])
            held, text = size_of(place)
            ratio = held / text
            met = "yes" if ratio <= 5 else "NO"
            yield (
                "… memory of all, MB", f"{held / 1e6:.3g}", "", "the last text in its file",
                f"{text / 1e6:.3g}", f"{ratio:.3g}", "5 times", met,
            )  # fmt: skip


def measured(smoke: bool) -> Iterator[Row]:
    """All rows, in order, as they come."""
    few = 1 if smoke else 3
    effects, assertions = (50, 100) if smoke else (10_000, 50_000)
    yield from imports(1 if smoke else 15)
    yield from loading_example(1 if smoke else 7)
    for what, time, against, other, aim in (*all_pairs_rows(few), *package_rows(few), *rank_rows(few)):
        yield row(what, time, against, other, aim=aim)
    yield from texts(smoke)
    yield from git_histories(smoke)
    for what, time, against, other, aim in (*clause_rows(1 if smoke else 7), *growth_rows(1 if smoke else 3)):
        yield row(what, time, against, other, aim=aim)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "generated.json"
        data = generated_corpus_data(effects, assertions)
        path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        yield from loading_generated(path, 1 if smoke else 3)
        yield from asking(lt.read(path), 1 if smoke else 5)
        many = 60 if smoke else 10_000
        for what, time, against, other, aim, first in critique_rows(many, path, 1 if smoke else 5):
            yield row(what, time, against, other, aim=aim, first=ms(first))
    yield from differences_measured(smoke)


def main() -> None:
    """Print the table, a line as soon as it is known."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--smoke", action="store_true", help="tiny sizes, once; judges no times")
    smoke = parser.parse_args().smoke
    widths = (44, 8, 9, 23, 8, 7, 8, 3)
    for cells in ([COLUMNS], measured(smoke)):
        for line in cells:
            shown = line if not smoke or line is COLUMNS else (*line[:-2], "", "")
            print(
                " ".join(cell.ljust(width) for cell, width in zip(shown, widths, strict=True)).rstrip(),
                flush=True,
            )


if __name__ == "__main__":
    main()
