from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.helpers import bare_fonts, build_font, document, drawn, fonts_in, read, texts
from workbook.documents.blocks import Text
from workbook.printing.type.fonts import Face, Fonts
from workbook.printing.type.machine_fonts import MachineFonts, system_folders


def names(fonts: Fonts, text: str, face: Face = Face.SANS) -> list[tuple[str, str]]:
    return [(run.text, fonts.typeface(run.font_name).name) for run in fonts.split(text, face)]


def test_latin_greek_and_cyrillic_come_from_the_shipped_fonts() -> None:
    assert names(bare_fonts(), "Tomé Ωμέγα Мы") == [("Tomé Ωμέγα Мы", "SourceSansPro-Regular")]


def test_hebrew_and_arabic_come_from_dejavu_and_are_parted_by_script() -> None:
    assert names(bare_fonts(), "aאم") == [
        ("a", "SourceSansPro-Regular"), ("א", "DejaVuSans"), ("م", "DejaVuSans"),
    ]  # fmt: skip


def test_a_bold_face_falls_back_to_a_bold_font() -> None:
    assert names(bare_fonts(), "א", Face.SANS_BOLD) == [("א", "DejaVuSans-Bold")]


def test_what_no_font_has_is_reported_not_lost() -> None:
    fonts = bare_fonts()
    assert "".join(run.text for run in fonts.split("कa\0\ud800", Face.SANS)) == "कa\0\ud800"
    assert fonts.undrawable == ("U+0000", "क", "U+D800")


def test_a_joiner_or_a_selector_alone_is_never_reported() -> None:
    fonts = bare_fonts()
    fonts.split("a\u200d\ufe0f\u200b\u2060\U000e0061", Face.SANS)
    assert fonts.undrawable == ()


def test_a_font_of_the_machine_draws_what_the_others_lack(tmp_path: Path) -> None:
    build_font(tmp_path / "one.ttf", "क", name="One")
    fonts = fonts_in(tmp_path)
    assert names(fonts, "कa") == [("क", "One"), ("a", "SourceSansPro-Regular")]
    assert fonts.undrawable == ()


def test_one_font_for_the_whole_text_is_preferred(tmp_path: Path) -> None:
    build_font(tmp_path / "a.ttf", "क", name="Poor")
    build_font(tmp_path / "b.ttf", "कखग", name="Rich")
    assert names(fonts_in(tmp_path), "कखग") == [("कखग", "Rich")]


def test_a_font_with_empty_glyphs_or_without_outlines_does_not_count(tmp_path: Path) -> None:
    build_font(tmp_path / "blank.ttf", "क", blank=True)
    (tmp_path / "junk.ttf").write_bytes(b"no font at all")
    (tmp_path / "empty.otf").write_bytes(b"")
    fonts = fonts_in(tmp_path)
    fonts.split("क", Face.SANS)
    assert fonts.undrawable == ("क",)


def test_missing_folders_are_no_reason_to_fail(tmp_path: Path) -> None:
    assert MachineFonts([tmp_path / "nowhere"]).font_for("क", []) is None
    assert system_folders()


@pytest.mark.parametrize("cff", [False, True], ids=["TrueType", "CFF"])
def test_a_font_of_the_machine_is_embedded_and_readable(tmp_path: Path, cff: bool) -> None:
    build_font(tmp_path / "one.font.otf", "कख", name="One", cff=cff)
    made = drawn(document(Text("कखक")), fonts=fonts_in(tmp_path))
    assert "कखक" in texts(made.data)[0]
    kinds = [font["/DescendantFonts"][0]["/Subtype"] for font in embedded(made.data)]
    assert ("/CIDFontType0" in kinds) is cff


def test_two_fonts_with_one_name_do_not_collide(tmp_path: Path) -> None:
    build_font(tmp_path / "a.ttf", "क", name="Same", width=600)
    build_font(tmp_path / "b.ttf", "中", name="Same", width=900)
    made = drawn(document(Text("क中")), fonts=fonts_in(tmp_path))
    found = [font["/BaseFont"] for font in embedded(made.data)]
    assert len(found) == len(set(found))
    assert sum(name.endswith("+Same") for name in found) == 2
    assert "क中" in texts(made.data)[0]


def test_every_font_in_a_collection_is_found(tmp_path: Path) -> None:
    from fontTools.ttLib import TTCollection, TTFont

    build_font(tmp_path / "a.tmp", "क", name="One")
    build_font(tmp_path / "b.tmp", "中", name="Two")
    both = TTCollection()
    both.fonts = [TTFont(tmp_path / "a.tmp"), TTFont(tmp_path / "b.tmp")]
    both.save(tmp_path / "both.ttc")
    assert names(fonts_in(tmp_path), "中") == [("中", "Two")]


def test_fonts_that_claim_every_character_are_passed_over(tmp_path: Path) -> None:
    build_font(tmp_path / "LastResort.otf", "क", name="LastResort")
    assert MachineFonts([tmp_path]).font_for("क", []) is None


def test_every_font_in_the_file_is_embedded_and_a_subset() -> None:
    made = drawn(document(Text("Plain, and שלום too.")))
    fonts = embedded(made.data)
    assert len(fonts) >= 3
    for font in fonts:
        assert font["/BaseFont"][7] == "+"
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert descriptor["/FontFile2"].get_data()
    assert len(made.data) < 80_000


@given(st.text())
def test_runs_are_the_text(text: str) -> None:
    assert "".join(run.text for run in bare_fonts().split(text, Face.SERIF)) == text


def test_width_is_that_of_the_letters() -> None:
    fonts = bare_fonts()
    assert fonts.width("", Face.SANS, 10) == 0
    one = fonts.width("office", Face.SANS, 10)
    assert 20 < one < 40
    assert fonts.width("office office", Face.SANS, 10) == pytest.approx(
        2 * one + fonts.width(" ", Face.SANS, 10)
    )


def test_dejavu_is_found_without_importing_matplotlib() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from workbook.printing.type.fonts import *; Fonts().split('ש', Face.SANS);"
        "print(any(m.startswith('matplotlib') for m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert find_spec("matplotlib")


def embedded(data: bytes) -> list[dict]:
    resources = read(data).pages[0]["/Resources"]
    return [font.get_object() for font in resources["/Font"].values()]
