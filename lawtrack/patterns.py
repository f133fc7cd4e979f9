"""Regular expressions that are compiled when first used."""

import re
from typing import Any, cast

__all__ = ["pattern"]


class _Late:
    """Stands for a compiled expression; what is asked of it once stays with it, so later uses are free."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # copy and pickle look for hooks
            raise AttributeError(name)
        held = getattr(re.compile(self._text, self._flags), name)
        self.__dict__[name] = held
        return held


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The expression *text*, for use like the result of ``re.compile``.

    Compiling some sixty expressions costs as much as loading the modules that hold them, and most programs
    use few. A mistake in one shows at its first use; a test compiles them all.
    """
    return cast("re.Pattern[str]", _Late(text, flags))
