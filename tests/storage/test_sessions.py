import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.conftest import Clock
from workbook.model.guide import Guide
from workbook.operations import move_to_trash, new_reflection, set_scratch
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError, NoSuchSession
from workbook.storage.ids import ALPHABET, random_id
from workbook.storage.session_rows import find_session, list_sessions, load_session


@pytest.fixture
def three(library: Library, guide: Guide, clock: Clock) -> list[str]:
    """The ids of three sessions: session001 first."""
    ids = []
    for _ in range(3):
        ids.append(new_reflection(library, guide).session.id)
        clock.go(minutes=1)
    return ids


def listed(library: Library, trashed: bool = False) -> list[str]:
    return [session.id for session in list_sessions(library, trashed=trashed)]


def test_the_last_changed_comes_first(library: Library, three: list[str]) -> None:
    assert listed(library) == three[::-1]
    set_scratch(library, three[1], "Changed.")
    assert listed(library) == [three[1], three[2], three[0]]


def test_the_trash_is_a_list_of_its_own(library: Library, three: list[str]) -> None:
    move_to_trash(library, three[0])
    assert listed(library) == [three[2], three[1]]
    assert listed(library, trashed=True) == [three[0]]


def test_a_session_is_loaded_as_it_was_made(library: Library, guide: Guide, clock: Clock) -> None:
    session = new_reflection(library, guide).session
    assert load_session(library, session.id) == session
    assert session.created == session.changed == clock.time
    assert session.created.utcoffset() is not None


def test_a_session_that_is_not_there_is_a_sentence(library: Library) -> None:
    with pytest.raises(NoSuchSession, match="no session “nowhere”"):
        load_session(library, "nowhere")


@pytest.mark.parametrize("beginning", ["session002", "SESSION002", " session002\n"])
def test_a_session_is_found_by_its_id(library: Library, three: list[str], beginning: str) -> None:
    assert find_session(library, beginning).id == "session002"


def test_a_session_is_found_by_a_beginning_that_only_it_has(library: Library, guide: Guide) -> None:
    ids = iter(["abc2345678", "abd2345678"])
    library.new_id = lambda: next(ids)
    for _ in range(2):
        new_reflection(library, guide)
    assert find_session(library, "abc").id == "abc2345678"


def test_a_beginning_that_several_have_says_how_many(library: Library, three: list[str]) -> None:
    with pytest.raises(LibraryError, match="3 sessions begin with “session”"):
        find_session(library, "session")


def test_one_in_use_comes_before_those_in_the_trash(library: Library, three: list[str]) -> None:
    move_to_trash(library, three[0])
    move_to_trash(library, three[1])
    assert find_session(library, "session").id == three[2]
    assert find_session(library, three[0]).id == three[0]


@pytest.mark.parametrize("beginning", ["x", "%", "_", "session___", "*", "session0011"])
def test_a_beginning_that_nothing_has_is_a_sentence(
    library: Library, three: list[str], beginning: str
) -> None:
    with pytest.raises(NoSuchSession, match="There is no session"):
        find_session(library, beginning)


@pytest.mark.parametrize("beginning", ["", "  "])
def test_no_beginning_at_all_finds_nothing(
    library: Library, three: list[str], beginning: str
) -> None:
    with pytest.raises(NoSuchSession, match="Name a session"):
        find_session(library, beginning)


@given(st.integers())
def test_an_id_is_short_and_easy_to_read(_: int) -> None:
    session_id = random_id()
    assert len(session_id) == 10
    assert set(session_id) <= set(ALPHABET)
    assert not set("01ilo") & set(session_id)
