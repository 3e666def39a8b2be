"""The same fixtures as for storing."""

from tests.storage.conftest import Clock, clock, folder, guide, library

__all__ = ["Clock", "clock", "folder", "guide", "library"]
