"""Writes pages that were drawn once as many copies, at the cost of a few bytes a copy.

Every copy of a page shows the same operators, and some of its own with a name or a code. So the
time and the memory for a copy are those of its few bytes in the file. Each copy has tags of its
own, as if it had been drawn by itself: what is shown may be shared in a PDF file, what is read may
not. These objects are many and small, hence written by hand; pikepdf was measured with the tags of
2000 worksheets alone and took half a gigabyte.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbook.printing.type.canvas import Sheet
from workbook.printing.type.file_writer import FileWriter
from workbook.printing.type.reportlab_parts import Roots, Shown
from workbook.printing.type.tags import Tag


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


def save_copies(sheet: Sheet, runs: Sequence[Run], done: Callable[[int], None]) -> bytearray:
    """The file with the sheet's pages as often as their runs have copies, and nothing else.

    Args:
        sheet: with all pages drawn, and not saved.
        runs: its pages, in the order in which they shall be.
        done: called with the number of pages that are finished, after each copy; may raise.
    """
    file, roots, shown = sheet.save_without_pages()
    return _Batch(file, roots, shown, runs).written(done)


class _Batch:
    """All copies of a file, and what holds them together."""

    def __init__(
        self, file: FileWriter, roots: Roots, shown: Sequence[Shown], runs: Sequence[Run]
    ) -> None:
        self._file, self._roots = file, roots
        self._document, self._parents = file.reserve(2)
        self._plans = [
            _Plan(run, [shown[page] for page in run.pages], roots, self._document) for run in runs
        ]
        # For each plan the numbers of the first object of each copy.
        self._starts = [
            file.reserve(plan.size * len(plan.run.copies))[:: plan.size] for plan in self._plans
        ]
        self._pages = 0  # so far

    def written(self, done: Callable[[int], None]) -> bytearray:
        """The whole file."""
        items = [
            start + plan.item
            for plan, starts in zip(self._plans, self._starts, strict=True)
            for start, title in zip(starts, plan.run.titles, strict=True)
            if title
        ]
        at = 0  # bookmarks so far
        for plan, starts in zip(self._plans, self._starts, strict=True):
            for copy, start in enumerate(starts):
                beside = (items[at - 1] if at else 0, items[at + 1] if at + 1 < len(items) else 0)
                for offset, body in plan.objects(copy, start, self._pages, beside):
                    self._file.add(start + offset, body)
                self._file.sign(plan.run.copies[copy].first)
                self._pages += len(plan.run.pages)
                at += bool(plan.run.titles[copy])
                done(self._pages)
        self._hold_together(items)
        return self._file.finish()

    def _hold_together(self, items: Sequence[int]) -> None:
        """Write the roots of all pages, bookmarks and tags."""
        add, (pages, outlines, tree) = self._file.add, self._roots
        both = [
            (plan, start)
            for plan, starts in zip(self._plans, self._starts, strict=True)
            for start in starts
        ]
        nodes = _references(start for _, start in both)
        add(pages, f"<< /Type /Pages /Count {self._pages} /Kids [ {nodes} ] >>")
        ends = f" /First {items[0]} 0 R /Last {items[-1]} 0 R" if items else ""
        add(outlines, f"<< /Type /Outlines{ends} /Count {len(items)} >>")
        leaves = _references(start + plan.leaf for plan, start in both)
        add(self._parents, f"<< /Kids [ {leaves} ] >>")
        add(
            tree,
            f"<< /Type /StructTreeRoot /K [ {self._document} 0 R ] /ParentTree"
            f" {self._parents} 0 R /ParentTreeNextKey {self._pages} >>",
        )
        tags = _references(start + plan.tags for plan, start in both)
        add(
            self._document,
            f"<< /Type /StructElem /S /Document /P {tree} 0 R /K [ {tags} ] >>",
        )


class _Plan:
    """What every copy of a run consists of: objects under numbers that follow each other."""

    def __init__(self, run: Run, shown: Sequence[Shown], roots: Roots, document: int) -> None:
        """`shown` is what its pages show, `document` the number of the tag that holds all."""
        self.run = run
        self._shown, self._roots, self._document = shown, roots, document
        count = len(run.pages)
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
        pages, count = self._roots.pages, len(self.run.pages)
        kids = _references(range(start + 1, start + 1 + count))
        node = f"<< /Type /Pages /Parent {pages} 0 R /Count {count} /Kids [ {kids} ] >>"
        yield 0, node
        for at in range(count):
            yield 1 + at, self._page(at, own, start, page + at)
        if self.run.titles[copy]:
            yield self.item, self._bookmark(copy, start, beside)
        yield self.leaf, self._parents(own, start, page)
        if own.first:
            said = f"/P <</MCID {len(self._marks[0])}>> BDC\n{own.first}\nEMC"
            yield self._streams, _stream(said)
        if own.others:
            yield self._streams + 1, _stream(f"/Artifact BMC\n{own.others}\nEMC")
        yield from self._tagged(own, start)

    def _page(self, at: int, own: Own, start: int, key: int) -> str:
        words = own.others if at else own.first
        mine = f"{start + self._streams + min(at, 1)} 0 R " if words else ""
        shown = self._shown[at]
        return (
            f"<< /Type /Page /Parent {start} 0 R /MediaBox {shown.box}"
            f" /Resources {shown.resources} 0 R /Contents [ {mine}{shown.contents} 0 R ]"
            f" /StructParents {key} /Tabs /S >>"
        )

    def _bookmark(self, copy: int, start: int, beside: tuple[int, int]) -> str:
        before, after = beside
        near = (f" /Prev {before} 0 R" if before else "") + (f" /Next {after} 0 R" if after else "")
        title = _string(self.run.titles[copy])
        return (
            f"<< /Title {title} /Parent {self._roots.bookmarks} 0 R"
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
            above = first + self._above[at] if at else self._document
            kids = [
                f"{first + self._numbers[id(part)]} 0 R"
                if isinstance(part, Tag)
                else _piece(pages + part[0], part[1])
                for part in tag.content
            ]
            if not at and own.first:
                kids.insert(0, f"{start + self._name} 0 R")
            yield self.tags + at, _element(tag.role, tag.alt, above, kids)
        if own.first:
            piece = _piece(start + 1, len(self._marks[0]))
            yield self._name, _element("P", "", first, [piece])


def _piece(page: int, number: int) -> str:
    return f"<</Type/MCR/Pg {page} 0 R/MCID {number}>>"


def _element(role: str, alt: str, above: int, kids: Sequence[str]) -> str:
    said = f"/Alt{_string(alt)}" if alt else ""
    return f"<</S/{role}/P {above} 0 R{said}/K[{' '.join(kids)}]>>"


def _stream(operators: str) -> bytes:
    data = f"q\n{operators}\nQ".encode("ascii")
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(data), data)


def _references(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _string(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
