import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.printing.type.direction import base_level, levels, mirrored, visual_order


def shown(text: str) -> str:
    """The text as it stands on paper, left to right."""
    found = levels(text)
    return "".join(mirrored(text[i]) if found[i] % 2 else text[i] for i in visual_order(found))


@pytest.mark.parametrize(
    ("typed", "on_paper"),
    [
        ("plain", "plain"),
        ("אבג", "גבא"),
        ("abc אבג def", "abc גבא def"),
        ("אבג abc דהו", "והד abc גבא"),
        ("אבג 123 דהו", "והד 123 גבא"),
        ("אבג (abc) 12", "12 (abc) גבא"),  # needs the rule for brackets
        ("(אבג)", "(גבא)"),
        ("abc (אבג) def", "abc (גבא) def"),
        ("\u2067abc\u2069!", "\u2067abc\u2069!"),
    ],
)
def test_words_stand_where_a_reader_expects_them(typed: str, on_paper: str) -> None:
    assert shown(typed) == on_paper


def test_a_paragraph_runs_the_way_of_its_first_letter() -> None:
    assert base_level("12 אבג abc") == 1
    assert base_level("12 abc אבג") == 0


@given(st.text(alphabet=st.sampled_from("aא1م (]\u202e\u202c\u2067\u2069\u0301\u0378,+-\u200f")))
def test_every_character_has_a_level_and_a_place(text: str) -> None:
    found = levels(text)
    assert len(found) == len(text)
    assert sorted(visual_order(found)) == list(range(len(text)))


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert len(levels("א" + text)) == len(text) + 1
