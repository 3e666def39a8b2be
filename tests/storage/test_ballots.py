"""Ballots of open rounds: safe from a crash, and without a trace of who, when or in which order."""

import errno
import os
import stat
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage import held_workshops
from tests.storage.conftest import Clock as Moved
from tests.storage.held_workshops import ROUND, SESSION, SPOTS, begin, contents, held_library
from workbook.model.workshop import Ballot, Clock, Counts, Round, RoundId, RoundState
from workbook.operations import back_up
from workbook.storage import ballot_files, round_rows, workshop_rows
from workbook.storage.database import Library
from workbook.storage.errors import LibraryError

SEVEN = Ballot.of({SPOTS[0]: "7", SPOTS[1]: "pass"}, "k7mq")
THREE = Ballot.of({SPOTS[0]: "3"})
CAST = Counter({SEVEN: 1, THREE: 4})
SECOND = RoundId("purpose", 2)
WHOLE = (
    '{"format":1,"spots":[["purpose.inside","do"],["purpose.inside","say"]],"ballots":[\n'
    '[["pass","7"],"k7mq",1],\n'
    '[[null,"3"],"",4]\n'
    "]}\n"
)
FILE = "session001-purpose-1.json"
SLIPS = "session001-purpose-1.slips.json"


@pytest.fixture
def held(library: Library) -> Library:
    """A library with one workshop, whose id is SESSION, and its first round, which is open."""
    assert begin(library) == SESSION
    put(library, RoundState.OPEN)
    return library


def put(library: Library, state: RoundState, round_id: RoundId = ROUND) -> None:
    with library.writing() as writing:
        round_rows.put(
            writing, SESSION, Round(round_id, ("purpose.inside",), secret=True, state=state)
        )


def names(library: Library) -> list[str]:
    """The files of ballots; none where there is no folder for them."""
    folder = library.folder / "ballots"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


# Keeping


@given(held_workshops.multisets)
def test_ballots_are_loaded_as_they_were_stored(cast: Counter[Ballot]) -> None:
    with held_library() as library:
        ballot_files.store(library, SESSION, ROUND, cast)
        assert ballot_files.load(library, SESSION, ROUND) == cast
        assert bool(names(library)) == bool(+cast)


def test_a_file_is_sorted_text_with_each_ballot_once(held: Library) -> None:
    ballot_files.store(held, SESSION, ROUND, CAST)
    assert (held.folder / "ballots" / FILE).read_bytes() == WHOLE.encode()


def test_the_last_ones_stored_are_those_there_are(held: Library) -> None:
    ballot_files.store(held, SESSION, ROUND, CAST)
    ballot_files.store(held, SESSION, ROUND, CAST - Counter([THREE]))
    assert ballot_files.load(held, SESSION, ROUND) == Counter({SEVEN: 1, THREE: 3})
    assert names(held) == [FILE]


def test_each_round_has_its_own(held: Library) -> None:
    ballot_files.store(held, SESSION, ROUND, CAST)
    ballot_files.store(held, SESSION, SECOND, Counter([THREE]))
    ballot_files.delete(held, SESSION, ROUND)
    assert ballot_files.load(held, SESSION, ROUND) == Counter()
    assert ballot_files.load(held, SESSION, SECOND) == Counter([THREE])


def test_without_ballots_there_is_no_trace(held: Library) -> None:
    assert ballot_files.load(held, SESSION, ROUND) == Counter()
    assert not (held.folder / "ballots").exists()
    ballot_files.store(held, SESSION, ROUND, CAST)
    ballot_files.store(held, SESSION, ROUND, CAST - CAST)
    assert not (held.folder / "ballots").exists()
    ballot_files.store(held, SESSION, ROUND, CAST)
    ballot_files.delete(held, SESSION, ROUND)
    ballot_files.delete(held, SESSION, ROUND)
    assert not (held.folder / "ballots").exists()


def test_slips_wait_for_the_next_round(held: Library) -> None:
    slips = {"k7mq": SEVEN, "x2yz": Ballot.of({SPOTS[0]: "3"}, "x2yz")}
    ballot_files.store_slips(held, SESSION, ROUND, slips)
    assert ballot_files.load_slips(held, SESSION, ROUND) == slips
    assert ballot_files.load_slips(held, SESSION, RoundId("kind", 1)) == {}
    assert ballot_files.load(held, SESSION, ROUND) == Counter()
    ballot_files.delete_slips(held, SESSION, [ROUND])
    assert ballot_files.load_slips(held, SESSION, ROUND) == {}
    assert names(held) == []


