"""What ``import lawtrack`` brings along, seen from a fresh interpreter."""

import json
import os
import subprocess
import sys

import pytest

DEPENDENCIES = {"attr", "attrs", "cattrs", "dateutil"}
"""Run-time dependencies, as modules; attrs installs two."""

BROUGHT_BY_DEPENDENCIES = {
    "typing_extensions",  # cattrs reads newer annotations through it on every Python
    "six",  # python-dateutil up to 2.9 needs it
}

LOOK = """
import json, sys
before = set(sys.modules)
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import lawtrack
json.dump({"loaded": sorted(set(sys.modules) - before), "opened": opened[:]}, sys.stdout)
"""

WORK = """
import lawtrack as lt
corpus = lt.example("kazakhstan")
print(len(lt.effects(corpus)), lt.digest(corpus), lt.sentence_changes(corpus), lt.brief(corpus))
"""


def fresh(*arguments, **environment):
    """What a fresh interpreter prints; one that fails fails the test with what it said."""
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, encoding="utf-8",
        env=os.environ | {"PYTHONUTF8": "1"} | environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def look():
    """Modules that importing lawtrack loads, and files that it opens."""
    return json.loads(fresh("-c", LOOK))


def test_only_run_time_dependencies_are_loaded(look):
    """No distribution but the three dependencies, and what those need themselves, is loaded."""
    distributions = {name.partition(".")[0] for name in look["loaded"]}
    outside = distributions - set(sys.stdlib_module_names) - {"lawtrack"}

    assert outside <= DEPENDENCIES | BROUGHT_BY_DEPENDENCIES
    assert {"attrs", "dateutil"} <= outside


def test_families_are_loaded_late(look):
    """What reads, asks, checks and writes waits for the first use of one of its names."""
    late = ("lawtrack.queries", "lawtrack.readers", "lawtrack.writers", "lawtrack.codec", "lawtrack.checks")

    assert [name for name in look["loaded"] if name.startswith((*late, "cattrs"))] == []


def test_command_line_is_not_loaded(look):
    """Neither the command line nor what draws on terminals is loaded."""
    assert {"lawtrack.cli", "click", "rich"} & set(look["loaded"]) == set()


def test_no_guessing_parser_is_loaded(look):
    """dateutil.parser, which fills gaps in a date from today, is not loaded."""
    assert "dateutil.parser" not in look["loaded"]


def test_no_data_is_read(look):
    """Importing reads program files only: vocabulary, hedges and examples wait until they are asked for."""
    program = (".py", ".pyc", ".so", ".pyd", ".dll")

    assert [path for path in look["opened"] if not path.endswith(program)] == []


@pytest.mark.parametrize("switch", ["-Werror", "-O", "-OO"])
def test_imports_under_switch(switch):
    """Importing raises no warning, and needs neither assertions nor docstrings."""
    assert fresh(switch, "-c", "import lawtrack; print(lawtrack.__version__)").strip()


def test_answers_do_not_depend_on_switches():
    """Questions have the same answers with warnings as errors and without assertions and docstrings."""
    plain = fresh("-c", WORK)

    assert fresh("-Werror", "-c", WORK) == plain
    assert fresh("-OO", "-c", WORK) == plain


def test_answers_do_not_depend_on_hash_seed_or_locale():
    """The same questions have the same answers whatever the seed of hashes, the locale and the time zone."""
    one = fresh("-c", WORK, PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC")

    assert fresh("-c", WORK, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Almaty") == one
