"""What holds for every page of every PDF: nothing clipped, struck out, on other words, or pale."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from ctypes import c_float, c_int, c_uint
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as raw
import pytest

MARGIN = 42.5  # points, 15 mm
_TOUCH = 0.75  # points that two words, or a word and a line, may share: letters touch, ink does not
_THIN = 1.5
_LEAST_CONTRAST = 4.5  # of text on its ground, as the WCAG want it
WHITE = (255, 255, 255)
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Box:
    """A word, a line or a ground on a page: its edges in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float
    words: str = ""
    colour: Colour = (0, 0, 0)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def shares(self, other: "Box") -> tuple[float, float]:
        """How far both overlap across and up."""
        return (
            min(self.right, other.right) - max(self.left, other.left),
            min(self.top, other.top) - max(self.bottom, other.bottom),
        )


class Page:
    """One page as PDFium sees it: words by the ink of their letters, and paths in their order."""

    def __init__(self, page: Any) -> None:
        self._textpage = page.get_textpage()
        self.size: tuple[float, float] = page.get_size()
        self.words = list(self._words())
        self.objects = list(page.get_objects(max_depth=4))
        paths = [found for found in self.objects if found.type == raw.FPDF_PAGEOBJ_PATH]
        shapes = [(box, _is_filled(path)) for path in paths for box in _pieces(path)]
        self.lines = [box for box, _ in shapes if _is_line(box)]
        self._shapes = shapes

    def _words(self) -> Iterator[Box]:
        """Runs of letters between spaces on one line, by the boxes of their ink."""
        page, held, letters = self._textpage, list[tuple[float, ...]](), ""
        for at in range(page.count_chars()):
            letter = chr(raw.FPDFText_GetUnicode(page, at))
            box = page.get_charbox(at)
            if letter.isspace() or (held and _begins_anew(box, held[-1])):
                if held:
                    yield _around(held, letters)
                held, letters = [], ""
            if not letter.isspace() and box[2] > box[0]:
                held.append(box)
                letters += letter
        if held:
            yield _around(held, letters)

    def hides(self, line: Box, word: Box) -> bool:
        """Whether a ground for the word was painted over the line."""
        after = self._shapes[[box for box, _ in self._shapes].index(line) + 1 :]
        return any(filled and _holds(ground, word) for ground, filled in after)

    def contrasts(self) -> Iterator[tuple[str, float]]:
        """Every run of text with its contrast to what was painted under it."""
        grounds: list[Box] = []
        for found in self.objects:
            if found.type == raw.FPDF_PAGEOBJ_PATH and _is_filled(found):
                grounds += _pieces(found)
            elif found.type == raw.FPDF_PAGEOBJ_TEXT:
                box = _box(found)
                words = self._textpage.get_text_bounded(*found.get_bounds()).strip()
                yield words, contrast(box.colour, _ground(box, grounds))


def _box(found: Any) -> Box:
    return Box(*found.get_bounds(), colour=_fill(found))


def _fill(found: Any) -> Colour:
    parts = [c_uint() for _ in range(4)]
    assert raw.FPDFPageObj_GetFillColor(found, *parts)
    return parts[0].value, parts[1].value, parts[2].value


def _pieces(path: Any) -> Iterator[Box]:
    """Each closed shape of a path by itself: all dots of a chart are one path."""
    matrix, colour, points = path.get_matrix(), _fill(path), list[tuple[float, float]]()
    for at in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, at)
        if points and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO:
            yield _hull(points, colour)
            points = []
        x, y = c_float(), c_float()
        assert raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.on_point(x.value, y.value))
    if points:
        yield _hull(points, colour)


def _hull(points: list[tuple[float, float]], colour: Colour) -> Box:
    across, up = zip(*points, strict=True)
    return Box(min(across), min(up), max(across), max(up), colour=colour)


def _is_filled(found: Any) -> bool:
    mode, stroke = c_int(), c_int()
    assert raw.FPDFPath_GetDrawMode(found, mode, stroke)
    return mode.value != raw.FPDF_FILLMODE_NONE


def _is_line(box: Box) -> bool:
    return min(box.width, box.height) <= _THIN < max(box.width, box.height)


def _begins_anew(letter: tuple[float, ...], before: tuple[float, ...]) -> bool:
    """Whether a letter is no neighbour of the one before it: it lies left of it, or further off."""
    return letter[0] < before[0] - 1 or letter[0] > before[2] + 3 * (before[3] - before[1] + 1)


def _around(boxes: list[tuple[float, ...]], words: str) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops), words)


def _ground(box: Box, grounds: list[Box]) -> Colour:
    return next((each.colour for each in reversed(grounds) if _holds(each, box)), WHITE)


def _holds(ground: Box, box: Box) -> bool:
    """Whether the middle of a box lies on a ground."""
    across, up = (box.left + box.right) / 2, (box.bottom + box.top) / 2
    return ground.left <= across <= ground.right and ground.bottom <= up <= ground.top


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours from 1 to 21 (WCAG 2, "contrast ratio"): that of their greys."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [c / 255 for c in colour]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pages(path: Path) -> list[Page]:
    """Every page of a file."""
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    return [Page(pdf[number]) for number in range(len(pdf))]


