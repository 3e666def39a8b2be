"""The codes on slips, which join a person's ballots of two rounds without a name.

A printed code is four signs drawn by chance and a fifth that checks them, so that a mistyped one
is told at once. A room may also make codes of its own, any four letters or figures.
"""

import re
import secrets
from collections.abc import Iterable
from enum import StrEnum
from random import Random
from typing import NewType

# No letter or figure here is taken for another one, printed or by hand: 0/O/Q/D, 1/I/L/7 with a
# bar, 2/Z, 5/S, 8/B, 6/G, U/V/Y have one of each at most. Without vowels no code is a word. There
# are as many signs as a prime, which is what the check rests on.
ALPHABET = "234679CFHJKMNPRTVWX"
LENGTH = 5  # of a printed code, the check among them
OWN_LENGTH = 4  # of a code that a room made itself
MOST = len(ALPHABET) ** (LENGTH - 1)
Code = NewType("Code", str)  # as `slip_codes` makes them; a name is none
_OWN = re.compile(rf"[A-Z0-9]{{{OWN_LENGTH}}}")


class SlipFault(StrEnum):
    """Why something typed is no code."""

    SHAPE = "shape"  # neither four letters or figures, nor as long as a printed code
    CHECK = "check"  # as long as a printed code, but its signs do not belong together


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
    places = []
    for _ in range(LENGTH - 1):
        number, at = divmod(number, len(ALPHABET))
        places.append(at)
    return Code("".join(ALPHABET[at] for at in (*places, _check(places))))


def _check(places: Iterable[int]) -> int:
    """The place in ALPHABET of the sign that checks the ones at these places.

    A sum weighted 1, 2, 3 … modulo a prime, as ISBN-10 has it (ISO 2108): every single wrong sign
    and every two that changed places, the check among them, give another one.
    """
    return sum(weight * at for weight, at in enumerate(places, 1)) % len(ALPHABET)


def read_slip(text: str) -> str | None:
    """The code on a slip as it is compared: capitals, without spaces. "" where there is none, None
    where it cannot be one; `slip_fault` says why.
    """
    code = _plain(text)
    return None if code and slip_fault(code) else code


def slip_fault(text: str) -> SlipFault | None:
    """What is wrong with something typed that should be a code; None where it is one."""
    code = _plain(text)
    if is_printed_code(code) or _OWN.fullmatch(code):
        return None
    return SlipFault.CHECK if len(code) == LENGTH and code.isalnum() else SlipFault.SHAPE


def is_printed_code(text: str) -> bool:
    """Whether a text is a code as `slip_codes` makes them, and so never a person's name."""
    if len(text) != LENGTH or not set(text) <= set(ALPHABET):
        return False
    *places, check = map(ALPHABET.index, text)
    return check == _check(places)


def _plain(text: str) -> str:
    return "".join(text.split()).upper()
