"""Read the author notation of sanctions.

Strict recursive descent over tokens, linear in the length of the text. The parts write themselves back
(``str``), and what is written reads back equal. One word goes beyond the published grammar: ``unknown``
may stand as a bound (``prison unknown..5y``) for an end that nobody here knows.
"""

from typing import Literal

from ..errors import nearest
from ..missing import NONE, UNKNOWN, Missing
from .bounds import BoundReader
from .kinds import KINDS
from .parts import MOST_IN_GROUP, Addition, Atom, Component, Flag, Option, Track
from .tokens import LONGEST, NotationError

__all__ = ["LONGEST", "NotationError", "read_tracks"]


def read_tracks(text: str) -> tuple[Track, ...]:
    """Read a whole sanction.

    Raises:
        NotationError: And nothing else, whatever the text.
    """
    return _TrackReader(text).tracks()


class _TrackReader(BoundReader):
    """The rules above the span: components, options, tracks."""

    def tracks(self) -> tuple[Track, ...]:
        tracks = [self._track()]
        while self.sees(";"):
            self.take()
            tracks.append(self._track())
        if not self.sees("end"):
            raise self._left_over()
        return tuple(tracks)

    def _left_over(self) -> NotationError:
        if self.sees("number", "multiple"):
            return self.fault("a sign before an amount", "Write =5y, <=5y, >=5y or 3..5y.")
        if self.sees("object"):
            return self.fault(
                "the end or one of + & |& | all: ;", "An object follows its kind: prison(…) <=5y."
            )
        if self.sees("!", "?"):
            return self.fault("the end or one of + & |& | all: ;", "A flag stands right after the amount.")
        return self.fault("the end or one of + & |& | all: ;")

    def _track(self) -> Track:
        labels = self._labels() if self.sees("[") else ()
        for word, token in _WHOLE.items():
            if self.sees_word(word):
                self.take()
                return Track(labels=labels, options=token)
        options = [self._option()]
        while self.sees("|"):
            self.take()
            options.append(self._option())
        shared: tuple[Addition, ...] = ()
        if self.sees_word("all"):
            self.take()
            self.want(":", "a colon after all")
            shared = self._additions()
            if not shared:
                raise self.fault("+ or & and a penalty after all:")
        return Track(labels=labels, options=tuple(options), shared=shared)

    def _labels(self) -> tuple[tuple[Atom, ...], ...]:
        self.take()
        labels = [self._label()]
        while self.sees(","):
            self.take()
            labels.append(self._label())
        self.want("]", "a comma, a slash or a closing bracket after the label")
        return tuple(labels)

    def _label(self) -> tuple[Atom, ...]:
        atoms = [self._atom()]
        while self.sees("/"):
            self.take()
            atoms.append(self._atom())
        return tuple(atoms)

    def _atom(self) -> Atom:
        if self.sees("string"):
            return Atom(self.take().text[1:-1], True)
        plain = self.next.text.isalnum()
        if self.sees("name") or (self.sees("multiple") and plain):
            return Atom(self.take().text)
        raise self.fault('a label: a name such as natural, or words in double quotes, as in ["part 1"]')

    def _option(self) -> Option:
        start = self.next.start
        group = [self._component()]
        while self.sees("|&"):
            self.take()
            group.append(self._component())
        if len(group) > MOST_IN_GROUP:
            raise self.fault(f"at most {MOST_IN_GROUP} penalties joined by |&", at=start)
        return Option(group=tuple(group), additions=self._additions())

    def _additions(self) -> tuple[Addition, ...]:
        additions = []
        while self.sees("+", "&"):
            sign = self.take()
            component = self._component()
            if sign.what == "+" and component.flag is None and component.condition is None:
                raise self.fault(
                    "!, ? or if(…) after a penalty joined by +",
                    f"Write {component}! if it is compulsory, {component}? if the court chooses.",
                )
            additions.append(Addition(join="+" if sign.what == "+" else "&", component=component))
        return tuple(additions)

    def _component(self) -> Component:
        kind = self._kind()
        what = self.take().text[1:-1].strip() if self.sees("object") else None
        start = self.next
        if start.what == "number" and self.ahead(1).what != ".." and not self._has_unit():
            raise self._bare_number(kind)
        span = self.span()
        if span is not None and kind in ("life", "life+"):
            raise self.fault(f"no amount after {kind}", "Write prison 10y..life, say.", at=start.start)
        per = cap = condition = None
        flag: Flag | None = None
        if self.sees("/"):
            self.take()
            per = self.want("name", "what the amount is for each of, such as /d").text
        if self.sees_word("cap"):
            self.take()
            cap = self.bound()
        if self.sees("!", "?"):
            flag = "!" if self.take().what == "!" else "?"
        if self.sees_word("if"):
            self.take()
            condition = self.quoted("the case")
        return Component(kind=kind, object=what, span=span, per=per, cap=cap, flag=flag, condition=condition)

    def _kind(self) -> str:
        if self.sees("name"):
            word = self.next.text
            if word == "life":
                return self.life()
            if word in KINDS:
                return self.take().text
            near = nearest(word, KINDS)
            hint = f"Did you mean {near!r}?" if near else f"Kinds: {', '.join(KINDS)}."
            raise self.fault(f"a kind of penalty, not {word!r}", hint)
        raise self.fault("a kind of penalty such as prison or fine")

    def _has_unit(self) -> bool:
        follows = self.ahead(1)
        return follows.what == "%" or (follows.what == "name" and follows.text not in ("cap", "all", "if"))

    def _bare_number(self, kind: str) -> NotationError:
        number = self.next.text
        unit = " EUR" if kind == "fine" else "y"
        return self.fault("a unit", f"A number needs a unit; write {kind} ={number}{unit}, say.")


_WHOLE: dict[str, Literal[Missing.UNKNOWN, Missing.NONE]] = {"unknown": UNKNOWN, "none": NONE}
