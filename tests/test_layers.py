"""Imports point down: the table of layers, and the two rules that keep it true."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lawtrack"
PAGE = ROOT / "docs" / "layers.md"

LAYERS: dict[str, tuple[str, ...]] = {
    "0": (
        "arguments", "calls", "codes", "commencement_rules", "countries", "dates", "equality", "errors",
        "hedges", "identifiers", "languages", "late", "lexicon", "missing", "number_words", "passages",
        "patterns", "ranges", "shipped", "tables", "verdicts",
    ),
    "1a": ("penalties",),
    "1b": ("model", "sentencing"),
    "2a": ("corpus", "kinds", "references", "vocabulary"),
    "2b": ("checks",),
    "3": ("codec",),
    "4": (
        "histories",
        "interplay",
        "moved_days",
        "readers",
        "sanction_text",
        "spells",
        "texts",
        "timelines",
        "writers",
    ),
    "5": ("consolidation", "schedules"),
    "6": ("claims", "coding", "comparison", "queries", "validation"),
    "7": ("__main__", "cli", "lawtrack", "plots"),
}  # fmt: skip
"""Modules and folders of the package from the ground up; ``lawtrack`` stands for the package root."""

OUTSIDE = {"attrs", "cattrs", "dateutil"}
"""Distributions that a module may import while it loads; the command line may use one more."""

OUTSIDE_OF_CLI = OUTSIDE | {"click"}


def modules_in(package: Path) -> dict[str, Path]:
    """Every module below *package* by dotted name; a folder's name stands for its ``__init__``."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(name: str, path: Path, known: dict[str, Path]) -> Iterator[str]:
    """Dotted names of what a module imports, wherever in it: modules of the package in full, others too."""
    home = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = home[: len(home) + 1 - node.level] if node.level else []
            source = ".".join((*base, *([node.module] if node.module else [])))
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                yield inner if inner in known else source


def graph_of(package: Path) -> dict[str, set[str]]:
    """For each module of *package* the modules of it that it imports, with the folders those load first."""
    known = modules_in(package)
    graph = {}
    for name, path in known.items():
        wanted = set()
        for target in imports_of(name, path, known):
            parts = target.split(".")
            above = {".".join(parts[:i]) for i in range(2, len(parts))}
            # Loading a module loads the folders around it; those around the importer are loading already.
            wanted |= {target} | {folder for folder in above if not name.startswith(f"{folder}.")}
        graph[name] = {target for target in wanted if target in known and target != name}
    return graph


