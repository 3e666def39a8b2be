"""Repeats the pages of a finished file for many people, at the cost of a few bytes a page.

What is the same for all is drawn once: every copy of a page shows the same stream, and one of its
own with a name or a code. So the time and the memory for a copy are those of its few bytes in the
file. Each copy has tags of its own, as if it had been drawn by itself.
"""

import hashlib
import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbook.printing.type.tags import Tag

_OBJECT_END = b"\nendobj\n"


@dataclass(frozen=True, slots=True)
class Own:
    """What only one copy shows: the operators for its first page, read aloud as a paragraph, and
    for each of the others, which is decoration there.
    """

    first: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Pages of the drawn file (from 0) that follow each other, and their copies. `tag` holds what
    is on them; each copy has a title in the bookmarks, or "" for none.
    """

    pages: range
    tag: Tag
    copies: Sequence[Own]
    titles: Sequence[str]


def repeat(drawn: bytes, runs: Sequence[Run], done: Callable[[int], None]) -> bytearray:
    """The drawn file with the pages of each run as often as it has copies, and nothing else.

    Args:
        drawn: a file as `Sheet` writes it, without tags and bookmarks.
        runs: its pages, in the order in which they shall be.
        done: called with the number of pages that are finished, after each copy; may raise.
    """
    return _File(drawn, runs).written(done)


class _File:
    """The drawn file's objects, and the new ones behind them under one table of places."""

    def __init__(self, drawn: bytes, runs: Sequence[Run]) -> None:
        self._runs = runs
        start = int(drawn[drawn.rindex(b"startxref") :].split()[1])
        self._out = bytearray(drawn[:start])
        table, _, self._trailer = drawn[start:].partition(b"trailer")
        self._places = array("Q", (int(line[:10]) for line in table.splitlines()[2:]))
        self._catalog = _number(rb"/Root (\d+) 0 R", self._trailer)
        self._pages = _number(rb"/Pages (\d+) 0 R", self._body(self._catalog))
        kids = re.search(rb"/Kids \[([^]]*)\]", self._body(self._pages))
        self._drawn = [int(kid) for kid in (kids[1] if kids else b"").split()[::3]]
        self._bodies = [self._body(number) for number in self._drawn]
        for number in self._drawn:
            self._places[number] = 0  # free: the copies stand for them
        count = len(self._places)
        self._outlines, self._tree, self._document, self._parents = range(count, count + 4)
        self._places.extend([0] * 4)
        self._first = count + 4  # the next number that is free
        self._page = 0  # pages so far
        self._digest = hashlib.md5(self._trailer, usedforsecurity=False)

    def _body(self, number: int) -> bytes:
        start = self._out.index(b"obj", self._places[number]) + 4
        return bytes(self._out[start : self._out.index(_OBJECT_END, start)])

    def _add(self, number: int, body: str | bytes) -> None:
        if number == len(self._places):
            self._places.append(0)
        self._places[number] = len(self._out)
        data = body if isinstance(body, bytes) else body.encode("ascii")
        self._out += b"%d 0 obj\n%b%b" % (number, data, _OBJECT_END)

    def written(self, done: Callable[[int], None]) -> bytearray:
        """The whole file."""
        plans = [_Plan(run, [self._bodies[page] for page in run.pages], self) for run in self._runs]
        starts: list[range] = []
        number = self._first
        for plan in plans:
            starts.append(range(number, number + plan.size * len(plan.run.copies), plan.size))
            number = starts[-1].stop
        items = [
            start + plan.item
            for plan, each in zip(plans, starts, strict=True)
            for start, title in zip(each, plan.run.titles, strict=True)
            if title
        ]
        at = 0  # bookmarks so far
        for plan, each in zip(plans, starts, strict=True):
            for copy, start in enumerate(each):
                beside = (items[at - 1] if at else 0, items[at + 1] if at + 1 < len(items) else 0)
                for offset, body in plan.objects(copy, start, self._page, beside):
                    self._add(start + offset, body)
                self._digest.update(plan.run.copies[copy].first.encode("ascii"))
                self._page += len(plan.run.pages)
                at += bool(plan.run.titles[copy])
                done(self._page)
        self._end(plans, starts, items)
        return self._out

    @property
    def parts(self) -> tuple[int, int, int]:
        """The numbers of the pages' root, the document's tag and the bookmarks' root."""
        return self._pages, self._document, self._outlines

    def _end(self, plans: Sequence["_Plan"], starts: Sequence[range], items: Sequence[int]) -> None:
        """What holds the copies together."""
        both = [(plan, start) for plan, each in zip(plans, starts, strict=True) for start in each]
        nodes = _references(start for _, start in both)
        self._add(self._pages, f"<< /Type /Pages /Count {self._page} /Kids [ {nodes} ] >>")
        ends = f"/First {items[0]} 0 R /Last {items[-1]} 0 R /Count {len(items)}"
        self._add(self._outlines, f"<< /Type /Outlines {ends} >>")
        leaves = _references(start + plan.leaf for plan, start in both)
        self._add(self._parents, f"<< /Kids [ {leaves} ] >>")
        self._add(
            self._tree,
            f"<< /Type /StructTreeRoot /K [ {self._document} 0 R ] /ParentTree"
            f" {self._parents} 0 R /ParentTreeNextKey {self._page} >>",
        )
        tags = _references(start + plan.tags for plan, start in both)
        self._add(
            self._document,
            f"<< /Type /StructElem /S /Document /P {self._tree} 0 R /K [ {tags} ] >>",
        )
        more = (
            f"/PageMode /UseOutlines /Outlines {self._outlines} 0 R"
            f" /StructTreeRoot {self._tree} 0 R /MarkInfo << /Marked true >>"
        )
        catalog = re.sub(rb"/PageMode /\w+", more.encode("ascii"), self._body(self._catalog))
        self._add(self._catalog, catalog)
        self._finish()

    def _finish(self) -> None:
        start, count = len(self._out), len(self._places)
        self._out += b"xref\n0 %d\n0000000000 65535 f \n" % count
        for place in self._places[1:]:
            self._out += b"%010d 00000 n \n" % place if place else b"0000000000 65535 f \n"
        name = self._digest.hexdigest().encode("ascii")
        trailer = re.sub(rb"\[<\w+><\w+>\]", b"[<%b><%b>]" % (name, name), self._trailer)
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % count, trailer)
        trailer = trailer[: trailer.rindex(b"startxref")]
        self._out += b"trailer%bstartxref\n%d\n%%%%EOF\n" % (trailer, start)


