"""What the answers say: pure functions, one idea a file, each with its formula and source."""

from workbook.readings.distribution import agreement

__all__ = ["agreement"]
