"""Scripts that are joined, reordered or run from right to left look as Qt draws them."""

from io import BytesIO

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QTextLayout, QTextOption

from tests.printing.helpers import bare_fonts
from workbook.printing.type.canvas import Sheet
from workbook.printing.type.fonts import Face, Fonts, dejavu_folder
from workbook.printing.type.text import Line, break_lines, one_line, show
from workbook.resources import resource

SIZE = 48
LEAST = 0.97  # how alike; unshaped or in another order it is well under that
LEFT_TO_RIGHT, RIGHT_TO_LEFT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
# Paragraphs of a handout that run both ways, and are broken into lines.
PARAGRAPHS = (
    "قررنا في ورشة 2026 أن نكتب Community purpose على الورق، ثم نقرأها (معا) بعد 90 يوما.",
    "בסדנה של 2026 כתבנו Community purpose על הנייר, ונקרא (ביחד) אחרי 90 ימים.",
    "We wrote ورشة المجتمع and שלום לכולם (2026) on paper, and read it after 90 days.",
)
TEXTS = {
    "Arabic": "مرحبا بكم في ورشتنا",
    "Hebrew": "שלום לכולם בסדנה",
    "Arabic with a number and Latin": "ورشة 2026 (Ω) نعم",
    "Hebrew with brackets": "שלום (2026) לכולם",
    "Latin in Arabic": "ورشة Community purpose في 2026",
    "Hebrew in Latin": "The word שלום (peace) לכולם, 2026",
    "marks and ligatures": "لا إله سلامٌ",
}


def ours(text: str, fonts: Fonts | None = None) -> Image.Image:
    """The text as it stands in a PDF, black on white, cut to its ink."""
    fonts = fonts or bare_fonts()
    return shown(fonts, one_line(fonts, text, Face.SANS))


def shown(fonts: Fonts, line: Line) -> Image.Image:
    target = BytesIO()
    sheet = Sheet(target, (line.advance * SIZE + 40, 3 * SIZE), fonts)
    sheet.ink("#000000")
    sheet.addLiteral(show(line, 20, SIZE, SIZE))
    sheet.save()
    page = pypdfium2.PdfDocument(target.getvalue())[0]
    return cut(page.render(scale=1).to_pil().convert("L"))


def qts(text: str, families: list[str], *, right_to_left: bool | None = None) -> Image.Image:
    """The same by Qt's own layout, in the same fonts."""
    font = QFont(families)
    font.setPixelSize(SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    layout = QTextLayout(text, font)
    if right_to_left is not None:
        option = QTextOption()
        option.setTextDirection(RIGHT_TO_LEFT if right_to_left else LEFT_TO_RIGHT)
        layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    image = QImage(int(line.naturalTextWidth()) + 80, 3 * SIZE, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    shift = 40 - line.naturalTextRect().left()
    layout.draw(painter, QPointF(shift, SIZE / 2))
    painter.end()
    raw = np.frombuffer(image.constBits(), np.uint8)
    rows = raw.reshape(image.height(), image.bytesPerLine())[:, : image.width()]
    return cut(Image.fromarray(rows.copy(), "L"))


def cut(image: Image.Image) -> Image.Image:
    box = image.point(lambda v: 255 if v < 200 else 0).getbbox()
    assert box is not None
    return image.crop(box)


def alike(one: Image.Image, other: Image.Image) -> float:
    """How alike two pictures are: 1 where their ink falls on the same places, about 0 where not."""
    size = (max(one.width, other.width), max(one.height, other.height))
    inks = []
    for image in (one, other):
        ground = Image.new("L", size, 255)
        ground.paste(image.resize(size))
        soft = ground.filter(ImageFilter.GaussianBlur(1.5))
        inks.append(255.0 - np.asarray(soft, dtype=float).ravel())
    return float(np.corrcoef(*inks)[0, 1])


@pytest.fixture(scope="module")
def families(qapp: object) -> list[str]:
    """What a text of ours is drawn in on a machine without fonts of its own."""
    files = (resource("fonts") / "SourceSansPro-Regular.ttf", dejavu_folder() / "DejaVuSans.ttf")
    numbers = [QFontDatabase.addApplicationFont(str(file)) for file in files]
    return [QFontDatabase.applicationFontFamilies(number)[0] for number in numbers]


@pytest.mark.parametrize("name", TEXTS)
def test_it_looks_as_qt_draws_it(name: str, families: list[str]) -> None:
    mine, theirs = ours(TEXTS[name]), qts(TEXTS[name], families)
    assert alike(mine, theirs) > LEAST


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_each_line_of_a_paragraph_that_runs_both_ways_looks_so(
    paragraph: str, families: list[str]
) -> None:
    fonts = bare_fonts()
    lines = break_lines(fonts, paragraph, Face.SANS, 9)
    assert len(lines) > 3
    for line in lines:
        text = line.text.rstrip()
        theirs = qts(text, families, right_to_left=line.right_to_left)
        assert alike(shown(fonts, line), theirs) > LEAST, text


@pytest.mark.parametrize("text", ["नमस्ते", "दुनिया", "क्षत्रिय", "कि", "ชุมชนของเราดีมาก", "ผู้นำ"])
def test_scripts_of_the_machine_s_fonts_look_so(text: str, families: list[str]) -> None:
    fonts = Fonts()
    runs = fonts.split(text, Face.SANS)
    if fonts.undrawable:
        pytest.skip("no font on this machine draws these letters")
    own = fonts.typeface(runs[0].font_name)
    number = QFontDatabase.addApplicationFont(str(own.path))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    assert alike(ours(text, fonts), qts(text, [families[0], family])) > LEAST


@pytest.mark.parametrize("name", TEXTS)
def test_another_order_and_letters_that_do_not_join_look_different(
    name: str, families: list[str]
) -> None:
    mine = ours(TEXTS[name])
    parted = "\u200c".join(TEXTS[name])
    backwards = TEXTS[name][::-1]
    for wrong in (backwards, *([parted] if TEXTS[name][0] > "\u0600" else [])):
        assert alike(mine, qts(wrong, families)) < LEAST - 0.1
