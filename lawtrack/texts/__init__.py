"""Text in, text out: words and layout of a text, and how two texts differ. Nothing here knows law."""
