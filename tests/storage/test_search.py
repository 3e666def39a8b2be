import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbook.model.answers import Key, Record, Value
from workbook.model.guide import Guide
from workbook.operations import duplicate, new_reflection, rename, set_answers, set_scratch
from workbook.storage.database import Library
from workbook.storage.searching import fold
from workbook.storage.session_rows import list_sessions

FACT: Record = {"source": "money", "fact": "The Calendar", "hours": 31}
WRITTEN: dict[Key, Value] = {
    Key("setting.group"): "Les Élèves du Café",
    Key("setting.why"): "We reached 100% of one_goal; ΟΔΟΣ, Straße, 漢字, मैत्री",
    Key("purpose.evidence"): (FACT,),
    Key("rare.pressures", "branding"): 3,
    Key("rare.pressures", "branding.note"): "Posters first",
    Key("kind.fit", "choice"): "yes",
    Key("kind.fit", "reason"): "Nearly",
}


@pytest.fixture
def session_id(library: Library, guide: Guide) -> str:
    session_id = new_reflection(library, guide).session.id
    set_answers(library, guide, session_id, WRITTEN)
    set_scratch(library, session_id, "Ask Ínes")
    new_reflection(library, guide)
    return session_id


def found(library: Library, search: str) -> list[str]:
    return [session.id for session in list_sessions(library, search=search)]


@pytest.mark.parametrize(
    "search",
    [
        "élèves", "ELEVES", "eleve", "cafe\u0301", "café les", "100%", "one_goal", "οδοσ", "οδός",
        "STRASSE", "strasse", "漢", "मैत्री", "calendar", "posters", "nearly", "ines ask cafe goal",
        "  café   ines ",
    ],
)  # fmt: skip
def test_every_word_is_found_wherever_it_was_written(
    library: Library, session_id: str, search: str
) -> None:
    assert found(library, search) == [session_id]


@pytest.mark.parametrize(
    "search",
    ["nothing", "café nothing", "1%0", "one.goal", "o_e", "%", "yes", "money", "\\", "'", '"'],
)
def test_what_was_not_written_is_not_found(library: Library, session_id: str, search: str) -> None:
    # % and _ are themselves, and what was only chosen is not what somebody wrote
    assert found(library, search) == ([session_id] if search == "%" else [])


@pytest.mark.parametrize("search", ["", "   ", "\n"])
def test_a_search_for_nothing_lists_everything(
    library: Library, session_id: str, search: str
) -> None:
    assert len(found(library, search)) == 2


def test_what_has_been_changed_is_no_longer_found(
    library: Library, guide: Guide, session_id: str
) -> None:
    set_answers(
        library,
        guide,
        session_id,
        {Key("setting.why"): "Another", Key("rare.pressures", "branding.note"): None},
    )
    set_scratch(library, session_id, "")
    assert found(library, "another") == [session_id]
    for gone in ("goal", "posters", "ines"):
        assert found(library, gone) == []


def test_a_new_name_is_found_and_the_old_one_is_not(library: Library, session_id: str) -> None:
    rename(library, session_id, "River Street")
    assert found(library, "river") == [session_id]
    assert found(library, "eleves") == []


def test_a_copy_is_found_too(library: Library, session_id: str) -> None:
    copy_id = duplicate(library, session_id).session.id
    for search in ("posters", "ines", "eleves"):
        assert copy_id in found(library, search)


@given(st.text(st.characters(), max_size=40), st.data())
def test_every_part_of_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    assert all(word in fold(text) for word in fold(part).split())


@given(st.text(st.characters(), max_size=40))
def test_a_folded_text_can_be_stored_and_folds_to_itself(text: str) -> None:
    folded = fold(text)
    folded.encode()
    assert fold(folded) == folded
    assert fold(text.upper().lower()) == fold(text.upper())


def test_ten_thousand_sessions_are_searched_in_the_time_of_a_blink(
    library: Library, guide: Guide
) -> None:
    session_id = new_reflection(library, guide).session.id
    set_answers(
        library, guide, session_id, {Key("setting.why"): "What we do for each other. " * 40}
    )
    with library.writing() as writing:
        many = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
        writing.execute(
            many
            + "INSERT INTO sessions SELECT printf('s%05d', i), name, mode, guide, plan, created,"
            "changed, trashed, progress_done, progress_total, outcome, place, scratch "
            "FROM sessions, n"
        )
        writing.execute(
            many
            + "INSERT INTO search SELECT printf('s%05d', i), question, round, respondent, mark,"
            "text FROM search, n"
        )
    start = time.perf_counter()
    assert found(library, "other nowhere") == []
    assert time.perf_counter() - start < 2.0  # 0.05 s on a usual machine
    assert len(found(library, "each other")) == 10_000
