"""What lies where on pages with large type."""

from pathlib import Path

from tests.printing.handouts.helpers import MARGIN, pages

_SLACK = 0.15  # of a line's height: the boxes of fonts reach further than their letters


def assert_sound(path: Path, size: tuple[float, float]) -> None:
    """Fails where anything lies in the margins or words lie on words."""
    width, height = size
    for number, page in enumerate(pages(path), 1):
        for thing in (*page.paths, *page.texts):
            assert thing.left >= MARGIN - 0.5, (number, thing)
            assert thing.right <= width - MARGIN + 0.5, (number, thing)
            assert thing.bottom >= MARGIN - 0.5, (number, thing)
            assert thing.top <= height - MARGIN + 0.5, (number, thing)
        for at, one in enumerate(page.texts):
            for other in page.texts[at + 1 :]:
                if (one.left, one.top) == (other.left, other.top):
                    continue  # one word shown in two strokes of the pen
                slack = max(1.6, _SLACK * min(one.height, other.height))
                assert not one.overlaps(other, slack), (number, one, other)
