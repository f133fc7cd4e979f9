"""The machinery that the grammars of all languages share: a cursor over a clause, and what it makes.

A grammar is a subclass with one method ``on_<class>`` for each class of words of its lexicon that begins
something. Every method reads from the cursor on and moves it; what no method takes is kept as not understood.
Nothing goes back over what was read, so reading takes time in proportion to the length of the clause.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from ..penalties import Atom
from ..penalties.units import Basis
from .amounts import SHARED, Amount, End, basis_of, literal
from .draft import Draft
from .lexicon import Item, Lexicon, Number, Words
from .parsed import Ambiguity, Excerpt, Parsed
from .pieces import Label, Part

__all__ = ["END", "ClauseReader"]

END = Item("end", "", 0, 0)
_LONGEST_LABEL = 2_000
_SEPARATORS = frozenset({"comma", "or", "and", "dash"})
Handler = Callable[["ClauseReader", Item], None]


class ClauseReader:
    """A cursor over one clause, and the sanction it is building.

    Attributes:
        lang: Language tag of the grammar.
        words_of: The lexicon; None for the one that comes with lawtrack.
        text: The clause as given.
        jurisdiction: Country code, for what the words alone leave open (whose dollars); may be empty.
        items: The pieces of the clause.
        at: The cursor.
    """

    lang: ClassVar[str] = ""
    words_of: ClassVar[Lexicon | None] = None
    handlers: ClassVar[dict[str, Handler]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.handlers = {
            name.removeprefix("on_"): getattr(cls, name) for name in dir(cls) if name.startswith("on_")
        }

    def __init__(self, text: str, jurisdiction: str = "", lexicon: Lexicon | None = None) -> None:
        self.text = text
        self.jurisdiction = jurisdiction
        self.lexicon = lexicon or self.words_of or Lexicon.shipped(self.lang)
        self.words: Words = self.lexicon.cut(text)
        self.items = self.lexicon.items(self.words)
        self.at = 0
        self.draft = Draft()
        self.pieces: list[Excerpt] = []
        self.doubts: dict[str, tuple[int, int]] = {}
        self.rules: dict[str, None] = {}
        self.left: list[tuple[int, int]] = []

    # the cursor

    def ahead(self, steps: int = 0) -> Item:
        """The item *steps* beyond the cursor; END after the last, and before the first."""
        at = self.at + steps
        return self.items[at] if 0 <= at < len(self.items) else END

    def item(self, at: int) -> Item:
        """The item at that place; END outside."""
        return self.items[at] if 0 <= at < len(self.items) else END

    def sees(self, *kinds: str) -> bool:
        """Whether the item under the cursor is of one of these classes."""
        return self.ahead().what in kinds

    def took(self, *kinds: str) -> bool:
        """Step over the item under the cursor if it is of one of these classes."""
        if self.ahead().what in kinds:
            self.at += 1
            return True
        return False

    def place(self, first: Item, last: Item | None = None) -> tuple[int, int]:
        """Offsets in the text of an item, or of all from *first* to *last*."""
        end = first if last is None else last
        if not self.words.starts or first is END:
            return len(self.text), len(self.text)
        return self.words.starts[first.start], self.words.ends[end.end - 1]

    def said(self, start: int, end: int) -> str:
        """The words of the items from *start* up to, but not including, *end*."""
        if start >= end:
            return ""
        begin, stop = self.place(self.items[start], self.items[end - 1])
        return self.text[begin:stop]

    # the run

    def read(self) -> Parsed:
        """Read the whole clause."""
        size = len(self.items)
        while self.at < size:
            item = self.items[self.at]
            handler = self.handlers.get(item.what)
            before = self.at
            if handler is not None:
                handler(self, item)
            if self.at == before:
                self.leave()
        self.finish()
        return self._parsed()

    def finish(self) -> None:
        """What the grammar settles when the clause has been read."""

    def leave(self, count: int = 1) -> None:
        """Keep the next items as not understood."""
        self.left.append(self.place(self.ahead(), self.ahead(count - 1)))
        self.at += count

    def doubt(self, code: str, at: tuple[int, int]) -> None:
        """Say that the clause can be read in another way too."""
        self.doubts.setdefault(code, at)

    def rule(self, name: str) -> None:
        """Say that a rule beyond plain reading was used."""
        self.rules[f"{self.lang}.{name}"] = None

    def on_comma(self, item: Item) -> None:
        """Commas, dashes and stops matter only where a method looks for them."""
        self.at += 1

    on_dash = on_stop = on_filler = on_verb = on_close = on_quote = on_comma

    def on_open(self, item: Item) -> None:
        """A parenthesis that says an amount again is passed over; another one is not understood."""
        if not self._resaid(None):
            end = self.closing(self.at)
            self.leave(1 if end is None else end + 1 - self.at)

    def closing(self, at: int, most: int = 40) -> int | None:
        """The place of the parenthesis that closes the one at *at*; None when it is far off or missing."""
        return next((here for here in range(at + 1, at + most) if self.item(here).what == "close"), None)

    def _resaid(self, number: Number | None) -> bool:
        """Step over a parenthesis that says an amount again, as in "6 (six) years"; false at any other."""
        end = self.closing(self.at, _RESAID_WITHIN)
        inside = self.items[self.at + 1 : end] if end is not None else []
        if end is None or not inside or any(one.what not in _RESAID and one.value != "$" for one in inside):
            return False
        again = [one.value.amount for one in inside if one.what == "number"]
        if again and number is not None and number.amount not in again:
            self.doubt("defect_in_print", self.place(inside[0], inside[-1]))
        self.at = end + 1
        return True

    # tails: words that belong to what stands before them

    def begins(self, at: int) -> bool:
        """Whether the item at *at* begins something of its own; the grammar of the language knows."""
        raise NotImplementedError

    def stops(self, at: int) -> bool:
        """Whether a tail ends before the item at *at*."""
        what = self.item(at).what
        if what in ("end", "stop"):
            return True
        if what not in _SEPARATORS:
            return self.begins(at)
        here = at
        while self.item(here).what in _SEPARATORS and here < at + 4:
            here += 1
        return self.item(here).what in ("end", "stop") or self.begins(here)

    def tail(self) -> tuple[int, int]:
        """Step over the words up to the next thing of its own; their places."""
        start = self.at
        while not self.stops(self.at):
            self.at += 1
        return start, self.at

    def basis_tail(self) -> tuple[Basis | None, int]:
        """Step over the words that say what a multiple is taken of; the first basis among them counts."""
        start, end = self.tail()
        name = next((item.value for item in self.items[start:end] if item.what == "basis"), None)
        return basis_of(name, self.said(start, end)), end

    # amounts

    def quantity(self) -> End | None:
        """A number with its unit, a multiple or a share, if one stands under the cursor."""
        item = self.ahead()
        if item.what == "number":
            self.at += 1
            end = End(item.value)
            if self.sees("open"):
                self._resaid(item.value)
            unit = self.ahead()
            if unit.what == "unit":
                self.at += 1
                end.unit = self.unit(unit.value)
                if end.unit in ("%", "x"):
                    end.basis, _ = self.basis_tail()
                if self.sees("open"):
                    self._resaid(item.value)
            return end
        if item.what == "word" and self.ahead(1).what == "unit":
            return self._misprint(item)
        if item.what == "times":
            self.at += 1
            return End(Number(item.value), "x")
        return None

    def _misprint(self, item: Item) -> End | None:
        """A word where a number is due, one letter away from a numeral."""
        number = self.lexicon.misprinted(self.words.folded[item.start])
        if number is None:
            return None
        self.doubt("defect_in_print", self.place(item))
        self.at += 2
        return End(number, self.unit(self.item(self.at - 1).value))

    def unit(self, name: str) -> str:
        """The unit of the notation for a word of the lexicon; a grammar may ask the jurisdiction."""
        return name

    def grow(self, part: Part) -> None:
        """Let the words of *part* end before the cursor."""
        if self.at:
            part.end = max(part.end, self.place(self.item(self.at - 1))[1])

    def give(self, part: Part, amount: Amount) -> None:
        """Give *part* its amount."""
        if self.draft.give(part, amount):
            self.rule("unit_from_right")
        self.grow(part)

    def quoted(self, start: int, end: int) -> Atom:
        """The words of these items as a label of their own."""
        words = literal(self.said(start, end))
        return Atom(words[:_LONGEST_LABEL] or "case", quoted=bool(words))

    def piece(self, start: int, end: int, reads: str) -> None:
        """Keep where in the text something was read that is no penalty: a class, a case."""
        self.pieces.append(Excerpt(start=start, end=end, text=self.text[start:end], reads=reads))

    def labelled(self, first: Item, label: Label) -> None:
        """Keep that the words from *first* to the cursor were read as this label."""
        start, end = self.place(first, self.item(self.at - 1))
        self.piece(start, end, f"[{'/'.join(map(str, label[1]))}]")

    # the answer

    def _parsed(self) -> Parsed:
        for part in self.draft.parts:
            if part.amount is not None and part.amount.shares_multiplier:
                self.doubt(SHARED, part.amount.at)
                self.rule("shared_multiplier")
            if part.amount is not None and (part.amount.is_upside_down or part.amount.is_no_term):
                self.doubt("defect_in_print", part.amount.at)
            if part.amount is not None and (part.amount.is_mixed or part.clashes):
                self.left.append((part.start, part.end))
            if part.amount is not None and part.amount.waits:
                self.left.append(part.amount.at if part.amount.at[1] else (part.start, part.end))
        for part in self.draft.parts:
            part.settled = None
        sanction = self.draft.sanction()
        if self.draft.too_long or (not sanction.is_known and not self.left and self.items):
            self.left.append(self.place(self.items[0], self.items[-1]))  # no penalty in it at all
        ambiguities = []
        for code, (start, end) in self.doubts.items():
            other = self.draft.sanction(code)
            readings = (sanction, other) if other != sanction else (sanction,)
            ambiguities.append(Ambiguity(code=code, readings=readings, start=start, end=end))
        spans = [
            *self.pieces,
            *(
                Excerpt(start=p.start, end=p.end, text=self.text[p.start : p.end], reads=str(p.component()))
                for p in self.draft.parts
                if not p.implied
            ),
        ]
        spans.sort(key=lambda piece: (piece.start, piece.end))
        return Parsed(
            text=self.text,
            lang=self.lang,
            sanction=sanction,
            spans=tuple(spans),
            ambiguities=tuple(ambiguities),
            unparsed=self._unparsed(),
            rule_ids=tuple(self.rules),
        )

    def _unparsed(self) -> tuple[Excerpt, ...]:
        """What was left, neighbours put together."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted(self.left):
            if joined and not self.text[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return tuple(Excerpt(start=start, end=end, text=self.text[start:end]) for start, end in joined)


_RESAID_WITHIN = 16
_RESAID = frozenset({"number", "unit", "low", "high", "filler", "figure", "numbers", "multipliers"})
