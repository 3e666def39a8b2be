"""The summary: everything that was written, with the readings."""
