"""The names that lawtrack offers: sorted, present, explained, and hiding nothing."""

import importlib
import inspect
import pkgutil
import re
import runpy
from pathlib import Path

import pytest

import lawtrack

ROOT = Path(__file__).parents[1]
REGENERATE = "docs/reference.md is not what the docstrings say: run `python docs/reference.py`"

MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(lawtrack.__path__, "lawtrack.")
    if not found.name.startswith("lawtrack.cli")  # asks for click, which the rest does without
)


def sort_key(name):
    """Constants, then classes, then the rest, numbers in names by size: ruff's order of ``__all__``."""
    rank = 0 if name.isupper() and len(name) > 1 else 1 if name[0].isupper() else 2
    return rank, [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", name)]


def listed_names():
    for module in map(importlib.import_module, ("lawtrack", *MODULES)):
        yield from ((module, name) for name in getattr(module, "__all__", ()))


def test_public_names_are_sorted():
    """The root lists constants, then classes, then functions, each in order and once."""
    assert lawtrack.__all__ == sorted(set(lawtrack.__all__), key=sort_key)


def test_every_listed_name_is_there():
    """Whatever a module lists in ``__all__`` can be imported from it."""
    missing = [f"{module.__name__}.{name}" for module, name in listed_names() if not hasattr(module, name)]

    assert missing == []


@pytest.mark.parametrize("name", [n for n in lawtrack.__all__ if callable(getattr(lawtrack, n))])
def test_every_class_and_function_explains_itself(name):
    """A public class or function has a docstring of its own that is a sentence."""
    thing = getattr(lawtrack, name)
    own = vars(thing).get("__doc__") if inspect.isclass(thing) else thing.__doc__

    assert own
    assert re.search(r"[.?!](\s|$)", own)


def test_public_methods_explain_themselves():
    """So do the public methods and properties of the public classes."""
    silent = [
        f"{cls.__name__}.{attribute}"
        for cls in (getattr(lawtrack, name) for name in lawtrack.__all__)
        if inspect.isclass(cls)
        for attribute, value in vars(cls).items()
        if not attribute.startswith("_")
        and (inspect.isfunction(value) or isinstance(value, property | classmethod | staticmethod))
        and not inspect.getdoc(getattr(cls, attribute))
    ]

    assert silent == []


def test_no_name_hides_a_module():
    """No public name is that of a module, so ``import lawtrack.x`` always gives the module x."""
    modules = {found.name for found in pkgutil.iter_modules(lawtrack.__path__)}

    assert modules & set(lawtrack.__all__) == set()
    assert all(inspect.ismodule(vars(lawtrack)[name]) for name in modules & vars(lawtrack).keys())


def test_reference_page_is_current():
    """docs/reference.md lists exactly the public names, each with the first sentence of its docstring."""
    tool = runpy.run_path(str(ROOT / "docs" / "reference.py"))
    page = (ROOT / "docs" / "reference.md").read_text("utf-8")

    assert page == tool["page"](), REGENERATE


def test_reference_page_lists_every_name_once():
    """Each public name has one line on the page, and nothing else has."""
    page = (ROOT / "docs" / "reference.md").read_text("utf-8")

    assert sorted(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == sorted(lawtrack.__all__), REGENERATE
