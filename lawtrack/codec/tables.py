"""Classes written as tables of their fields, with every fault of a table told at once."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import AttributeValidationNote, ClassValidationError
from cattrs.gen import make_dict_structure_fn

from ..errors import ReadingError, Said, listed, nearest, shown
from ..model.record import Record
from .leaves import Hook, refuse

__all__ = ["at", "fields_hook", "table_hook", "unknown_key"]


def at(field: str, fault: Exception) -> Exception:
    """The fault, marked as one of that field."""
    fault.add_note(AttributeValidationNote(field, field, None))
    return fault


def unknown_key(key: str, known: Iterable[str], hint: str = "") -> Exception:
    """The fault of a key that the table does not have; *hint* says where the key belongs, if anywhere."""
    names = tuple(known)
    near = None if hint else nearest(key, names)
    hint = f"Did you mean {near!r}?" if near else hint
    told = Said(f"a key {shown(key)}")
    return at(key, ReadingError(told, f"one of {listed(names, near or hint)}", hint, code="LT-KEY-001"))


def table_hook(converter: Converter, cls: Any) -> Hook:
    """Hook for a class whose table may be shortened to the text of one field."""
    plain = fields_hook(converter, cls)
    short = getattr(cls, "shorthand", "")

    def hook(value: Any, _: Any) -> Any:
        if isinstance(value, Mapping):
            return plain(value, cls)
        if short and isinstance(value, str):
            return plain({short: value}, cls)
        wanted = f"a table of fields of {cls.__name__}"
        names = listed([a.name for a in attrs.fields(cls)], near=True)
        raise refuse(
            value, f"{wanted} or the text of its {short}" if short else wanted, f"Fields are {names}."
        )

    return hook


def fields_hook(converter: Converter, cls: Any, misplaced: Callable[[str], str] | None = None) -> Hook:
    """Hook for the table itself; *misplaced* gives the hint for a key that belongs elsewhere."""
    plain = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True)
    known = tuple(a.name for a in attrs.fields(cls) if a.init)
    names = frozenset(known)
    # Readers lift these out of any record, so authors may have meant them.
    short = tuple(key for key in ("source", "assertions") if issubclass(cls, Record) and key not in names)

    def hook(value: Any, _: Any) -> Any:
        faults: list[Exception] = []
        if extra := value.keys() - names:
            faults = [
                unknown_key(key, known + short, misplaced(key) if misplaced else "")
                for key in value
                if key in extra
            ]
            value = {key: item for key, item in value.items() if key in names}
        try:
            made = plain(value, cls)
        except ClassValidationError as group:
            own = [fault for fault in group.exceptions if _has_place(fault)]
            more = list(_broken_rules(converter, cls, value)) or [
                fault for fault in group.exceptions if not _has_place(fault)
            ]
            raise ClassValidationError(cls.__name__, [*faults, *own, *more], cls) from None
        if faults:
            raise ClassValidationError(cls.__name__, faults, cls)
        return made

    return hook


def _has_place(fault: BaseException) -> bool:
    return any(isinstance(note, AttributeValidationNote) for note in getattr(fault, "__notes__", ()))


def _broken_rules(converter: Converter, cls: Any, data: Mapping[str, Any]) -> Iterable[Exception]:
    """What the validators of *cls* say of the fields that could be read, each in its place.

    Building the object stops at its first validator and does not name the field; a reader wants all.
    """
    shell = object.__new__(cls)
    fields = [a for a in attrs.fields(cls) if a.init]
    for attribute in fields:
        try:
            if attribute.name in data:
                held = converter.get_structure_hook(attribute.type)(data[attribute.name], attribute.type)
            else:
                default: Any = attribute.default
                takes_self = isinstance(default, attrs.Factory) and default.takes_self  # type: ignore[arg-type]
                made = isinstance(default, attrs.Factory)  # type: ignore[arg-type]
                held = default.factory(*([shell] if takes_self else [])) if made else default
            convert = attribute.converter
            held = convert(held) if callable(convert) and held is not attrs.NOTHING else held
        except Exception:  # told already, by the hook of the field itself
            continue
        if held is not attrs.NOTHING:
            object.__setattr__(shell, attribute.name, held)
    for attribute in fields:
        if attribute.validator is not None and hasattr(shell, attribute.name):
            try:
                attribute.validator(shell, attribute, getattr(shell, attribute.name))
            except AttributeError:  # it asks about a field that could not be read
                continue
            except Exception as fault:
                yield at(attribute.name, fault)
    if hasattr(cls, "__attrs_post_init__"):
        try:
            shell.__attrs_post_init__()
        except AttributeError:
            return
        except Exception as fault:
            yield fault