def assert_inside(page: Page, number: int) -> None:
    """Fails where a letter or a line reaches into the margins."""
    width, height = page.size
    for box in (*page.words, *page.lines):
        assert box.left >= MARGIN - 1, (number, box)
        assert box.right <= width - MARGIN + 1, (number, box)
        assert box.bottom >= MARGIN - 1, (number, box)
        assert box.top <= height - MARGIN + 1, (number, box)


def assert_apart(page: Page, number: int) -> None:
    """Fails where words lie on words, or a line goes through one."""
    words = sorted(page.words, key=lambda box: -box.top)
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            if other.top < one.bottom:
                break
            assert min(one.shares(other)) <= _TOUCH, (number, one, other)
        for line in page.lines:
            across, up = one.shares(line)
            inner = one.bottom + _TOUCH < line.bottom and line.top < one.top - _TOUCH
            upright = one.left + _TOUCH < line.left and line.right < one.right - _TOUCH
            crossed = inner if line.width > line.height else upright
            if min(across, up) >= 0 and crossed:
                assert page.hides(line, one), (number, one, line)


def assert_dark_enough(page: Page, number: int) -> None:
    """Fails where text is too pale on its ground for a printer that has only black."""
    for words, ratio in page.contrasts():
        assert ratio >= _LEAST_CONTRAST, (number, words, round(ratio, 2))


def reader(path: Path) -> pypdf.PdfReader:
    """The file as pypdf sees it."""
    return pypdf.PdfReader(BytesIO(path.read_bytes()), strict=True)


def assert_for_listeners(path: Path, language: str = "en") -> None:
    """Fails where a file lacks what people need who listen to it instead of seeing it."""
    file = reader(path)
    root = file.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata is not None
    assert file.metadata.title
    assert file.outline
    figures = [tag for tag in _tags(root["/StructTreeRoot"]) if tag["/S"] == "/Figure"]
    assert all(tag.get("/Alt") for tag in figures)
    for page in file.pages:
        contents = page.get_contents()
        assert contents is not None
        assert _loose_text(contents.get_data()) == 0


def _tags(tag: Any) -> Iterator[Any]:
    below = tag.get("/K", [])
    for part in below if isinstance(below, list) else [below]:
        found = part.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found
            yield from _tags(found)


def _loose_text(contents: bytes) -> int:
    """How much text is neither the content of a tag nor decoration."""
    depth = loose = 0
    for found in re.finditer(rb"\b(BDC|BMC|EMC|TJ|Tj)\b", contents):
        if found[1] in (b"BDC", b"BMC"):
            depth += 1
        elif found[1] == b"EMC":
            depth -= 1
        else:
            loose += not depth
    return loose


def poppler(path: Path, *options: str) -> str:
    """The words of a file as Poppler reads them out, without line ends where a word is parted."""
    tool = shutil.which("pdftotext") or pytest.skip("Poppler is not on this machine")
    done = subprocess.run(
        [tool, "-enc", "UTF-8", *options, str(path), "-"], capture_output=True, check=True
    )
    return done.stdout.decode()


def assert_every_word_is_read(path: Path, found: list[Page]) -> None:
    """Fails where Poppler does not read the words that PDFium does, each as often."""
    read = Counter(_letters(poppler(path)))
    drawn = Counter(_letters("".join(word.words for page in found for word in page.words)))
    assert read == drawn


def _letters(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c.isprintable() and c not in "-\u00ad")


def assert_nothing_wrong(path: Path) -> None:
    """Fails where qpdf has anything to say."""
    tool = shutil.which("qpdf") or pytest.skip("qpdf is not on this machine")
    done = subprocess.run([tool, "--check", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stdout + done.stderr


_FRAME = 200  # letters of a foot and the next head at most
_LONG = 25  # letters: shorter texts, such as a time of day, stand on many pages


def assert_read_in_order(path: Path) -> None:
    """Fails where Poppler does not read every paragraph in one piece, or not in the order of the
    tags, which is that in which the document is read aloud.
    """
    read, at = _letters(poppler(path, "-raw")), 0
    for paragraph in map(_letters, paragraphs(path)):
        long = len(paragraph) >= _LONG
        end = _end_of(paragraph, read, at if long else 0)
        assert end is not None, paragraph
        at = end if long else at


def _end_of(paragraph: str, read: str, start: int) -> int | None:
    """Where a paragraph ends in what was read; between two pages stand a foot and a head."""
    found = read.find(paragraph, start)
    if found >= 0:
        return found + len(paragraph)
    for length in range(len(paragraph) - 1, 0, -1):
        first = read.find(paragraph[:length], start)
        if first >= 0:
            rest = read.find(paragraph[length:], first + length, first + len(paragraph) + _FRAME)
            return None if rest < 0 else rest + len(paragraph) - length
    return None


def paragraphs(path: Path) -> list[str]:
    """The text of every tag, as Poppler finds it in the tree of tags."""
    tool = shutil.which("pdfinfo") or pytest.skip("Poppler is not on this machine")
    done = subprocess.run([tool, "-struct-text", str(path)], capture_output=True, check=True)
    found = [""]
    for line in map(str.strip, done.stdout.decode().splitlines()):
        if line.startswith('"'):
            found[-1] += line[1:-1] + " "
        elif found[-1]:
            found.append("")
    return [each for each in found if each.strip()]
