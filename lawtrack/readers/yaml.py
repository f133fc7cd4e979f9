"""Reads YAML 1.2 text into plain data, without what makes YAML dangerous or ambiguous (extra ``yaml``)."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ..errors import MissingExtraError, Problem

__all__ = ["read"]


def read(text: str, file: str) -> dict[str, Any] | Problem:
    """Plain data of a YAML document; a fault comes back as the problem it is.

    Anchors, aliases, merge keys, tags and directives are refused, as is a key that stands twice: what a file
    says stands in it as it is read. ``no`` is a text and a date stays as written. Raises MissingExtraError
    without ruamel.yaml.
    """
    fresh = _reader()
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        if problem := next(_refused(fresh().parse(text), file), None):
            return problem
        data = fresh().load(text)
    except DuplicateKeyError as fault:
        read = str(fault.problem).partition(" with value")[0].replace("found duplicate key", "the key")
        return _problem("LT-IO-003", fault.problem_mark, file, f"{read} twice in one table", "each key once")
    except MarkedYAMLError as fault:
        said = " ".join(str(fault.problem or fault.context).split())
        return _problem("LT-IO-002", fault.problem_mark, file, said, "YAML 1.2")
    except YAMLError as fault:  # a character that YAML does not allow
        return Problem(code="LT-IO-002", file=file, read=str(fault).partition("\n")[0], expected="YAML 1.2")
    except RecursionError:
        return Problem(code="LT-IO-005", file=file, read="nesting beyond reading", expected="a flat file")
    except ValueError as fault:  # a number of thousands of digits
        return Problem(code="LT-IO-005", file=file, read=str(fault), expected="numbers of ordinary length")
    if data is None:
        return {}
    if not isinstance(data, dict):
        told = "a list" if isinstance(data, list) else "a single value"
        return Problem(code="LT-IO-002", file=file, read=told, expected="a table such as work: […]")
    odd = next(_odd_keys(data), None)
    if odd is not None:
        return Problem(code="LT-IO-002", file=file, read=f"the key {odd!r}", expected="a text as key")
    return data


@cache
def _reader() -> Any:
    """Makes a reader for one document each time it is called."""
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.constructor import SafeConstructor
    except ImportError:
        raise MissingExtraError("ruamel.yaml", "yaml") from None

    class Plain(SafeConstructor):
        """Keeps a date as the text it is: whatever a legal date may be, the field that holds it decides."""

    Plain.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)

    def fresh() -> Any:
        reader = YAML(typ="safe", pure=True)
        reader.Constructor = Plain
        return reader

    return fresh


def _refused(events: Any, file: str) -> Iterator[Problem]:
    """What of YAML is not read, in order."""
    from ruamel.yaml.events import AliasEvent, DocumentStartEvent, ScalarEvent

    for event in events:
        what = ""
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None) is not None:
            what = "an anchor or alias"
        elif isinstance(event, DocumentStartEvent) and (event.version or event.tags):
            what = "a directive"
        elif isinstance(event, ScalarEvent) and event.value == "<<" and event.implicit[0]:
            what = "a merge key"
        elif getattr(event, "tag", None) is not None:
            what = f"the tag {event.tag}"
        if what:
            expected = "a file without anchors, tags, merge keys and directives"
            yield _problem("LT-IO-003", event.start_mark, file, what, expected, "Write the value out.")


def _problem(code: str, mark: Any, file: str, read: str, expected: str, hint: str = "") -> Problem:
    where = "" if mark is None else f"line {mark.line + 1}, column {mark.column + 1}"
    return Problem(code=code, file=file, where=where, read=read, expected=expected, hint=hint)


def _odd_keys(data: object) -> Iterator[object]:
    todo = [data]
    while todo:
        item = todo.pop()
        if isinstance(item, dict):
            yield from (key for key in item if not isinstance(key, str))
            todo += item.values()
        elif isinstance(item, list):
            todo += item
