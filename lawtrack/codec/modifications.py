"""Modifications: tables whose ``op`` says which kind each is."""

from collections.abc import Callable, Mapping
from typing import Any

from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from ..errors import Said, listed, nearest
from ..model.modification import MODIFICATIONS, Modification
from .leaves import Hook, refuse
from .tables import at, fields_hook

__all__ = ["modification_dump", "modification_hook"]


def modification_hook(converter: Converter) -> Hook:
    """Hook that takes the class from the key ``op``."""
    hooks: dict[str, Hook] = {}

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise refuse(value, 'a table of a modification such as { op = "repeal", target = "art_5" }')
        op = value.get("op", Said("nothing"))
        if op not in MODIFICATIONS:
            near = nearest(op, MODIFICATIONS) if isinstance(op, str) else None
            hint = f"Did you mean {near!r}?" if near else ""
            raise at("op", refuse(op, f"op = one of {listed(MODIFICATIONS, near)}", hint))
        cls = MODIFICATIONS[op]
        if op not in hooks:
            hooks[op] = fields_hook(converter, cls)
        return hooks[op]({key: item for key, item in value.items() if key != "op"}, cls)

    return hook


def modification_dump(converter: Converter, cls: type[Modification]) -> Callable[[Any], dict[str, Any]]:
    """The writing side of :func:`modification_hook`."""
    plain = make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True)

    def dump(modification: Any) -> dict[str, Any]:
        return {"op": cls.op, **plain(modification)}

    return dump
