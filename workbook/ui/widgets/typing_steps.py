"""Tells where one step of typing ends and the next begins, as somebody who undoes expects it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Change:
    """From where on which text became which."""

    at: int
    gone: str
    come: str


class TypingSteps:
    """Follows one text: letters typed one after another are a step, and so are letters taken away
    one after another. Anything else, such as a paste, a selection that is written over, or typing
    in another place, begins a step of its own.
    """

    def __init__(self) -> None:
        self._text = ""
        self._last: _Change | None = None

    def start_from(self, text: str) -> None:
        """Take note of a text that nobody typed."""
        if text != self._text:
            self._text, self._last = text, None

    def begins(self, text: str) -> bool:
        """Whether the change to this text begins a new step; takes note of the text."""
        last, self._last = self._last, _change(self._text, text)
        self._text = text
        return last is None or not _goes_on(last, self._last)


def _goes_on(last: _Change, now: _Change) -> bool:
    if len(last.gone + last.come) != 1 or len(now.gone + now.come) != 1:
        return False
    if now.come:
        return bool(last.come) and now.at == last.at + 1
    return bool(last.gone) and now.at in (last.at - 1, last.at)


def _change(old: str, new: str) -> _Change:
    shorter = min(len(old), len(new))
    at = 0
    while at < shorter and old[at] == new[at]:
        at += 1
    same = 0
    while same < shorter - at and old[-1 - same] == new[-1 - same]:
        same += 1
    return _Change(at, old[at : len(old) - same], new[at : len(new) - same])
