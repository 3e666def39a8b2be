"""Writes a PDF file object by object, at the cost of a number for each that was written."""

from array import array
from typing import Any


class FileWriter:
    """The bytes of a PDF file, and where in them each object stands."""

    def __init__(self, version: tuple[int, int], catalogue: int, info: int, name: Any) -> None:
        """`catalogue` and `info` are numbers of objects; `name` is a digest, of hashlib's, which
        in the end names the file.
        """
        self._catalogue, self._info, self._name = catalogue, info, name
        # Four bytes that are no letters say that it is no text.
        self._out = bytearray(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version)
        self._places = array("Q", [0])  # of each object by its number; 0 where there is none

    @property
    def next_number(self) -> int:
        """The first number that is free."""
        return len(self._places)

    def reserve(self, count: int) -> range:
        """Numbers in a row for objects that are added later; those that never are do no harm."""
        first = self.next_number
        self._places.extend([0] * count)
        return range(first, first + count)

    def add(self, number: int, body: str | bytes) -> None:
        """Write an object under its number, which is reserved."""
        self._places[number] = len(self._out)
        data = body if isinstance(body, bytes) else body.encode("ascii")
        self._out += b"%d 0 obj\n%b\nendobj\n" % (number, data)

    def sign(self, words: str) -> None:
        """Let the name of the file depend on these words, too."""
        self._name.update(words.encode("utf-8", "replace"))

    def finish(self) -> bytearray:
        """The whole file."""
        start, count = len(self._out), len(self._places)
        self._out += b"xref\n0 %d\n0000000000 65535 f \n" % count
        for place in self._places[1:]:
            self._out += b"%010d 00000 n \n" % place if place else b"0000000000 65535 f \n"
        name = self._name.hexdigest().encode("ascii")
        self._out += b"trailer\n<< /Root %d 0 R /Info %d 0 R" % (self._catalogue, self._info)
        self._out += b" /Size %d /ID [<%b> <%b>] >>\n" % (count, name, name)
        self._out += b"startxref\n%d\n%%%%EOF\n" % start
        return self._out
