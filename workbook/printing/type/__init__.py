"""The text engine: fonts, shaping, direction, line breaks and tags."""
