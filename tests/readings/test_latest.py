"""Which round of a question counts, and which was before it."""

from workbook.model.workshop import Round, RoundId, RoundState
from workbook.readings.latest import Latest, latest_rounds

R, W, CLOSED = RoundState.REVEALED, RoundState.WITHHELD, RoundState.CLOSED


def held(number: int, state: RoundState, *questions: str) -> Round:
    return Round(RoundId("wrong", number), questions or ("a",), secret=True, state=state)


def test_the_latest_round_of_each_question_counts() -> None:
    first, second = held(1, R, "a", "b"), held(2, R, "b")
    assert latest_rounds([second, first]) == {
        "a": Latest(first, None, last=True),
        "b": Latest(second, first, last=True),
    }


def test_a_later_round_that_was_not_shown_changes_nothing_and_is_known_of() -> None:
    first, second = held(1, R), held(2, R)
    for state in (CLOSED, RoundState.OPEN, W):
        found = latest_rounds([first, second, held(3, state)])
        assert found == {"a": Latest(second, first, last=False)}


def test_a_round_between_that_was_not_shown_is_not_skipped_over() -> None:
    third = held(3, R)
    assert latest_rounds([held(1, R), held(2, W), third]) == {"a": Latest(third, None, last=True)}


def test_what_was_never_shown_has_no_round() -> None:
    assert latest_rounds([held(1, W), held(2, CLOSED)]) == {}