@pytest.mark.parametrize(
    ("session_id", "step"),
    [("../session", "purpose"), ("a-b", "purpose"), (SESSION, "../x"), (SESSION, "Purpose"),
     (SESSION, "a.b"), ("", "purpose"), (SESSION, "")],
)  # fmt: skip
def test_what_could_lead_to_another_file_is_no_name(
    held: Library, session_id: str, step: str
) -> None:
    with pytest.raises(ValueError, match="no safe name"):
        ballot_files.store(held, session_id, RoundId(step, 1), CAST)
    with pytest.raises(ValueError, match="no safe name"):
        ballot_files.load_slips(held, session_id, RoundId(step, 1))
    with pytest.raises(ValueError, match="no safe name"):
        ballot_files.load(held, SESSION, RoundId("purpose", 0))


# Secrecy


@given(st.lists(held_workshops.ballots, min_size=2, max_size=12), st.data())
def test_ballots_in_any_order_leave_the_same_folder(
    cast: list[Ballot], data: st.DataObject
) -> None:
    found = []
    for order in (cast, data.draw(st.permutations(cast))):
        with held_library() as library:
            put(library, RoundState.OPEN)
            so_far: Counter[Ballot] = Counter()
            for ballot in order:
                so_far[ballot] += 1
                ballot_files.store(library, SESSION, ROUND, so_far)
            opened = contents(library.folder / "ballots")
            put(library, RoundState.CLOSED)
            with library.writing() as writing:
                round_rows.put_counts(writing, SESSION, ROUND, counted(so_far))
            ballot_files.delete(library, SESSION, ROUND)
            library.close()
            found.append((opened, contents(library.folder)))
    assert found[0] == found[1]


def counted(cast: Counter[Ballot]) -> Counts:
    """What is kept of ballots, in the order in which they came to be counted."""
    answers: dict[object, Counter[str]] = {}
    for ballot in cast.elements():
        for spot, choice in ballot.choices:
            answers.setdefault(spot, Counter())[choice] += 1
    passes = {spot: chosen.pop("pass", 0) for spot, chosen in answers.items()}
    return Counts(answers, passes)  # type: ignore[arg-type]


def test_no_time_stays_in_the_folder(held: Library) -> None:
    ballot_files.store(held, SESSION, ROUND, CAST)
    ballot_files.store_slips(held, SESSION, ROUND, {"k7mq": SEVEN})
    folder = held.folder / "ballots"
    for path in (folder, *folder.iterdir()):
        assert path.stat().st_mtime == 946_684_800
    ballot_files.delete_slips(held, SESSION, [ROUND])
    assert folder.stat().st_mtime == 946_684_800


def test_the_library_does_not_tell_when_the_first_ballot_came(held: Library) -> None:
    os.utime(held.folder, (1e9, 1e9))
    ballot_files.store(held, SESSION, ROUND, CAST)
    assert held.folder.stat().st_mtime == 1e9


def test_ballots_are_never_in_the_library_or_a_backup(held: Library) -> None:
    ballot_files.store(held, SESSION, ROUND, CAST)
    back_up(held)
    holding = [name for name, content in contents(held.folder).items() if b"k7mq" in content]
    assert holding == [str(Path("ballots") / FILE)]


# Crashes and disks

STORE_AND_DIE = """
import os, sys
from collections import Counter
from pathlib import Path
from tests.storage.test_ballots import CAST, ROUND, SESSION, THREE
from workbook.operations import open_library
from workbook.storage import ballot_files
library = open_library(Path(sys.argv[1]))
ballot_files.store(library, SESSION, ROUND, CAST)
if sys.argv[2] == "half":
    Path.replace = lambda part, path: os._exit(9)
    ballot_files.store(library, SESSION, ROUND, CAST + Counter([THREE]))
os._exit(9)
"""


@pytest.mark.parametrize("when", ["after", "half"])
def test_a_crash_loses_no_ballot_that_was_stored(held: Library, when: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STORE_AND_DIE, held.folder, when], capture_output=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (9, b"")
    assert ballot_files.load(held, SESSION, ROUND) == CAST
    assert len(names(held)) == (2 if when == "half" else 1)
    ballot_files.tidy(held)
    assert names(held) == [FILE]
    assert ballot_files.load(held, SESSION, ROUND) == CAST


def test_a_full_disk_is_a_sentence_and_the_ballots_before_stay(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ballot_files.store(held, SESSION, ROUND, CAST)

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LibraryError, match=r"disk is full.*session001-purpose-1\.json"):
        ballot_files.store(held, SESSION, ROUND, CAST + CAST)
    assert ballot_files.load(held, SESSION, ROUND) == CAST
    assert names(held) == [FILE]


