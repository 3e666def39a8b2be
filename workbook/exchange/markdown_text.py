"""Writes typed text into Markdown so that every character of it shows as it was typed.

For CommonMark and its tables as GitHub has them. https://spec.commonmark.org/0.31.2/#backslash-escapes
"""

import re
import unicodedata
from collections.abc import Sequence

_ALWAYS = re.compile(r"([\\`*_\[\]<>|~&$#])")
_FIRST = re.compile(r"[-+=:]|[0-9]+[.)](?=\s|\Z)")  # begins a list, a heading or a table
_BREAK = "\\\n"
_IN_CELL = "<br>"


def paragraphs(text: str) -> str:
    """A text of any length as paragraphs, with a line break where one was typed."""
    lines = [_line(line) for line in _plain(text).split("\n")]
    parts = re.split("\n{2,}", "\n".join(lines).strip("\n"))
    return "\n\n".join(part.replace("\n", _BREAK) for part in parts)


def inline(text: str) -> str:
    """A text on one line, for a heading or a part of a sentence."""
    return _line(" ".join(_plain(text).split()))


def bold(text: str) -> str:
    """A text on one line, in bold; "" where there is nothing to see of it."""
    line = inline(text)
    return f"**{line}**" if line else ""


def quote(text: str) -> str:
    """A text of any length, set apart from what is around it."""
    return "\n".join(f"> {line}" for line in paragraphs(text).split("\n"))


def table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], numeric: Sequence[int] = ()
) -> str:
    """A table of typed texts; the columns that are numeric stand right."""
    rule = ["--:" if at in numeric else "---" for at in range(len(headers))]
    lines = [[_cell(header) for header in headers], rule]
    lines += [[_cell(cell) for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _plain(text: str) -> str:
    """The text with line feeds alone, and a sign in place of what cannot be shown."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join("\N{REPLACEMENT CHARACTER}" if _hidden(c) else c for c in text)


def _hidden(character: str) -> bool:
    return character not in "\n\t" and unicodedata.category(character) in ("Cc", "Cs")


def _line(line: str) -> str:
    """A line that begins no list, quote, heading or code, with its blanks at both ends kept."""
    if not line.strip():
        return ""
    middle = line.strip()
    before, _, after = line.partition(middle)
    return _kept(before) + _escaped(middle) + _kept(after)


def _escaped(text: str) -> str:
    first = _FIRST.match(text)
    if first is None:
        return _marked(text)
    return f"{first[0][:-1]}\\{first[0][-1]}{_marked(text[first.end() :])}"


def _marked(text: str) -> str:
    return _ALWAYS.sub(r"\\\1", text)


def _kept(blanks: str) -> str:
    """Blanks at an end of a line, which Markdown would drop or take for code."""
    return "".join(f"&#{ord(blank)};" for blank in blanks)


def _cell(text: str) -> str:
    lines = (_line(line) for line in _plain(text).strip().split("\n"))
    return _IN_CELL.join(lines)
