import tomllib

import pytest

from tests.charts.samples import DARK
from workbook.charts.palette import PRINT, palette_from
from workbook.model.guide import Side
from workbook.resources import resource


def light() -> dict[str, str]:
    with resource("themes", "light.toml").open("rb") as file:
        return {name: str(colour) for name, colour in tomllib.load(file).items()}


def test_print_is_the_light_theme_on_white():
    white = light() | {"paper": "FFFFFF", "surface": "FFFFFF"}
    assert palette_from(white) == PRINT


def test_tokens_may_carry_a_hash():
    plain = light()
    assert palette_from({name: f"#{colour}" for name, colour in plain.items()}) == palette_from(
        plain
    )


def test_a_missing_colour_is_named():
    tokens = light()
    del tokens["outside"]
    with pytest.raises(ValueError, match='"outside"'):
        palette_from(tokens)


def test_a_word_is_no_colour():
    with pytest.raises(ValueError, match='"ink"'):
        palette_from(light() | {"ink": "black"})


@pytest.mark.parametrize("palette", [PRINT, DARK])
def test_sides_have_their_colours_and_neither_is_ink(palette):
    assert palette.side(Side.INSIDE) == palette.inside
    assert palette.side(Side.OUTSIDE) == palette.outside
    assert palette.side(Side.NEITHER) == palette.ink
    assert palette.tint(Side.OUTSIDE) == palette.outside_tint


@pytest.mark.parametrize("palette", [PRINT, DARK])
def test_the_round_before_is_fainter_than_ink_and_still_stands_out(palette):
    ink, past, ground = (luminance(c) for c in (palette.ink, palette.past, palette.surface))
    assert abs(past - ground) < abs(ink - ground)
    assert (max(past, ground) + 0.05) / (min(past, ground) + 0.05) >= 3


def luminance(colour):
    """Relative luminance after WCAG 2."""
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_track_lies_between_its_side_and_the_surface():
    assert PRINT.track(Side.INSIDE) == "#bcd6d6"
