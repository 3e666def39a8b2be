from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.conftest import Clock
from tests.storage.small_guide import small_guide
from tests.storage.test_values import texts, values
from workbook.model.answers import Answers, Key, Progress, Value, is_empty
from workbook.model.guide import Guide
from workbook.model.session import Outcome, Place
from workbook.operations import (
    Change,
    NoSuchSession,
    What,
    new_reflection,
    open_session,
    remember_place,
    rename,
    set_answers,
    set_scratch,
)
from workbook.storage.database import Library

GROUP, WHY = Key("setting.group"), Key("setting.why")
MARKS: Mapping[Key, Value] = {
    Key("purpose.inside", "say"): 8,
    Key("purpose.inside", "do"): 7,
    Key("purpose.outside", "say"): 3,
    Key("purpose.outside", "do"): 2,
}


@pytest.fixture
def session_id(library: Library, guide: Guide) -> str:
    return new_reflection(library, guide).session.id


def test_an_answer_is_stored_and_named_in_the_change(
    library: Library, guide: Guide, session_id: str, clock: Clock
) -> None:
    clock.go(minutes=1)
    change = set_answers(library, guide, session_id, {WHY: "Because."})
    assert (change.what, change.keys) == (What.ANSWERED, (WHY,))
    assert change.session.changed == clock.time
    opened = open_session(library, session_id)
    assert opened.answers == Answers({WHY: "Because."})
    assert opened.session == change.session


@pytest.mark.parametrize("nothing", [None, "", "  \n", (), ({},), ({"fact": " "},)])
def test_an_empty_answer_takes_the_old_one_away(
    library: Library, guide: Guide, session_id: str, nothing: Value | None
) -> None:
    set_answers(library, guide, session_id, {WHY: "Because."})
    assert set_answers(library, guide, session_id, {WHY: nothing}).keys == (WHY,)
    assert len(open_session(library, session_id).answers) == 0


def test_what_is_the_same_as_before_changes_nothing(
    library: Library, guide: Guide, session_id: str, clock: Clock
) -> None:
    first = set_answers(library, guide, session_id, {WHY: "Because.", GROUP: "Us"})
    clock.go(minutes=1)
    again = set_answers(library, guide, session_id, {WHY: "Because.", GROUP: "Us"})
    assert again == Change(What.ANSWERED, first.session)


def test_only_answers_that_are_others_than_before_are_named(
    library: Library, guide: Guide, session_id: str
) -> None:
    set_answers(library, guide, session_id, {WHY: "Because.", GROUP: "Us"})
    changed = set_answers(library, guide, session_id, {WHY: "Because.", GROUP: "Them", **MARKS})
    assert changed.keys == (GROUP, *MARKS)


def test_marks_rounds_and_respondents_are_answers_of_their_own(
    library: Library, guide: Guide, session_id: str
) -> None:
    stored: dict[Key, Value] = {
        Key("purpose.inside", mark, round, respondent): n
        for n, (mark, round, respondent) in enumerate(
            (m, r, p) for m in ("say", "do") for r in (1, 2) for p in ("me", "group", "Ana")
        )
    }
    set_answers(library, guide, session_id, stored)
    assert dict(open_session(library, session_id).answers.items()) == stored


def test_progress_and_outcome_follow_the_answers(
    library: Library, guide: Guide, session_id: str
) -> None:
    session = set_answers(library, guide, session_id, {GROUP: "Us"}).session
    assert session.progress == Progress(1, 2)
    assert session.outcome == Outcome("step", text="Purpose")
    session = set_answers(library, guide, session_id, MARKS).session
    assert session.outcome == Outcome("kind", do="community")
    sentence = Key("statement.sentence")
    session = set_answers(library, guide, session_id, {sentence: "People first."}).session
    assert session.outcome == Outcome("sentence", text="People first.")
    session = set_answers(library, guide, session_id, {sentence: None, GROUP: None}).session
    assert (session.progress, session.outcome.kind) == (Progress(0, 2), "kind")
    assert open_session(library, session_id).session == session


def test_the_group_s_name_names_the_session(
    library: Library, guide: Guide, session_id: str
) -> None:
    named = set_answers(library, guide, session_id, {GROUP: " River\n Street  "}).session
    assert named.name == "River Street"
    other = set_answers(library, guide, session_id, {WHY: "Because."}).session
    assert other.name == "River Street"
    assert set_answers(library, guide, session_id, {GROUP: None}).session.name == ""


def test_a_new_name_is_the_answer_too(library: Library, guide: Guide, session_id: str) -> None:
    change = rename(library, session_id, "River Street")
    assert (change.what, change.session.name, change.keys) == (
        What.RENAMED,
        "River Street",
        (GROUP,),
    )
    assert open_session(library, session_id).answers.text("setting.group") == "River Street"


def test_a_name_may_be_taken_away(library: Library, session_id: str) -> None:
    rename(library, session_id, "River Street")
    assert rename(library, session_id, "  ").session.name == ""


