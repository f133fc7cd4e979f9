"""Files that come with lawtrack: its data tables, and the folder of example corpora.

Found beside the code rather than through importlib.resources, whose import alone would take a twentieth of
the time that importing lawtrack takes. tomllib and pathlib are imported at first use, for the same reason.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["examples_folder", "read_table"]


def _package() -> "Path":
    from pathlib import Path

    return Path(__file__).parent


def read_table(name: str) -> dict[str, Any]:
    """The data table of that name, such as ``hedges``."""
    import tomllib

    return tomllib.loads((_package() / "data" / f"{name}.toml").read_text("utf-8"))


def examples_folder() -> "Path":
    """The folder that holds one folder for each example corpus."""
    package = _package()
    packed = package / "fixtures"
    # In a working copy the examples stand beside the package; in a wheel they are inside it.
    return packed if packed.is_dir() else package.parent / "fixtures"
