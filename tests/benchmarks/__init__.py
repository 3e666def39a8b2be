"""What speed is promised, measured: each a ratio to something bare, taken in the same run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. Times are medians in milliseconds; `ratio` is ours over the baseline (or
    over the limit itself, where the promise is a time), and may be `limit` at most. Where `unit` is
    another one, both are in that.
    """

    name: str
    ours_ms: float
    baseline_ms: float
    ratio: float
    limit: float
    unit: str = "ms"
