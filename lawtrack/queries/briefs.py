"""The answer to ``brief``: sentences in sections, each with its sources."""

from attrs import frozen

from ..patterns import pattern
from ..tables import Table, card_html, escape_markdown, one_line, wrap

__all__ = ["Brief", "BriefLine"]

# What opens a heading, a list or a rule when a line begins with it.
_OPENING = pattern(r"([#+=-]|[0-9]+(?=[.)]))")


@frozen(kw_only=True)
class BriefLine:
    """One sentence of a brief.

    Attributes:
        section: What it is about.
        text: The sentence, hedges as written.
        sources: Short names of the sources that say so; empty for what the corpus itself computes.
    """

    section: str
    text: str
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        text = one_line(self.text)
        return f"{text} [{'; '.join(map(one_line, self.sources))}]" if self.sources else text


@frozen(kw_only=True)
class Brief:
    """The answer to :func:`brief`: lines in a fixed order of sections.

    Attributes:
        title: What it is about.
        lines: The sentences.
        query: The call that reproduces it.
    """

    title: str
    lines: tuple[BriefLine, ...]
    query: str = ""

    def sections(self) -> dict[str, tuple[BriefLine, ...]]:
        """Lines by section, in order."""
        held: dict[str, list[BriefLine]] = {}
        for line in self.lines:
            held.setdefault(line.section, []).append(line)
        return {section: tuple(lines) for section, lines in held.items()}

    def table(self) -> Table:
        """One row for each sentence."""
        rows = tuple((line.section, line.text, line.sources) for line in self.lines)
        return Table(("section", "sentence", "sources"), rows, title=self.title)

    def __str__(self) -> str:
        title = one_line(self.title)
        parts = [f"{title}\n{'=' * len(title)}"]
        for section, lines in self.sections().items():
            bullets = ["- " + "\n  ".join(wrap(str(line), 98)) for line in lines]
            parts.append("\n".join([section, *bullets]))
        return "\n\n".join(parts)

    def __repr__(self) -> str:
        return f"<Brief {self.title!r}: {len(self.lines)} lines; {self.query}>"

    def to_markdown(self) -> str:
        """The brief as Markdown; nothing in its texts acts as markup."""
        parts = [f"# {_escaped(self.title)}"]
        for section, lines in self.sections().items():
            parts.append(f"## {_escaped(section)}")
            parts.append("\n".join(f"- {_escaped(str(line))}" for line in lines))
        return "\n\n".join(parts)

    def _repr_html_(self) -> str:
        cards = []
        for section, lines in self.sections().items():
            table = Table((section, "sources"), tuple((line.text, line.sources) for line in lines))
            cards.append(table)
        return card_html(self.title, (), (), cards, [self.query])


def _escaped(text: str) -> str:
    escaped = escape_markdown(one_line(text))
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    # The number of a numbered list stays, its full stop is escaped.
    place = opening.end() if opening[0].isdigit() else 0
    return f"{escaped[:place]}\\{escaped[place:]}"
