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


def test_a_track_lies_between_its_side_and_the_surface():
    assert PRINT.track(Side.INSIDE) == "#bcd6d6"
