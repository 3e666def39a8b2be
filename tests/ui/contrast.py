"""How well one colour can be told from another (WCAG 2.2, relative luminance)."""


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white; colours are "rrggbb" or "#rrggbb"."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour.removeprefix("#"))]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