def test_where_no_question_asks_for_a_name_there_still_is_one(
    library: Library, clock: Clock
) -> None:
    nameless = small_guide(without=("setting.group",))
    session_id = new_reflection(library, nameless).session.id
    clock.go(minutes=1)
    change = rename(library, session_id, "River\nStreet")
    assert (change.session.name, change.keys) == ("River Street", ())
    assert change.session.changed == clock.time
    assert open_session(library, session_id).session == change.session
    clock.go(minutes=1)
    assert rename(library, session_id, "River Street").session == change.session


def test_a_half_character_in_a_name_is_shown_as_a_mark(
    library: Library, guide: Guide, session_id: str
) -> None:
    change = set_answers(library, guide, session_id, {GROUP: "Us \ud83d"})
    opened = open_session(library, session_id)
    assert change.session.name == opened.session.name == "Us ?"
    assert opened.answers.text("setting.group") == "Us \ud83d"


def test_the_place_is_remembered_and_nothing_has_changed(
    library: Library, session_id: str, clock: Clock
) -> None:
    clock.go(minutes=1)
    place = Place("purpose", "purpose.all", "purpose.inside", "do")
    change = remember_place(library, session_id, place)
    assert change.what is What.MOVED
    session = open_session(library, session_id).session
    assert session == change.session
    assert (session.place, session.changed) == (place, session.created)


@given(texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_scratch_notes_are_read_back_as_they_were_written(
    library: Library, session_id: str, text: str
) -> None:
    change = set_scratch(library, session_id, text)
    assert change.what is What.NOTED
    assert open_session(library, session_id).session == change.session
    assert change.session.scratch == text


def test_the_same_scratch_notes_change_nothing(
    library: Library, session_id: str, clock: Clock
) -> None:
    first = set_scratch(library, session_id, "Ask Ines.")
    clock.go(minutes=1)
    assert set_scratch(library, session_id, "Ask Ines.") == first


@given(
    st.dictionaries(
        st.builds(
            Key,
            st.sampled_from(["setting.why", "purpose.evidence"]),
            st.sampled_from(["", "a"]),
            st.integers(1, 3),
            st.sampled_from(["me", "group"]),
        ),
        values,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_answered_is_read_back_after_opening_again(
    library: Library, guide: Guide, answers: dict[Key, Value]
) -> None:
    session_id = new_reflection(library, guide).session.id
    set_answers(library, guide, session_id, answers)
    again = Library.open(library.folder)
    kept = {key: value for key, value in answers.items() if not is_empty(value)}
    assert dict(open_session(again, session_id).answers.items()) == kept
    again.close()


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "漢" * 1_000_000, "a\0b", "\0", "\ud83d", "<b>&$x$%\\", "🏳️‍🌈", "‫שלום"]
)
def test_unusual_texts_are_kept(library: Library, guide: Guide, session_id: str, text: str) -> None:
    set_answers(library, guide, session_id, {WHY: text})
    again = Library.open(library.folder)
    assert open_session(again, session_id).answers.get(WHY) == text
    again.close()


def test_a_session_that_is_not_there_cannot_be_answered(library: Library, guide: Guide) -> None:
    for attempt in (
        lambda: set_answers(library, guide, "nowhere", {WHY: "Because."}),
        lambda: remember_place(library, "nowhere", Place()),
        lambda: set_scratch(library, "nowhere", ""),
        lambda: rename(library, "nowhere", ""),
        lambda: open_session(library, "nowhere"),
    ):
        with pytest.raises(NoSuchSession):
            attempt()


def test_another_guide_cannot_answer(library: Library, session_id: str) -> None:
    with pytest.raises(ValueError, match="asked with small, not with other"):
        set_answers(library, small_guide(id="other"), session_id, {WHY: "Because."})


def test_an_old_session_keeps_the_words_it_was_asked_with(
    library: Library, guide: Guide, session_id: str
) -> None:
    later = small_guide(version=2, prompt="And who are you?", without=("setting.why",))
    set_answers(library, guide, session_id, {GROUP: "Us", WHY: "Because."})
    new = new_reflection(library, later).session.id
    old = open_session(library, session_id)
    assert old.guide == guide
    assert old.answers.text("setting.why") == "Because."
    assert old.session.progress == Progress(1, 2)
    assert open_session(library, new).guide.questions["setting.group"].prompt == "And who are you?"


def test_an_answer_hangs_on_the_words_it_answers(
    library: Library, guide: Guide, session_id: str
) -> None:
    later = small_guide(version=2)
    set_answers(library, guide, session_id, {GROUP: "Us", WHY: "Because."})
    set_answers(library, later, session_id, {WHY: "Another reason."})
    with library.reading() as reading:
        found = reading.execute(
            "SELECT question, version FROM answers JOIN guides ON guide = number ORDER BY 1"
        ).fetchall()
    assert found == [("setting.group", 1), ("setting.why", 2)]
    assert open_session(library, session_id).guide == guide
