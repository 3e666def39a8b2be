"""Where labels may stand: boxes that must not touch, and labels in a row pushed apart."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def within(self, other: "Box") -> bool:
        """Whether it lies wholly in the other."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )

    def crossed_by(self, start: tuple[float, float], end: tuple[float, float]) -> bool:
        """Whether a straight line from start to end passes through it (Liang and Barsky 1984)."""
        enters, leaves = 0.0, 1.0
        dx, dy = end[0] - start[0], end[1] - start[1]
        for step, space in (
            (-dx, start[0] - self.left),
            (dx, self.right - start[0]),
            (-dy, start[1] - self.top),
            (dy, self.bottom - start[1]),
        ):
            if step == 0:
                if space < 0:
                    return False
            elif step < 0:
                enters = max(enters, space / step)
            else:
                leaves = min(leaves, space / step)
        return enters < leaves


def around(x: float, y: float, radius: float) -> Box:
    """The box around a dot."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def spread(
    centres: Sequence[float], widths: Sequence[float], low: float, high: float, gap: float
) -> tuple[float, ...]:
    """Centres for labels in a row that wish to stand at `centres`, moved as little as needed so
    that none touches the next and all stay from low to high. Equal wishes keep their order.

    Labels that are too wide for the room all together start at low and run over; whoever asks
    shortens them before.
    """
    order = sorted(range(len(centres)), key=lambda at: centres[at])
    # Runs of labels that touch; each run as a whole stands at the mean of what its labels wish.
    runs: list[list[int]] = []
    starts: list[float] = []
    for at in order:
        run = [at]
        start = _start(run, centres, widths, low, high, gap)
        while runs and starts[-1] + _length(runs[-1], widths, gap) + gap > start:
            run = runs.pop() + run
            starts.pop()
            start = _start(run, centres, widths, low, high, gap)
        runs.append(run)
        starts.append(start)
    placed = [0.0] * len(centres)
    for run, start in zip(runs, starts, strict=True):
        for at in run:
            placed[at] = start + widths[at] / 2
            start += widths[at] + gap
    return tuple(placed)


def _length(run: Sequence[int], widths: Sequence[float], gap: float) -> float:
    return sum(widths[at] for at in run) + gap * (len(run) - 1)


def _start(
    run: Sequence[int],
    centres: Sequence[float],
    widths: Sequence[float],
    low: float,
    high: float,
    gap: float,
) -> float:
    wished, offset = 0.0, 0.0
    for at in run:
        wished += centres[at] - offset - widths[at] / 2
        offset += widths[at] + gap
    return max(low, min(wished / len(run), high - _length(run, widths, gap)))
