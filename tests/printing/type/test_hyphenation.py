"""Words are parted as their language does it, and only where that helps."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.printing.helpers import bare_fonts, document, drawn, seen, texts, whole
from workbook.documents.blocks import Text
from workbook.printing.forms.sizes import LARGE, NORMAL
from workbook.printing.pages.style import BODY, CELL, QUESTION, TITLE
from workbook.printing.type.fonts import Face
from workbook.printing.type.hyphenation import hyphens_in
from workbook.printing.type.text import break_lines

TEXT = (
    "Responsibility for everybody in the community is disproportionately distributed: organisers "
    "undertake administration, documentation, communication and reconciliation."
)


def parted(word: str, language: str) -> str:
    places = hyphens_in(word, language)
    return "-".join(word[a:b] for a, b in zip((0, *places), (*places, len(word)), strict=True))


def lines_of(text: str, width: float, language: str = "en", *, on: bool = True) -> list[str]:
    fonts = bare_fonts(language)
    return [line.text for line in break_lines(fonts, text, Face.SANS, width, hyphens=on)]


# Parted as the dictionaries of each language have it: Duden, Larousse, Oxford, RAE.
@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("responsibility", "en", "respons-ib-il-ity"),
        ("Gemeinschaften", "de", "Gemein-schaf-ten"),
        ("communautaire", "fr", "com-mu-nau-taire"),
        ("organización", "es", "orga-ni-za-ción"),
        ("ответственность", "ru", "ответ-ствен-ность"),
        ("επικοινωνία", "el", "επι-κοι-νω-νία"),
        ("“organisers”,", "en-GB", "“organ-isers”,"),
        ("organização", "pt-BR", "orga-ni-za-ção"),
    ],
)
def test_each_language_parts_its_own_words(word: str, language: str, expected: str) -> None:
    assert parted(word, language) == expected


@pytest.mark.parametrize(
    "word",
    ["people", "UNESCO", "self-reliance", "trust–results", "shouldn't", "McAllister",
     "2026-11-23", "https://example.org/community", "community2", "", "…", "مجتمعات"],
)  # fmt: skip
def test_short_words_names_in_capitals_and_what_is_no_plain_word_stay_whole(word: str) -> None:
    assert hyphens_in(word, "en") == ()


@pytest.mark.parametrize("language", ["", "xx", "ja", "x-klingon"])
def test_a_language_without_patterns_parts_nothing(language: str) -> None:
    assert hyphens_in("responsibility", language) == ()
    assert lines_of(TEXT, 12, language) == lines_of(TEXT, 12, language, on=False)


@given(st.text(max_size=30), st.sampled_from(["en", "de", "fr", "hu", "ru", "el", ""]))
def test_whatever_the_word_three_letters_stay_on_either_line(word: str, language: str) -> None:
    places = hyphens_in(word, language)
    assert list(places) == sorted(set(places))
    assert all(3 <= at <= len(word) - 3 for at in places)
    assert all(word[at - 3 : at + 3].isalpha() for at in places)


def test_a_narrow_column_is_fuller_with_hyphens_than_without() -> None:
    with_them, without = lines_of(TEXT, 12), lines_of(TEXT, 12, on=False)
    assert len(with_them) < len(without)
    assert any(line.endswith("-") for line in with_them)
    assert not any(line.endswith("-") for line in without)


def test_lines_as_wide_as_a_page_need_none() -> None:
    assert lines_of(TEXT * 5, 46) == lines_of(TEXT * 5, 46, on=False)


@given(st.lists(st.sampled_from(TEXT.split()), max_size=60), st.floats(7, 30))
def test_no_letter_is_lost_and_no_line_too_wide(words: list[str], width: float) -> None:
    fonts = bare_fonts("en")
    lines = break_lines(fonts, " ".join(words), Face.SANS, width, hyphens=True)
    assert all(line.advance <= width + 1e-6 for line in lines)
    said = "".join(line.text if line.text.endswith("-") else f"{line.text} " for line in lines)
    assert said.replace("-", "").split() == words
    in_a_row = 0
    for line, following in pairwise(lines):
        wide = fonts.width(following.text.split()[0], Face.SANS, 1) > width / 2
        in_a_row = in_a_row + 1 if line.text.endswith("-") else 0
        assert in_a_row <= 2 or wide


def test_the_last_word_of_a_paragraph_stays_whole() -> None:
    for width in range(8, 30):
        assert lines_of(TEXT, width)[-1].split()[-1] == "reconciliation."


def test_a_word_wider_than_a_line_is_parted_by_its_language_then_anywhere() -> None:
    assert lines_of("Gemeinschaften", 4.2, "de", on=False) == ["Gemein-", "schaften"]
    assert "".join(lines_of("x" * 60, 4.2, "de")) == "x" * 60


def test_what_is_read_is_hyphenated_but_no_headings_nor_questions() -> None:
    assert BODY.hyphens
    assert CELL.hyphens
    for look in (NORMAL, LARGE):
        assert look.body.hyphens
        assert not look.headline.hyphens
        assert not look.label.hyphens
    assert not TITLE.hyphens
    assert not QUESTION.hyphens


def test_readers_put_a_parted_word_together_again() -> None:
    long = "Donau" + "dampfschifffahrtsgesellschaftsangelegenheiten" * 6
    made = drawn(document(Text(f"Die {long} bleiben."), language="de"))
    assert any(line.endswith("-") for line in texts(made.data)[0].splitlines())
    # PDFium marks a hyphen at the end of a line, which is none of the word's own, like this.
    assert long in whole("".join(seen(made.data))).replace("\ufffe", "")
