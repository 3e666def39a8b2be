"""Where a step of typing begins."""

from collections.abc import Sequence

import pytest

from workbook.ui.widgets.typing_steps import TypingSteps


def steps(texts: Sequence[str]) -> list[bool]:
    """Which of these texts, each typed out of the one before, begins a step."""
    made = TypingSteps()
    made.start_from(texts[0])
    return [made.begins(text) for text in texts[1:]]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["", "o", "on", "one"], [True, False, False]),
        (["one", "on", "o", ""], [True, False, False]),
        (["one", "ne", "e"], [True, False]),
        (["", "aa", "aaa", "aaaa"], [True, True, False]),
        (["", "o", "on", "o", "of"], [True, False, True, True]),
        (["one", "one ", "aone "], [True, True]),
        (["", "o", "o and more", "x"], [True, True, True]),
    ],
)
def test_a_step_is_letters_one_after_another(texts: list[str], expected: list[bool]) -> None:
    assert steps(texts) == expected


def test_what_is_shown_in_between_ends_a_step() -> None:
    made = TypingSteps()
    made.begins("a")
    made.start_from("ab")
    assert made.begins("abc")


def test_showing_what_was_typed_ends_no_step() -> None:
    made = TypingSteps()
    made.begins("a")
    made.start_from("a")
    assert not made.begins("ab")
