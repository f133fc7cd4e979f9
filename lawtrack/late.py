"""Names of a package that are loaded when they are first asked for (PEP 562, SPEC 1 of Scientific Python)."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

__all__ = ["late_names"]


def late_names(
    package: str, /, **families: Sequence[str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """The ``__getattr__`` and ``__dir__`` of *package* for names that its modules hold.

    *families* gives for each module of the package the names it offers. The first use of a name loads the
    module and puts the name into the package, where every later use finds it as if it had been imported. The
    modules themselves are found in the same way. An import that fails says so at that first use.
    """
    homes = {name: module for module, names in families.items() for name in names}

    def get(name: str) -> object:
        if name in families:
            return import_module(f"{package}.{name}")
        if name not in homes:
            told = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(told, name=name, obj=sys.modules[package])
        held = getattr(import_module(f"{package}.{homes[name]}"), name)
        setattr(sys.modules[package], name, held)
        return held

    def names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *homes, *families})

    return get, names
