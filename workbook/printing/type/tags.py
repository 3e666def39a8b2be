"""What the parts of a page are, for people who listen to a document instead of seeing it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workbook.printing.type.reportlab_parts import (
    OpenCanvas,
    array,
    dictionary,
    page_reference,
    string,
)


@dataclass(eq=False, slots=True)
class Tag:
    """A part of a document: its role in PDF's words (H1, P, Table, Figure …), what is in it, and
    for a figure the same in words. `content` holds parts and marked pieces (page, number).
    """

    role: str
    alt: str = ""
    content: list["Tag | tuple[int, int]"] = field(default_factory=list)

    def add(self, role: str, alt: str = "") -> "Tag":
        """A new part in this one, behind the others."""
        part = Tag(role, alt)
        self.content.append(part)
        return part


def attach(canvas: OpenCanvas, root: Tag, pages: Sequence[Sequence[Tag]]) -> None:
    """Writes the tree of tags into the file. `pages` says for each page the tag of each marked
    piece, in the order of their numbers.
    """
    tree = dictionary({"Type": "/StructTreeRoot"})
    tree_reference = canvas.add_object(tree)
    references: dict[int, Any] = {}
    _write(canvas, root, tree_reference, references)
    parents: list[Any] = []
    for number, tags in enumerate(pages):
        parents += [number, array([references[id(tag)] for tag in tags])]
    tree["K"] = array([references[id(root)]])
    tree["ParentTree"] = canvas.add_object(dictionary({"Nums": array(parents)}))
    tree["ParentTreeNextKey"] = len(pages)
    canvas.set_tags(tree_reference)


def _write(canvas: OpenCanvas, tag: Tag, parent: Any, references: dict[int, Any]) -> None:
    """Writes a tag and all in it; `references` gets what refers to each."""
    entries = dictionary({"Type": "/StructElem", "S": f"/{tag.role}", "P": parent})
    own = references[id(tag)] = canvas.add_object(entries)
    if tag.alt:
        entries["Alt"] = string(tag.alt)
    kids: list[Any] = []
    for part in tag.content:
        if isinstance(part, Tag):
            _write(canvas, part, own, references)
            kids.append(references[id(part)])
        else:
            page, number = part
            piece = {"Type": "/MCR", "Pg": page_reference(page), "MCID": number}
            kids.append(dictionary(piece))
    entries["K"] = array(kids)
