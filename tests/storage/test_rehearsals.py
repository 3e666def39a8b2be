"""A rehearsal leaves nothing, and a crash leaves it only until the next one; nothing else goes."""

import os
import tempfile
from pathlib import Path

import pytest

from workbook.storage import holding, rehearsals
from workbook.storage.errors import LibraryError


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's folder for temporary files, empty."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def left_by_a_crash(temporary: Path, name: str = "workbook-rehearsal-abcd_123") -> Path:
    """A rehearsal whose program died some time ago."""
    folder = temporary / name
    (folder / "ballots").mkdir(parents=True)
    for file in ("library.sqlite", "library.sqlite-wal", "library.lock", "ballots/x.json"):
        (folder / file).write_bytes(b"")
    os.utime(folder, (0, 0))
    return folder


def test_it_is_gone_when_it_ends(temporary: Path) -> None:
    with rehearsals.rehearsal() as library:
        assert library.folder.parent == temporary
    assert list(temporary.iterdir()) == []


def test_what_a_crash_left_is_swept(temporary: Path) -> None:
    left_by_a_crash(temporary)
    rehearsals.sweep()
    assert list(temporary.iterdir()) == []


def test_one_that_is_still_held_stays(temporary: Path) -> None:
    folder = left_by_a_crash(temporary)
    with holding.hold_folder(folder):
        os.utime(folder, (0, 0))
        rehearsals.sweep()
        assert (folder / "ballots/x.json").exists()


@pytest.mark.parametrize(
    "name",
    ["workbook-rehearsal-", "workbook-rehearsal-of our choir", "my-workbook-rehearsal-abcd_123"],
)
def test_what_is_named_otherwise_stays(temporary: Path, name: str) -> None:
    folder = left_by_a_crash(temporary, name)
    rehearsals.sweep()
    assert (folder / "library.sqlite").exists()


@pytest.mark.parametrize("missing", ["library.sqlite", "library.lock"])
def test_what_holds_something_else_stays(temporary: Path, missing: str) -> None:
    folder = left_by_a_crash(temporary)
    (folder / missing).unlink()
    os.utime(folder, (0, 0))
    rehearsals.sweep()
    assert folder.exists()


def test_what_is_just_being_made_stays(temporary: Path) -> None:
    folder = left_by_a_crash(temporary)
    os.utime(folder)
    rehearsals.sweep()
    assert folder.exists()


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="there are no links here")
def test_a_link_is_not_followed(temporary: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = left_by_a_crash(tmp_path_factory.mktemp("elsewhere"))
    (temporary / elsewhere.name).symlink_to(elsewhere, target_is_directory=True)
    rehearsals.sweep()
    assert (elsewhere / "library.sqlite").exists()


def test_somebody_else_s_stays(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = left_by_a_crash(temporary)
    monkeypatch.setattr(os, "getuid", lambda: folder.stat().st_uid + 1, raising=False)
    rehearsals.sweep()
    assert folder.exists()


def test_no_folder_for_temporary_files_is_said_in_words(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(temporary / "gone"))
    rehearsals.sweep()
    with (
        pytest.raises(
            LibraryError, match=r"folder for temporary files, .* cannot be used: No such"
        ),
        rehearsals.rehearsal(),
    ):
        pass
