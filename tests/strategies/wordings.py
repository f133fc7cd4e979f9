"""Pairs of texts as amendments leave them: few words, so that they repeat, in lines and several scripts."""

from hypothesis import strategies as st

WORDS = (
    "the", "fine", "of", "ten", "days", "days.", "5", "75 000", "€", "(a)", "l'article", "срок", "ё",
    "е", "е\u0308", "e\u0301", "é", "й", "и\u0306", "第五条", "มาตรา", "हिन्दी", "—", "-", "«", "\u00a0",
    "\u00ad", "\n", "\n\n", " ", ",", "No. 5", "1.500,00",
)  # fmt: skip

law_texts = st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join) | st.text(
    "ab 1,.\n\u00ad'’", max_size=24
)


@st.composite
def amended(draw):
    """A text, and the same with a few stretches cut out, put in, or put elsewhere."""
    old = draw(law_texts)
    new = old
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(new)))
        end = draw(st.integers(start, min(len(new), start + 12)))
        cut, rest = new[start:end], new[:start] + new[end:]
        at = draw(st.integers(0, len(rest)))
        new = rest[:at] + draw(st.sampled_from(["", cut, *WORDS])) + rest[at:]
    return old, new


pairs = st.tuples(law_texts, law_texts) | amended()
"""Old and new text, related or not."""
