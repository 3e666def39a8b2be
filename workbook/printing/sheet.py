"""The canvas that every page is drawn on: ReportLab's, with fonts of our own in it."""

from typing import IO, Any

from reportlab.pdfgen.canvas import Canvas

from workbook.printing.embedding import embed
from workbook.printing.fonts import Fonts


class Sheet(Canvas):  # type: ignore[misc]  # ReportLab has no types
    """A canvas whose text comes from `text.draw_line` and whose fonts are embedded on saving."""

    def __init__(self, target: IO[bytes], size: tuple[float, float], fonts: Fonts,
                 **options: Any) -> None:  # fmt: skip
        """`size` in points; the same drawing always leaves the same bytes."""
        super().__init__(target, pagesize=size, pageCompression=1, invariant=1, **options)
        self.fonts = fonts

    def _make_preamble(self) -> None:
        # ReportLab's own also chooses Helvetica, which then is a font in the file, not embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    def save(self) -> None:
        """Embeds the fonts that were used and writes the file."""
        embed(self.fonts, self._doc)
        super().save()
