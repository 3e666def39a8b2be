"""Where a line may break: after spaces and hyphens, between Chinese or Japanese characters."""

import re
from collections.abc import Iterator
from unicodedata import category

_SPACE = " \u1680\u2000-\u2006\u2008-\u200a\u205f\u200b\u3000"
_IDEOGRAPH = (
    "\u2e80-\u2fff\u3001-\u303e\u3041-\u30ff\u3105-\u312f\u31a0-\u31ff\u3200-\u4dbf\u4e00-\u9fff"
    "\ua000-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U0001b000-\U0001b2ff"
    "\U00020000-\U0003ffff"
)
# Characters that never begin a line (closing brackets, stops, small kana, marks of sound and
# repetition, joiners) and those that never end one (opening brackets).
_NOT_FIRST = frozenset(
    "、。，．・：；？！）〕］｝〉》」』】〙〗〟ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ々〻‥…％℃"
    "｡､｣ﾞﾟ゛゜,.:;?!)]}%’”»›\u00a0\u2007\u202f\u2060\u200d\ufe0f\ufe0e\u3099\u309a"
)
_NOT_LAST = frozenset("（〔［｛〈《「『【〘〖〝｢([{‘“«‹＄￥￡\u00a0\u2007\u202f\u2060\u200d")
_UNIT = re.compile(
    f"[{_SPACE}]+"
    f"|[{_IDEOGRAPH}]"
    # A hyphen between letters, a dash or a slash before a letter lets the rest go down a line.
    rf"|[^{_SPACE}{_IDEOGRAPH}]*?(?:(?<=[^\W\d_])[-\u2010]|[\u2013\u2014/])(?=[^\W\d_])"
    f"|[^{_SPACE}{_IDEOGRAPH}]+"
)
_SPACES = re.compile(f"[{_SPACE}]+")


def is_space(unit: str) -> bool:
    """Whether a unit is the room between words, which vanishes at the end of a line."""
    return _SPACES.fullmatch(unit) is not None


def units(text: str) -> Iterator[str]:
    """The text in pieces that stay whole: words, spaces, single ideographs with what clings.

    A line may break behind each piece but before a space; no-break spaces keep pieces whole.
    """
    held = ""
    for match in _UNIT.finditer(text):
        unit = match.group()
        if held and (is_space(unit) or is_space(held) or not _clings(held, unit)):
            yield held
            held = ""
        held += unit
    if held:
        yield held


def _clings(before: str, after: str) -> bool:
    first = after[0]
    if first in _NOT_FIRST or before[-1] in _NOT_LAST:
        return True
    return first > "\u02ff" and category(first)[0] == "M"
