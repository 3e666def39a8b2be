import pytest

from workbook.charts.lettering import ScreenLettering, face_of, properties
from workbook.charts.pen import Face

LETTERING = ScreenLettering()


def test_widths_grow_with_the_size_and_the_weight():
    one = LETTERING.width("community", Face.REGULAR, 9)
    assert LETTERING.width("community", Face.REGULAR, 18) == pytest.approx(2 * one)
    assert LETTERING.width("community", Face.SEMIBOLD, 9) > one
    assert LETTERING.width("", Face.REGULAR, 9) == 0


def test_letters_that_the_shipped_fonts_have_stay():
    for text in ("for each other →", "say · 5", "Tomé’s café", "שלום", "مرحبا", "☎"):
        assert LETTERING.drawable(text) == text


def test_what_has_no_font_becomes_a_box_that_is_seen():
    assert LETTERING.drawable("a\ue123b\x07\ud800") == "a□b□□"


def test_signs_without_a_look_leave_no_box():
    assert LETTERING.drawable("a\u202eb\ufe0fc\u2060") == "abc"


@pytest.mark.parametrize("face", Face)
def test_a_face_is_known_again_by_its_fonts(face):
    assert face_of(properties("abc", face, 9)) is face


def test_fonts_made_elsewhere_are_no_face():
    from matplotlib.font_manager import FontProperties

    with pytest.raises(KeyError):
        face_of(FontProperties(family="serif"))
