"""The codes on slips, which join a person's ballots of two rounds without a name."""

import re
import secrets
from random import Random
from typing import NewType

# No letter or figure here is taken for another one, printed or by hand: 0/O/Q/D, 1/I/L/7 with a
# bar, 2/Z, 5/S, 8/B, 6/G, U/V/Y have one of each at most. Without vowels no code is a word.
ALPHABET = "34679CFHJKMNPRTVWX"
LENGTH = 4
MOST = len(ALPHABET) ** LENGTH
Code = NewType("Code", str)  # as `slip_codes` makes them; a name is none
_CODE = re.compile(rf"[A-Z0-9]{{{LENGTH}}}")


def slip_codes(n: int, source: Random | None = None) -> tuple[Code, ...]:
    """So many codes, no two alike, in no order.

    Args:
        n: how many, from 0 to MOST.
        source: where chance comes from; the system's own, which nobody can foretell, if not given.

    Raises:
        ValueError: where there are not so many codes.
    """
    numbers = (source or secrets.SystemRandom()).sample(range(MOST), n)
    return tuple(map(_code, numbers))


def _code(number: int) -> Code:
    letters = ""
    for _ in range(LENGTH):
        number, at = divmod(number, len(ALPHABET))
        letters += ALPHABET[at]
    return Code(letters)


def read_slip(text: str) -> str | None:
    """The code on a slip as it is compared: capitals, without spaces. "" where there is none, None
    where it cannot be one. Any four letters or figures are one, as a room may make its own.
    """
    code = "".join(text.split()).upper()
    return code if not code or _CODE.fullmatch(code) else None


def is_printed_code(text: str) -> bool:
    """Whether a text is a code as `slip_codes` makes them, and so never a person's name."""
    return len(text) == LENGTH and set(text) <= set(ALPHABET)