def test_a_folder_that_cannot_be_used_is_a_sentence(held: Library) -> None:
    (held.folder / "ballots").write_text("not a folder")
    with pytest.raises(LibraryError, match="cannot be used"):
        ballot_files.store(held, SESSION, ROUND, CAST)
    with pytest.raises(LibraryError, match="cannot be used"):
        ballot_files.tidy(held)


def test_a_disk_that_cannot_sync_folders_does_all_the_same(
    held: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def only_files(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(file)

    monkeypatch.setattr(os, "fsync", only_files)
    ballot_files.store(held, SESSION, ROUND, CAST)
    assert ballot_files.load(held, SESSION, ROUND) == CAST


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{}",
        "[]",
        "7",
        "[" * 100_000,
        WHOLE[:-3],
        WHOLE + " ",
        WHOLE.replace('"format":1', '"format":2'),
        WHOLE.replace(",4]", ",-4]"),
        WHOLE.replace(",4]", ",true]"),
        WHOLE.replace('"7"', "7"),
        WHOLE.replace('"k7mq"', "[]"),
        WHOLE.replace('"say"', "1"),
        WHOLE.replace('"7"', '"\xff"'),
        WHOLE.replace('"pass",', ""),
    ],
)
def test_a_damaged_file_is_a_sentence_and_is_left_as_it_is(held: Library, damaged: str) -> None:
    assert damaged != WHOLE
    ballot_files.store(held, SESSION, ROUND, CAST)
    path = held.folder / "ballots" / FILE
    path.write_bytes(damaged.encode("latin-1"))
    with pytest.raises(LibraryError, match=r"session001-purpose-1\.json cannot be read\. Move"):
        ballot_files.load(held, SESSION, ROUND)
    assert names(held) == [FILE]
    ballot_files.tidy(held)
    assert path.read_bytes() == damaged.encode("latin-1")


@given(st.binary(max_size=30), st.integers(0, len(WHOLE)))
def test_damage_gives_ballots_or_a_sentence(noise: bytes, at: int) -> None:
    with held_library() as library:
        ballot_files.store(library, SESSION, ROUND, CAST)
        path = library.folder / "ballots" / FILE
        content = path.read_bytes()
        path.write_bytes(content[:at] + noise + content[at:])
        try:
            assert sum(ballot_files.load(library, SESSION, ROUND).values()) > 0
        except LibraryError as error:
            assert "cannot be read" in str(error)


# Tidying up


def test_ballots_of_open_rounds_and_slips_that_wait_are_kept(held: Library) -> None:
    put(held, RoundState.CLOSED)
    put(held, RoundState.OPEN, SECOND)
    ballot_files.store(held, SESSION, SECOND, CAST)
    ballot_files.store_slips(held, SESSION, ROUND, {"k7mq": SEVEN})
    ballot_files.tidy(held)
    assert names(held) == [SLIPS, "session001-purpose-2.json"]


def test_slips_that_a_crash_left_behind_the_round_that_joined_them_go(held: Library) -> None:
    put(held, RoundState.CLOSED)
    put(held, RoundState.CLOSED, SECOND)
    ballot_files.store_slips(held, SESSION, ROUND, {"k7mq": SEVEN})
    ballot_files.tidy(held)
    assert names(held) == []


@pytest.mark.parametrize("state", [s for s in RoundState if s is not RoundState.OPEN])
def test_ballots_beside_a_closed_round_go(held: Library, state: RoundState) -> None:
    ballot_files.store(held, SESSION, ROUND, CAST)
    put(held, state)
    ballot_files.tidy(held)
    assert not (held.folder / "ballots").exists()


def test_ballots_of_a_round_or_a_session_that_is_gone_go(held: Library) -> None:
    ballot_files.store(held, SESSION, SECOND, CAST)
    ballot_files.store(held, "nowhere", ROUND, CAST)
    ballot_files.store_slips(held, "nowhere", ROUND, {"k7mq": SEVEN})
    ballot_files.tidy(held)
    assert not (held.folder / "ballots").exists()


def test_slips_go_with_the_end_of_the_workshop(held: Library, clock: Moved) -> None:
    put(held, RoundState.CLOSED)
    ballot_files.store_slips(held, SESSION, ROUND, {"k7mq": SEVEN})
    with held.writing() as writing:
        workshop_rows.put_clock(writing, SESSION, Clock(ended=clock()))
    ballot_files.tidy(held)
    assert names(held) == []


def test_what_somebody_else_keeps_there_stays(held: Library) -> None:
    ballot_files.store(held, SESSION, SECOND, CAST)
    (held.folder / "ballots" / "notes-of-mine.txt").touch()
    ballot_files.tidy(held)
    assert names(held) == ["notes-of-mine.txt"]


def test_tidying_makes_nothing(held: Library) -> None:
    ballot_files.tidy(held)
    assert not (held.folder / "ballots").exists()
