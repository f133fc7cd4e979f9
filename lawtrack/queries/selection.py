"""Selection: the immutable answer to a question, with its columns, notes and an echo of the question."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from enum import Enum
from typing import Any, Generic, NoReturn, Self, TypeVar, overload

import attrs
from attrs import field, frozen

from ..arguments import checked
from ..errors import UnknownNameError
from ..missing import UNKNOWN, Missing
from ..penalties import PenaltyLadder
from ..tables import Table, card_html, cell_text, counted, one_line
from ..verdicts import Truth, Verdicts, all_of, tiers

__all__ = ["Column", "Grouping", "Selection"]

T = TypeVar("T")

Getter = Callable[[Any], object]

_SHOWN = 50


@frozen
class Column:
    """A named way to read one value off a row.

    Attributes:
        name: Its heading.
        get: Takes a row and gives the value.
        detail: Left out where people look (print, notebook), kept in every export and in ``where``.
    """

    name: str
    get: Getter = field(eq=False)
    detail: bool = False


@frozen(kw_only=True)
class Selection(Generic[T]):
    """Rows that answer a question, in a documented total order.

    A selection is a sequence of its rows: records, or small frozen records of the question's own. What a row
    shows in a table is given by columns; ``where``, ``by`` and the exports use the same columns.

    Attributes:
        rows: The rows.
        columns: How a row is shown.
        title: The question in a few words.
        notes: Assumptions, unknowns and what was left out, as sentences.
        query: The call that reproduces the answer, with ``corpus`` and the names of ``lawtrack`` in scope; a
            test of the caller's own stands in it by its name.
        order: Says how the second of two rows compares with the first; None for rows without an order.
        order_key: Gives what *order* looks at in a row, hashable; rows of equal key are compared once.
        noted: Makes the notes that speak of rows, so that a part of the answer gets its own.
    """

    rows: tuple[T, ...] = field(converter=tuple)
    columns: tuple[Column, ...]
    title: str = ""
    _notes: tuple[str, ...] = ()
    query: str = ""
    order: Callable[[T, T], Verdicts] | None = field(default=None, eq=False, repr=False)
    order_key: Callable[[T], Hashable] | None = field(default=None, eq=False, repr=False)
    noted: Callable[[tuple[T, ...]], tuple[str, ...]] | None = field(default=None, eq=False, repr=False)

    @property
    def notes(self) -> tuple[str, ...]:
        """Assumptions, unknowns and counts; what speaks of rows speaks of those that are here."""
        return (*(self.noted(self.rows) if self.noted else ()), *self._notes)

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)

    def __iter__(self) -> Iterator[T]:
        return iter(self.rows)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Selection[T]": ...
    def __getitem__(self, place: int | slice) -> "T | Selection[T]":
        """A row by number, or a selection of several."""
        if isinstance(place, slice):
            ends = ("" if end is None else str(end) for end in (place.start, place.stop, place.step))
            return self._cut(self.rows[place], f"[{':'.join(ends).removesuffix(':')}]")
        return self.rows[place]

    def index(self, row: object, start: int = 0, stop: int | None = None) -> int:
        """Number of the first row equal to *row*; raises ValueError when there is none."""
        return self.rows.index(row, start, len(self.rows) if stop is None else stop)

    def count(self, row: object) -> int:
        """How many rows are equal to *row*."""
        return self.rows.count(row)

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        """Refuse to be pickled: columns are functions; raises TypeError."""
        raise TypeError(
            "a selection cannot be pickled, since its columns are functions of the question; pickle "
            ".table() or the rows, or keep .query and ask again"
        )

    @checked
    def column(self, name: str) -> tuple[object, ...]:
        """The values of one column, row by row; raises UnknownNameError."""
        get = self._getter(name)
        return tuple(get(row) for row in self.rows)

    def _getter(self, name: str) -> Getter:
        for column in self.columns:
            if column.name == name:
                return column.get
        raise UnknownNameError("column", name, [column.name for column in self.columns])

    @checked
    def where(self, *tests: Callable[[T], object], **values: object) -> "Selection[T]":
        """The rows that pass every test and have every value, in the same order.

        A test takes a row and answers True, False or UNKNOWN; rows that answer UNKNOWN, or another
        missing-value token, are left out and counted in a note. A value is compared with its column: equal,
        or the same word as it prints. A list or set of values means any of them, as does a tuple where the
        column has single values. A column of several values has a value when one of them has it. Raises
        UnknownNameError for a column that does not exist.
        """
        getters = {name: self._getter(name) for name in values}
        kept: list[T] = []
        undecided = 0
        for row in self.rows:
            answers = [_truth(test(row)) for test in tests]
            answers += [_has_any(get(row), values[name]) for name, get in getters.items()]
            fits = all_of(answers)
            if fits is True:
                kept.append(row)
            undecided += fits is UNKNOWN
        told = [_name(test) for test in tests] + [f"{name}={_code(value)}" for name, value in values.items()]
        cut = self._cut(tuple(kept), f".where({', '.join(told)})")
        if self.rows and not kept:
            held = [_values(self, name) for name in values]
            cut = attrs.evolve(cut, notes=(*self._notes, "No row passes this filter.", *held))
        if not undecided:
            return cut
        rows_are = "1 row could not be decided by this filter and is left out."
        if undecided > 1:
            rows_are = f"{undecided} rows could not be decided by this filter and are left out."
        return attrs.evolve(cut, notes=(*cut._notes, rows_are))

    def _cut(self, rows: tuple[T, ...], how: str) -> "Selection[T]":
        return attrs.evolve(self, rows=rows, query=f"{self.query}{how}")

    @checked
    def by(self, name: str) -> "Grouping[T]":
        """The rows grouped by the value of a column, groups in order of first appearance.

        Every row is in exactly one group; rows whose value is not known are a group of their own.
        """
        get = self._getter(name)
        groups: dict[tuple[type, object], list[T]] = {}
        for row in self.rows:
            value = get(row)
            value = value if isinstance(value, Enum | int | tuple) else str(value)
            groups.setdefault((type(value), value), []).append(row)
        how = f".by({name!r})"
        parts = tuple(
            (value, self._cut(tuple(rows), f"{how}[{_code(value)}]")) for (_, value), rows in groups.items()
        )
        title = f"{self.title} by {name}"
        return Grouping(column=name, groups=parts, title=title, query=f"{self.query}{how}")

    @checked
    def sort(self, name: str, *, descending: bool = False) -> "Selection[T]":
        """The rows in order of a column of numbers, dates or texts; rows without a value come last.

        Rows of equal value keep their order. Raises TypeError for values that have no total order, such as
        sanctions: those are grouped by :meth:`tiers`.
        """
        get = self._getter(name)
        known = [(row, value) for row in self.rows if not isinstance(value := get(row), Missing)]
        known.sort(key=lambda pair: pair[1], reverse=descending)  # type: ignore[arg-type,return-value]
        rest = tuple(row for row in self.rows if isinstance(get(row), Missing))
        how = f".sort({name!r}{', descending=True' if descending else ''})"
        return self._cut(tuple(row for row, _ in known) + rest, how)

    def tiers(self) -> tuple["Selection[T]", ...]:
        """Groups from the mildest up, where rows can be compared; within a group nothing is claimed.

        A row stands above another only when the comparison is definite. Raises TypeError for answers
        whose rows have no order at all, ValueError when definite comparisons lead in a circle.
        """
        if self.order is None:
            raise TypeError(f"rows of {self.title or 'this answer'!r} cannot be compared with one another")
        cut = enumerate(tiers(self.rows, self.order, key=self.order_key))
        return tuple(self._cut(tier, f".tiers()[{place}]") for place, tier in cut)

    def table(self, *, full: bool = True) -> Table:
        """The answer as a plain table, with its notes below; an empty one says so.

        With ``full=False`` columns of detail are left out, as they are in print and in a notebook.
        """
        shown = [column for column in self.columns if full or not column.detail]
        cells = tuple(tuple(column.get(row) for column in shown) for row in self.rows)
        names = tuple(column.name for column in shown)
        return Table(columns=names, rows=cells, title=self.title, notes=self._said())

    def _said(self) -> tuple[str, ...]:
        filtered = ".where(" in self.query
        return self.notes if self.rows or filtered else ("Nothing in the corpus answers this.", *self.notes)

    def to_pandas(self) -> Any:
        """The table as a pandas DataFrame; raises MissingExtraError without pandas."""
        return self.table().to_pandas()

    def to_polars(self) -> Any:
        """The table as a polars DataFrame; raises MissingExtraError without polars."""
        return self.table().to_polars()

    def to_arrow(self) -> Any:
        """The table as an Arrow table; raises MissingExtraError without pyarrow."""
        return self.table().to_arrow()

    def __str__(self) -> str:
        return str(self.table(full=False))

    def __repr__(self) -> str:
        return f"<Selection {self.title!r}: {counted(len(self), 'row')}; {self.query}>"

    def _repr_html_(self) -> str:
        # Cells are worked out only for the rows that are shown.
        shown = self[:_SHOWN].table(full=False)
        more = len(self) - len(shown)
        notes = (f"{more} more rows are not shown here; .table() has them.",) if more else ()
        return card_html(
            self.title or "Answer",
            [(counted(len(self), "row"), "neutral")],
            (),
            [attrs.evolve(shown, title="", notes=(*notes, *shown.notes))],
            [self.query] if self.query else [],
        )


Sequence.register(Selection)


@frozen(kw_only=True)
class Grouping(Generic[T]):
    """A selection cut into groups by one column; iterates over pairs of value and selection."""

    column: str
    groups: tuple[tuple[object, Selection[T]], ...]
    title: str = ""
    query: str = ""

    def __len__(self) -> int:
        return len(self.groups)

    def __iter__(self) -> Iterator[tuple[object, Selection[T]]]:
        return iter(self.groups)

    def __getitem__(self, value: object) -> Selection[T]:
        """The group of a value, or of the word it prints as; raises UnknownNameError."""
        for held, selection in self.groups:
            if type(held) is type(value) and held == value:
                return selection
        for held, selection in self.groups:
            word = "; ".join(map(str, held)) if isinstance(held, tuple) else held
            if _has(word, value):
                return selection
        raise UnknownNameError(self.column, str(value), [str(_word(held)) for held, _ in self.groups])

    def table(self) -> Table:
        """Counts by group, the largest first, and the total."""
        counted = [(len(selection), _word(value)) for value, selection in self.groups]
        counted.sort(key=_largest_first)
        rows = [(value, count) for count, value in counted]
        total = sum(count for count, _ in counted)
        return Table(
            columns=(self.column, "count"), rows=tuple(rows), title=self.title, notes=(f"{total} in all.",)
        )

    def across(self, name: str) -> Table:
        """Counts by two columns: groups down, values of the column *name* across as they first appear.

        Raises UnknownNameError for a column that the rows do not have.
        """
        largest = sorted(self.groups, key=lambda group: _largest_first((len(group[1]), _word(group[0]))))
        inner = {id(held): {_heading(v): len(rows) for v, rows in held.by(name)} for _, held in self.groups}
        heads = list(dict.fromkeys(head for _, held in self.groups for head in inner[id(held)]))
        return Table(
            columns=(self.column, *heads),
            rows=tuple(
                (_word(value), *(inner[id(held)].get(head, 0) for head in heads)) for value, held in largest
            ),
            title=f"{self.title} and {name}",
            notes=(f"{sum(len(held) for _, held in self.groups)} in all.",),
        )

    def __str__(self) -> str:
        return str(self.table())

    def __repr__(self) -> str:
        return f"<Grouping {self.title!r}: {len(self)} groups; {self.query}>"

    def _repr_html_(self) -> str:
        return card_html(self.title or "Groups", (), (), [attrs.evolve(self.table(), title="")], [self.query])


def _largest_first(counted: tuple[int, object]) -> tuple[int, str]:
    return -counted[0], str(counted[1])


def _heading(value: object) -> str:
    """A value as the head of a column."""
    return cell_text(_word(value))


def _word(value: object) -> object:
    return value.value if isinstance(value, Enum) and not isinstance(value, Missing) else value


def _truth(answer: object) -> Truth:
    return UNKNOWN if isinstance(answer, Missing) else bool(answer)


def _has_any(held: object, wanted: object) -> bool:
    choices = (list, set, frozenset) if isinstance(held, tuple) else (list, set, frozenset, tuple)
    if isinstance(wanted, choices):
        return _has(held, wanted) or any(_has(held, one) for one in wanted)
    return _has(held, wanted)


def _has(held: object, wanted: object) -> bool:
    if isinstance(held, tuple | frozenset) and not isinstance(wanted, tuple | frozenset):
        return any(_has(item, wanted) for item in held)
    if held is wanted or (type(held) is type(wanted) and held == wanted):
        return True
    if isinstance(held, Missing) or isinstance(wanted, Missing):
        return isinstance(wanted, str) and str(held) == wanted
    # Words of enumerations are shown with spaces and may be asked for as they stand in files.
    words = {_plain(held), _plain(_word(held))}
    if isinstance(held, Enum):
        words.add(_plain(held.name))
    return _plain(_word(wanted)) in words


def _plain(value: object) -> str:
    return str(value).replace("_", " ").casefold()


def _values(selection: Selection[Any], name: str) -> str:
    """What a column holds, for whoever asked it for something else."""
    held = list(dict.fromkeys(one_line(cell_text(value)) for value in selection.column(name)))
    more = f" and {len(held) - 5} more" if len(held) > 5 else ""
    return f"Column {name} holds {', '.join(held[:5])}{more}."


def _name(test: Callable[..., object]) -> str:
    return getattr(test, "__name__", type(test).__name__)


def _code(value: object) -> str:
    """A value as it may be written in code; what has no literal is told by the word it prints as."""
    if isinstance(value, tuple):
        return f"({', '.join(map(_code, value))}{',' if len(value) == 1 else ''})"
    if isinstance(value, list):
        return f"[{', '.join(map(_code, value))}]"
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(_code, value)))}}}" if value else "set()"
    if value is None or isinstance(value, Missing | bool | int):
        return repr(value)
    if isinstance(value, PenaltyLadder):
        return f"PenaltyLadder.read({str(value)!r})"
    return repr(str(_word(value)))


def echo(question: str, positional: Sequence[object] = (), /, **given: object) -> str:
    """The call that asked, such as ``effects(corpus, package='kz-2016-12')``, without what was not given."""
    parts = ["corpus", *(_code(value) for value in positional)]
    parts += [f"{name}={_code(value)}" for name, value in given.items() if value is not None]
    return f"{question}({', '.join(parts)})"
