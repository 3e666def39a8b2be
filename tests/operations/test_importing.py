"""What the window and the command may ask of files with answers from elsewhere."""

from collections import Counter

import pytest

from tests.exchange.sheets import (
    BREAKING,
    CONSENT,
    DO,
    FORMS,
    GUIDE,
    OUT_DO,
    OUT_SAY,
    SAY,
    VOTED,
    ballot,
)
from workbook.operations.importing import (
    ImportProblem,
    guess_columns,
    read_ballots,
    read_counts,
    read_sheet,
)


def test_a_form_is_read_guessed_at_and_turned_into_ballots() -> None:
    sheet = read_sheet(FORMS / "google.csv")
    columns = guess_columns(GUIDE, VOTED, sheet)
    assert columns.spots == {2: SAY, 3: DO, 4: OUT_SAY, 5: OUT_DO, 6: BREAKING}
    assert columns.slips is None
    assert columns.private == {
        0: "Tells when somebody answered. It is not read.",
        1: "Tells who answered, by an address. It is not read.",
    }
    found = read_ballots(GUIDE, VOTED, sheet, columns.spots, columns.slips)
    assert found.ballots.total() == 3
    assert [each.line for each in found.unreadable] == [5]


def test_slips_are_found_and_read() -> None:
    sheet = read_sheet(FORMS / "microsoft-utf16.csv")
    columns = guess_columns(GUIDE, VOTED, sheet)
    found = read_ballots(GUIDE, VOTED, sheet, columns.spots, columns.slips)
    assert found.ballots[ballot((CONSENT, "4"), slip="K7QM")] == 1


def test_counts_are_read() -> None:
    assert read_counts("4,2\n", GUIDE, "statement.consent") == Counter({ballot((CONSENT, "4")): 2})


def test_what_cannot_be_read_is_one_kind_of_problem() -> None:
    with pytest.raises(ImportProblem):
        read_sheet(FORMS)
