"""Records to plain data and back: strict, complete in its complaints, and exact.

Plain data are dicts, lists, texts, whole numbers and booleans, as TOML and JSON give them. Nothing is
converted on the way in: cattrs' defaults would turn 7.9 into 7, None into "None" and "abc" into a list
of letters, so every leaf type has a hook that refuses. Values at their default are left out on the way
out. Value types (dates, sanctions, ranges …) travel as the short text that they read and print.
"""

from .canonical import canonical_json, digest
from .coding import SCHEMA, Codec, codec
from .faults import problems_of

__all__ = ["SCHEMA", "Codec", "canonical_json", "codec", "digest", "problems_of"]
