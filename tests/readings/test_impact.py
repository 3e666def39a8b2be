"""Which projects are alive, and which offers share words with needs, in any script."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.readings.impact import Alive, CoCreated, matches, people_in, words_of


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("", 0),
        ("  ", 0),
        ("Ana", 1),
        ("Ana, Tomé; Ines\nMarek & Sandy", 5),
        ("Ana and Tomé", 2),
        ("Sandy, Andrew,", 2),
        ("5", 5),
        ("about 5 of us", 5),
        ("٤", 4),
        ("سارة، عمر", 2),
        ("9" * 5000, 1),
    ],
)
def test_how_many_people_a_cell_of_names_means(text: str, people: int) -> None:
    assert people_in(text) == people


def test_two_people_make_a_project_alive() -> None:
    found = Alive((CoCreated("a", 1, "members"), CoCreated("b", 2, "top"), CoCreated("c", 0, "")))
    assert [p.project for p in found.alive] == ["b"]
    assert [p.project for p in found.from_top] == ["b"]


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


def test_an_offer_meets_another_project_but_never_its_own() -> None:
    needs = [("Garden", "a van on Fridays and tools"), ("Bench", "a carpenter")]
    offers = [("Garden", "tools"), ("Kitchen", "Friday tools"), ("Kitchen", "carpenters")]
    found = matches(needs, offers)
    assert [(m.project, m.offering, m.words) for m in found] == [
        ("Garden", "Kitchen", ("friday", "tool")),
        ("Bench", "Kitchen", ("carpenter",)),
    ]


def test_no_shared_word_is_no_match() -> None:
    assert matches([("Garden", "seeds")], [("Kitchen", "pots")]) == ()
