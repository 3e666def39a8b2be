import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.helpers import (
    bare_fonts,
    document,
    drawn,
    fonts_in,
    seen,
    texts,
    whole,
)  # fmt: skip
from workbook.documents.blocks import Text
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Face, Fonts
from workbook.printing.type.text import Line, break_lines, draw_line, one_line

WIDTH = 30.0


def broken(text: str, width: float = WIDTH, face: Face = Face.SANS) -> list[str]:
    return [line.text for line in break_lines(bare_fonts(), text, face, width)]


def test_a_line_is_as_full_as_it_can_be() -> None:
    fonts = bare_fonts()
    text = "we mend what people bring and while the glue dries we talk " * 5
    lines = break_lines(fonts, text, Face.SANS, WIDTH)
    for line, after in pairwise(lines):
        more = f"{line.text} {after.text.split()[0]}"
        assert fonts.width(line.text, Face.SANS, 1) <= WIDTH < fonts.width(more, Face.SANS, 1)


def test_no_word_is_lost_between_lines() -> None:
    text = "one two three " * 200
    assert " ".join(broken(text)).split() == text.split()


def test_a_typed_line_end_starts_a_line_and_many_leave_one_gap() -> None:
    assert broken("\n\na\nb\n\n\n\nc\n") == ["a", "b", "", "c"]


def test_a_word_of_2000_letters_fills_its_lines() -> None:
    lines = break_lines(bare_fonts(), "a " + "x" * 2000, Face.SANS, WIDTH)
    assert "".join(line.text for line in lines).count("x") == 2000
    assert len(lines[0].text) > 20  # the word begins behind the a, not under it
    assert all(WIDTH - 1 < line.advance <= WIDTH for line in lines[:-1])


def test_a_long_joined_word_is_parted_too() -> None:
    lines = break_lines(bare_fonts(), "مرحبا" * 300, Face.SANS, WIDTH)
    assert "".join(line.text for line in lines) == "مرحبا" * 300
    assert all(line.advance <= WIDTH + 1e-6 for line in lines)


def test_a_character_wider_than_the_line_is_made_smaller() -> None:
    (line,) = break_lines(bare_fonts(), "W", Face.SANS, 0.3)
    assert line.advance * line.scale == pytest.approx(0.3)


@given(st.text(max_size=60), st.floats(0.2, 12))
def test_no_line_is_wider_than_its_room_and_nothing_vanishes(text: str, width: float) -> None:
    lines = break_lines(bare_fonts(), text, Face.SANS, width)
    assert all(line.advance * line.scale <= width + 1e-3 for line in lines)
    one = one_line(bare_fonts(), text, Face.SANS).text
    kept = "".join(c for line in lines for c in line.text if not c.isspace())
    assert kept == "".join(c for c in one if not c.isspace())


def glyphs(line: Line, fonts: Fonts) -> list[int]:
    codes = "".join(p.array for w in line.words for s in w.strips for p in s.parts)
    typeface = fonts.typeface(line.words[0].strips[0].font_name)
    hexes = [codes[i : i + 4] for i in range(1, len(codes) - 4, 4)]
    return [typeface.used[int(code, 16)][0] or 0 for code in hexes]


def test_arabic_letters_join_and_run_from_right_to_left() -> None:
    fonts = bare_fonts()
    line = one_line(fonts, "ببب", Face.SANS)
    face = fonts.typeface("W2")
    shapes = glyphs(line, fonts)
    alone = face.font.get_nominal_glyph(ord("ب"))
    assert line.right_to_left
    assert len(set(shapes)) == 3  # final, medial, initial: three forms, none of them alone
    assert alone not in shapes
    names = [face.font.get_glyph_name(glyph) for glyph in shapes]
    assert [name[-4:] for name in names] == ["FE90", "FE92", "FE91"]


def test_a_ligature_reads_as_its_letters() -> None:
    made = drawn(document(Text("office fluffy لا"))).data
    for read in (texts(made), seen(made)):
        assert "office fluffy" in read[0]
        assert "لا" in read[0]


SAMPLES = [
    "<b>bold</b> &amp; $x^2$ % \\textbf{a} \\n",
    "AVATAR To. “quoted” — dash… 3½ € №",
    "مرحبا بالعالم",
    "שלום עולם",
    "𝔸 😀 ℵ",
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_words_can_be_read_back(sample: str) -> None:
    made = drawn(document(Text(sample), title="T", subtitle=""))
    assert made.undrawable == ()
    for word in sample.split():
        assert word in seen(made.data)[0]
        assert word in texts(made.data)[0]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="Poppler is not on this machine")
@pytest.mark.parametrize("sample", SAMPLES)
def test_poppler_reads_the_words(sample: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(drawn(document(Text(sample))).data)
    command = ["pdftotext", "-enc", "UTF-8", "a.pdf", "-"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    for word in sample.split():
        assert word in done.stdout.decode()


def machine_draws(text: str) -> bool:
    fonts = Fonts()
    fonts.split(text, Face.SANS)
    return not fonts.undrawable


@pytest.mark.parametrize(
    "sample", ["नमस्ते दुनिया क्षत्रिय कि", "中文文本。测试", "สวัสดี", "한국어 조선"]
)
def test_the_machine_s_fonts_are_used_and_readable(sample: str) -> None:
    if not machine_draws(sample):
        pytest.skip("no font on this machine draws these letters")
    made = drawn(document(Text(sample)), fonts=Fonts())
    assert made.undrawable == ()
    for word in sample.split():
        assert word in texts(made.data)[0]


def test_devanagari_is_shaped() -> None:
    if not machine_draws("कि"):
        pytest.skip("no font on this machine draws Devanagari")
    fonts = Fonts()
    shown = glyphs(one_line(fonts, "कि", Face.SANS), fonts)
    face = fonts.typeface(fonts.split("क", Face.SANS)[0].font_name)
    # The sign for i is spoken after the k and written before it.
    assert shown[1] == face.font.get_nominal_glyph(ord("क"))


def test_what_no_font_draws_leaves_a_visible_sign_and_reads_as_typed(tmp_path: Path) -> None:
    made = drawn(document(Text("कख")), fonts=fonts_in(tmp_path))
    assert made.undrawable == ("क", "ख")
    assert "कख" in whole(texts(made.data)[0])
    blank = drawn(document(Text("\u3000\u3000")))
    assert len(made.data) > len(blank.data)


def test_chart_text_is_anchored() -> None:
    def left_edge(anchor: str) -> float:
        target = BytesIO()
        sheet = Sheet(target, (200, 100), bare_fonts())
        draw_line(sheet, "wide words", Face.SANS, 10, 100, 50, "#000000", anchor)  # type: ignore[arg-type]
        sheet.save()
        import pypdfium2

        page = pypdfium2.PdfDocument(target.getvalue())[0]
        return page.get_textpage().get_charbox(0)[0]

    width = bare_fonts().width("wide words", Face.SANS, 10)
    start, middle, end = map(left_edge, ("start", "middle", "end"))
    assert start - middle == pytest.approx(width / 2, abs=0.1)
    assert start - end == pytest.approx(width, abs=0.1)
