"""A library of every version ever shipped can be opened, and says what it always said."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.files.make_library import WORKSHOP_ID, WORKSHOPS
from workbook.model.answers import Key, Progress
from workbook.model.guide import Mode
from workbook.model.session import Outcome, Place, Session
from workbook.operations import open_session
from workbook.storage import workshop_rows
from workbook.storage.database import Library
from workbook.storage.migrating import newest_version
from workbook.storage.session_rows import list_sessions, load_session

FILES = Path(__file__).parent.parent / "files"
OLD = sorted(FILES.glob("library-*.sqlite"))


def test_there_is_one_of_each_version() -> None:
    assert [path.name for path in OLD] == [
        f"library-{number}.sqlite" for number in range(1, newest_version() + 1)
    ]


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, folder: Path) -> Iterator[Library]:
    folder.mkdir()
    shutil.copyfile(request.param, folder / "library.sqlite")
    library = Library.open(folder)
    yield library
    library.close()


def test_its_sessions_are_there(old: Library) -> None:
    session = load_session(old, "bridge2345")
    time = datetime(2026, 11, 3, 14, 3, 0, 5, tzinfo=UTC)
    assert session == Session(
        id="bridge2345",
        name="The Bridge Café",
        mode=Mode.SOLO,
        guide_id="small",
        guide_hash=session.guide_hash,
        plan="solo-25",
        created=time,
        changed=time,
        progress=Progress(1, 2),
        outcome=Outcome("drift", say="inside", do="outside"),
        place=Place("purpose", "purpose.all", "kind.fit", "reason"),
        scratch="Ask Ines.",
    )
    (thrown,) = list_sessions(old, trashed=True)
    assert (thrown.name, thrown.mode, thrown.trashed) == ("Cellar choir", Mode.WORKSHOP, time)


def test_its_answers_are_there(old: Library) -> None:
    assert dict(open_session(old, "bridge2345").answers.items()) == {
        Key("setting.group"): "The Bridge Café",
        Key("setting.why"): "Two people left\nin one month.",
        Key("purpose.inside", "say"): 8,
        Key("purpose.inside", "do"): 4,
        Key("purpose.outside", "say"): 3,
        Key("purpose.outside", "do"): 7,
        Key("purpose.evidence"): ({"source": "money", "fact": "The till", "hours": 2.5},),
        Key("rare.pressures", "branding"): 3,
        Key("rare.pressures", "branding.note"): "Posters first.",
    }


def test_it_knows_what_was_asked(old: Library) -> None:
    session = load_session(old, "bridge2345")
    guide = open_session(old, session.id).guide
    assert guide.content_hash == session.guide_hash
    assert guide.questions["setting.group"].prompt == "What is your group called?"


def test_what_is_written_in_it_is_found(old: Library) -> None:
    assert [s.id for s in list_sessions(old, search="cafe till POSTERS ines")] == ["bridge2345"]


def test_no_workshop_appears_in_it(old: Library) -> None:
    with old.reading() as reading:
        assert workshop_rows.read(reading, "bridge2345") is None


@pytest.mark.parametrize("version", sorted(WORKSHOPS))
def test_a_workshop_is_there_with_its_rounds(version: int, folder: Path) -> None:
    folder.mkdir()
    shutil.copyfile(FILES / f"library-{version}.sqlite", folder / "library.sqlite")
    library = Library.open(folder)
    with closing(library), library.reading() as reading:
        assert workshop_rows.read(reading, WORKSHOP_ID) == WORKSHOPS[version]


@pytest.mark.parametrize("version", [1, 2])
def test_a_sentence_of_a_workshop_is_a_proposal_for_nobody_knows_what_was_consented_to(
    folder: Path, version: int
) -> None:
    folder.mkdir()
    path = folder / "library.sqlite"
    shutil.copyfile(FILES / f"library-{version}.sqlite", path)
    with closing(sqlite3.connect(path)) as raw, raw:
        told = '{"kind":"sentence","text":"“People” first, é.","look_again":"1 May"}'
        raw.execute("UPDATE sessions SET outcome = ?", (told,))
    with closing(Library.open(folder)) as library:
        found = [*list_sessions(library), *list_sessions(library, trashed=True)]
    kinds = {Mode.SOLO: "sentence", Mode.WORKSHOP: "proposal"}
    assert {each.mode for each in found} == set(Mode)
    for each in found:
        wanted = Outcome(kinds[each.mode], text="“People” first, é.", look_again="1 May")
        assert each.outcome == wanted