class _Plan:
    """What every copy of a run consists of: objects under numbers that follow each other."""

    def __init__(self, run: Run, bodies: Sequence[bytes], file: _File) -> None:
        self.run = run
        self._roots = file.parts
        count = len(run.pages)
        self._shared = [_number(rb"/Contents (\d+) 0 R", body) for body in bodies]
        self._bodies = [_without_links(body) for body in bodies]
        # 0 is the node of its pages, then come the pages.
        self.item, self.leaf, self._streams, self.tags = count + 1, count + 2, count + 3, count + 5
        self._elements: list[Tag] = []
        self._above: list[int] = []
        self._numbers: dict[int, int] = {}
        self._flatten(run.tag, -1)
        self._marks = [self._marked(page) for page in run.pages]
        self._name = self.tags + len(self._elements)  # the paragraph for what is a copy's own
        self.size = self._name + 1

    def _flatten(self, tag: Tag, above: int) -> None:
        own = self._numbers[id(tag)] = len(self._elements)
        self._elements.append(tag)
        self._above.append(above)
        for part in tag.content:
            if isinstance(part, Tag):
                self._flatten(part, own)

    def _marked(self, page: int) -> list[int]:
        """Which element each marked piece of a page belongs to."""
        found = {
            piece[1]: at
            for at, tag in enumerate(self._elements)
            for piece in tag.content
            if not isinstance(piece, Tag) and piece[0] == page
        }
        return [found[number] for number in range(len(found))]

    def objects(
        self, copy: int, start: int, page: int, beside: tuple[int, int]
    ) -> Iterator[tuple[int, str | bytes]]:
        """The objects of one copy in the order of their numbers; `start` is the first of these,
        `page` the number of its first page, `beside` are the bookmarks before and after.
        """
        own = self.run.copies[copy]
        pages, count = self._roots[0], len(self.run.pages)
        kids = _references(range(start + 1, start + 1 + count))
        node = f"<< /Type /Pages /Parent {pages} 0 R /Count {count} /Kids [ {kids} ] >>"
        yield 0, node
        for at in range(count):
            yield 1 + at, self._page(at, own, start, page + at)
        yield self.item, self._bookmark(copy, start, beside)
        yield self.leaf, self._parents(own, start, page)
        streams = self._streams
        yield streams, _stream(f"/P <</MCID {len(self._marks[0])}>> BDC\n{own.first}\nEMC")
        yield streams + 1, _stream(f"/Artifact BMC\n{own.others}\nEMC")
        yield from self._tagged(own, start)

    def _page(self, at: int, own: Own, start: int, key: int) -> bytes:
        words = own.others if at else own.first
        mine = f"{start + self._streams + min(at, 1)} 0 R " if words else ""
        links = (
            f"<< /Contents [ {mine}{self._shared[at]} 0 R ] /Parent {start} 0 R"
            f" /StructParents {key} /Tabs /S"
        )
        return links.encode("ascii") + self._bodies[at]

    def _bookmark(self, copy: int, start: int, beside: tuple[int, int]) -> str:
        if not self.run.titles[copy]:
            return "null"
        before, after = beside
        near = (f" /Prev {before} 0 R" if before else "") + (f" /Next {after} 0 R" if after else "")
        title = _string(self.run.titles[copy])
        return (
            f"<< /Title {title} /Parent {self._roots[2]} 0 R"
            f" /Dest [ {start + 1} 0 R /Fit ]{near} >>"
        )

    def _parents(self, own: Own, start: int, page: int) -> str:
        """Which tag each marked piece of the copy's pages belongs to."""
        first = start + self.tags
        found: list[str] = []
        for at, marks in enumerate(self._marks):
            last = [start + self._name] if own.first and not at else []
            held = _references([*(first + mark for mark in marks), *last])
            found.append(f"{page + at} [ {held} ]")
        limits = f"{page} {page + len(self._marks) - 1}"
        return f"<< /Limits [ {limits} ] /Nums [ {' '.join(found)} ] >>"

    def _tagged(self, own: Own, start: int) -> Iterator[tuple[int, str]]:
        first, pages = start + self.tags, start + 1 - self.run.pages.start
        for at, tag in enumerate(self._elements):
            above = first + self._above[at] if at else self._roots[1]
            kids = [
                f"{first + self._numbers[id(part)]} 0 R"
                if isinstance(part, Tag)
                else _piece(pages + part[0], part[1])
                for part in tag.content
            ]
            if not at and own.first:
                kids.insert(0, f"{start + self._name} 0 R")
            yield self.tags + at, _element(tag.role, tag.alt, above, kids)
        pieces = [_piece(start + 1, len(self._marks[0]))] if own.first else []
        yield self._name, _element("P", "", first, pieces)


def _piece(page: int, number: int) -> str:
    return f"<</Type/MCR/Pg {page} 0 R/MCID {number}>>"


def _element(role: str, alt: str, above: int, kids: Sequence[str]) -> str:
    said = f"/Alt{_string(alt)}" if alt else ""
    return f"<</S/{role}/P {above} 0 R{said}/K[{' '.join(kids)}]>>"


def _stream(operators: str) -> bytes:
    data = f"q\n{operators}\nQ".encode("ascii")
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(data), data)


def _references(numbers: object) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)  # type: ignore[attr-defined]


def _without_links(body: bytes) -> bytes:
    """A page's entries but those that say where it hangs and what it shows, and its beginning."""
    kept = re.sub(rb"/(?:(?:Contents|Parent) \d+ 0 R|StructParents \d+)\s", b"", body)
    return kept.removeprefix(b"<<")


def _number(pattern: bytes, text: bytes) -> int:
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"the drawn file has no {pattern.decode()}")
    return int(found[1])


def _string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
