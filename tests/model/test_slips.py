from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.exchange.ballots_csv import _slip
from workbook.model.slips import (
    ALPHABET,
    LENGTH,
    MOST,
    SlipFault,
    is_printed_code,
    read_slip,
    slip_codes,
    slip_fault,
)


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
     ("22232", None), (" 2222 2", "22222"), ("cc2fh", "CC2FH"), ("K7X", None), ("K7XHC", None),
     ("K7-H", None), ("Ä7XH", None)],
)  # fmt: skip
def test_a_typed_code_is_read_forgivingly(typed: str, code: str | None) -> None:
    assert read_slip(typed) == code
    assert _slip(typed)[0] == (code or "")  # as from a form


@given(st.integers(), st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_wrong_sign_of_a_printed_code_is_told(seed: int, at: int, sign: str) -> None:
    (code,) = slip_codes(1, Random(seed))
    wrong = code[:at] + sign + code[at + 1 :]
    assert slip_fault(wrong.lower()) is (None if wrong == code else SlipFault.CHECK)


@given(st.integers(), st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_are_told(seed: int, first: int, second: int) -> None:
    (code,) = slip_codes(1, Random(seed))
    signs = list(code)
    signs[first], signs[second] = signs[second], signs[first]
    wrong = "".join(signs)
    assert slip_fault(wrong) is (None if wrong == code else SlipFault.CHECK)


@pytest.mark.parametrize("typed", ["K7X", "K7XHJM", "K7-HJ", ""])
def test_what_is_no_code_at_all_is_told_apart(typed: str) -> None:
    assert slip_fault(typed) is SlipFault.SHAPE


@pytest.mark.parametrize("name", ["Ana", "Lynn", "Glyn", "Wynn", "Rhys", "john", "K7x", ""])
def test_names_are_no_codes(name: str) -> None:
    assert not is_printed_code(name)