def unit_of(name: str) -> str:
    """The entry of the table that a dotted name belongs to."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "lawtrack"


def layer_faults(package: Path, layers: dict[str, tuple[str, ...]]) -> list[str]:
    """A sentence for each import that points up and each module that no layer has."""
    height = {unit: i for i, units in enumerate(layers.values()) for unit in units}
    row = {unit: layer for layer, units in layers.items() for unit in units}
    graph = graph_of(package)
    homeless = sorted({unit_of(name) for name in graph} - height.keys())
    faults = [
        f"{unit!r} is in no layer: add it to LAYERS in tests/test_layers.py and to docs/layers.md, "
        "in the lowest layer that is above all it imports"
        for unit in homeless
    ]
    for name, targets in graph.items():
        for target in sorted(targets):
            below, above = unit_of(name), unit_of(target)
            if below in height and above in height and height[above] > height[below]:
                faults.append(
                    f"{name} (layer {row[below]}) imports {target} (layer {row[above]}), which is above"
                )
    return faults


def circle_in(graph: dict[str, set[str]]) -> list[str]:
    """The modules of one circle of imports, or nothing."""
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as fault:
        return list(fault.args[1])
    return []


def between_units(graph: dict[str, set[str]]) -> dict[str, set[str]]:
    """The same graph with each folder as one."""
    merged: dict[str, set[str]] = {}
    for name, targets in graph.items():
        units = {unit_of(target) for target in targets} - {unit_of(name)}
        merged.setdefault(unit_of(name), set()).update(units)
    return merged


def loaded_from_outside(path: Path) -> set[str]:
    """Distributions that a module imports while it loads: not in functions, not for type checkers only."""
    found = set()
    todo: list[ast.AST] = [ast.parse(path.read_text("utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            todo += node.orelse
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.partition(".")[0])
        todo += ast.iter_child_nodes(node)
    return found - sys.stdlib_module_names - {"lawtrack"}


def table_in_words() -> dict[str, tuple[str, ...]]:
    """The table of docs/layers.md: layer, then the modules named in backquotes."""
    rows = re.findall(r"^\| *(\d\w?) *\|([^|]*)\|", PAGE.read_text("utf-8"), re.MULTILINE)
    return {layer: tuple(re.findall(r"`(\w+)/?`", cell)) for layer, cell in rows}


def write(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.py").write_text(text, "utf-8")
    return folder


def test_imports_point_down():
    """A module imports only what stands in its own layer or below it."""
    assert layer_faults(PACKAGE, LAYERS) == []


def test_no_circles_among_modules():
    """No module imports, through whatever others, itself."""
    assert circle_in(graph_of(PACKAGE)) == []


def test_no_circles_among_folders():
    """Folders do not import each other, even through different modules of theirs."""
    assert circle_in(between_units(graph_of(PACKAGE))) == []


def test_every_entry_of_the_table_exists():
    """The table names no module that is gone."""
    units = {unit_of(name) for name in modules_in(PACKAGE)}

    assert {unit for row in LAYERS.values() for unit in row} - units == set()


def test_docs_show_the_same_table():
    """docs/layers.md names the same modules in the same layers, lowest first."""
    assert table_in_words() == LAYERS


def test_no_module_for_odds_and_ends():
    """No module is called utils, helpers, common or misc: what it holds has a subject to be named after."""
    last = {name: name.rpartition(".")[2].strip("_") for name in modules_in(PACKAGE)}

    assert [name for name, word in last.items() if re.fullmatch("(util|helper|common|misc)s?", word)] == []


def test_only_run_time_dependencies_are_loaded():
    """Outside functions, modules import attrs, cattrs and dateutil; the command line also click and rich."""
    extra = {
        name: loaded_from_outside(path) - (OUTSIDE_OF_CLI if unit_of(name) == "cli" else OUTSIDE)
        for name, path in modules_in(PACKAGE).items()
    }

    assert {name: found for name, found in extra.items() if found} == {}


def test_no_module_guesses_dates():
    """dateutil.parser, which fills gaps in a date from today, is imported nowhere."""
    known = modules_in(PACKAGE)
    guessing = {
        name
        for name, path in known.items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (isinstance(node, ast.Import | ast.ImportFrom) and "dateutil.parser" in ast.unparse(node))
        or (isinstance(node, ast.ImportFrom) and node.module == "dateutil" and "parser" in ast.unparse(node))
    }  # fmt: skip

    assert guessing == set()


def test_guard_sees_an_import_that_points_up(tmp_path):
    """A lower module that imports a higher one is named, also when it does so inside a function."""
    package = tmp_path / "lawtrack"
    package.mkdir()
    write(package, __init__="", low="def late():\n    from . import high\n", high="")

    (fault,) = layer_faults(package, {"0": ("low",), "1": ("high", "lawtrack")})

    assert "lawtrack.low (layer 0) imports lawtrack.high (layer 1)" in fault


def test_guard_sees_a_module_without_a_layer(tmp_path):
    """A module that the table lacks is named, with what to do about it."""
    package = tmp_path / "lawtrack"
    package.mkdir()
    write(package, __init__="", stray="")

    (fault,) = layer_faults(package, {"0": ("lawtrack",)})

    assert "'stray' is in no layer: add it to LAYERS" in fault


def test_guard_sees_a_circle(tmp_path):
    """Two modules that want each other are a circle, whatever their layer."""
    package = tmp_path / "lawtrack"
    package.mkdir()
    write(package, __init__="", one="from .two import x\n", two="import lawtrack.one\n")

    assert {"lawtrack.one", "lawtrack.two"} == set(circle_in(graph_of(package)))
