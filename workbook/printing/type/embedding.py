"""Puts the fonts that a document used into its file: subset, with widths and readable text."""

from collections.abc import Mapping
from string import ascii_uppercase
from typing import Any
from unicodedata import category

import uharfbuzz as hb

from workbook.printing.type.fonts import Fonts
from workbook.printing.type.reportlab_parts import (
    OpenCanvas,
    array,
    dictionary,
    stream,
    string,
)
from workbook.printing.type.typeface import Typeface

# What a font needs inside a PDF: outlines and their measures. The rest is for shaping.
_DROPPED = (
    "BASE", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "DSIG", "cmap", "name", "post", "OS/2", "gasp",
    "kern", "meta", "STAT", "VORG", "vhea", "vmtx", "hdmx", "VDMX", "LTSH", "PCLT", "COLR", "CPAL",
    "CBDT", "CBLC", "EBDT", "EBLC", "EBSC", "SVG ", "sbix", "morx", "mort", "feat", "kerx", "trak",
    "prop", "lcar", "opbd", "just", "bsln", "ankr", "FFTM", "TeX ",
)  # fmt: skip
_BLOCK = 100  # a ToUnicode block holds at most this many entries


def embed(fonts: Fonts, canvas: OpenCanvas) -> None:
    """Adds every used font to those that all pages know."""
    for number, (name, typeface) in enumerate(fonts.used()):
        canvas.add_font(name, canvas.add_object(_font(canvas, typeface, _tag(number))))


def _tag(number: int) -> str:
    """The six letters before the name of a subset: another for every font of the file."""
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters = ascii_uppercase[rest] + letters
    return letters


def _font(canvas: OpenCanvas, typeface: Typeface, tag: str) -> Any:
    used = typeface.used
    name = f"{tag}+{typeface.name}"
    entries = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if typeface.is_cff else "/CIDFontType2",
        "BaseFont": f"/{name}",
        "CIDSystemInfo": dictionary({
            "Registry": string("Adobe"), "Ordering": string("Identity"),
            "Supplement": 0,
        }),
        "FontDescriptor": canvas.add_object(_descriptor(canvas, typeface, name)),
        "DW": 1000,
        "W": _widths(typeface, used),
    }  # fmt: skip
    if not typeface.is_cff:
        glyphs = [typeface.empty if glyph is None else glyph for glyph, _ in used.values()]
        table = b"\0\0" + b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)
        entries["CIDToGIDMap"] = canvas.add_object(stream(table))
    return dictionary({
        "Type": "/Font",
        "Subtype": "/Type0",
        "BaseFont": f"/{name}",
        "Encoding": "/Identity-H",
        "DescendantFonts": array([canvas.add_object(dictionary(entries))]),
        "ToUnicode": canvas.add_object(stream(to_unicode({c: t for c, (_, t) in used.items()}))),
    })  # fmt: skip


def _widths(typeface: Typeface, used: Mapping[int, tuple[int | None, str]]) -> Any:
    """Runs of neighbouring codes with their widths in thousandths of an em."""
    runs: dict[int, list[float]] = {}
    first = last = -2
    for code in sorted(used):
        if code != last + 1:
            first, runs[code] = code, []
        glyph = used[code][0]
        width = 0 if glyph is None else round(1000 * typeface.advance(glyph), 2)
        runs[first].append(width)
        last = code
    return array([part for code, widths in runs.items() for part in (code, array(widths))])


def _descriptor(canvas: OpenCanvas, typeface: Typeface, name: str) -> Any:
    extents = typeface.font.get_font_extents("ltr")
    scale = 1000 / typeface.em
    ascent, descent = round(extents.ascender * scale), round(extents.descender * scale)
    entries: dict[str, Any] = {
        "Type": "/FontDescriptor",
        "FontName": f"/{name}",
        "Flags": 4,  # symbolic: the codes are our own
        "FontBBox": array([round(n * scale) for n in _box(typeface)]),
        "ItalicAngle": round(typeface.font.get_style_value(hb.StyleTag.SLANT_ANGLE), 2),
        "Ascent": ascent,
        "Descent": descent,
        "CapHeight": ascent,
        "StemV": 80,
    }
    data = subset(typeface)
    if typeface.is_cff:
        entries["FontFile3"] = canvas.add_object(stream(data, Subtype="/CIDFontType0C"))
    else:
        entries["FontFile2"] = canvas.add_object(stream(data, Length1=len(data)))
    return dictionary(entries)


def _box(typeface: Typeface) -> list[int]:
    """The box around every glyph, from the `head` table."""
    head = bytes(typeface.face.reference_table("head").data)
    return [int.from_bytes(head[i : i + 2], "big", signed=True) for i in range(36, 44, 2)]


def subset(typeface: Typeface) -> bytes:
    """The font file with the used glyphs only, each under its own number; for CFF its bare table.

    A variable font comes out in its default cut.
    """
    wanted: Any = hb.SubsetInput()
    flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    )
    if typeface.is_cff:
        flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DOWNGRADE_CFF2
    wanted.flags = flags
    glyphs = {typeface.empty if g is None else g for g, _ in typeface.used.values()}
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag_number(t) for t in _DROPPED)
    if typeface.face.has_var_data:
        wanted.pin_all_axes_to_default(typeface.face)
    face = hb.subset(typeface.face, wanted)
    return bytes(face.reference_table("CFF ").data if typeface.is_cff else face.blob.data)


def _tag_number(tag: str) -> int:
    return int.from_bytes(tag.encode("ascii"), "big")


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The table by which a reader turns codes back into text, beyond U+FFFF too."""
    lines = [f"<{code:04X}> <{readable(text)}>" for code, text in sorted(texts.items())]
    blocks = [lines[i : i + _BLOCK] for i in range(0, len(lines), _BLOCK)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def readable(text: str) -> str:
    """Text as hexadecimal UTF-16; U+FFFD for controls and surrogates, which no reader takes."""
    plain = "".join("\ufffd" if category(c) in ("Cc", "Cs") else c for c in text)
    return plain.encode("utf-16-be").hex().upper()
