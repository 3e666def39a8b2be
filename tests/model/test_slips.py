from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.exchange.ballots_csv import _slip
from workbook.model.slips import ALPHABET, MOST, is_printed_code, read_slip, slip_codes


def test_no_sign_is_taken_for_another_and_no_code_is_a_word() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert ALPHABET.isascii() and not any(sign.islower() for sign in ALPHABET)
    for alike in ("0OQD", "1IL", "2Z", "5S", "8B", "6G", "UVY"):
        assert len(set(alike) & set(ALPHABET)) <= 1
    assert not set("AEIOUY") & set(ALPHABET)


@given(st.integers(0, 600), st.integers())
def test_codes_are_unique_and_readable(count: int, seed: int) -> None:
    codes = slip_codes(count, Random(seed))
    assert len(set(codes)) == len(codes) == count
    assert all(is_printed_code(code) and read_slip(code) == code for code in codes)


def test_codes_are_others_each_time_and_there_are_enough() -> None:
    assert slip_codes(20) != slip_codes(20)
    with pytest.raises(ValueError, match="larger"):
        slip_codes(MOST + 1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [(" k7 xh ", "K7XH"), ("K7XH", "K7XH"), ("o0i1", "O0I1"), ("", ""), ("  ", ""),
     ("K7X", None), ("K7XHJ", None), ("K7-H", None), ("Ä7XH", None)],
)  # fmt: skip
def test_a_typed_code_is_read_forgivingly(typed: str, code: str | None) -> None:
    assert read_slip(typed) == code
    assert _slip(typed)[0] == (code or "")  # as from a form


@pytest.mark.parametrize("name", ["Ana", "Lynn", "Glyn", "Wynn", "Rhys", "john", "K7x", ""])
def test_names_are_no_codes(name: str) -> None:
    assert not is_printed_code(name)
