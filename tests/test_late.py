"""Names of the package root that are loaded at first use, and expressions compiled at first use."""

import ast
import copy
import importlib
import pickle
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import lawtrack
from lawtrack.late import late_names
from lawtrack.patterns import _Late, pattern

ROOT = Path(lawtrack.__file__)


def imported_for_type_checkers():
    """Names by module, as the root's imports under TYPE_CHECKING have them."""
    tree = ast.parse(ROOT.read_text("utf-8"))
    (branch,) = (n for n in tree.body if isinstance(n, ast.If) and ast.unparse(n.test) == "TYPE_CHECKING")
    return {node.module: tuple(alias.name for alias in node.names) for node in branch.body}


def named_late():
    """Names by module, as the root's call of late_names has them."""
    tree = ast.parse(ROOT.read_text("utf-8"))
    (call,) = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == "late_names")
    return {word.arg: ast.literal_eval(word.value) for word in call.keywords}


def fresh(program):
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_type_checkers_see_the_names_that_are_loaded_late():
    """The imports for type checkers and the table of late names are the same, in the same order."""
    assert imported_for_type_checkers() == named_late()


def test_names_are_listed_before_they_are_loaded():
    """dir() of a package just imported has every public name."""
    program = "import lawtrack; print(sorted(set(lawtrack.__all__) - set(dir(lawtrack))))"

    assert fresh(program) == "[]"


def test_star_import_brings_every_name():
    """``from lawtrack import *`` brings the late names too."""
    program = (
        "from lawtrack import *; import lawtrack; print([n for n in lawtrack.__all__ if n not in globals()])"
    )

    assert fresh(program) == "[]"


def test_modules_of_late_names_are_found():
    """The module of a late family is an attribute of the package without an import of its own."""
    assert fresh("import lawtrack; print(lawtrack.queries.__name__)") == "lawtrack.queries"


def test_late_function_survives_pickling():
    """A late function is pickled by its name, in a process that had not used it."""
    assert pickle.loads(pickle.dumps(lawtrack.effects)) is lawtrack.queries.effects


def test_slip_raises_attribute_error_with_suggestion():
    """A name the package does not have raises AttributeError, to which Python adds the nearest name."""
    program = "import lawtrack\ntry:\n    lawtrack.efects\nexcept AttributeError as e: print(e.name, '|', e)"

    assert fresh(program) == "efects | module 'lawtrack' has no attribute 'efects'"


def test_used_name_stays_in_the_package():
    """After its first use a name is an ordinary attribute, so that later uses cost nothing."""
    assert fresh("import lawtrack; lawtrack.effects; print('effects' in vars(lawtrack))") == "True"


def test_failing_family_fails_at_use_and_again():
    """A family that cannot be imported raises at each use of one of its names, not when the table is made."""
    get, _ = late_names("lawtrack", no_such_family=("thing",))

    for _attempt in range(2):
        with pytest.raises(ModuleNotFoundError):
            get("thing")


def test_every_expression_compiles():
    """Each regular expression of the package that is compiled late is a valid one."""
    names = [m.name for m in pkgutil.walk_packages(lawtrack.__path__, "lawtrack.")]
    found = [held for name in names for held in vars(importlib.import_module(name)).values()]
    late = [held for held in found if isinstance(held, _Late)]

    assert len(late) > 40
    assert all(held.pattern for held in late)


def test_late_expression_works_like_a_compiled_one():
    """Methods and attributes of a compiled expression are there, and a copy works."""
    late = pattern(r"(?P<digit>[0-9])")

    assert late.fullmatch("7")["digit"] == "7"
    assert copy.copy(late).groups == 1
    assert not hasattr(late, "no_such_method")
