"""What the parts of a page are, for people who listen to a document instead of seeing it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc


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


def attach(document: Any, root: Tag, pages: Sequence[Sequence[Tag]]) -> None:
    """Writes the tree of tags into the document. `pages` says for each page the tag of each
    marked piece, in the order of their numbers.
    """
    tree = pdfdoc.PDFDictionary({"Type": "/StructTreeRoot"})
    tree_reference = document.Reference(tree)
    references = {id(root): document.Reference(pdfdoc.PDFDictionary({}))}
    _write(document, root, tree_reference, references)
    parents: list[Any] = []
    for number, tags in enumerate(pages):
        parents += [number, pdfdoc.PDFArray([references[id(tag)] for tag in tags])]
    tree["K"] = pdfdoc.PDFArray([references[id(root)]])
    tree["ParentTree"] = document.Reference(
        pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(parents)})
    )
    tree["ParentTreeNextKey"] = len(pages)
    document.Catalog.StructTreeRoot = tree_reference
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _write(document: Any, tag: Tag, parent: Any, references: dict[int, Any]) -> None:
    own = references[id(tag)]
    entries = document.idToObject[own.name]
    entries["Type"] = "/StructElem"
    entries["S"] = f"/{tag.role}"
    entries["P"] = parent
    if tag.alt:
        entries["Alt"] = pdfdoc.PDFString(tag.alt)
    kids: list[Any] = []
    for part in tag.content:
        if isinstance(part, Tag):
            references[id(part)] = document.Reference(pdfdoc.PDFDictionary({}))
            _write(document, part, own, references)
            kids.append(references[id(part)])
        else:
            page, number = part
            kids.append(pdfdoc.PDFDictionary({
                "Type": "/MCR", "Pg": pdfdoc.PDFObjectReference(f"Page{page + 1}"),
                "MCID": number,
            }))  # fmt: skip
    entries["K"] = pdfdoc.PDFArray(kids)
