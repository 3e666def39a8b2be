"""The words that can join an offer and a need, in any script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.impact import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The vans and TOOLS", {"vans", "tool"}),
        ("Glass class", {"glass", "class"}),
        ("Café, cafés", {"cafe"}),
        ("и на дороге", {"дороге"}),
        ("किताबें चाहिए", {"किताबें", "चाहिए"}),
        ("كتاب كُتَّاب", {"كتاب"}),
        ("책상", {"책상"}),
        ("工具を借りる", {"工具"}),
        ("修理工具", {"修理", "理工", "工具"}),
        ("a 1234 x!", set()),
    ],
)
def test_the_words_that_can_match(text: str, words: set[str]) -> None:
    assert words_of(text) == words


def test_common_words_are_left_out_before_and_after_folding() -> None:
    assert words_of("People need tools", frozenset({"people", "need", "tool"})) == frozenset()


@given(st.text())
def test_words_never_depend_on_capitals_or_how_accents_are_typed(text: str) -> None:
    assert words_of(text) == words_of(unicodedata.normalize("NFD", text))
