"""Guides with longer words, and what lies where on the pages of a file."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as raw

from workbook.model.guide import Guide
from workbook.model.workshop import Setup
from workbook.operations.creating import built_in_example
from workbook.readings.findings import Findings

MM = 72 / 25.4
MARGIN = 15 * MM
_WORDS = {
    "label", "title", "text", "prompt", "help", "headline", "framing", "story", "low_label",
    "high_label", "last_prompt", "reason_prompt", "never_label", "below_label", "above_label",
    "note_hint", "name", "draft", "source",
}  # fmt: skip


def reworded(guide: Guide, change: Callable[[str], str]) -> Guide:
    """The guide with every text that people read changed."""

    def deep(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(deep(each) for each in value)
        if not is_dataclass(value) or isinstance(value, type):
            return value
        new = {}
        for name in (each.name for each in fields(value)):
            old = getattr(value, name)
            if name in _WORDS and isinstance(old, str):
                new[name] = change(old) if old else old
            elif name not in ("phases", "notes"):
                new[name] = deep(old)
        return replace(value, **new)

    return replace(
        guide,
        source=change(guide.source),
        title=change(guide.title),
        steps=deep(guide.steps),
        questions={key: deep(question) for key, question in guide.questions.items()},
    )


def held(
    guide: Guide, group: str, day: date = date(2026, 11, 22), setup: Setup | None = None
) -> Findings:
    """The finished workshop, but of this group, held on this day, as it is set up here."""
    opened = built_in_example("workshop")
    assert opened.workshop is not None
    started = datetime.combine(day, time(12), UTC)
    workshop = replace(
        opened.workshop,
        setup=setup or opened.workshop.setup,
        clock=replace(opened.workshop.clock, started=started),
    )
    return Findings(
        replace(opened, guide=guide, session=replace(opened.session, name=group), workshop=workshop)
    )


def _nothing() -> str:
    return ""


@dataclass(frozen=True)
class Thing:
    """A path or a run of text on a page: its edges in points from the lower left."""

    left: float
    bottom: float
    right: float
    top: float
    curved: bool = False
    read: Callable[[], str] = field(default=_nothing, repr=False, compare=False)

    def __str__(self) -> str:
        return f"{self!r} {self.words!r}"

    @cached_property
    def words(self) -> str:
        """What stands there; most of what is measured is never read."""
        return self.read()

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def overlaps(self, other: "Thing", by: float) -> bool:
        """Whether both share more than so many points across and up."""
        across = min(self.right, other.right) - max(self.left, other.left)
        up = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > by and up > by


class PageOf:
    """What PDFium, which is in Chromium, finds on one page."""

    def __init__(self, page: Any) -> None:
        self.paths: list[Thing] = []
        self.texts: list[Thing] = []
        text = page.get_textpage()
        for found in page.get_objects():
            box = found.get_pos() if hasattr(found, "get_pos") else found.get_bounds()
            if found.type == raw.FPDF_PAGEOBJ_PATH:
                self.paths.append(Thing(*box, curved=_is_curved(found)))
            elif found.type == raw.FPDF_PAGEOBJ_TEXT:
                self.texts.append(Thing(*box, read=partial(text.get_text_bounded, *box)))
        self.words = text.get_text_range()

    def circles(self, at_least: float = 12.0) -> list[Thing]:
        """Circles at least that wide."""
        return [p for p in self.paths if p.curved and p.width > at_least]

    def boxes(self, least: float, most: float) -> list[Thing]:
        """Squares of about that width."""
        square = [p for p in self.paths if not p.curved and abs(p.width - p.height) < 0.2]
        return [box for box in square if least <= box.width <= most]

    def lines(self, at_least: float) -> list[Thing]:
        """Thin lines across at least that long, the highest first."""
        found = [p for p in self.paths if p.height < 1.4 and p.width >= at_least]
        return sorted(found, key=lambda line: -line.bottom)


def _is_curved(path: Any) -> bool:
    segment = raw.FPDFPath_GetPathSegment(path, 1)
    return bool(raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_BEZIERTO)


def pages(path: Path) -> tuple[PageOf, ...]:
    """Every page of a file; one that is looked at from several sides is read once."""
    return _pages(path.read_bytes())


@lru_cache(maxsize=2)
def _pages(data: bytes) -> tuple[PageOf, ...]:
    pdf = pypdfium2.PdfDocument(data)
    return tuple(PageOf(pdf[number]) for number in range(len(pdf)))


def reader(path: Path) -> pypdf.PdfReader:
    """The file as pypdf sees it."""
    return pypdf.PdfReader(BytesIO(path.read_bytes()), strict=True)


def sizes(path: Path) -> set[float]:
    """Every size that letters have in the file."""
    found: set[float] = set()
    for page in reader(path).pages:
        contents = page.get_contents()
        assert contents is not None
        found |= {float(s) for s in re.findall(rb"/W\d+ ([\d.]+) Tf", contents.get_data())}
    return found


def assert_sound(path: Path, size: tuple[float, float]) -> None:
    """Fails where anything lies in the margins or words lie on words."""
    width, height = size
    for number, page in enumerate(pages(path), 1):
        for thing in (*page.paths, *page.texts):
            assert thing.left >= MARGIN - 0.5, (number, str(thing))
            assert thing.right <= width - MARGIN + 0.5, (number, str(thing))
            assert thing.bottom >= MARGIN - 0.5, (number, str(thing))
            assert thing.top <= height - MARGIN + 0.5, (number, str(thing))
        texts = sorted(page.texts, key=lambda each: -each.top)
        for at, one in enumerate(texts):
            for other in texts[at + 1 :]:
                if other.top < one.bottom:
                    break
                if (one.left, one.top) == (other.left, other.top):
                    continue  # one word shown in two strokes of the pen
                assert not one.overlaps(other, 1.6), (number, str(one), str(other))
