"""The statement poster: as large as it can be, and whose words it is."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.printing.handouts.helpers import PageOf, pages
from tests.printing.handouts.poster.large_type import assert_sound
from tests.printing.handouts.sessions import (
    ALONE,
    ROOM,
    WORDS,
    empty,
    said,
    typed,
    with_answers,
    with_setup,
    write,
)
from tests.printing.helpers import whole
from workbook.model.paper import Paper
from workbook.operations.print_room import Handout
from workbook.printing.pages.pdf import PrintError


def letters(page: PageOf, words: str) -> float:
    """How high the line is in which these words stand."""
    return max(t.height for t in page.texts if words in t.words)


def test_the_sentence_stands_large_over_the_statement(tmp_path: Path) -> None:
    made = write(Handout.STATEMENT, ROOM, tmp_path / "a.pdf")
    assert made.pages == 1
    words = said(made.path)
    assert typed("statement.priority") in words
    assert whole(typed("statement.purpose")) in words
    assert "Agreed on 22 November 2026." in words
    assert "RIVER STREET MAKERS" in words
    page = pages(made.path)[0]
    assert letters(page, "How we treat") > 1.6 * letters(page, "River Street Makers is there") > 20


def test_names_stand_on_it_only_where_somebody_chose_that(tmp_path: Path) -> None:
    kept = with_setup(keep_names=True)
    assert kept.workshop is not None
    everyone = [person.name for person in kept.workshop.setup.names]
    for opened in (ROOM, kept):
        words = said(write(Handout.STATEMENT, opened, tmp_path / "a.pdf").path).split()
        assert not {"Ana", "Duarte", *everyone} & {word.strip(".,") for word in words}
    with_names = said(write(Handout.STATEMENT, kept, tmp_path / "a.pdf", signed=True).path)
    assert "Facilitated by Ana Duarte." in with_names
    assert "Tomé and Yusuf" in with_names
    not_kept = said(
        write(Handout.STATEMENT, with_setup(keep_names=False), tmp_path / "a.pdf", signed=True).path
    )
    assert "Facilitated by Ana Duarte." in not_kept
    assert "Yusuf" not in not_kept


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("length", [5, 40, 160, 420, 900])
def test_a_sentence_of_any_length_fills_its_page(tmp_path: Path, paper: Paper, length: int) -> None:
    text = ("Yes. " if length == 5 else WORDS * 20)[:length].strip()
    opened = with_answers(statement__purpose=text, statement__priority=None, wrong__order=None)
    made = write(Handout.STATEMENT, opened, tmp_path / "a.pdf", paper=paper)
    assert made.pages == 1
    assert_sound(made.path, paper.size)
    assert text in said(made.path)
    page = pages(made.path)[0]
    heights = [t.height for t in page.texts]
    body = [t for t in page.texts if t.height > 0.6 * max(heights)]
    if length > 5:
        high = max(t.top for t in body) - min(t.bottom for t in body)
        wide = max(t.right for t in body) - min(t.left for t in body)
        assert high > 0.4 * paper.size[1]
        assert wide > 0.6 * paper.size[0]


@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    sentence=st.text(st.sampled_from("abcdefghij ,.é"), max_size=300),
    statement=st.text(st.sampled_from("abcdefghijklm \n,.é"), max_size=900),
)
def test_whatever_is_written_stays_on_one_page(
    tmp_path: Path, sentence: str, statement: str
) -> None:
    opened = with_answers(
        statement__purpose=statement, statement__priority=sentence, wrong__order=None
    )
    if not (sentence.strip() or statement.strip()):
        with pytest.raises(PrintError):
            write(Handout.STATEMENT, opened, tmp_path / "a.pdf")
        return
    made = write(Handout.STATEMENT, opened, tmp_path / "a.pdf")
    assert made.pages == 1
    assert_sound(made.path, Paper.A4.size)


def test_no_word_of_a_statement_is_parted(tmp_path: Path) -> None:
    text = "Verantwortungsgemeinschaft heißt: Nachbarschaftswerkstatt und Lebensmittelrettung"
    opened = with_answers(statement__priority=text)
    lines = pages(write(Handout.STATEMENT, opened, tmp_path / "a.pdf").path)[0].words.split()
    assert set(text.split()) <= set(lines)


def test_one_person_alone_does_not_speak_for_the_group(tmp_path: Path) -> None:
    words = said(write(Handout.STATEMENT, ALONE, tmp_path / "a.pdf", signed=True).path)
    assert "One person’s words on 3 November 2026." in words
    assert "Agreed" not in words


def test_without_any_words_there_is_no_poster(tmp_path: Path) -> None:
    with pytest.raises(PrintError, match="no statement"):
        write(Handout.STATEMENT, empty(), tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())
